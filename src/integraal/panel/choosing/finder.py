"""Find a case that tells a rule, two that show a step of need, or a proof that there is none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random

from integraal.model.answers import Answers
from integraal.model.condition import leaves_of
from integraal.model.instrument import Rule
from integraal.model.study.choice import Why
from integraal.panel.choosing.case_space import Beside, CaseSpace, Story
from integraal.panel.choosing.goals import Step
from integraal.panel.choosing.likely import wishes
from integraal.solving.solver import Model, OutOfBoundError

Literal = Callable[[Story], int]
"""Makes what is wanted of a story."""
_WAYS = 3
"""Of the ways in which two cases can show a step, so many are kept."""


@dataclass(slots=True)
class Prospect:
    """What can be told, and why the rest cannot."""

    whole: list[Rule] = field(default_factory=list)
    """Told by a case in which everything is known."""
    partly: list[Rule] = field(default_factory=list)
    """Told only where something is not known."""
    untold: dict[str, Why] = field(default_factory=dict)
    """By the id of the rule."""
    steps: dict[Step, list[Beside]] = field(default_factory=dict)
    """How two cases can show each step."""


class Finder:
    """Asks the solver, within a bound for each question."""

    def __init__(self, space: CaseSpace, chance: Random, bound: int) -> None:
        self.space = space
        self._chance = chance
        self._bound = bound

    def prospect(self, rules: Sequence[Rule], steps: Iterable[Step]) -> Prospect:
        """Find out what can be told at all."""
        found = Prospect()
        for rule in rules:
            why = self._why_not(rule)
            if why is None:
                is_whole = self._can(self.space.story.is_whole, *self._telling(rule))
                (found.whole if is_whole else found.partly).append(rule)
            else:
                found.untold[rule.id] = why
        by_id = {rule.id: rule for rule in found.whole}
        for step in steps:
            if step.rule in by_id and (ways := self._ways(step, by_id[step.rule])):
                found.steps[step] = ways
        return found

    def one(self, wanted: Sequence[Literal], hoped: Iterable[Literal] = ()) -> Answers | None:
        """Find a whole story; none where there is none, or it was not found within the bound.

        Args:
            wanted: What must be so.
            hoped: What may come true besides, the dearest first.
        """
        story = self.space.story
        return self._case([story.is_whole, *(each(story) for each in wanted)], hoped)

    def partly_known(self, wanted: Literal, hoped: Sequence[Literal]) -> Answers | None:
        """Find a case in which something is so, with as little as can be unknown.

        Args:
            wanted: What must be so.
            hoped: What may come true besides, the dearest first.
        """
        story = self.space.story
        known = [partial(_known, question=name) for name in story.encoding.answers]
        return self._case([wanted(story)], [*hoped, *known])

    def two(
        self, rule: Rule, beside: Beside, wanted: Sequence[Literal], hoped: Iterable[Literal]
    ) -> tuple[Answers, Answers] | None:
        """Find two cases that show a step: the first tells the rule.

        Args:
            rule: Whose step it is.
            beside: How they differ.
            wanted: Of which one or more must be so of the second.
            hoped: What may come true of either besides, the dearest first.
        """
        story, other = self.space.story, beside.story
        asked = self._side_by_side(rule, beside)
        if wanted:
            asked.append(self.space.circuit.any_of(each(other) for each in wanted))
        model = self._find(asked)
        if model is None:
            return None
        ways = [(each(story), each(other)) for each in hoped]
        model = self._settled(model, asked, ways)
        return self.space.answers(model, story), self.space.answers(model, other)

    def can_two(self, rule: Rule, beside: Beside, wanted: Sequence[Literal]) -> bool:
        """Whether two cases can show a step so that the second does one of these things."""
        among = self.space.circuit.any_of(each(beside.story) for each in wanted)
        return self._find([*self._side_by_side(rule, beside), among]) is not None

    def _case(self, asked: Sequence[int], hoped: Iterable[Literal]) -> Answers | None:
        story = self.space.story
        wanted = [story.is_likely, *asked]
        model = self._find(wanted)
        if model is None:
            return None
        model = self._settled(model, wanted, [(each(story),) for each in hoped])
        return self.space.answers(model, story)

    def _settled(
        self, model: Model, wanted: Sequence[int], hoped: Sequence[Sequence[int]]
    ) -> Model:
        story = self.space.story
        likely = wishes(story.instrument, story.encoding.answers, self._chance)
        try:
            self.space.allow(self._bound)
            return self.space.settled_as_wished(model, wanted, [*hoped, *likely])
        except OutOfBoundError:
            return model

    def _side_by_side(self, rule: Rule, beside: Beside) -> list[int]:
        story, other = self.space.story, beside.story
        both = [each for one in (story, other) for each in (one.is_whole, one.is_likely)]
        return [*both, other.fits, story.tells(rule), other.goes_without(rule), *beside.fixed]

    def _ways(self, step: Step, rule: Rule) -> list[Beside]:
        ways = list(self.space.beside(step))
        if step.among:
            self._chance.shuffle(ways)
        found: list[Beside] = []
        for way in ways:
            if len(found) < _WAYS and self._can(*self._side_by_side(rule, way)):
                found.append(way)
        return found

    def _why_not(self, rule: Rule) -> Why | None:
        """Why no case tells a rule; None where one does."""
        tells = self.space.story.tells(rule)
        try:
            if self._found([tells, self.space.story.is_likely]):
                return None
            if self._found([tells]):
                return Why.RULED_OUT
        except OutOfBoundError:
            return Why.UNSETTLED
        if rule.supports_only:
            return Why.SUPPORTS
        unasked = {question.id for question in self.space.story.instrument.unasked}
        elsewhere = any(leaf.question in unasked for leaf in leaves_of(rule.when))
        return Why.ELSEWHERE if elsewhere else Why.NEVER

    def _telling(self, rule: Rule) -> tuple[int, int]:
        return self.space.story.tells(rule), self.space.story.is_likely

    def _can(self, *wanted: int) -> bool:
        return self._find(wanted) is not None

    def _find(self, wanted: Sequence[int]) -> Model | None:
        try:
            return self._found(wanted)
        except OutOfBoundError:
            return None

    def _found(self, wanted: Sequence[int]) -> Model | None:
        self.space.allow(self._bound)
        return self.space.find(wanted)


def _known(story: Story, question: str) -> int:
    return story.encoding.answers[question].known
