"""A rule that says it raises the level can do so.

A rule with `otherwise` holds just when no other raises the level. It gives a reason for the lowest
level, and never makes it another.
"""

from collections.abc import Iterator

from integraal.model.condition import Otherwise
from integraal.model.instrument import Raise, Rule
from integraal.verify.check import Check, Fault
from integraal.verify.deciding import rank_of
from integraal.verify.places import rule_path
from integraal.verify.proving import Proving


def items(proving: Proving) -> Iterator[Rule]:
    """List the rules with `otherwise` that name a level."""
    for rule in proving.instrument.rules:
        if isinstance(rule.when, Otherwise) and isinstance(rule.effect, Raise):
            yield rule


def judge(proving: Proving, rule: Rule) -> Fault | None:
    """Look whether it names a level above the lowest; then show a case where it holds."""
    if rank_of(proving.instrument, rule) == 0:
        return None
    cases = proving.nearest([proving.rails[rule.id].holds])
    return Fault((("rule", rule.id),), cases, ("level",), (rule.id,))


CHECK = Check(
    code="cannot-raise",
    items=items,
    judge=judge,
    name=lambda rule: rule.id,
    path=rule_path,
)
