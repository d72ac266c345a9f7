"""No danger holds of a case of which nothing is known: an alarm that never stops is no alarm."""

from integraal.engine.dangers import dangers
from integraal.model.answers import Answers
from integraal.model.instrument import Rule
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, rule: Rule) -> Fault | None:
    """Look at the empty case."""
    nobody = Answers()
    if rule.target not in {danger.statement.id for danger in dangers(prover.program, nobody)}:
        return None
    details = {"rule": rule.id, "statement": rule.target}
    return Fault(details, (nobody,), ("actions",), (rule.id,))


CHECK = Check(
    code="danger-at-rest",
    items=lambda prover: prover.instrument.danger_rules,
    judge=judge,
    path=lambda instrument, rule: rule_path(instrument, rule, "when"),
    of_any_advice=True,
)
