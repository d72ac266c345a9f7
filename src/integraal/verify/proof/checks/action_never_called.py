"""Every action is called for in some case."""

from integraal.model.instrument import Act, Statement
from integraal.solving.prover import Prover
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, action: Statement) -> Fault | None:
    """Look for a case that calls for it; else show one that calls for as much as it can."""
    calling = prover.instrument.rules_with(Act)
    here = [rule.id for rule in calling if rule.target == action.id]
    if prover.can(prover.circuit.any_of(prover.rails[name].holds for name in here)):
        return None
    every = [prover.rails[rule.id].holds for rule in calling]
    return Fault({"action": action.id}, prover.nearest(every), ("actions",), tuple(here))


CHECK = Check(
    code="action-never-called",
    items=lambda prover: prover.instrument.actions,
    judge=judge,
    path=lambda instrument, action: ("actions", instrument.actions.index(action), "id"),
)
