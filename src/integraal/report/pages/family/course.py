"""Lay out the course of a case for the family, or for a child: how it went, what was agreed.

What was advised at each moment in words for them; which answers changed is said in words for
professionals, and stands on the page for them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.model.results.course import Course, Stage
from integraal.model.services.help_line import HelpLine
from integraal.model.services.network import Network
from integraal.report.blocks import Block, Document, Heading, WritingLines
from integraal.report.pages.course import MOST, agreements, course_footer
from integraal.report.pages.family.said import level_said, ways_said
from integraal.report.parts.foreign import foreign
from integraal.report.parts.others import closing
from integraal.report.parts.timeline.afterwards import afterwards, goes_well
from integraal.report.parts.timeline.decided import decided_blocks
from integraal.report.parts.timeline.known_before import day_text
from integraal.report.prose import page, paragraph, points
from integraal.report.text import quiet, strong
from integraal.words.words import Words


def family_course_page(
    courses: Sequence[Course],
    today: date,
    words: Words,
    lines: Sequence[HelpLine],
    network: Network | None = None,
) -> Document:
    """Compose the page.

    Args:
        courses: Of one case as this reader may see it, one for each instrument that has words for
            a family.
        today: To say of which agreements the day has passed.
        words: In the language of the page.
        lines: Every help line.
        network: Whose desks the family can turn to.
    """
    now = courses[0].now
    is_child = now.reader is Reader.CHILD
    who = "child" if is_child else "family"
    blocks: list[Block] = [paragraph(strong(words(f"reader.{now.reader.value}")))]
    blocks.append(paragraph(words(f"{who}.course")))
    for each in courses:
        # With one instrument the days say enough.
        blocks += [Heading(2, each.instrument.title)] if len(courses) > 1 else []
        blocks += _moments(each.stages, words, 3 if len(courses) > 1 else 2)
        blocks += () if is_child else decided_blocks(each.now, words)
    if not is_child:
        # What people agreed, they said in their own words; a child hears it from them.
        blocks += agreements(now.case, today, words, now.reader)
    blocks += goes_well(now.reader, words)
    blocks.append(Heading(2, words(f"{who}.yours")))
    blocks.append(paragraph(words(f"{who}.rights")))
    blocks.append(WritingLines(3, words(f"{who}.room")))
    region = network.as_region(courses[0].instrument.id) if network else None
    blocks += afterwards(now, today, region, words)
    blocks += closing([each.instrument for each in courses], now.reader, lines, now.country, words)
    made = page(words(f"{who}.course_title"), words, blocks, course_footer(courses, words))
    told = foreign((each.instrument for each in courses), words)
    return replace(made, is_sheet=True, for_everybody=True, foreign=told)


def _moments(stages: Sequence[Stage], words: Words, step: int) -> Iterator[Block]:
    shown = stages[-MOST:]
    if len(shown) < len(stages):
        yield paragraph(quiet(words("family.course_earlier", count=len(stages) - len(shown))))
    before: tuple[Block, ...] = ()
    for stage in shown:
        yield Heading(step, day_text(stage.assessment.until, words))
        said = tuple(_said(stage.assessment, words))
        if not said:
            yield paragraph(words("family.course_nothing"))
        elif said == before:
            yield paragraph(words("family.course_same"))
        else:
            yield from said
        before = said


def _said(assessment: Assessment, words: Words) -> Iterator[Block]:
    """What was advised, and how people went on."""
    yield from level_said(assessment, words)
    if ways := ways_said(assessment, words):
        yield points(ways)
