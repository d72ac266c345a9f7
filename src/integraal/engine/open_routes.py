"""Which unanswered questions keep a route open, in the order in which the tables are read."""

from collections.abc import Iterator, Mapping

from integraal.engine.explain import supporting
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import IsKnown, Node, leaves_in
from integraal.model.advice import OpenRoute
from integraal.model.condition import Otherwise, WhenDirection
from integraal.model.instrument import OutcomePolicy, Route, Table
from integraal.model.tables import rows
from integraal.model.truth import Truth


def open_routes(evaluation: Evaluation, truths: Mapping[str, Truth]) -> list[OpenRoute]:
    """Name the questions that keep a route open, with the routes that hang on them.

    Rows of a `first` table below the first that certainly holds are never looked at, so what they
    hang on is not open. A row is open by itself (Kleene): where two open rows need opposite
    answers, this names no question too few, and seldom one too many.
    """
    found: dict[str, list[str]] = {}
    for table in evaluation.program.instrument.tables:
        for outcome, questions in _open_rows(evaluation, table, truths):
            for question in questions:
                routes = found.setdefault(question, [])
                if outcome not in routes:
                    routes.append(outcome)
    return [OpenRoute(question, tuple(routes)) for question, routes in found.items()]


def _open_rows(
    evaluation: Evaluation, table: Table, truths: Mapping[str, Truth]
) -> Iterator[tuple[str, list[str]]]:
    """Walk through the rows over answers that may still change, as far as the table is read.

    Gives the route of each, and the questions that it hangs on.
    """
    program = evaluation.program
    for rule in rows(program.instrument, table):
        if isinstance(rule.when, (Otherwise, WhenDirection)):
            continue
        node = program.nodes[rule.when]
        waiting = _asks_whether_known(evaluation, node)
        if truths[rule.id] is Truth.UNKNOWN or waiting:
            assert isinstance(rule.effect, Route)  # noqa: S101 - rows hold nothing else
            questions = waiting or list(supporting(evaluation, node))
            yield rule.effect.outcome, questions
        elif truths[rule.id] is Truth.TRUE and table.policy is OutcomePolicy.FIRST:
            return


def _asks_whether_known(evaluation: Evaluation, node: Node) -> list[str]:
    """List what a row asks that nobody knows, if it asks whether something is known.

    Such a row holds or fails only as long as that is so: an answer may change it.
    """
    leaves = [evaluation.program.leaves[index] for index in leaves_in(node)]
    asked = [leaf.question for leaf in leaves if isinstance(leaf, IsKnown)]
    if all(evaluation.answers.known(question) for question in asked):
        return []
    unknown = dict.fromkeys(leaf.question for leaf in leaves)
    return [
        question
        for question in unknown
        if not evaluation.answers.known(question)
        and evaluation.applies(question) is not Truth.FALSE
    ]
