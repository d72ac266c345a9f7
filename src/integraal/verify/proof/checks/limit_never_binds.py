"""Every limit is in some case below the level: only then does it say anything.

Of one that never is, the case has the highest level at which the limit holds.
"""

from integraal.model.instrument import Limit, Rule
from integraal.verify.places import rule_path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.claims import Proving


def judge(proving: Proving, rule: Rule) -> Fault | None:
    """Look for a case in which a limit holds and the level is above it."""
    holds = proving.rails[rule.id].holds
    limit = proving.instrument.rank(rule.target)
    if proving.can(holds, proving.world.reaches(limit + 1)) or not proving.can(holds):
        return None
    below = [proving.world.reaches(rank) for rank in range(limit, 0, -1)]
    highest = next(literal for literal in [*below, holds] if proving.can(holds, literal))
    cases = proving.nearest([highest], [holds])
    return Fault({"rule": rule.id}, cases, ("level", "feasible"), (rule.id,))


CHECK = Check(
    code="limit-never-binds",
    items=lambda proving: proving.instrument.rules_with(Limit),
    judge=judge,
    name=lambda rule: rule.id,
    path=rule_path,
)
