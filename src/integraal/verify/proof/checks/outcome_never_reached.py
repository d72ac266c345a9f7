"""Every route is the route of some case."""

from integraal.model.instrument import Route, Statement
from integraal.model.tables import rows
from integraal.solving.decision import decides
from integraal.solving.prover import Prover
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, outcome: Statement) -> Fault | None:
    """Look for a case that goes this way; else show one that goes as many others as it can."""
    instrument = prover.instrument
    table = [rule for table in instrument.tables for rule in rows(instrument, table)]
    here = [rule for rule in table if rule.effect == Route(outcome.id)]
    if prover.can(prover.circuit.any_of(decides(prover, rule) for rule in here)):
        return None
    nearly = [prover.rails[rule.id].holds for rule in here]
    others = [decides(prover, rule) for rule in table if rule not in here]
    cases = prover.nearest([*nearly, *others])
    details = {"outcome": outcome.id}
    return Fault(details, cases, ("outcomes",), tuple(rule.id for rule in here))


CHECK = Check(
    code="outcome-never-reached",
    items=lambda prover: prover.instrument.outcomes,
    judge=judge,
    path=lambda instrument, outcome: ("outcomes", instrument.outcomes.index(outcome), "id"),
)
