"""No case has a level above the highest that is meant."""

from collections.abc import Iterator

from integraal.model.instrument import Raise
from integraal.model.scale import Level
from integraal.solving.prover import Prover
from integraal.verify.proof.check import Check, Fault


def items(prover: Prover) -> Iterator[Level]:
    """List the levels above it, if the instrument names one."""
    scale, highest = prover.instrument.scale, prover.instrument.highest
    if scale is not None and highest:
        yield from scale.levels[scale.rank(highest) + 1 :]


def judge(prover: Prover, level: Level) -> Fault | None:
    """Look for a case with such a level."""
    raising = [raised for raised in prover.program.raising if raised.rule.effect == Raise(level.id)]
    case = prover.case(prover.encoding.any_holds(raised.node for raised in raising))
    if case is None:
        return None
    details = {"level": level.id, "highest": prover.instrument.highest}
    return Fault(details, (case,), rules=tuple(raised.rule.id for raised in raising))


CHECK = Check("above-highest", items, judge, path=lambda _, __: ("highest",))
