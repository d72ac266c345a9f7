"""A rule that says it raises the level can do so.

`otherwise` and `direction` look at the level that there already is. A rule with such a trigger
gives a reason for it, and never raises it.
"""

from collections.abc import Iterator

from integraal.model.answers import Answers
from integraal.model.condition import Otherwise, WhenDirection
from integraal.model.instrument import Raise, Rule
from integraal.verify.check import Check, Fault
from integraal.verify.deciding import rank_of
from integraal.verify.places import rule_path
from integraal.verify.proving import Proving


def items(proving: Proving) -> Iterator[Rule]:
    """List the rules with such a trigger that name a level."""
    for rule in proving.instrument.rules:
        if isinstance(rule.when, (Otherwise, WhenDirection)) and isinstance(rule.effect, Raise):
            yield rule


def judge(proving: Proving, rule: Rule) -> Fault | None:
    """Look whether it names a level above the lowest; then show a case where it holds."""
    if rank_of(proving.instrument, rule) == 0:
        return None
    case = proving.case(*proving.as_many([], [proving.rails[rule.id].holds])) or Answers()
    return Fault((("rule", rule.id),), (case,), ("level",), (rule.id,))


CHECK = Check(
    code="cannot-raise",
    items=items,
    judge=judge,
    name=lambda rule: rule.id,
    path=rule_path,
)
