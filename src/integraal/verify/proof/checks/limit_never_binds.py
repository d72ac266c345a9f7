"""Every limit is in some case below the level: only then does it say anything.

Of one that never is, the case has the highest level at which the limit holds.
"""

from integraal.model.instrument import Limit, Rule
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, rule: Rule) -> Fault | None:
    """Look for a case in which a limit holds and the level is above it."""
    holds = prover.rails[rule.id].holds
    limit = prover.instrument.rank(rule.target)
    if prover.can(holds, prover.encoding.reaches(limit + 1)) or not prover.can(holds):
        return None
    below = [prover.encoding.reaches(rank) for rank in range(limit, 0, -1)]
    highest = next(literal for literal in [*below, holds] if prover.can(holds, literal))
    cases = prover.nearest([highest], [holds])
    return Fault({"rule": rule.id}, cases, ("level", "feasible"), (rule.id,))


CHECK = Check(
    "limit-never-binds", lambda prover: prover.instrument.rules_with(Limit), judge, path=rule_path
)
