"""Findings say where, what and what to do."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import integraal
from integraal.model.finding import Finding, Place
from integraal.model.services.row import NEEDED
from integraal.report.phrases.finding import finding_sentence, finding_text
from integraal.words.words import LANGUAGES, Words

NL = Words("nl")
LINE = "  gezinslden: twee"
MISSPELT = Finding(
    "no-such-question",
    Place("casus.yaml", 7, 3, 10, LINE),
    (("question", "gezinslden"),),
    "gezinsleden",
)


def test_a_finding_shows_the_line_and_draws_a_mark_under_the_place() -> None:
    assert finding_text(MISSPELT, NL).splitlines() == [
        "casus.yaml:7:3: error[no-such-question] de vraag 'gezinslden' kennen we niet.",
        "    7 |   gezinslden: twee",
        "      |   ^^^^^^^^^^ Bedoel je 'gezinsleden'?",
    ]


def test_a_finding_about_a_whole_file_has_no_line_to_show() -> None:
    finding = Finding("no-such-file", Place("casus.yaml"))
    assert finding_text(finding, NL).splitlines() == [
        "casus.yaml: error[no-such-file] dit bestand is er niet.",
        "       Klopt de naam, en de map?",
    ]


def test_a_finding_without_a_remedy_leaves_no_loose_end() -> None:
    assert finding_text(Finding("empty-file", Place("casus.yaml")), NL) == (
        "casus.yaml: error[empty-file] dit bestand is leeg."
    )
    with_line = Finding("empty-text", Place("a.yaml", 1, 1, 2, "[]"))
    assert finding_text(with_line, NL).endswith("      | ^^")


def test_a_long_line_is_shown_around_the_place() -> None:
    long = "x" * 400 + "HIER" + "y" * 400
    shown, under = finding_text(
        Finding("empty-list", Place("a.yaml", 1, 401, 4, long)), NL
    ).splitlines()[1:]
    assert shown[under.index("^") : under.rindex("^") + 1] == "HIER"
    assert len(shown) < 140


def test_the_mark_never_reaches_beyond_the_line() -> None:
    finding = Finding("empty-list", Place("a.yaml", 1, 3, 500, "a: []"))
    shown, under = finding_text(finding, NL).splitlines()[1:]
    assert under.rindex("^") < len(shown)


def test_what_an_author_wrote_is_shown_and_not_obeyed() -> None:
    bad = "a\x1b[31m\u202e{x}\tb"
    finding = Finding(
        "no-such-question", Place(f"{bad}.yaml", 1, 1, 1, bad), (("question", bad),), bad
    )
    text = finding_text(finding, NL)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "{x}" in text
    assert len(text.splitlines()) == 3


def test_a_value_may_have_the_same_name_as_the_parameter_of_a_function() -> None:
    finding = Finding("missing-key", Place("a.yaml", 1, 1, 1, "a: b"), (("key", "id"),))
    assert finding_sentence(finding, NL) == "hier ontbreekt 'id'."


KEYS = NL.keys()


def codes_in_the_source() -> set[str]:
    """Name the codes that the readers give, as they stand in the source."""
    known = {key.removeprefix("finding.") for key in KEYS if key.startswith("finding.")}
    written = {
        node.value
        for path in Path(integraal.__file__).parent.rglob("*.py")
        if "words" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    kinds = [
        "level",
        "action",
        "outcome",
        "source",
        "question",
        "table",
        "instrument",
        "rule",
        "score",
        "promise",
        "target",
        "sector",
        "organisation",
        "item",
        "service",
        "calendar",
        "partner",
        "case",
        "story",
    ]
    made_up = {f"unknown-{kind}" for kind in kinds} | {f"row-without-{name}" for name in NEEDED}
    made_up |= {f"{key}-otherwise" for key in ("beside", "repeats")}
    return known & (written | made_up)


def test_no_sentence_is_kept_for_a_finding_that_nobody_makes() -> None:
    known = {key.removeprefix("finding.") for key in KEYS if key.startswith("finding.")}
    assert known - codes_in_the_source() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_and_its_remedy_can_be_said_in_full(language: str) -> None:
    words = Words(language)
    for code in sorted(key.removeprefix("finding.") for key in KEYS if key.startswith("finding.")):
        wanted = _values(words(f"finding.{code}"))
        if f"remedy.{code}" in words:
            wanted |= _values(words(f"remedy.{code}")) - {"suggestion"}
        details = tuple((name, "waarde") for name in sorted(wanted))
        text = finding_text(Finding(code, Place("a.yaml", 1, 1, 1, "a: b"), details), words)
        assert (code, re.findall(r"\{\w*\}", text)) == (code, [])


def _values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_what_identifies_is_named_in_the_language_of_the_sentence() -> None:
    finding = Finding.at("case-id-identifies", "c.yaml", kinds="email, telefoon")
    assert "e-mail address, phone number" in finding_sentence(finding, Words("en")).lower()
    assert "e-mailadres, telefoonnummer" in finding_sentence(finding, NL)


def test_another_kind_of_file_is_named_in_the_language_of_the_sentence() -> None:
    finding = Finding.at("not-an-instrument", "c.yaml", kind="casus")
    assert "een casus" in finding_sentence(finding, NL)
    assert "{" not in finding_sentence(Finding.at("not-an-instrument", "x", kind="ding"), NL)
