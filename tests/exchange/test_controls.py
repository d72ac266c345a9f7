"""What a table cannot hold is shown, and everything else stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.exchange.controls import without_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x07", "␛[2J␇"),
        ("\x7f\x9b31m", "\ufffd\ufffd31m"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("een\ntwee\tdrie\r\n", "een\ntwee\tdrie\r\n"),
        ("Écoute, œuvre … 👩\u200d👧 ◆", "Écoute, œuvre … 👩\u200d👧 ◆"),
    ],
)
def test_what_no_table_holds_is_shown(text: str, shown: str) -> None:
    assert without_controls(text) == shown


@given(st.text())
def test_nothing_is_lost_and_shown_once_is_shown(text: str) -> None:
    shown = without_controls(text)
    assert len(shown) == len(text)
    assert without_controls(shown) == shown
    assert [b for a, b in zip(text, shown, strict=True) if a != b and b < " "] == []
