"""Take cases one by one, each time what tells most that was not told yet, until there is no room.

Two cases that differ in one step of need are dearer than one: they tell a rule and its threshold,
and where the second tells a rule of its own they cost no more than one case for each.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import permutations
from random import Random
from typing import TypeVar

from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Instrument, Raise, Route, Rule
from integraal.model.source import Support
from integraal.panel.choosing.case_space import Beside, Story
from integraal.panel.choosing.finder import Finder, Literal, Prospect
from integraal.panel.choosing.goals import Step
from integraal.panel.choosing.told import Telling, Told
from integraal.solving.decision import decides

_Thing = TypeVar("_Thing")
_MOST_ALIKE = 3
"""Raters should not meet one story again and again: so many differ in an answer or two at most."""
_TRIES = 4
"""How often another case is looked for where the one that was found is there already."""


@dataclass(eq=False, slots=True)
class Draft:
    """A case that was taken."""

    told: Told
    beside: "Draft | None" = None
    held_back: bool = False
    repeats: "Draft | None" = None
    shown: tuple[Step, ...] = ()
    """The steps that it shows with the one beside it."""

    @property
    def answers(self) -> Answers:
        """Its answers."""
        return self.told.answers


@dataclass(slots=True)
class Cover:
    """The cases taken so far, and what they tell."""

    instrument: Instrument
    finder: Finder
    telling: Telling
    prospect: Prospect
    chance: Random
    drafts: list[Draft] = field(default_factory=list)
    held_back: bool = False
    """Whether what is taken now waits for a second round."""
    _tried: set[tuple[Draft, Step, bool]] = field(default_factory=set)

    @property
    def rules_told(self) -> Counter[str]:
        """How many cases tell each rule."""
        return Counter(rule for draft in self.drafts for rule in draft.told.rules)

    @property
    def steps_shown(self) -> set[Step]:
        """The steps that two cases show."""
        return {step for draft in self.drafts for step in draft.shown}

    def tell(self, rules: Sequence[Rule], room: int) -> None:
        """Take cases that tell these rules, as long as there is room.

        Args:
            rules: To be told; each once more than now.
            room: How many cases there may be in all.
        """
        before, left = self.rules_told, list(rules)
        while left and len(self.drafts) < room:
            if not self._take_some(left, room - len(self.drafts)):
                left.pop(0)  # not found within the bound, or the engine knows better
            told = self.rules_told
            left = [rule for rule in left if told[rule.id] == before[rule.id]]

    def _take_some(self, rules: Sequence[Rule], spare: int) -> bool:
        """Take what tells a rule and shows its threshold, for as few cases as can be."""
        if len(self.instrument.tables) > 1 and len(rules) >= spare:
            return self._one(rules)  # a case tells a row of each table: room is dearer than a step
        steps = dict.fromkeys(step for step, *_ in self._steps_of(rules))
        if any(self._beside_one_there(step, must_tell=True) for step in steps):
            return True
        if spare >= 2 and self._two(rules, both=True):  # noqa: PLR2004 - two cases
            return True
        return (spare > len(rules) and self._two(rules, both=False)) or self._one(rules)

    def tell_partly(self, rules: Sequence[Rule], room: int) -> None:
        """Take cases for rules that decide only where something is not known.

        Args:
            rules: To be told.
            room: How many cases there may be in all.
        """
        for rule in rules:
            if len(self.drafts) < room and not self.rules_told[rule.id]:
                told = self.rules_told
                hoped = [_telling(other) for other in rules if not told[other.id]]
                answers = self.finder.partly_known(_telling(rule), hoped)
                if answers is not None:
                    self._add(answers)

    def show_everything(self, least: int, room: int) -> None:
        """Take cases until each level and route is that of one of this round, as far as they fit.

        Args:
            least: How many cases each level should have; each route has one.
            room: How many cases there may be in all.
        """
        for name, is_so in self._sights():
            here = [draft for draft in self.drafts if draft.held_back is self.held_back]
            seen = sum(name in self._sight(draft) for draft in here)
            for _ in range(seen, least if name in self.instrument.level_ids else 1):
                if len(self.drafts) < room:
                    self._new([is_so], [_telling(rule) for rule in self.least_told()])

    def show_steps(self, room: int) -> None:
        """Take a case beside one that is there, for each step that is not shown, while it fits."""
        steps = [step for step in self.prospect.steps if step not in self.steps_shown]
        self.chance.shuffle(steps)
        for step in steps:
            if len(self.drafts) < room and step not in self.steps_shown:
                self._beside_one_there(step)

    def fill(self, room: int) -> None:
        """Take more cases, the rules that are told least first, until there is no room."""
        while len(self.drafts) < room:
            before, rules = len(self.drafts), self.least_told()
            self.tell(rules[: max(1, len(rules) // 2)], room)
            if len(self.drafts) == before and not self._new([]):
                return  # there are no more

    def lay_side_by_side(self) -> None:
        """Say of cases that are there already which of them show a step that no others do."""
        here = [draft for draft in self.drafts if draft.held_back is self.held_back]
        for draft, other in permutations(here, 2):
            if draft.beside is None and other.beside is not draft:
                shown = self.telling.steps(draft.told, other.told)
                if not self.steps_shown.issuperset(shown):
                    draft.beside, draft.shown = other, shown

    def least_told(self) -> list[Rule]:
        """The rules that can be told; those first that the fewest cases tell, our choices first."""
        told, rules = self.rules_told, self._shuffled(self.prospect.whole)
        support = list(Support)
        return sorted(rules, key=lambda rule: (told[rule.id], -support.index(rule.grounds.support)))

    def unseen(self) -> tuple[str, ...]:
        """Ids of levels and routes that no case has."""
        seen = {name for draft in self.drafts for name in self._sight(draft)}
        return tuple(name for name, _ in self._sights() if name not in seen)

    def _two(self, rules: Sequence[Rule], *, both: bool) -> bool:
        """Take two cases that show a step of one of these rules; both tell one, where wanted."""
        for step, rule, way in self._steps_of(rules):
            others = [other for other in rules if other is not rule]
            wanted = [_telling(other) for other in others] if both else []
            if both and not (others and self.finder.can_two(rule, way, wanted)):
                continue
            hoped = [_telling(other) for other in others]
            found = self.finder.two(rule, way, wanted, hoped)
            if found is not None and self._add_two(*found, step):
                return True
        return False

    def _steps_of(self, rules: Sequence[Rule]) -> Iterator[tuple[Step, Rule, Beside]]:
        """The steps of some rules with a way to show each; those not shown yet first."""
        by_id, shown = {rule.id: rule for rule in rules}, self.steps_shown
        steps = self._shuffled([step for step in self.prospect.steps if step.rule in by_id])
        for step in sorted(steps, key=lambda step: step in shown):
            for way in self.prospect.steps[step]:
                yield step, by_id[step.rule], way

    def _add_two(self, first: Answers, second: Answers, step: Step) -> bool:
        one, other = self.telling.told(first), self.telling.told(second)
        shown = self.telling.steps(one, other)
        if step not in shown or self._is_there(first) or self._is_there(second):
            return False
        low = self._take(Draft(other))
        self._take(Draft(one, low, shown=shown))
        return True

    def _one(self, rules: Sequence[Rule]) -> bool:
        first, *others = rules
        return self._new([_telling(first)], [_telling(other) for other in others])

    def _new(self, wanted: Sequence[Literal], hoped: Sequence[Literal] = ()) -> bool:
        for _ in range(_TRIES):
            answers = self.finder.one(wanted, hoped)
            if answers is None:
                return False
            if self._add(answers):
                return True
        return False

    def _add(self, answers: Answers) -> bool:
        if self._is_there(answers):
            return False
        self._take(Draft(self.telling.told(answers)))
        return True

    def _take(self, draft: Draft) -> Draft:
        draft.held_back = self.held_back
        self.drafts.append(draft)
        self.finder.space.exclude(draft.answers)
        return draft

    def _is_there(self, answers: Answers) -> bool:
        return any(dict(draft.answers) == dict(answers) for draft in self.drafts)

    def _beside_one_there(self, step: Step, *, must_tell: bool = False) -> bool:
        """Take a case beside one that is there, so that the two show a step.

        Args:
            step: To be shown.
            must_tell: Whether it is the new case that must tell the rule.
        """
        here = [draft for draft in self.drafts if draft.held_back is self.held_back]
        for draft in self._shuffled(
            [each for each in here if (each, step, must_tell) not in self._tried]
        ):
            if len(self._alike(draft)) >= _MOST_ALIKE:
                continue
            self._tried.add((draft, step, must_tell))
            for answer in self._shuffled(list(_across(step, draft.answers.get(step.question)))):
                answers = draft.answers.with_answer(step.question, answer)
                if self._is_across(draft, answers, step):
                    told = self.telling.told(answers)
                    shown = self.telling.steps(draft.told, told)
                    if step in shown and (step.rule in told.rules or not must_tell):
                        self._take(Draft(told, draft, shown=shown))
                        return True
        return False

    def _is_across(self, draft: Draft, answers: Answers, step: Step) -> bool:
        """Whether these answers may be a case of their own, and a rule holds in one alone."""
        changes = self.telling.holds(step.rule, answers) != (step.rule in draft.told.holding)
        return changes and self.telling.is_whole(answers) and not self._is_there(answers)

    def _alike(self, draft: Draft) -> list[Draft]:
        """A case with those that stand beside it, and beside those."""
        found = [draft]
        for each in found:
            beside = [
                other for other in self.drafts if other.beside is each or each.beside is other
            ]
            found += [other for other in beside if other not in found]
        return found

    def _sights(self) -> Iterator[tuple[str, Literal]]:
        """Each level that the rules can give, and each route, with what makes a case have it."""
        instrument = self.instrument
        if instrument.scale is not None and instrument.rules_with(Raise):
            highest = instrument.rank(instrument.highest or instrument.level_ids[-1])
            for rank in range(highest + 1):
                yield instrument.level_ids[rank], partial(Story.settles_at, rank=rank)
        for outcome in instrument.outcomes:
            rows = [rule for rule in instrument.rules if rule.effect == Route(outcome.id)]
            yield outcome.id, partial(_comes_out, rows=rows)

    def _sight(self, draft: Draft) -> tuple[str, ...]:
        return (draft.told.mark.level, *draft.told.mark.routes)

    def _shuffled(self, things: Sequence[_Thing]) -> list[_Thing]:
        return self.chance.sample(things, len(things))


def _telling(rule: Rule) -> Literal:
    return partial(Story.tells, rule=rule)


def _comes_out(story: Story, rows: Sequence[Rule]) -> int:
    return story.circuit.any_of(decides(story, row) for row in rows)


def _across(step: Step, answer: Answer | None) -> Iterator[Answer]:
    """What an answer may become on the other side of a step; nothing where it is on neither."""
    if not step.among:
        if answer in (step.low, step.high):
            yield step.high if answer == step.low else step.low
    elif isinstance(answer, frozenset):
        for option in step.among:
            other = answer ^ {option}
            if step.is_between(answer, other):
                yield other
