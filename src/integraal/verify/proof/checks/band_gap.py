"""Every sum that a score can have lies in a band.

Of a score of which one does not, the case has that sum.
"""

from collections.abc import Iterator

from integraal.model.instrument import Instrument, Score
from integraal.solving.prover import Prover
from integraal.verify.paths import Path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.checks.band_never_reached import between


def items(prover: Prover) -> Iterator[Score]:
    """List the scores of the instrument itself."""
    yield from (score for score in prover.instrument.scores if not score.minimum_of)


def judge(prover: Prover, score: Score) -> Fault | None:
    """Look for a sum outside every band."""
    outside = [total for total in range(score.most + 1) if not score.met(total, total)]
    for total in outside:
        case = prover.case(between(prover, score, total, total).holds)
        if case is not None:
            return Fault({"score": score.id, "sum": str(total)}, (case,), ("scores",))
    return None


def _path(instrument: Instrument, score: Score) -> Path:
    return ("scores", instrument.scores.index(score), "bands")


CHECK = Check(code="band-gap", items=items, judge=judge, path=_path)
