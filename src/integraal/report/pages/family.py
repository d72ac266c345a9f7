"""Lay out an advice for the family: what it means for them, in plain words, without jargon.

What has no text for the family is not shown to them; a rule's number or source is not either.
"""

from collections.abc import Iterator
from dataclasses import replace

from integraal.model.instrument import Instrument
from integraal.model.results.advice import Advice
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block, Document, Heading, WritingLines
from integraal.report.pages.advice import footer
from integraal.report.pages.advice_parts import decides
from integraal.report.prose import page, paragraph, section
from integraal.report.text import quiet, strong
from integraal.words.words import Words


def family_page(assessment: Assessment, words: Words) -> Document:
    """Compose the page for the family."""
    instrument, advice, day = assessment.instrument, assessment.advice, assessment.day
    title = words("family.title" if instrument.scale else "family.title_routes")
    # Of the reasons those that decide the level; of those below it one would ask: so what?
    deciding = [reason for reason in advice.reasons if decides(reason, advice)]
    first = advice.first if advice.provisional else ()
    called = [instrument.action_of(reason.rule).for_family for reason in advice.actions]
    blocks = (
        *([paragraph(quiet(words.date(day)))] if day else []),
        paragraph(words("family.about")),
        *_level(advice, words),
        *_list(words("family.way"), _ways(instrument, advice, words)),
        *_list(words("family.why"), [r.rule.grounds.for_family for r in deciding]),
        *_list(words("family.first"), [r.rule.grounds.for_family for r in first]),
        *_list(words("family.limits"), [r.rule.grounds.for_family for r in advice.limits]),
        *_list(words("family.together"), called),
        Heading(2, words("family.yours")),
        paragraph(words("family.rights")),
        WritingLines(3, words("family.room")),
    )
    return replace(page(title, words, blocks, footer(instrument, words)), is_sheet=True)


def has_family_page(instrument: Instrument) -> bool:
    """Whether an instrument has anything to say to a family."""
    texts = [*(one.for_family for one in (*instrument.actions, *instrument.outcomes))]
    return any((*texts, *(rule.grounds.for_family for rule in instrument.rules)))


def _level(advice: Advice, words: Words) -> Iterator[Block]:
    if advice.level is None or advice.reach is None:
        return
    yield Heading(2, words("family.advice"))
    yield paragraph(strong(advice.level.for_family))
    if not advice.is_settled:
        yield paragraph(words("family.could_become", more=advice.reach.for_family))


def _ways(instrument: Instrument, advice: Advice, words: Words) -> list[str]:
    """The routes that hold now, each with whether an answer may still change it.

    What is no more than a possibility would unsettle more than it helps.
    """
    told = []
    for outcome in advice.outcomes:
        text = instrument.outcome(outcome.id).for_family
        if outcome.holds_now and text:
            told.append(text if outcome.certain else f"{text} {words('family.may_change')}")
    return told


def _list(title: str, texts: list[str]) -> Iterator[Block]:
    return section(title, (text for text in dict.fromkeys(texts) if text))
