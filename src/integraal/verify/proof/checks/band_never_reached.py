"""Every band of a score is that of some case.

Of one that is not, the case has the score whose sums come nearest to it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from integraal.engine.minimum import within
from integraal.model.instrument import Band, Instrument, Score
from integraal.solving.encoding import Rails
from integraal.solving.prover import Prover
from integraal.verify.paths import Path
from integraal.verify.proof.check import Check, Fault


class ScoreBand(NamedTuple):
    """A band of a score."""

    score: Score
    band: Band


def items(prover: Prover) -> Iterator[ScoreBand]:
    """List the bands."""
    for score in prover.instrument.scores:
        if not score.minimum_of:
            yield from (ScoreBand(score, band) for band in score.bands)


def between(prover: Prover, score: Score, low: int | None, high: int | None) -> Rails:
    """The rails of a score between two sums."""
    weighed = prover.program.scores[score.id]
    return prover.encoding.of(within(score.between(low, high), weighed, weighed))


def judge(prover: Prover, item: ScoreBand) -> Fault | None:
    """Look for a case in a band; of the sums below it, or else above it, the nearest there is."""
    score, band = item
    if prover.can(between(prover, score, band.low, band.high).holds):
        return None
    others = [*range(band.low - 1, -1, -1), *range(band.high + 1, score.most + 1)]
    found = ((other, prover.case(between(prover, score, other, other).holds)) for other in others)
    # Every full case has some sum, so there is one.
    instead, case = next((other, case) for other, case in found if case is not None)
    return Fault(
        {"score": score.id, "band": band.id, "instead": str(instead)}, (case,), ("scores",)
    )


def band_path(instrument: Instrument, item: ScoreBand) -> Path:
    """Where a band stands."""
    score, band = item
    number = instrument.scores.index(score)
    return ("scores", number, "bands", score.bands.index(band), "from")


CHECK = Check(
    code="band-never-reached",
    items=items,
    judge=judge,
    name=lambda item: f"{item.score.id}, {item.band.id}",
    path=band_path,
)
