"""Lay out the last known answers to what is open now: they count nowhere, and may well be true.

For professionals only: what somebody once said of safety stands among them.
"""

from collections.abc import Iterator
from datetime import date

from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.prose import paragraph, section
from integraal.report.text import quiet
from integraal.words.words import Words


def known_before(assessment: Assessment, words: Words) -> Iterator[Block]:
    """A section with all of them; nothing where there are none."""
    about = words("known_before.about")
    yield from section(words("known_before.title"), earlier_lines(assessment, words), about=about)


def earlier_lines(assessment: Assessment, words: Words) -> Iterator[str]:
    """Each of them, with its day and whether anybody asked since."""
    for earlier in assessment.earlier:
        question = assessment.instrument.question(earlier.question)
        answer = lowered(answer_text(question, earlier.answer, words))
        key = "asked" if earlier.was_asked else "not_asked"
        day = day_text(earlier.day, words)
        value = words(f"known_before.{key}", answer=answer, day=day)
        yield words("pair", name=question.name, value=value)


def along(assessment: Assessment, words: Words) -> Iterator[Block]:
    """What counts and was said at another moment than the one of the page, each with its day."""
    told = [
        words("case.along_one", name=question.name, answer=answer, day=day_text(each.day, words))
        for each in assessment.along
        for question in [assessment.instrument.question(each.question)]
        for answer in [lowered(answer_text(question, each.answer, words))]
    ]
    if told:
        yield paragraph(quiet(words("case.along", answers=words.listed(told))))


def day_text(day: date | None, words: Words) -> str:
    """A day, or that none was written."""
    return words.date(day) if day else words("course.no_day")
