"""Numbers to call have one home, somebody looks after it, and no sentence keeps one of its own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integraal.model.finding import Finding, Place
from integraal.model.services.help_line import Caller, HelpLines
from integraal.reading.library import Library
from integraal.verify.help_lines import FRESH, help_line_findings, number_findings
from tests.conftest import INSTRUMENTS

LINES = Library().help_lines()
CHECKED = LINES.lines[0].checked


def said(lines: HelpLines, today: date) -> list[tuple[str, str]]:
    instruments = [Library().instrument(name) for name in INSTRUMENTS]
    found = help_line_findings(lines, instruments, today, lambda _: Place(""))
    return [(finding.code, dict(finding.details)["line"]) for finding in found]


def test_the_shipped_lines_are_called_and_were_checked_within_a_year() -> None:
    assert said(LINES, CHECKED) == []


def test_a_line_that_nothing_calls_is_said() -> None:
    only_for_us = replace(LINES.line("luisterlijn"), callers=(Caller.PROFESSIONAL,))
    assert said(HelpLines("lijnen", (only_for_us,)), CHECKED) == [
        ("help-line-uncalled", "luisterlijn")
    ]


@pytest.mark.parametrize("days", [-1, FRESH.days + 1])
def test_a_line_that_was_checked_too_long_ago_or_never_yet_is_said(days: int) -> None:
    (line,) = LINES.chosen(["noodnummer"])
    today = CHECKED + timedelta(days=days)
    assert said(HelpLines("lijnen", (line,)), today) == [("help-line-stale", "noodnummer")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bel 1713.", "1713"),
        ("Bel 112 of 114.", "114"),
        ("Bel 0800-2001 (gratis).", "0800-2001"),
        ("Bel 088 0767 001!", "088 0767 001"),
        ("Appelez le 116 001", "116 001"),
        ("Bel 02.123.45.67.", "02.123.45.67"),
        ("Bel +32 2 123 45 67.", "+32 2 123 45 67"),
    ],
)
def test_a_number_that_is_not_in_the_file_is_found(text: str, number: str) -> None:
    (found,) = numbers(text)
    assert (found.code, dict(found.details)["number"]) == ("unknown-number", number)


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112.",
        "Bel 0800 2000.",
        "In 1999.",
        "Op 01-02-2026.",
        "Artikel 458bis.",
        "1.200 gezinnen",
        "10 tot 14",
    ],
)
def test_a_number_of_the_file_or_of_something_else_is_left_alone(text: str) -> None:
    assert numbers(text) == []


def test_a_number_that_stands_in_the_words_of_the_author_is_found_there_alone() -> None:
    author = replace(Library().instrument("kruispunt-doorstroom"), about="Bel 1713.")
    assert not [
        at for at in number_findings(author, LINES, Place, author) if at.place.file == "about"
    ]
    translated = replace(author, about="Call 1713.")
    found = number_findings(translated, LINES, Place, author)
    assert [at.code for at in found if at.place.file == "about"] == ["unknown-number"]


def numbers(text: str) -> list[Finding]:
    whole = replace(Library().instrument("kruispunt-doorstroom"), about=text)
    found = number_findings(whole, LINES, Place)
    return [finding for finding in found if finding.place.file == "about"]
