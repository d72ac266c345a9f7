"""Every rule over answers can fail: one that cannot says the same of every case.

Once its questions are answered it holds, whatever the answers are; `otherwise` is for that.
"""

from integraal.model.instrument import Rule
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, rule: Rule) -> Fault | None:
    """Look for any case in which a rule fails."""
    rails = prover.rails[rule.id]
    if prover.can(rails.fails) or not prover.can(rails.holds):
        return None
    return Fault({"rule": rule.id}, prover.nearest([rails.holds]), rules=(rule.id,))


CHECK = Check(
    code="rule-always-holds",
    items=lambda prover: [
        rule
        for rule in prover.instrument.rules
        if rule.condition is not None and not rule.minimum_of
    ],
    judge=judge,
    path=lambda instrument, rule: rule_path(instrument, rule, "when"),
)
