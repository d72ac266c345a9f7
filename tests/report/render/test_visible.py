"""What somebody else wrote is shown, never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.report.render.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Eén vraag: geld & wonen — 100 %?", "Eén vraag: geld & wonen — 100 %?"),
        ("\x1b[31mrood\x1b[0m", "␛[31mrood␛[0m"),
        ("\x1b]8;;http://voorbeeld.invalid\x07klik", "␛]8;;http://voorbeeld.invalid␇klik"),
        ("\x9b31m", "\ufffd31m"),
        ("weg\x08\x08\x7f", "weg␈␈␡"),
        ("twee\nregels\r\nen\teen tab", "twee regels  en een tab"),
        ("regel\u2028en\u2029alinea\x85", "regel en alinea\ufffd"),
        ("nul\x00teken", "nul␀teken"),
        ("\u202egnaal\u202c", "\ufffdgnaal\ufffd"),
        ("\u2066a\u2069 \u200fb", "\ufffda\ufffd \ufffdb"),
        ("on\u200bzicht\ufeffbaar", "on\ufffdzicht\ufffdbaar"),
        ("tag\U000e0041", "tag\ufffd"),
        ("👩‍👧 en می‌خواهم", "👩‍👧 en می‌خواهم"),
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_what_a_terminal_or_page_would_obey_is_replaced_by_something_to_see(
    text: str, shown: str
) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_is_added_lost_or_left_to_obey(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert all(
        " " <= character != "\x7f" and not "\x80" <= character < "\xa0" for character in shown
    )
    assert len(shown.splitlines()) <= 1
