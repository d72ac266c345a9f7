"""Every action is called for in some case."""

from integraal.model.instrument import Act, Instrument, Statement
from integraal.verify.places import Path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.claims import Proving


def judge(proving: Proving, action: Statement) -> Fault | None:
    """Look for a case that calls for it; else show one that calls for as much as it can."""
    calling = proving.instrument.rules_with(Act)
    here = [rule.id for rule in calling if rule.target == action.id]
    if proving.can(proving.circuit.any_of(proving.rails[name].holds for name in here)):
        return None
    every = [proving.rails[rule.id].holds for rule in calling]
    return Fault({"action": action.id}, proving.nearest(every), ("actions",), tuple(here))


def _path(instrument: Instrument, action: Statement) -> Path:
    return ("actions", instrument.actions.index(action), "id")


CHECK = Check(
    code="action-never-called",
    items=lambda proving: proving.instrument.actions,
    judge=judge,
    name=lambda action: action.id,
    path=_path,
)
