"""Which unanswered questions keep a route open, in the order in which the tables are read."""

from collections.abc import Iterator
from typing import NamedTuple

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation
from integraal.model.condition import Known
from integraal.model.instrument import Act, OutcomePolicy, Table, Urgency
from integraal.model.results.advice import OpenRoute
from integraal.model.tables import rows
from integraal.model.truth import Truth


class OpenRow(NamedTuple):
    """A row that an answer may still make hold, or fail."""

    table: str
    rule: str
    outcome: str
    questions: tuple[str, ...]


class Foresight(Evaluation):
    """The truths as they may become: whether something is known is open while it is not."""

    __slots__ = ()

    def _leaf(self, index: int) -> Truth:
        leaf = self.program.leaves[index]
        if isinstance(leaf, Known) and not self.answers.known(leaf.question):
            return Truth.UNKNOWN
        return super()._leaf(index)


def open_rows(evaluation: Evaluation) -> list[OpenRow]:
    """List the rows that may still change, as far as each table is read.

    Rows of a `first` table below the first that will hold whatever comes are never looked at. A row
    is open by itself (Kleene): where two open rows need opposite answers, this names no question
    too few, and seldom one too many.
    """
    foresight = Foresight(evaluation.program, evaluation.answers, are_understood=True)
    tables = evaluation.program.instrument.tables
    return [row for table in tables for row in _open_rows(foresight, table)]


def open_routes(found: list[OpenRow]) -> list[OpenRoute]:
    """Name the questions that keep a route open, with the routes that hang on them."""
    by_question: dict[str, dict[str, None]] = {}
    for row in found:
        for question in row.questions:
            by_question.setdefault(question, {})[row.outcome] = None
    return [OpenRoute(question, tuple(routes)) for question, routes in by_question.items()]


def _open_rows(foresight: Foresight, table: Table) -> Iterator[OpenRow]:
    program = foresight.program
    for rule in rows(program.instrument, table):
        node = program.node_of(rule)
        if node is None:
            continue
        value = foresight.of(node)
        if value is Truth.UNKNOWN:
            questions = unique(supporting(foresight, node))
            yield OpenRow(table.id, rule.id, rule.target, questions)
        elif value is Truth.TRUE and table.policy is OutcomePolicy.FIRST:
            return


def urgent_questions(evaluation: Evaluation) -> list[str]:
    """Name the questions on which it still hangs whether something urgent must be done."""
    foresight = Foresight(evaluation.program, evaluation.answers, are_understood=True)
    instrument = evaluation.program.instrument
    asks = {Act(action.id) for action in instrument.actions if action.urgent is Urgency.ASK}
    rules = [*instrument.danger_rules, *(rule for rule in instrument.rules if rule.effect in asks)]
    nodes = map(evaluation.program.node_of, rules)
    unsure = [node for node in nodes if node and foresight.of(node) is Truth.UNKNOWN]
    return list(unique(name for node in unsure for name in supporting(foresight, node)))
