"""No true danger is missing on any page for professionals, whatever was asked, of whatever case.

Cases of every instrument that can tell of danger, made up anew; both countries and none, all three
languages, every way of asking in every format. What must be there the engine says.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import pytest

from integraal.cli.output.formats import PAGE, Format
from integraal.engine.dangers import danger_at, gathered
from integraal.engine.lower import lower
from integraal.model.case.timeline import look
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.results.danger import Danger, lines_of
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import FIRST_INSTRUMENT, Library
from integraal.report.prose import first_sentence
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.everything import folder, shown

pytestmark = pytest.mark.xdist_group("everything")

ABOUT_PEOPLE = [name for name in INSTRUMENTS if not Library().instrument(name).keep_apart]
ALARMING = [name for name in ABOUT_PEOPLE if danger_at(lower(Library().instrument(name)))]
"""Instruments of which an answer can tell of danger."""
WAYS = (
    "advies CASE -i NAME",
    "advies CASE -i NAME --volledig",
    "advies CASE -i NAME --alleen-bron",
    "advies CASE -i NAME --waarom",
    "advies CASE -i NAME --waarom-niet LEVEL",
    "advies CASE -i NAME --wat-als QUESTION=OPTION",
    "advies CASE -i NAME --kleinste-stap",
    "verloop CASE -i NAME",
    "verloop CASE",
    "vergelijk CASE OTHER -i NAME",
    "vergelijk OTHER CASE -i NAME --alleen-bron",
    "checklist NAME --casus CASE",
)
OF_LEVELS = ("--waarom-niet", "--kleinste-stap")
"""What only an instrument with a scale can be asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One page, and the case that it is of."""

    line: str
    form: Format
    language: str
    name: str
    """Of the instrument in view."""
    land: str
    answers: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        land, given = self.land or "?", " ".join(f"{q}={a}" for q, a in self.answers[:2])
        return f"{self.line} {self.form} {self.language} {land} {given}"


@cache
def instrument(name: str, language: str) -> Instrument:
    return Library().instrument(name, language)


@cache
def alarming_answers() -> list[tuple[str, str]]:
    return sorted({pair for name in ALARMING for pair in danger_at(lower(instrument(name, "nl")))})


def given(question: Question, chance: random.Random) -> str:
    """An answer as a case file has it."""
    options = [*question.option_ids, "weet_niet"]
    if question.kind is Kind.NUMBER:
        return str(int(question.numbers.least or 0) + chance.randint(0, 3))
    picked = chance.choice(options)
    return f"[{picked}]" if question.kind is Kind.SEVERAL and picked != "weet_niet" else picked


def made_up(way: str, form: Format, chance: random.Random) -> Asked:
    """A page about a case with one answer of danger and others beside it."""
    names = ABOUT_PEOPLE if "NAME" in way else [FIRST_INSTRUMENT]
    names = [n for n in names if instrument(n, "nl").scale or not _of_levels(way)]
    seen = instrument(chance.choice(names), "nl")
    danger = chance.choice(alarming_answers())
    asked = [q for q in seen.questions() if q.kind is not Kind.TEXT and not q.from_case]
    others = [q for q in asked if q.id != danger[0] and chance.random() < 0.3]
    told = {danger[0]: danger[1]} | {q.id: given(q, chance) for q in others}
    free = next(q for q in asked if q.kind is Kind.ONE and q.id not in seen.danger_questions)
    line = way.replace("NAME", seen.id).replace("QUESTION", free.id)
    line = line.replace("OPTION", free.option_ids[-1])
    if seen.scale:
        line = line.replace("LEVEL", seen.level_ids[-1])
    language, land = chance.choice(LANGUAGES), chance.choice(["nl", "be", ""])
    return Asked(line, form, language, seen.id, land, tuple(told.items()))


def _of_levels(way: str) -> bool:
    return any(word in way for word in OF_LEVELS)


def _every() -> Iterator[Asked]:
    chance = random.Random(112)
    for _ in range(times(1)):
        for way, form in product(WAYS, PAGE):
            yield made_up(way, form, chance)


def write(asked: Asked) -> None:
    head = "schema: integraal/casus/1\ncasus: D-{}\n{}moment: 2026-11-22\nanswers:\n"
    land = f"land: {asked.land}\n" if asked.land else ""
    told = "".join(f"  {name}: {value}\n" for name, value in asked.answers)
    (folder() / "gevaar.yaml").write_text(head.format(1, land) + told, "utf-8")
    calm = f"  {asked.answers[0][0]}: weet_niet\n"
    (folder() / "anders.yaml").write_text(head.format(2, land) + calm, "utf-8")


def dangers(asked: Asked) -> tuple[Danger, ...]:
    """What the engine sees in the case, in the language of the page."""
    seen = instrument(asked.name, asked.language)
    case = read_case(folder() / "gevaar.yaml", seen, elsewhere(seen)).case
    every = (seen, *neighbours(asked.name, asked.language))
    return gathered(map(lower, every), look(seen, case).answers)


def plain(text: str) -> str:
    """A text without frames, marks, spaces and kinds of hyphens."""
    return re.sub(r"[\s┃│*>#\\_-]", "", text.replace("\u2011", "-"))


@pytest.mark.parametrize("asked", list(_every()), ids=str)
def test_no_true_danger_is_missing(asked: Asked) -> None:
    write(asked)
    found = dangers(asked)
    assert found, "a case that tells of danger"
    line = asked.line.replace("CASE", "gevaar.yaml").replace("OTHER", "anders.yaml")
    text = shown(line, asked.form, asked.language)
    if asked.form is Format.JSON:
        if not line.startswith("checklist"):
            assert {one.statement.id for one in found} <= set(_urgent(json.loads(text)))
        return
    page = plain(text)
    assert plain(Words(asked.language)("danger.title")) in page
    for one in found:
        assert plain(first_sentence(one.statement.text)) in page, one.statement.id
    for called in lines_of(found, asked.land):
        assert plain(called.number) in page, called.id


def _urgent(data: Any) -> Iterator[str]:
    """The ids of every danger anywhere in the data, each with whom to call."""
    places = [data, *data.get("instruments", ()), *data.get("views", ())]
    for place in places:
        for one in place.get("urgent", ()):
            if one["kind"] == "danger":
                assert one["calls"][0]["number"] == "112"
                yield one["id"]


@pytest.mark.parametrize("name", ALARMING)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_has_the_numbers_of_what_it_asks(name: str, language: str) -> None:
    """Whoever fills it in by hand has no engine beside them."""
    page = plain(shown(f"checklist {name}", Format.MARKDOWN, language))
    for line in instrument(name, language).help_lines:
        assert plain(line.number) in page, line.id
