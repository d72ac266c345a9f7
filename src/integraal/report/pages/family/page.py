"""Lay out advice for the family, or for a child: what it means for them, without jargon.

What has no text for the family is not shown to them; a rule's number or source is not either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from integraal.model.reader import Reader
from integraal.model.results.advice import Reason
from integraal.model.results.assessment import Assessment
from integraal.model.services.help_line import HelpLine
from integraal.model.services.region import Region
from integraal.model.truth import Truth
from integraal.report.blocks import Block, Document, Heading, WritingLines
from integraal.report.pages.advice import footer
from integraal.report.pages.family.said import called_said, level_said, ways_said
from integraal.report.parts.advice_parts import decides
from integraal.report.parts.foreign import foreign
from integraal.report.parts.others import closing
from integraal.report.parts.timeline.afterwards import afterwards, goes_well
from integraal.report.parts.timeline.agreed import agreed_blocks
from integraal.report.parts.timeline.decided import decided_blocks
from integraal.report.phrases.grounds import legend, letter
from integraal.report.prose import page, paragraph, section
from integraal.report.text import quiet
from integraal.words.words import Words

_MAY_REFUSE = {
    Truth.FALSE: "family.voluntary",
    Truth.UNKNOWN: "family.maybe_voluntary",
    Truth.TRUE: "family.compulsory",
}


def family_page(
    assessment: Assessment,
    lines: Iterable[HelpLine],
    words: Words,
    *,
    today: date | None = None,
    region: Region | None = None,
) -> Document:
    """Compose the page.

    Args:
        assessment: As this reader may see it.
        lines: The help lines that there are.
        words: In the language of its instrument.
        today: To say when people talk again, where that was agreed for all to read.
        region: Of which the desks are named that one can turn to.
    """
    is_child = assessment.reader is Reader.CHILD
    parts = _Parts(assessment, words)
    blocks = (
        *([paragraph(quiet(words.date(assessment.day)))] if assessment.day else []),
        *(parts.for_child() if is_child else parts.for_family()),
        *afterwards(assessment, today, region, words),
        *closing([assessment.instrument], assessment.reader, lines, assessment.country, words),
    )
    told = assessment.instrument
    made = page(parts.title, words, blocks, footer(told, words), foreign([told], words))
    return replace(made, is_sheet=True, for_everybody=True)


class _Parts:
    """The parts of the page, each a few blocks."""

    def __init__(self, assessment: Assessment, words: Words) -> None:
        self.assessment = assessment
        self.instrument = assessment.instrument
        self.advice = assessment.advice
        self.words = words

    @property
    def title(self) -> str:
        if self.assessment.reader is Reader.CHILD:
            return self.words("child.title")
        return self.instrument.family_title_here or self.words("family.title")

    def for_family(self) -> Iterator[Block]:
        words, advice = self.words, self.advice
        # Of the reasons those that decide the level; of those below it one would ask: so what?
        deciding = [reason for reason in advice.reasons if decides(reason, advice)]
        first = advice.first if advice.provisional else ()
        yield paragraph(words("family.about"))
        yield from agreed_blocks(self.assessment.case, words)
        yield from self.what_and_how()
        yield from decided_blocks(self.assessment, words)
        held = [outcome.reason for outcome in advice.outcomes if outcome.holds_now]
        routes = [reason for reason in held if not reason.rule.sensitive]
        why = self.reasons([*deciding, *routes])
        told = [reason for reason in deciding if reason.rule.grounds.for_family]
        if left_out := len(advice.reasons) - len(told):
            why.append(words("family.more", count=left_out))
        parts = [
            *section(words("family.why"), why),
            *section(words("family.first"), self.reasons(first)),
            *section(words("family.limits"), self.reasons(advice.limits)),
        ]
        yield from parts
        if parts:
            yield paragraph(quiet(legend(words, "family.support")))
        yield from self.together()
        yield from goes_well(self.assessment.reader, words)
        yield Heading(2, words("family.yours"))
        refuse = words(_MAY_REFUSE[self.assessment.is_compulsory])
        yield paragraph(f"{words('family.rights')} {refuse}")
        yield WritingLines(3, words("family.room"))

    def reasons(self, reasons: Iterable[Reason]) -> list[str]:
        """Reasons in words for the family, each with the letters of what it rests on."""
        rests: dict[str, list[str]] = {}
        for reason in reasons:
            if text := reason.rule.grounds.for_family:
                rests.setdefault(text, []).append(letter(reason.rule.grounds.support, self.words))
        return [" ".join((text, *dict.fromkeys(marks))) for text, marks in rests.items()]

    def for_child(self) -> Iterator[Block]:
        """Less: what will happen, and room for the child's own words."""
        yield paragraph(self.words("child.about"))
        yield from self.what_and_how()
        yield from self.together()
        yield from goes_well(self.assessment.reader, self.words)
        yield Heading(2, self.words("child.yours"))
        yield paragraph(self.words("child.rights"))
        if self.assessment.is_compulsory is Truth.TRUE:
            yield paragraph(self.words("child.compulsory"))
        yield WritingLines(3, self.words("child.room"))

    def what_and_how(self) -> Iterator[Block]:
        if self.advice.level is not None:
            is_child = self.assessment.reader is Reader.CHILD
            yield Heading(2, self.words("child.advice" if is_child else "family.advice"))
        yield from level_said(self.assessment, self.words)
        ways = ways_said(self.assessment, self.words)
        yield from _list(self.words("family.way"), ways)

    def together(self) -> Iterator[Block]:
        yield from _list(self.words("family.together"), called_said(self.assessment))


def _list(title: str, texts: Iterable[str]) -> Iterator[Block]:
    return section(title, (text for text in dict.fromkeys(texts) if text))
