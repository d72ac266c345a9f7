"""The smallest case of which two versions of an instrument give another advice.

Both stand in one circuit over the same answers. What the solver finds is believed only where the
engine, which has the last word, gives another advice too.
"""

from collections.abc import Iterator, Mapping

from integraal.engine.compare.versions import version_change
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import (
    Act,
    Effect,
    Instrument,
    Question,
    Renamed,
    Route,
    Rule,
    Urgency,
)
from integraal.solving.circuit import FALSE
from integraal.solving.encoding import Encoding
from integraal.solving.solver import BOUND
from integraal.verify.mutation.case_finder import CaseFinder
from integraal.verify.mutation.pair import Side


def share_answers(old: Instrument, new: Instrument) -> bool:
    """Whether what both ask has the same answers under the same names."""
    before = {question.id: question for question in old.every_question()}
    both = [(before[q.id], q) for q in new.every_question() if q.id in before]
    shapes = [[(q.kind, q.option_ids, q.numbers) for q in pair] for pair in both]
    renames = any(_asks(before, renamed) for renamed in new.renamed)
    return not renames and bool(both) and all(one == other for one, other in shapes)


def _asks(questions: Mapping[str, Question], renamed: Renamed) -> bool:
    """Whether these questions still have an old name."""
    question = questions.get(renamed.question)
    return question is not None and (not renamed.option or renamed.option in question.option_ids)


def _urgency(instrument: Instrument, effect: Act | Route) -> Urgency | None:
    among = instrument.actions if isinstance(effect, Act) else instrument.outcomes
    name = effect.action if isinstance(effect, Act) else effect.outcome
    return next((one.urgent for one in among if one.id == name), None)


def smallest_difference(old: Program, new: Program, bound: int = BOUND) -> Answers | None:
    """Find the fewest answers of which the versions give another advice.

    Args:
        old: The lowered old version.
        new: The lowered new version, of which `share_answers` holds.
        bound: How many conflicts of the solver each question to it may take.

    Returns: The answers; None where every case has the same level, limit, routes, actions and
        alarms.

    Raises:
        OutOfBoundError: when that could not be settled.
    """
    found: list[Answers] = []
    with _Apart(old, new, bound) as apart:
        for goal in apart.goals():
            answers = apart.case(goal)
            if answers is not None and version_change(old, new, answers, answers).fields:
                found.append(answers)
    return min(found, key=len, default=None)


class _Apart(CaseFinder):
    def __init__(self, old: Program, new: Program, bound: int) -> None:
        super().__init__([old, new], bound)
        self.sides = [Side(Encoding(self.circuit, each, self.answers)) for each in (old, new)]

    def goals(self) -> Iterator[int]:
        """Make the literals that each say that something comes out for only one of the two."""
        old, new = (side.program.instrument for side in self.sides)
        if old.level_ids == new.level_ids:
            ranks = range(len(old.level_ids))
            levels = self.circuit.any_of(
                self._unlike([side.encoding.reaches(rank) for side in self.sides]) for rank in ranks
            )
            yield levels  # by what is certain; only full answers tell that there is no such case
            yield self.circuit.all_of([self.all_known(), levels])
            yield from (self._unlike([s.limited_to(rank) for s in self.sides]) for rank in ranks)
        effects: dict[Effect, None] = {}
        for instrument in (old, new):
            effects |= dict.fromkeys(rule.effect for rule in instrument.rules)
        for effect in effects:
            if isinstance(effect, Act | Route):
                comes_out = [self._comes_out(side, effect) for side in self.sides]
                yield self._unlike(comes_out)
                if len({_urgency(instrument, effect) for instrument in (old, new)}) > 1:
                    yield self.circuit.all_of(comes_out)

    def _unlike(self, literals: list[int]) -> int:
        one, other = literals
        return FALSE if one == other else self.unlike(one, other)

    def _comes_out(self, side: Side, effect: Effect) -> int:
        rules: list[Rule] = [rule for rule in side.rules if rule.effect == effect]
        if isinstance(effect, Route):
            return self.circuit.any_of(side.holds_now(rule) for rule in rules)
        return self.circuit.any_of(side.rails(rule).holds for rule in rules)
