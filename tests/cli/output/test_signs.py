"""On a terminal that lacks our signs, each becomes one that means the same."""

from pathlib import Path

import pytest

from integraal.cli.output.signs import ERRORS, in_ascii
from integraal.words.words import LANGUAGES, Words
from tests.cli.processes import PATIENCE_SECONDS, start

SHAPES = "●◆◇▲▼♥✎"
"""What marks mean on a ladder, and how an advice moves."""


def printed(folder: Path, encoding: str, *arguments: str | Path) -> bytes:
    """Give what the command prints where the terminal speaks an encoding."""
    process = start(folder, *arguments, env={"PYTHONIOENCODING": encoding})
    out, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 0
    return out


def test_what_holds_what_fails_and_what_is_unknown_stay_apart() -> None:
    assert len({in_ascii(sign) for sign in "✓✗?"}) == 3


def test_marks_stay_apart() -> None:
    assert len({in_ascii(shape) for shape in SHAPES}) == len(SHAPES)


def test_boxes_that_are_ticked_stay_ticked() -> None:
    assert [in_ascii(box) for box in "☐☒○◉"] == ["[ ]", "[x]", "( )", "(x)"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_in_ascii_without_a_question_mark_too_many(
    language: str,
) -> None:
    words = Words(language)
    for key in sorted(words.keys()):
        said = words(key)
        spelt = said.encode("ascii", ERRORS).decode()
        assert spelt.count("?") == said.count("?"), key
        assert "\\u" not in spelt, key


def test_a_letter_that_is_like_nothing_keeps_its_number() -> None:
    assert "ש of 👍 ".encode("cp1252", ERRORS) == rb"\u05e9 of \U0001f44d "


def test_an_encoding_keeps_the_signs_that_it_has() -> None:
    assert "coördinatie – ✓".encode("cp1252", ERRORS).decode("cp1252") == "coördinatie – +"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_trace_of_a_rule_says_what_it_said(
    examples: Path, tmp_path: Path, encoding: str
) -> None:
    case = examples / "C-2041.yaml"
    asked = ("advies", case, "--waarom", "--waarom-niet", "integratie", "--taal", "nl")
    plain, ours = (printed(tmp_path, each, *asked).decode(each) for each in (encoding, "utf-8"))
    signs = {"✓": "+", "✗": "-", "?": "?"}
    shown = [signs[line.split()[0]] for line in ours.splitlines() if line.strip()[:1] in signs]
    spelt = [
        line.split()[0]
        for line in plain.splitlines()
        if line.split()[:1] and line.split()[0] in "+-?"
    ]
    assert set(shown) >= {"+", "-"}
    assert spelt == shown
