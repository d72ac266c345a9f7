"""One of every page that people get on paper: every instrument, every language, every reader."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from integraal.cli.readers import has_form
from integraal.engine.assess import assess
from integraal.engine.dangers import danger_at
from integraal.engine.lower import lower
from integraal.engine.reach.skip_logic import skipped_by
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument, Kind
from integraal.model.reader import Reader
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import read_examples
from integraal.reading.library import Library
from integraal.report.blocks import Document
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.pages.checklist import checklist
from integraal.report.pages.family.conversation import asked_of_family, conversation_page
from integraal.report.pages.family.page import family_page
from integraal.report.parts.answer_room import Paper
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS, ROOT
from tests.report.render.kinds import HOSTILE

CONVERSATION = ("gedeelde-zorg", "voor-wie-doen-we-wat")
"""Instruments that ask something in words for the family."""
PART = ("procesregie",)
"""Instruments that say whose part what is."""
AT_THE_TABLE = tuple(
    name for name in INSTRUMENTS if has_form(Library().instrument(name), Reader.TABLE)
)
"""Instruments that ask something that the table may be asked."""


@cache
def answered(instrument: Instrument) -> Answers:
    """Give the answers of the richest of an author's own test cases, and something in own words."""
    folder = ROOT / "tests" / "cases" / instrument.id
    examples = [
        example.answers
        for path in sorted(folder.glob("*.yaml"))
        for example in read_examples(path, instrument, elsewhere(instrument))
    ]
    richest = max(examples, key=lambda answers: len(list(answers)))
    words = {q.id: " ".join(HOSTILE[:4]) for q in instrument.questions() if q.kind is Kind.TEXT}
    return Answers({**dict(richest.items()), **words})


def blank(name: str, *languages: str, answers: Answers | None = None) -> Document:
    """Lay out the form of an instrument."""
    instruments = [Library().instrument(name, language) for language in languages]
    words = [Words(language) for language in languages]
    program = lower(instruments[0])
    paper = Paper(skipped_by(program), danger_at(program))
    return checklist(instruments, words, answers, paper=paper)


def pages_of(name: str, language: str) -> Iterator[tuple[str, Document]]:
    """Lay out all that can be had of an instrument in a language."""
    instrument, words = Library().instrument(name, language), Words(language)
    moment = Moment(date(2026, 11, 21), answered(instrument))
    assessment = assess(lower(instrument), Case("C-2041", moments=(moment,)), ())
    yield f"{name}-{language}-leeg", blank(name, language)
    yield f"{name}-{language}-ingevuld", blank(name, language, answers=assessment.answers)
    yield f"{name}-{language}-advies", advice_sheet(assessment, words)
    if instrument.speaks_to_families:
        yield (
            f"{name}-{language}-gezin",
            family_page(assessment, Library().help_lines(language).lines, words),
        )
    if asked_of_family(instrument):
        lines = Library().help_lines(language).lines
        yield f"{name}-{language}-gesprek", conversation_page(instrument, lines, words)
    if name in AT_THE_TABLE:
        # No country is known, so that whom to call takes most room.
        called = (Library().help_lines(language).lines,)
        program = lower(instrument)
        paper = Paper(
            skipped_by(program), danger_at(program), reader=Reader.TABLE, help_lines=called
        )
        yield f"{name}-{language}-tafel", checklist([instrument], [words], paper=paper)
    if instrument.roles:
        paper = Paper(skipped_by(lower(instrument)), role=instrument.roles[0].id)
        yield f"{name}-{language}-rol", checklist([instrument], [words], paper=paper)


@cache
def every_document() -> dict[str, Document]:
    """Lay out everything, by name."""
    single = {
        name: document
        for instrument in INSTRUMENTS
        for language in LANGUAGES
        for name, document in pages_of(instrument, language)
    }
    several = {f"{name}-nl-fr-leeg": blank(name, "nl", "fr") for name in INSTRUMENTS}
    return {**single, **several}
