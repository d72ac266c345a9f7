"""Lay several views of one case side by side: where they part, and what that changes.

A disagreement is two answers that cannot both be right. Not knowing is no disagreement: then
there is something to ask. How much a difference weighs is found by trying it out: the answer of
one in the otherwise same case of another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from integraal.engine.assess import assess, seen
from integraal.engine.compare.knowledge import knowledge
from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import Program
from integraal.engine.reach.search import closed, partly
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case
from integraal.model.instrument import Kind, Question
from integraal.model.reader import FULL_SIGHT, Sight
from integraal.model.results.advice import Advice
from integraal.model.results.comparison import Comparison, Difference, Said, Standing, Swap, View
from integraal.model.scale import Scale
from integraal.model.truth import Truth


def compare(
    program: Program,
    cases: Sequence[Case],
    others: Sequence[Program],
    sight: Sight = FULL_SIGHT,
) -> Comparison:
    """Compare views of one case.

    Args:
        program: The lowered instrument.
        cases: That of each person, in the order in which they are to be shown.
        others: The other instruments that may see a danger in them.
        sight: What whom the sheet is for sees of them.
    """
    assessed = [seen(assess(program, case, others), program, sight) for case in cases]
    views = tuple(View(each, _standing(program, each.advice)) for each in assessed)
    hidden = {q.id for q in program.instrument.questions() if q.sensitive and sight.is_masked}
    every = [row for row in _rows(program, views) if row.question.id not in hidden]
    rows = [row for row in every if not row.is_aside]
    shared = Answers(dict(part for row in _rows(program, views) for part in row.shared()))
    scale = program.instrument.scale
    return Comparison(
        views=views,
        disagreements=_telling_first(
            scale, (row.difference(row.known) for row in rows if row.conflicts)
        ),
        to_ask=_telling_first(scale, (row.difference(row.heard) for row in rows if row.is_to_ask)),
        asides=tuple(
            Difference(row.question.id, row.known, row.off)
            for row in every
            if row.is_aside and row.known
        ),
        unknown_to_all=tuple(row.question.id for row in rows if not row.known and row.is_open),
        agreed=tuple(row.question.id for row in rows if row.is_agreed),
        common_ground=_standing(program, evaluate(program, shared)),
    )


def _rows(program: Program, views: tuple[View, ...]) -> Iterator["_Row"]:
    """The questions with what everybody said, in the instrument's order."""
    evaluations = [Evaluation(program, view.assessment.answers) for view in views]
    for question in program.questions.values():
        said: dict[Answer | None, tuple[int, ...]] = {}
        off: list[int] = []
        for index, evaluation in enumerate(evaluations):
            answer = evaluation.answers.get(question.id)
            applies = evaluation.applies(question.id)
            # Whether it applies to this view may itself be something to ask; that comes first.
            if applies is Truth.TRUE or (applies is Truth.UNKNOWN and answer is not None):
                said[answer] = (*said.get(answer, ()), index)
            elif applies is Truth.FALSE:
                off.append(index)
        everything = tuple(Said(*each) for each in said.items())
        yield _Row(program, views, question, everything, tuple(off))


@dataclass(frozen=True, slots=True)
class _Row:
    """One question with the answers of those to whom it applies."""

    program: Program
    views: tuple[View, ...]
    question: Question
    said: tuple[Said, ...]
    off: tuple[int, ...]
    """The others to whom, by their own answers, it does not apply."""

    @property
    def is_aside(self) -> bool:
        return self.question.kind is Kind.TEXT or bool(self.question.estimate_of)

    @property
    def known(self) -> tuple[Said, ...]:
        return tuple(said for said in self.said if said.is_known)

    @property
    def heard(self) -> tuple[Said, ...]:
        """What was said, not knowing and not answering being the same to the rules."""
        unsure = [view for said in self.said if not said.is_known for view in said.views]
        return (*self.known, *([Said(DONT_KNOW, tuple(unsure))] if unsure else ()))

    @property
    def is_whole(self) -> bool:
        """Whether the question applies to everybody."""
        return sum(len(said.views) for said in self.said) == len(self.views)

    @property
    def is_agreed(self) -> bool:
        is_same = len(self.known) == len(self.said) == 1
        return self.is_whole and is_same and not isinstance(self.said[0].answer, Partly)

    @property
    def is_open(self) -> bool:
        """Whether the answer can still change the advice of anybody."""
        advices = (view.assessment.advice for view in self.views)
        opened = (question.question for advice in advices for question in advice.open_questions)
        return self.question.id in opened

    @property
    def conflicts(self) -> bool:
        pairs = combinations(self.known, 2)
        return any(self.conflict(one.answer, other.answer) for one, other in pairs)

    @property
    def is_to_ask(self) -> bool:
        return bool(self.known) and len(self.said) > 1 and not self.conflicts

    def conflict(self, one: Answer | None, other: Answer | None) -> bool:
        """Whether two answers cannot both be right."""
        if self.question.kind is not Kind.SEVERAL:
            return one != other
        first, second = self.partly(one), self.partly(other)
        return not (
            first.chosen <= second.chosen | second.unknown
            and second.chosen <= first.chosen | first.unknown
        )

    def difference(self, givers: tuple[Said, ...]) -> Difference:
        """Try the answers of these in the cases of all who gave another.

        Where those who know nothing are among them, it shows how the advice is without an answer.
        """
        pairs = (pair for pair in permutations(self.heard, 2) if pair[1] in givers)
        swaps = (swap for mine, theirs in pairs for swap in self.swaps(mine, theirs))
        return Difference(self.question.id, self.said, self.off, tuple(swaps))

    def swaps(self, mine: Said, theirs: Said) -> Iterator[Swap]:
        """Put the answer of others in the cases of these; keep what changes the advice."""
        assert theirs.answer is not None  # noqa: S101 - `heard` has none that is not given
        became = knowledge(self.program, self.question, mine.answer, theirs.answer, Truth.TRUE)
        for index in mine.views:
            view = self.views[index]
            changed = view.assessment.answers.with_answer(self.question.id, theirs.answer)
            after = _standing(self.program, evaluate(self.program, changed))
            swap = Swap(index, theirs.views, view.standing, after, less_known=became.is_lost)
            if swap.moves or swap.is_urgent:
                yield swap

    def partly(self, answer: Answer | None) -> Partly:
        return partly(self.program, self.question.id, DONT_KNOW if answer is None else answer)

    def shared(self) -> Iterator[tuple[str, Answer]]:
        """What all say alike, also when that is only a part of the answer."""
        if self.is_agreed and (answer := self.said[0].answer) is not None:
            yield self.question.id, answer
        elif self.question.kind is Kind.SEVERAL and self.is_whole:
            parts = [self.partly(said.answer) for said in self.said]
            every = frozenset(self.question.option_ids)
            chosen = frozenset.intersection(*(part.chosen for part in parts))
            possible = frozenset.union(*(part.chosen | part.unknown for part in parts))
            yield self.question.id, closed(chosen, possible & every - chosen)


def _standing(program: Program, advice: Advice) -> Standing:
    """Keep apart what must be talked about when a difference changes it."""
    urgent = (name for name in advice.action_ids if program.instrument.action(name).urgent)
    return Standing(advice.level, advice.reach, advice.routes_now, frozenset(urgent))


def _telling_first(scale: Scale | None, found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Sort: what is urgent, then what moves the advice furthest; equals keep their order."""

    def weight(difference: Difference) -> tuple[bool, int, int]:
        swaps = difference.swaps
        urgent = any(swap.is_urgent for swap in swaps)
        furthest = max((_distance(scale, swap) for swap in swaps), default=0)
        return urgent, furthest, len(swaps)

    return tuple(sorted(found, key=weight, reverse=True))


def _distance(scale: Scale | None, swap: Swap) -> int:
    """Count how many steps the level and what it could become move; 1 for another route."""
    steps = int(swap.before.outcomes != swap.after.outcomes)
    for before, after in (
        (swap.before.level, swap.after.level),
        (swap.before.reach, swap.after.reach),
    ):
        if scale and before and after:
            steps += abs(scale.rank(before.id) - scale.rank(after.id))
    return steps
