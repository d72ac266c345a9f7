"""Lay out what an advice rests on: how many rules a source says, and which sources."""

from collections import Counter
from collections.abc import Iterator

from integraal.model.results.assessment import Assessment
from integraal.model.source import Support
from integraal.report.blocks import Block, Heading, Item, Items, Paragraph
from integraal.report.text import Span, inline
from integraal.words.words import Words


def grounds_blocks(assessment: Assessment, words: Words) -> Iterator[Block]:
    """Say what rests on a source and what on our choice, and that nobody validated it."""
    instrument, advice = assessment.instrument, assessment.advice
    routes = [outcome.reason for outcome in advice.outcomes]
    used = [*routes, *advice.reasons, *advice.limits, *advice.actions]
    count = Counter(reason.rule.grounds.support for reason in used)
    yield Heading(2, words("grounds.title"))
    yield Items(
        tuple(
            Item(inline(words(f"grounds.{support.value}", count=count[support])))
            for support in Support
            if count[support]
        )
    )
    honest = "grounds.honest" if instrument.scale else "grounds.honest_routes"
    yield Paragraph(inline(words(honest)))
    cited: set[str] = {
        citation.document for reason in used for citation in reason.rule.grounds.citations
    }
    if instrument.scale is not None:
        cited.add(instrument.scale.citation.document)
    sources = [source for source in instrument.sources if source.id in cited]
    if sources:
        yield Paragraph(inline(Span(words("grounds.sources"), quiet=True)))
        yield Items(
            tuple(Item(inline(Span(f"{s.id}  {s.title}. {s.where}", quiet=True))) for s in sources)
        )
