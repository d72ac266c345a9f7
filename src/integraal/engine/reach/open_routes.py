"""Which unanswered questions keep a route open, in the order in which the tables are read."""

from collections.abc import Iterator
from typing import NamedTuple

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation
from integraal.model.condition import Known, Otherwise
from integraal.model.instrument import Act, OutcomePolicy, Rule, Table, Urgency
from integraal.model.results.advice import OpenRoute
from integraal.model.tables import alternatives, rows
from integraal.model.truth import Truth, any_of, negate


class OpenRow(NamedTuple):
    """A row that an answer may still make hold or fail; or the row at which reading surely ends."""

    table: str
    rule: str
    outcome: str
    questions: tuple[str, ...]
    """What is not known; nothing of the row at which reading surely ends."""
    is_open: bool


class Foresight(Evaluation):
    """The truths as they may become: whether something is known is open while it is not."""

    __slots__ = ()

    def _leaf(self, index: int) -> Truth:
        leaf = self.program.leaves[index]
        if isinstance(leaf, Known) and not self.answers.known(leaf.question):
            # Nobody will answer here what is not asked here.
            return Truth.UNKNOWN if self.program.is_asked(leaf.question) else super()._leaf(index)
        return super()._leaf(index)

    def of_row(self, rule: Rule) -> Truth:
        """Whether a row of a table will hold; `otherwise` does when no other row of it does."""
        if isinstance(rule.when, Otherwise):
            return negate(any_of(self._of_condition(other) for other in self._others(rule)))
        return self._of_condition(rule)

    def missing(self, rule: Rule) -> Iterator[str]:
        """Name the questions that keep a row open; names may repeat."""
        asking = self._others(rule) if isinstance(rule.when, Otherwise) else (rule,)
        for each in asking:
            node = self.program.node_of(each)
            if node is not None and self.of(node) is Truth.UNKNOWN:
                yield from supporting(self, node)

    def _of_condition(self, rule: Rule) -> Truth:
        value = self.of_rule(rule)
        return Truth.UNKNOWN if value is None else value

    def _others(self, rule: Rule) -> tuple[Rule, ...]:
        return alternatives(self.program.instrument, rule)


def open_rows(evaluation: Evaluation) -> list[OpenRow]:
    """List the rows that may still come to decide, of the tables of which the route may change.

    A `first` table is read up to the row that will hold whatever comes. Where that row and every
    row above it lead to one route, no answer can change the route, and none of them is listed. A
    row is open by itself (Kleene): where two open rows need opposite answers, this names no
    question too few, and seldom one too many.
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


def _open_rows(foresight: Foresight, table: Table) -> list[OpenRow]:
    found = list(_reached(foresight, table))
    if table.policy is OutcomePolicy.COLLECT:
        return [row for row in found if row.is_open]
    ends = bool(found) and not found[-1].is_open
    # A table without such a row may end with no route at all: then nothing of it is settled.
    return [] if ends and len({row.outcome for row in found}) == 1 else found


def _reached(foresight: Foresight, table: Table) -> Iterator[OpenRow]:
    """The rows that will hold or may, up to the one below which a `first` table is not read."""
    for rule in rows(foresight.program.instrument, table):
        value = foresight.of_row(rule)
        if value is not Truth.FALSE:
            questions = unique(foresight.missing(rule)) if value is Truth.UNKNOWN else ()
            yield OpenRow(table.id, rule.id, rule.target, questions, value is Truth.UNKNOWN)
        if value is Truth.TRUE and table.policy is OutcomePolicy.FIRST:
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
