"""Lay out what an advice rests on: how many rules a source says, and which sources."""

from collections import Counter
from collections.abc import Iterator

from integraal.model.results.assessment import Assessment
from integraal.model.source import Support
from integraal.report.blocks import Block, Heading
from integraal.report.prose import paragraph, points
from integraal.report.text import inline, quiet
from integraal.words.words import Words


def grounds_blocks(assessment: Assessment, words: Words) -> Iterator[Block]:
    """What rests on a source and what on our choice, and that nobody validated it."""
    instrument, advice = assessment.instrument, assessment.advice
    routes = [outcome.reason for outcome in advice.outcomes]
    used = [*routes, *advice.reasons, *advice.limits, *advice.actions]
    count = Counter(reason.rule.grounds.support for reason in used)
    yield Heading(2, words("grounds.title"))
    yield points(
        words(f"grounds.{support.value}", count=count[support])
        for support in Support
        if count[support]
    )
    honest = "grounds.honest" if instrument.scale else "grounds.honest_routes"
    yield paragraph(words(honest))
    cited = {one.document for reason in used for one in reason.rule.grounds.citations}
    if instrument.scale is not None:
        cited.add(instrument.scale.citation.document)
    sources = [source for source in instrument.sources if source.id in cited]
    if sources:
        yield paragraph(quiet(words("grounds.sources")))
        yield points(inline(quiet(f"{s.id}  {s.title}. {s.where}")) for s in sources)
