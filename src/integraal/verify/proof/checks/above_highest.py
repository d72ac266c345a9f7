"""No case has a level above the highest that is meant."""

from collections.abc import Iterator

from integraal.model.instrument import Raise
from integraal.model.scale import Level
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.claims import Proving


def items(proving: Proving) -> Iterator[Level]:
    """List the levels above it, if the instrument names one."""
    scale, highest = proving.instrument.scale, proving.instrument.highest
    if scale is not None and highest:
        yield from scale.levels[scale.rank(highest) + 1 :]


def judge(proving: Proving, level: Level) -> Fault | None:
    """Look for a case with such a level."""
    raising = [
        raised for raised in proving.program.raising if raised.rule.effect == Raise(level.id)
    ]
    case = proving.case(proving.world.any_holds(raised.node for raised in raising))
    if case is None:
        return None
    details = {"level": level.id, "highest": proving.instrument.highest}
    return Fault(details, (case,), rules=tuple(raised.rule.id for raised in raising))


CHECK = Check(
    code="above-highest",
    items=items,
    judge=judge,
    name=lambda level: level.id,
    path=lambda _, __: ("highest",),
)
