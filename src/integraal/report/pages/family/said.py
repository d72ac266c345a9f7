"""What advice says in words for the family, or in the fewer words that a child reads."""

from collections.abc import Iterable, Iterator

from integraal.model.instrument import Instrument, Statement
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level
from integraal.report.blocks import Block
from integraal.report.phrases.answer import lowered
from integraal.report.prose import paragraph
from integraal.report.text import strong
from integraal.words.words import Words


def level_said(assessment: Assessment, words: Words) -> Iterator[Block]:
    """How people work together, and whether that may still become more."""
    advice = assessment.advice
    if advice.level is None or advice.reach is None:
        return
    level, reach = (_of_level(assessment.reader, each) for each in (advice.level, advice.reach))
    yield paragraph(strong(level))
    if not advice.is_settled:
        key = "child" if assessment.reader is Reader.CHILD else "family"
        yield paragraph(words(f"{key}.could_become", more=lowered(reach)))


def ways_said(assessment: Assessment, words: Words) -> list[str]:
    """The routes that hold now, each with whether an answer may still change it.

    What is no more than a possibility would unsettle more than it helps.
    """
    instrument = assessment.instrument
    told = []
    for outcome in assessment.advice.outcomes:
        text = _of_statement(assessment.reader, instrument, instrument.outcome(outcome.id))
        if outcome.holds_now and text:
            told.append(text if outcome.certain else f"{text} {words('family.may_change')}")
    return told


def called_said(assessment: Assessment) -> Iterable[str]:
    """What people do or talk over."""
    instrument = assessment.instrument
    for reason in assessment.advice.actions:
        yield _of_statement(assessment.reader, instrument, instrument.action_of(reason.rule))


def _of_level(reader: Reader, level: Level) -> str:
    return (level.for_child if reader is Reader.CHILD else "") or level.for_family


def _of_statement(reader: Reader, instrument: Instrument, statement: Statement) -> str:
    is_for_child = reader is Reader.CHILD and instrument.speaks_to_children
    return statement.for_child if is_for_child else statement.for_family
