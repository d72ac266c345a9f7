"""Every rule can hold.

Of one that cannot, the case comes as near as a case can: as many parts of the condition hold as can
hold together.
"""

from collections.abc import Iterator, Mapping, Sequence

from integraal.engine.program import And, Node, leaves_in
from integraal.model.instrument import Rule
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, rule: Rule) -> Fault | None:
    """Look for any case in which a rule holds."""
    rails = prover.rails[rule.id]
    if prover.can(rails.holds):
        return None
    node = prover.program.node_of(rule)
    if node is None:
        cases = prover.nearest([rails.fails])
        return Fault({"rule": rule.id, "questions": "when"}, cases, ("level",), (rule.id,))
    return nearest_miss(prover, node, {"rule": rule.id}, (rule.id,))


def nearest_miss(
    prover: Prover, node: Node, subject: Mapping[str, str], rules: tuple[str, ...]
) -> Fault:
    """Show why a node cannot hold: name the questions that exclude it, and nearly make it hold.

    Args:
        prover: The instrument.
        node: What cannot hold.
        subject: What it belongs to, for the sentence.
        rules: Rules to show the truth of.
    """
    parts = node.parts if isinstance(node, And) else (node,)
    nearly = [prover.encoding.of(part).holds for part in parts]
    cases = prover.nearest([*nearly, prover.encoding.of(node).fails])
    named = ", ".join(_excluding(prover, parts)) or "-"
    return Fault({**subject, "questions": named}, cases, rules=rules)


def _excluding(prover: Prover, parts: Sequence[Node]) -> Iterator[str]:
    """Name the questions of the fewest parts that cannot hold together."""
    needed = list(parts)
    for part in parts:
        without = [other for other in needed if other is not part]
        if not prover.can(*(prover.encoding.of(other).holds for other in without)):
            needed = without
    leaves = [prover.program.leaves[index] for part in needed for index in leaves_in(part)]
    yield from dict.fromkeys(leaf.question for leaf in leaves)


CHECK = Check(
    code="rule-never-holds",
    items=lambda prover: [rule for rule in prover.instrument.rules if not rule.minimum_of],
    judge=judge,
    path=lambda instrument, rule: rule_path(instrument, rule, "when"),
)
