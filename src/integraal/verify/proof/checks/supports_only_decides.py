"""A rule that says it only supports others never decides."""

from integraal.model.instrument import Rule
from integraal.solving.decision import decides, shown_in
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, rule: Rule) -> Fault | None:
    """Look for a case in which such a rule decides."""
    case = prover.case(decides(prover, rule))
    if case is None:
        return None
    return Fault({"rule": rule.id}, (case,), (shown_in(rule.effect),), (rule.id,))


CHECK = Check(
    code="supports-only-decides",
    items=lambda prover: [rule for rule in prover.instrument.rules if rule.supports_only],
    judge=judge,
    path=lambda instrument, rule: rule_path(instrument, rule, "supports_only"),
)
