"""Why this advice, and why not another: per rule, with the answers that decide it."""

from collections.abc import Iterator

from integraal.engine.explain.settled import settled
from integraal.engine.explain.support import smallest_support
from integraal.engine.explain.trace import trace
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Node, Program
from integraal.engine.reach.ranks import ranks
from integraal.model.answers import Answers
from integraal.model.instrument import OutcomePolicy, Raise, Route, Rule
from integraal.model.results.trace import Obstacle, Support
from integraal.model.tables import rows, rows_above
from integraal.model.truth import Truth


def supports(program: Program, answers: Answers, above: str | None = None) -> list[Support]:
    """List the rules that hold and decide, each with the fewest facts that make it hold.

    Args:
        program: The lowered instrument.
        answers: Of the case.
        above: Id of a level: then every rule that holds and asks for more than that; None for the
            rules of the advised level, and the rows of tables whose routes hold.
    """
    evaluation = Evaluation(program, without_dropped(program, answers))
    deciding = set(_deciding_rows(evaluation)) if above is None else set()
    level = ranks(evaluation).level
    least = level if above is None else program.instrument.rank(above) + 1

    def decides(rule: Rule) -> bool:
        if isinstance(rule.effect, Raise):
            return least <= program.instrument.rank(rule.target)
        return rule.id in deciding

    return [
        _support(evaluation, rule, node)
        for rule in program.instrument.rules
        if (node := program.written(rule)) is not None
        and decides(rule)
        and evaluation.of_rule(rule) is Truth.TRUE
    ]


def goes_before(program: Program, answers: Answers, target: str) -> Support | None:
    """Find the row of a `first` table at which reading ends before it comes to a route.

    Args:
        program: The lowered instrument.
        answers: Of the case.
        target: Id of an outcome.

    Returns: The row that holds, with the fewest facts that make it hold; None when it leads to the
        route itself, or when no row that leads there stands below it.
    """
    evaluation = Evaluation(program, without_dropped(program, answers))
    deciding = set(_deciding_rows(evaluation))
    leading = [rule for rule in program.instrument.rules if rule.effect == Route(target)]
    for above in (row for rule in leading for row in rows_above(program.instrument, rule)):
        node = program.node_of(above)
        if node is not None and above.id in deciding and above.target != target:
            return _support(evaluation, above, node)
    return None


def _support(evaluation: Evaluation, rule: Rule, node: Node) -> Support:
    facts, nodes = smallest_support(evaluation, node), evaluation.program.nodes_of(rule)
    names = settled(evaluation, nodes, rule.condition, facts) if rule.condition else ()
    return Support(rule, facts, names)


def _deciding_rows(evaluation: Evaluation) -> Iterator[str]:
    """Name the rows that hold; of a `first` table only the uppermost, where reading ends."""
    instrument = evaluation.program.instrument
    for table in instrument.tables:
        for rule in rows(instrument, table):
            if evaluation.of_rule(rule) is Truth.TRUE:
                yield rule.id
                if table.policy is OutcomePolicy.FIRST:
                    break


def obstacles(program: Program, answers: Answers, target: str) -> list[Obstacle]:
    """List the rules that would lead to a level or route, and how each stands.

    Args:
        program: The lowered instrument.
        answers: Of the case.
        target: Id of a level or an outcome.
    """
    evaluation = Evaluation(program, without_dropped(program, answers))
    found = []
    for rule in program.instrument.rules:
        if rule.effect not in (Raise(target), Route(target)):
            continue
        traced = trace(evaluation, rule)
        truth = evaluation.of_rule(rule) if traced else None
        found.append(Obstacle(rule, traced, truth or Truth.FALSE))
    return found
