"""Every answer to a question that the rules of some programs can tell from others."""

from collections.abc import Iterator
from itertools import combinations

from integraal.engine.program import Program
from integraal.engine.reach.numbers import bounds_in, told_apart
from integraal.model.answers import Answer, Partly
from integraal.model.instrument import Kind, Question


def every_answer(question: Question, *programs: Program) -> list[Answer | None]:
    """List the answers to a question that their rules can tell apart, unknown included."""
    match question.kind:
        case Kind.ONE:
            return [None, *question.option_ids]
        case Kind.SEVERAL:
            known = [frozenset(some) for some in _subsets(question.option_ids)]
            options = frozenset(question.option_ids)
            partly = [
                Partly(some, rest)
                for some in known
                for rest in map(frozenset, _subsets(tuple(sorted(options - some))))
                if rest
            ]
            return [*known, *partly]
        case _:
            bounds = {bound for each in programs for bound in bounds_in(each, question.id)}
            return [None, *told_apart(sorted(bounds), question.numbers)]


def _subsets(options: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(options) + 1):
        yield from combinations(options, size)
