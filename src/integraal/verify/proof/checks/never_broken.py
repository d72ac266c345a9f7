"""What an instrument promises never comes out, never does: not even as something that may be.

A promise counts while its condition holds or might: an answer that nobody has must not lead where
the answer itself may not.
"""

from typing import assert_never

from integraal.model.instrument import Act, Instrument, Limit, Never, Provisional, Raise, Route
from integraal.model.tables import rows_above
from integraal.verify.places import Path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.claims import Proving
from integraal.verify.proof.decisive import shown_in


def judge(proving: Proving, never: Never) -> Fault | None:
    """Look for a case in which it comes out after all."""
    may_hold = -proving.world.of(proving.program.nodes[never.when]).fails
    for names, comes_out in _ways(proving, never):
        case = proving.case(comes_out, may_hold)
        if case is not None:
            # A level that may be is a reach: the level itself is certain.
            field = "reach" if isinstance(never.out, Raise) else shown_in(never.out)
            return Fault({"promise": never.id}, (case,), (field,), names)
    return None


def _ways(proving: Proving, never: Never) -> list[tuple[tuple[str, ...], int]]:
    """List the ways in which it could come out: rules, and the literal that says that they do."""
    instrument, rails = proving.instrument, proving.rails
    match never.out:
        case Raise(level):
            return [((), -proving.world.stays_below(instrument.rank(level)))]
        case Limit(level):
            rank, limits = instrument.rank(level), instrument.rules_with(Limit)
            low = [rule for rule in limits if instrument.rank(rule.target) <= rank]
            return [((rule.id,), rails[rule.id].holds) for rule in low]
        case Route():
            rows = [rule for rule in instrument.rules if rule.effect == never.out]
            return [((rule.id,), _shown(proving, rule.id)) for rule in rows]
        case Act() | Provisional():
            rules = [rule for rule in instrument.rules if rule.effect == never.out]
            return [((rule.id,), rails[rule.id].holds) for rule in rules]
        case _:
            assert_never(never.out)


def _shown(proving: Proving, name: str) -> int:
    """Make the literal that says that the route of a row is shown, be it as one that may be."""
    above = rows_above(proving.instrument, proving.instrument.rule(name))
    none_before = (-proving.rails[rule.id].holds for rule in above)
    return proving.circuit.all_of([-proving.rails[name].fails, *none_before])


def _path(instrument: Instrument, never: Never) -> Path:
    return ("never", instrument.never.index(never), "id")


CHECK = Check(
    code="never-broken",
    items=lambda proving: proving.instrument.never,
    judge=judge,
    name=lambda never: never.id,
    path=_path,
    of_any_advice=True,
)
