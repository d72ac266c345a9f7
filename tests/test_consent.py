"""Consent never silences safety: where no name may be shared, professionals read when it may.

Wherever a reason stands that limits what may be shared, its words for professionals stand beside
it, in every command, format and language; nobody else reads them.
"""

import json
import re
from html import unescape

import pytest

from integraal.cli.output.formats import PAGE, Format, endings
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES
from tests.conftest import INSTRUMENTS
from tests.everything import folder, ran

pytestmark = pytest.mark.xdist_group("everything")

NOW = """schema: integraal/casus/1
casus: D-2
land: nl
moment: 2026-11-22
answers:
  direct_gevaar: nee
  veiligheid: geen_zorg
  delen_met_naam: nee
  gezinsleden: drie_of_meer
"""
EARLIER = NOW.replace("11-22", "10-01")
LINES = (
    "advies geheim.yaml",
    "advies geheim.yaml --wat-als delen_met_naam=ja",
    "verloop geheim-verloop.yaml",
    "vergelijk geheim.yaml geheim-eerder.yaml",
)
TEXTS = tuple(form for form in PAGE if form not in (Format.PDF, Format.DOCX, Format.JSON))
TOLD = [
    (name, rule.id)
    for name in INSTRUMENTS
    for rule in Library().instrument(name).rules
    if rule.grounds.for_professionals
]


@pytest.fixture(autouse=True, scope="module")
def _cases() -> None:
    (folder() / "geheim.yaml").write_text(NOW, "utf-8")
    (folder() / "geheim-eerder.yaml").write_text(EARLIER, "utf-8")
    head, answers = NOW.replace("moment: 2026-11-22\n", "").split("answers:\n")
    below = answers.replace("  ", "      ")
    moments = (f"  - moment: {day}\n    answers:\n{below}" for day in ("2026-10-01", "2026-11-22"))
    course = f"{head}moments:\n{''.join(moments)}"
    (folder() / "geheim-verloop.yaml").write_text(course, "utf-8")


def shown(line: str, form: Format, language: str, *more: str) -> str:
    """The page as text, without what only its form needs."""
    file = folder() / f"geheim{endings(form)[0]}"
    done = ran(*line.split(), "--taal", language, "-o", file.name, "--overschrijf", *more)
    assert done.code == 0, done.said
    plain = re.sub(r"<[^>]*>|[┃│*>#\\]", " ", unescape(file.read_text("utf-8")))
    return " ".join(plain.split())


def sentences(language: str) -> tuple[str, str]:
    """The reason, and what professionals read beside it."""
    instrument = Library().instrument("voor-wie-doen-we-wat", language)
    grounds = instrument.rule("niet-delen-met-naam").grounds
    return grounds.because, grounds.for_professionals


def test_sharing_names_is_what_it_is_about() -> None:
    assert TOLD == [("voor-wie-doen-we-wat", "niet-delen-met-naam")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("line", LINES)
def test_the_other_rules_stand_beside_the_reason(line: str, form: Format, language: str) -> None:
    text = shown(line, form, language)
    because, beside = sentences(language)
    assert because in text
    assert text.count(beside) == text.count(because)


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_do_they_on_a_screen(language: str) -> None:
    done = ran(*LINES[0].split(), "--taal", language, on_screen=True, encoding="utf-8")
    text, (because, beside) = " ".join(done.text.split()), sentences(language)
    assert because in text
    assert text.count(beside) == text.count(because)


@pytest.mark.parametrize("reader", ["tafel", "gezin", "kind"])
@pytest.mark.parametrize("line", [LINES[0], *LINES[2:]])
def test_nobody_else_reads_them(line: str, reader: str) -> None:
    if "vergelijk" in line and reader != "tafel":
        return  # lies on the table, and is for nobody else
    for language in LANGUAGES:
        text = shown(line, Format.TERMINAL, language, "--voor", reader)
        assert sentences(language)[1] not in text


def test_data_has_them_beside_the_reason() -> None:
    text = shown(LINES[0], Format.JSON, "nl")
    limits = json.loads(text)["limits"]
    assert [limit["for_professionals"] for limit in limits] == [sentences("nl")[1]]
