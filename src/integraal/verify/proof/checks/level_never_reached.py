"""Every level of the scale is the level of some case, up to the highest that is meant.

Of one that never is, the case has the nearest level below it that can be reached, or above it.
"""

from collections.abc import Iterator

from integraal.model.scale import Level
from integraal.solving.prover import Prover
from integraal.verify.proof.check import Check, Fault


def items(prover: Prover) -> Iterator[Level]:
    """List the levels that a case should have, of instruments that give a level at all."""
    scale, highest = prover.instrument.scale, prover.instrument.highest
    if scale is not None and prover.program.raising:
        yield from scale.levels[: scale.rank(highest) + 1 if highest else None]


def judge(prover: Prover, level: Level) -> Fault | None:
    """Look for a case with this level."""
    scale = prover.instrument.scale
    if scale is None or prover.can(settles_at(prover, rank := scale.rank(level.id))):
        return None
    others = [*range(rank - 1, -1, -1), *range(rank + 1, len(scale.levels))]
    found = ((other, prover.case(settles_at(prover, other))) for other in others)
    # Every full case has some level, so there is one.
    instead, case = next((other, case) for other, case in found if case is not None)
    way = _way(prover, rank, len(scale.levels))
    details = {"level": level.id, "instead": scale.levels[instead].id, "way": way}
    return Fault(details, (case,), ("level", "reach"))


def _way(prover: Prover, rank: int, count: int) -> str:
    """Which remedy can help: to stop below this level helps only where nothing goes higher."""
    if rank == 0:
        return "lowest"
    higher = range(rank + 1, count)
    return "between" if any(prover.can(settles_at(prover, other)) for other in higher) else "top"


def settles_at(prover: Prover, rank: int) -> int:
    """Make the literal that says that the level is this one, and no higher any more."""
    encoding = prover.encoding
    return prover.circuit.all_of([encoding.reaches(rank), encoding.stays_below(rank + 1)])


CHECK = Check("level-never-reached", items, judge, path=lambda _, __: ("scale",))
