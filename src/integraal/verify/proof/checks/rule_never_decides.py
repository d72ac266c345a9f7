"""Every rule decides somewhere: the level, the limit or the route would be another without it.

A rule that only gives a further reason says so with `supports_only`; that has its own check.
"""

from collections.abc import Iterator

from integraal.model.instrument import Limit, Rule
from integraal.model.tables import first_tables, rows
from integraal.solving.decision import decides, rivals_of, shown_in
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


def items(prover: Prover) -> Iterator[Rule]:
    """List the rules that compete with others for a decision."""
    instrument = prover.instrument
    competing = {ranked.rule.id for ranked in prover.program.raising}
    competing |= {rule.id for rule in instrument.rules_with(Limit)}
    competing |= {r.id for table in first_tables(instrument) for r in rows(instrument, table)}
    # What is taken from another instrument is there for that one to prove.
    rules = (rule for rule in instrument.rules if not (rule.supports_only or rule.minimum_of))
    return (rule for rule in rules if rule.id in competing)


def judge(prover: Prover, rule: Rule) -> Fault | None:
    """Look for a case in which a rule decides; one that never holds is another fault."""
    holds = prover.rails[rule.id].holds
    if prover.can(decides(prover, rule)) or not prover.can(holds):
        return None
    rivals = rivals_of(prover, rule)
    others = _always_there(prover, holds, rivals)
    deciding = [prover.circuit.any_of(prover.rails[other.id].holds for other in others or rivals)]
    cases = prover.nearest(deciding, [holds])
    named = tuple(other.id for other in others or rivals)
    details = {"rule": rule.id, "others": ", ".join(named) or "-"}
    shown = (rule.id, *(named if others else ()))
    return Fault(details, cases, (shown_in(rule.effect),), shown)


def _always_there(prover: Prover, holds: int, rivals: list[Rule]) -> list[Rule]:
    """Find one other rule that takes the decision every time; empty when it takes several."""
    for other in rivals:
        if not prover.can(holds, -prover.rails[other.id].holds):
            return [other]
    return []


CHECK = Check("rule-never-decides", items, judge, path=rule_path)
