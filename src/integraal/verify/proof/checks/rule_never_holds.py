"""Every rule can hold.

Of one that cannot, the case comes as near as a case can: as many parts of the condition hold as can
hold together.
"""

from collections.abc import Iterator, Mapping, Sequence

from integraal.engine.program import And, Node, leaves_in
from integraal.model.instrument import Instrument, Rule
from integraal.verify.places import Path, rule_path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.claims import Proving


def judge(proving: Proving, rule: Rule) -> Fault | None:
    """Look for any case in which a rule holds."""
    rails = proving.rails[rule.id]
    if proving.can(rails.holds):
        return None
    node = proving.program.node_of(rule)
    if node is None:
        cases = proving.nearest([rails.fails])
        return Fault({"rule": rule.id, "questions": "when"}, cases, ("level",), (rule.id,))
    return nearest_miss(proving, node, {"rule": rule.id}, (rule.id,))


def nearest_miss(
    proving: Proving, node: Node, subject: Mapping[str, str], rules: tuple[str, ...]
) -> Fault:
    """Show why a node cannot hold: name the questions that exclude it, and nearly make it hold.

    Args:
        proving: The instrument.
        node: What cannot hold.
        subject: What it belongs to, for the sentence.
        rules: Rules to show the truth of.
    """
    parts = node.parts if isinstance(node, And) else (node,)
    nearly = [proving.world.of(part).holds for part in parts]
    cases = proving.nearest([*nearly, proving.world.of(node).fails])
    named = ", ".join(_excluding(proving, parts)) or "-"
    return Fault({**subject, "questions": named}, cases, rules=rules)


def _excluding(proving: Proving, parts: Sequence[Node]) -> Iterator[str]:
    """Name the questions of the fewest parts that cannot hold together."""
    needed = list(parts)
    for part in parts:
        without = [other for other in needed if other is not part]
        if not proving.can(*(proving.world.of(other).holds for other in without)):
            needed = without
    leaves = [proving.program.leaves[index] for part in needed for index in leaves_in(part)]
    yield from dict.fromkeys(leaf.question for leaf in leaves)


def _path(instrument: Instrument, rule: Rule) -> Path:
    return rule_path(instrument, rule, "when")


CHECK = Check(
    code="rule-never-holds",
    items=lambda proving: proving.instrument.rules,
    judge=judge,
    name=lambda rule: rule.id,
    path=_path,
)
