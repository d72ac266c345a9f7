"""Lay out what people decided instead of what was advised: counted, apart from the panel.

Whoever decides knows the advice, and records a decision mostly where it differs; of how often
people go along with advice, this says nothing. So there are counts, and no measure of agreement.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from integraal.model.instrument import Instrument
from integraal.model.study.ratings import Rating
from integraal.report.blocks import Block, Heading, Table
from integraal.report.phrases.panel import level_name
from integraal.report.prose import paragraph
from integraal.report.text import inline
from integraal.words.words import Words

_HEAD = ("advised", "decided", "count")


def decisions_blocks(
    decided: Sequence[Rating], instrument: Instrument, words: Words
) -> Iterator[Block]:
    """Lay out how many decisions went higher or lower than the advice, and from what to what."""
    if not decided:
        return
    yield Heading(2, words("panel.report.decisions"))
    yield paragraph(words("panel.report.decisions.text", count=len(decided)))
    pairs = _pairs(decided, instrument)
    order = instrument.level_ids
    steps = [order.index(to) - order.index(advised) for advised, to in pairs.elements()]
    counts = {
        "higher": sum(step > 0 for step in steps),
        "lower": sum(step < 0 for step in steps),
        "same": steps.count(0),
        "apart": len(decided) - len(steps),
    }
    yield paragraph(words("panel.report.decisions.counts", **counts))
    if pairs:
        head = tuple(words(f"panel.report.decisions.{each}") for each in _HEAD)
        rows = (
            (level_name(advised, instrument), level_name(to, instrument), str(pairs[advised, to]))
            for advised, to in sorted(pairs, key=lambda pair: tuple(map(order.index, pair)))
        )
        yield Table(head, tuple(tuple(map(inline, row)) for row in rows))


def _pairs(decided: Sequence[Rating], instrument: Instrument) -> Counter[tuple[str, str]]:
    """How often each level was decided where each was advised."""
    known = set(instrument.level_ids)
    return Counter((one.advised, one.level) for one in decided if {one.advised, one.level} <= known)
