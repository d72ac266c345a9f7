"""Can a change in an instrument ever be noticed? Proven over all answers, or shown by a case.

The instrument and its mutant stand in one circuit over the same answers, unknown ones included.
When no answers give a rule another truth, nor another limit or present, and no full answers give
another level, then the advice is the same for everybody: the levels that unknown answers leave
possible are the levels of the full answers behind them. What others read is made of two such
advices, with these answers and with the sensitive ones at their lowest need, and of the marks that
say what is sensitive: where no mark changed either, it is the same too.

Two things are no part of this. Reasons stand in the order of their levels; and where a level is
certain that no rule alone makes certain, rules up from it are named as possible reasons.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import assert_never

from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.condition import Otherwise
from integraal.model.instrument import Instrument, Kind, Limit, Question, Raise, Rule
from integraal.model.results.trial import Change, Edit, Owner
from integraal.solving.answer_space import SOME_TEXT
from integraal.solving.solver import BOUND, OutOfBoundError
from integraal.verify.mutation.others import Others, marks, simple_cases
from integraal.verify.mutation.pair import Pair
from integraal.verify.mutation.suite import Programs
from integraal.verify.mutation.witness import first_witness, witness

FOR_OTHERS = frozenset({Edit.SENSITIVE, Edit.RELEASE})
"""Edits that change what others may read, and nothing else."""


TRIES = 200
"""How many cases the engine looks at before nobody knows."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Proven: nothing that a case can expect is ever another."""

    covered_by: tuple[str, ...] = ()
    """Rules of which one always holds where another level would have shown."""


@dataclass(frozen=True, slots=True)
class Noticeable:
    """It can be noticed; or nobody could settle, within the solver's bound, that it cannot."""

    witness: str = ""
    """A case that notices it, ready to paste; empty when none was found."""


def compare(
    original: Programs, mutated: Programs, change: Change, bound: int = BOUND
) -> Equivalent | Noticeable:
    """Prove that a change can never be noticed, or find a case that notices it.

    Both with our own additions and without: a case may ask for either.

    Args:
        original: The instrument.
        mutated: The instrument with the change.
        change: What the change is.
        bound: How many conflicts of the solver the proof may take, each way.
    """
    judge = _for_others if change.edit in FOR_OTHERS else _by_pair
    try:
        for source_only in _ways(original.instrument):
            before = original.lowered(source_only=source_only)
            after = mutated.lowered(source_only=source_only)
            found = _simple(before, after, change)
            found = found or judge(before, after, change, bound)
            if found is not None:
                return found
    except OutOfBoundError:
        return Noticeable()
    return Equivalent(_covered_by(original, mutated, change))


def _simple(before: Program, after: Program, change: Change) -> Noticeable | None:
    """Try the few answers with which a change mostly shows, where nothing need be solved."""
    candidates: Iterable[Answers] = ()
    if change.edit in FOR_OTHERS:
        candidates = simple_cases(before.instrument)
    elif change.edit is Edit.ADDITION and before.source_only:
        candidates = any_answer(before.questions[change.owner])
    found = first_witness(before, after, change, candidates)
    return Noticeable(found) if found else None


def any_answer(question: Question) -> Iterator[Answers]:
    """Cases in which only this question is answered, each time with another answer."""
    match question.kind:
        case Kind.ONE:
            yield from (Answers({question.id: option}) for option in question.option_ids)
        case Kind.SEVERAL:
            yield from (Answers({question.id: {option}}) for option in question.option_ids)
        case Kind.NUMBER:
            yield Answers({question.id: question.numbers.nearest(1)})
        case Kind.TEXT:
            yield Answers({question.id: SOME_TEXT})
        case _:
            assert_never(question.kind)


def _by_pair(before: Program, after: Program, change: Change, bound: int) -> Noticeable | None:
    with Pair(before, after, bound) as pair:
        if not _never_held(pair, change) and pair.can_differ():
            return Noticeable(witness(pair, change))
    return None


def _never_held(pair: Pair, change: Change) -> bool:
    """Whether an `otherwise` is dropped that cannot hold: that is said of it, and no case tells."""
    if (change.edit, change.of) != (Edit.DROPPED, Owner.RULE):
        return False
    rule = pair.before.program.instrument.rule(change.owner)
    return isinstance(rule.when, Otherwise) and pair.find([pair.before.rails(rule).holds]) is None


def _for_others(before: Program, after: Program, change: Change, bound: int) -> Noticeable | None:
    if marks(before.instrument) == marks(after.instrument):
        return None
    # Of a question that is no longer sensitive the answer stays, so there may be a page only then.
    for program in (before, after) if change.of is Owner.QUESTION else (before,):
        with Others(program, bound) as others:
            # Where the clauses see a difference the engine, which has the last word, may see none.
            some = islice(others.candidates(change), TRIES + 1)
            for number, answers in enumerate(some):
                told = first_witness(before, after, change, [answers])
                if told or number == TRIES:
                    return Noticeable(told)
    return None


def _ways(instrument: Instrument) -> tuple[bool, ...]:
    return (False, True) if instrument.has_own_additions else (False,)


def _covered_by(original: Programs, mutated: Programs, change: Change) -> tuple[str, ...]:
    """Name as few rules as suffice to hide another level of this rule."""
    if change.edit is not Edit.LEVEL:
        return ()
    before, after = original.lowered(source_only=False), mutated.lowered(source_only=False)
    covering = [rule.id for rule in _hiding(before, change)]
    with Pair(before, after) as pair, suppress(OutOfBoundError):
        return pair.needed_to_cover(change.owner, covering)
    return ()


def _hiding(program: Program, change: Change) -> list[Rule]:
    """List the rules that, where they hold, leave either level of this rule without effect."""
    instrument = program.instrument
    rule = instrument.rule(change.owner)
    low, high = sorted(map(instrument.rank, (change.before, change.after)))
    if isinstance(rule.effect, Raise):
        rules = [raising.rule for raising in program.raising if raising.rank >= high]
    else:
        limits = instrument.rules_with(Limit)
        rules = [limit for limit in limits if instrument.rank(limit.target) <= low]
    return [other for other in rules if other is not rule]
