"""What an instrument promises never comes out, never does: not even as something that may be.

A promise counts while its condition holds or might: an answer that nobody has must not lead where
the answer itself may not.
"""

from typing import assert_never

from integraal.model.instrument import Act, Limit, Never, Provisional, Raise, Route
from integraal.model.tables import rows_above
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.decision import shown_in
from integraal.verify.proof.prover import Prover


def judge(prover: Prover, never: Never) -> Fault | None:
    """Look for a case in which it comes out after all."""
    may_hold = -prover.encoding.of(prover.program.nodes[never.when]).fails
    for names, comes_out in _ways(prover, never):
        case = prover.case(comes_out, may_hold)
        if case is not None:
            # A level that may be is a reach: the level itself is certain.
            field = "reach" if isinstance(never.out, Raise) else shown_in(never.out)
            return Fault({"promise": never.id}, (case,), (field,), names)
    return None


def _ways(prover: Prover, never: Never) -> list[tuple[tuple[str, ...], int]]:
    """List the ways in which it could come out: rules, and the literal that says that they do."""
    instrument, rails = prover.instrument, prover.rails
    match never.out:
        case Raise(level):
            return [((), -prover.encoding.stays_below(instrument.rank(level)))]
        case Limit(level):
            rank, limits = instrument.rank(level), instrument.rules_with(Limit)
            low = [rule for rule in limits if instrument.rank(rule.target) <= rank]
            return [((rule.id,), rails[rule.id].holds) for rule in low]
        case Route():
            rows = [rule for rule in instrument.rules if rule.effect == never.out]
            return [((rule.id,), _shown(prover, rule.id)) for rule in rows]
        case Act() | Provisional():
            rules = [rule for rule in instrument.rules if rule.effect == never.out]
            return [((rule.id,), rails[rule.id].holds) for rule in rules]
        case _:
            assert_never(never.out)


def _shown(prover: Prover, name: str) -> int:
    """Make the literal that says that the route of a row is shown, be it as one that may be."""
    above = rows_above(prover.instrument, prover.instrument.rule(name))
    none_before = (-prover.rails[rule.id].holds for rule in above)
    return prover.circuit.all_of([-prover.rails[name].fails, *none_before])


CHECK = Check(
    code="never-broken",
    items=lambda prover: prover.instrument.never,
    judge=judge,
    path=lambda instrument, never: ("never", instrument.never.index(never), "id"),
    of_any_advice=True,
)
