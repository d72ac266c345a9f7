"""Real pages to look at: the example cases and some made-up answers, evaluated and laid out."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from integraal.engine.assess import assess
from integraal.engine.dangers import danger_at
from integraal.engine.lower import lower
from integraal.engine.reach.skip_logic import skipped_by
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.model.results.assessment import Assessment
from integraal.model.services.help_line import HelpLine
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library, data_folder
from integraal.report.blocks import Block, Callout, Document, Form, FormQuestion, SideBySide
from integraal.report.pages.advice import advice_page
from integraal.report.pages.checklist import checklist
from integraal.report.pages.family.page import family_page
from integraal.report.parts.answer_room import Paper
from integraal.words.words import LANGUAGES, Words

ONE_AREA = Partly(frozenset({"wonen"}), frozenset({"school", "werk"}))
MADE_UP: dict[str, dict[str, Answer | Iterable[str]]] = {
    "leeg": {},
    "half": {"gezinsleden": "twee", "leefgebieden": ONE_AREA, "veiligheid": DONT_KNOW},
    "licht": {
        "aantal_professionals": "een",
        "brede_blik": "ja",
        "draagkracht": "ruim",
        "veiligheid": "geen_zorg",
        "bestaande_vormen": {"geintegreerd_team"},
    },
}


@cache
def shipped(language: str = "nl") -> Instrument:
    """Give the shipped instrument in a language."""
    return Library().instrument("voor-wie-doen-we-wat", language)


@cache
def help_lines(language: str = "nl") -> tuple[HelpLine, ...]:
    """Give the help lines that there are."""
    return Library().help_lines(language).lines


@cache
def cases() -> dict[str, Case]:
    """Give every example case, and some made-up ones."""
    found = {
        path.stem: read_case(path, shipped(), lambda _: None).case
        for path in sorted((data_folder() / "voorbeelden").glob("*.yaml"))
    }
    day = date(2026, 11, 21)
    made = {
        name: Case(name, moments=(Moment(day, Answers(given)),)) for name, given in MADE_UP.items()
    }
    return found | made


def assessed(case: Case, language: str = "nl", *, source_only: bool = False) -> Assessment:
    """Evaluate a case, in a language."""
    return assess(lower(shipped(language), source_only=source_only), case, ())


def professional(case: Case, language: str = "nl") -> Document:
    """Lay out the advice for the professional."""
    return advice_page(assessed(case, language), Words(language))


def family(case: Case, language: str = "nl") -> Document:
    """Lay out the advice for the family."""
    return family_page(assessed(case, language), help_lines(language), Words(language))


def form(*languages: str, answers: Answers | None = None) -> Document:
    """Lay out the form."""
    instruments = [shipped(language) for language in languages]
    words = [Words(language) for language in languages]
    program = lower(instruments[0])
    paper = Paper(skipped_by(program), danger_at(program))
    return checklist(instruments, words, answers, paper=paper)


def every_page() -> Iterator[tuple[str, Document]]:
    """Walk through one of everything."""
    for name in ("C-2041", "C-3007", "leeg"):
        case = cases()[name]
        for language in LANGUAGES:
            yield f"advies-{name}-{language}", professional(case, language)
            yield f"gezin-{name}-{language}", family(case, language)
        yield f"formulier-{name}", form("nl", answers=case.latest.answers)
    yield "formulier-nl-fr", form("nl", "fr")
    yield "formulier-nl-fr-en", form("nl", "fr", "en")


def blocks_in(blocks: Iterable[Block]) -> Iterator[Block | FormQuestion]:
    """Blocks and questions in their order, those inside others included."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from blocks_in(block.blocks)
        elif isinstance(block, SideBySide):
            for column in block.columns:
                yield from blocks_in(column)
        elif isinstance(block, Form):
            yield from blocks_in(block.head)
            for lead, question in block.units:
                yield from (*blocks_in(lead), question)
            yield from blocks_in(part for parts in block.tail for part in parts)


def questions_of(document: Document) -> list[FormQuestion]:
    """The questions of a form, in their order."""
    return [each for each in blocks_in(document.blocks) if isinstance(each, FormQuestion)]


def strings(value: object) -> Iterator[str]:
    """Walk through every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def all_text(document: Document) -> str:
    """Give every text of a document, a line each."""
    return "\n".join(strings(document.blocks))


def with_hostile_texts(value: Any, hostile: str, texts: frozenset[str]) -> Any:
    """Add something hostile to every text for readers in an instrument."""
    if isinstance(value, tuple):
        return tuple(with_hostile_texts(item, hostile, texts) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        inside = getattr(value, field.name)
        if isinstance(inside, str) and inside and field.name in texts:
            changed[field.name] = f"{hostile} {inside} {hostile}"
        else:
            changed[field.name] = with_hostile_texts(inside, hostile, texts)
    return replace(value, **changed)
