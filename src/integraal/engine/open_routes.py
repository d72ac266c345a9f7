"""Which unanswered questions keep a route open, in the order in which the tables are read."""

from collections.abc import Iterator, Mapping

from integraal.engine.explain import supporting
from integraal.engine.interpreter import Evaluation
from integraal.model.advice import OpenRoute
from integraal.model.condition import Otherwise, WhenDirection
from integraal.model.instrument import OutcomePolicy, Route, Rule, Table
from integraal.model.truth import Truth


def open_routes(evaluation: Evaluation, truths: Mapping[str, Truth]) -> list[OpenRoute]:
    """Name the questions that keep a route open, with the routes that hang on them.

    Rows of a `first` table below the first that certainly holds are never looked at, so what they
    hang on is not open. A row is open by itself (Kleene): where two open rows need opposite
    answers, this names no question too few, and seldom one too many.
    """
    found: dict[str, list[str]] = {}
    for table in evaluation.program.instrument.tables:
        for rule in _open_rows(evaluation, table, truths):
            assert isinstance(rule.effect, Route)  # noqa: S101 - rows hold nothing else
            assert not isinstance(rule.when, (Otherwise, WhenDirection))  # noqa: S101 - left out
            for question in supporting(evaluation, evaluation.program.nodes[rule.when]):
                routes = found.setdefault(question, [])
                if rule.effect.outcome not in routes:
                    routes.append(rule.effect.outcome)
    return [OpenRoute(question, tuple(routes)) for question, routes in found.items()]


def _open_rows(evaluation: Evaluation, table: Table, truths: Mapping[str, Truth]) -> Iterator[Rule]:
    """Walk through the rows over answers that may still hold, as far as the table is read."""
    for rule in evaluation.program.instrument.rows(table):
        if truths[rule.id] is Truth.TRUE and table.policy is OutcomePolicy.FIRST:
            return
        if truths[rule.id] is Truth.UNKNOWN and not isinstance(
            rule.when, (Otherwise, WhenDirection)
        ):
            yield rule
