"""From an instrument to what its cases should tell apart: rules, steps of need, levels, routes.

Raters mark a level or routes. So a rule is told apart where without it the level, what is feasible
or a route would be another; rules that only call for an action are no goal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias, assert_never

from integraal.engine.program import Program
from integraal.engine.reach.numbers import representatives
from integraal.model.answers import Answer
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen, leaves_of
from integraal.model.instrument import Instrument, Kind, Limit, Question, Raise, Route, Rule

End: TypeAlias = str | float
"""An option id, a number, or how many of some options are chosen."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of need in one answer, at which a part of a rule begins or ends to hold."""

    rule: str
    question: str
    low: End
    high: End
    among: tuple[str, ...] = ()
    """Of a choose-several question: the options that are counted."""

    def is_between(self, one: Answer | None, other: Answer | None) -> bool:
        """Whether two answers are the two sides of this step, in any order."""
        if not self.among:
            return {one, other} == {self.low, self.high}
        if not (isinstance(one, frozenset) and isinstance(other, frozenset)):
            return False
        counts = {len(each.intersection(self.among)) for each in (one, other)}
        return len(one ^ other) == 1 and counts == {self.low, self.high}


def is_told(instrument: Instrument, question: Question) -> bool:
    """Whether the cases of a study answer a question.

    None is free text, which nobody can make up here; none is an opinion about the level, which
    would tell raters what to mark; none is only asked elsewhere.
    """
    is_opinion = bool(question.estimate_of) or question.options_from_scale
    is_here = all(question.id != other.id for other in instrument.unasked)
    return is_here and not is_opinion and question.kind is not Kind.TEXT


def rules_to_tell(instrument: Instrument) -> tuple[Rule, ...]:
    """The rules on which the level, what is feasible or a route hangs, in their order.

    A rule at the lowest level is none of them: the level is never below it.
    """
    found = []
    for rule in instrument.rules:
        match rule.effect:
            case Raise(level):
                if instrument.scale is not None and instrument.rank(level):
                    found.append(rule)
            case Limit() | Route():
                found.append(rule)
            case _:
                pass
    return tuple(found)


def steps_to_tell(program: Program) -> tuple[Step, ...]:
    """The steps at which these rules begin or end to hold, in their order, each once.

    Raters mark nothing of what is feasible, so that two cases could show them no step of a limit.
    """
    instrument = program.instrument
    steps = (
        Step(rule.id, leaf.question, *ends)
        for rule in rules_to_tell(instrument)
        if not isinstance(rule.effect, Limit)
        for leaf in leaves_of(rule.when)
        if is_told(instrument, instrument.question(leaf.question))
        for ends in _ends(program, leaf)
    )
    return tuple(dict.fromkeys(steps))


def _ends(program: Program, leaf: Leaf) -> Iterator[tuple[End, End, tuple[str, ...]]]:
    """The two sides of every step at which a leaf begins or ends to hold."""
    match leaf:
        case OneIn(name, options):
            every = program.instrument.question(name).option_ids
            yield from ((*ends, ()) for ends in _turns(every, options))
        case SomeChosen(_, options, count):
            yield count - 1, count, options
        case Between(name, low, high):
            numbers = representatives(program, name)
            inside = [
                n for n in numbers if (low is None or n >= low) and (high is None or n <= high)
            ]
            yield from ((*ends, ()) for ends in _turns(numbers, inside))
        case Known():
            return  # no step of need
        case _:
            assert_never(leaf)


def _turns(every: Iterable[End], inside: Iterable[End]) -> Iterator[tuple[End, End]]:
    """Two neighbours of which one is inside and the other is not."""
    within = set(inside)
    return ((one, other) for one, other in pairwise(every) if (one in within) != (other in within))
