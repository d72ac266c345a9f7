"""Change one thing in a condition, at every place where one thing can be changed.

A boundary moves one step, a list of options gains a neighbour or loses one, `all` and `any` change
places. Every result is a condition that an author could have written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar, assert_never

from integraal.model import condition as c
from integraal.model.instrument import Question
from integraal.model.results.trial import Change, Edit, Owner

BOUND_STEP = 1
T = TypeVar("T")
Edited: TypeAlias = Iterator[tuple[Change, c.Condition]]


class ConditionEdits:
    """Knows the questions, and so what stands beside what.

    Args:
        questions: By their ids.
        owner: Id of the rule, the question or the promise whose condition is changed.
        of: Which of these that is.
    """

    def __init__(
        self, questions: Mapping[str, Question], owner: str, of: Owner = Owner.RULE
    ) -> None:
        self._questions = questions
        self._owner = owner
        self._of = of

    def _change(self, edit: Edit, question: str = "", before: str = "", after: str = "") -> Change:
        return Change(edit, self._owner, self._of, "", question, before, after)

    def edits(self, condition: c.Condition) -> Edited:
        """Every change of one thing in a condition."""
        match condition:
            case c.All(parts) | c.AnyOf(parts):
                yield from self._swapped(condition, len(parts))
                yield from self._within(condition, parts)
            case c.AtLeastOf(count, parts):
                for number in _counts(count, len(parts)):
                    edit = self._change(Edit.THRESHOLD, "", str(count), str(number))
                    yield edit, replace(condition, count=number)
                yield from self._within(condition, parts)
            case c.Not(part):
                for edit, changed in self.edits(part):
                    yield _inside(1, edit), c.Not(changed)
            case c.Defined() | c.Reached():
                return  # what a name stands for is changed where it is defined
            case c.InScore():
                yield from self._sums(condition)
            case _:
                yield from self._leaf(condition)

    def _swapped(self, condition: c.All | c.AnyOf, parts: int) -> Edited:
        if parts > 1:
            all_to_any = isinstance(condition, c.All)
            before, after = ("all", "any") if all_to_any else ("any", "all")
            edit = self._change(Edit.SWAPPED, "", before, after)
            yield edit, (c.AnyOf if all_to_any else c.All)(condition.parts)

    def _within(
        self, condition: c.All | c.AnyOf | c.AtLeastOf, parts: Sequence[c.Condition]
    ) -> Edited:
        for index, part in enumerate(parts):
            for edit, changed in self.edits(part):
                kept = (*parts[:index], changed, *parts[index + 1 :])
                yield _inside(index + 1, edit), replace(condition, parts=kept)

    def _sums(self, asked: c.InScore) -> Edited:
        for step in (-1, 1):
            for side, bound in (("low", asked.low), ("high", asked.high)):
                if bound is not None:
                    moved = bound + step
                    low, high = (moved, asked.high) if side == "low" else (asked.low, moved)
                    edit = self._change(Edit.THRESHOLD, asked.score, str(bound), str(moved))
                    yield edit, replace(asked, low=low, high=high)

    def _leaf(self, leaf: c.Leaf) -> Edited:
        match leaf:
            case c.OneIn():
                yield from self._one_in(leaf)
            case c.SomeChosen(question, options, count):
                order = self._questions[question].option_ids
                if len(options) < len(order):
                    yield from self._options(leaf, order)
                    return
                for number in _counts(count, len(order)):
                    edit = self._change(Edit.THRESHOLD, question, str(count), str(number))
                    yield edit, replace(leaf, count=number)
            case c.Between():
                yield from self._bounds(leaf)
            case c.Known():
                return
            case _:
                assert_never(leaf)

    def _one_in(self, leaf: c.OneIn) -> Edited:
        """The boundary moves of options that run on to an end; of others, one comes or goes."""
        order = self._questions[leaf.question].option_ids
        at_least = {order[at:]: option for at, option in enumerate(order)}
        at_most = {order[: at + 1]: option for at, option in enumerate(order)}
        runs = at_least if leaf.options in at_least else at_most
        if not (1 < len(leaf.options) < len(order) and leaf.options in runs):
            yield from self._options(leaf, order)
            return
        for run in neighbours(list(runs), [leaf.options]):
            edit = self._change(Edit.THRESHOLD, leaf.question, runs[leaf.options], runs[run])
            yield edit, replace(leaf, options=run)

    def _options(self, leaf: c.OneIn | c.SomeChosen, order: Sequence[str]) -> Edited:
        for option in leaf.options if len(leaf.options) > 1 else ():
            kept = tuple(other for other in leaf.options if other != option)
            edit = self._change(Edit.NARROWED, leaf.question, before=option)
            yield edit, replace(leaf, options=kept)
        for option in neighbours(order, leaf.options):
            more = tuple(other for other in order if other in (*leaf.options, option))
            edit = self._change(Edit.WIDENED, leaf.question, after=option)
            yield edit, replace(leaf, options=more)

    def _bounds(self, leaf: c.Between) -> Edited:
        for side in ("low", "high"):
            bound = getattr(leaf, side)
            for step in (-BOUND_STEP, BOUND_STEP) if bound is not None else ():
                before, after = f"{bound:.15g}", f"{bound + step:.15g}"
                edit = self._change(Edit.THRESHOLD, leaf.question, before, after)
                yield edit, replace(leaf, **{side: bound + step})


def _inside(number: int, change: Change) -> Change:
    """A change of a part, seen from the condition of which that is part `number`."""
    return replace(change, part=f"{number}.{change.part}".rstrip("."))


def neighbours(order: Sequence[T], some: Sequence[T]) -> Iterator[T]:
    """What stands directly before or after any of some, without being one of them.

    >>> list(neighbours(["licht", "matig", "zwaar", "ondraaglijk"], ["zwaar"]))
    ['matig', 'ondraaglijk']
    """
    at = {order.index(one) for one in some}
    for index, one in enumerate(order):
        if index not in at and {index - 1, index + 1} & at:
            yield one


def _counts(count: int, most: int) -> Iterator[int]:
    yield from (number for number in (count - 1, count + 1) if 1 <= number <= most)
