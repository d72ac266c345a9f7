"""Small instruments with whatever an author can write, and every case that there is of one.

What they may not have is what the reader refuses: two last resorts of one kind, a danger that hangs
on no answers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import prod

from hypothesis import assume
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.definitions import linked
from integraal.model.instrument import (
    Act,
    Effect,
    Instrument,
    Kind,
    Limit,
    Never,
    Question,
    Raise,
    Release,
    Route,
    Rule,
    Statement,
    Table,
    Urgency,
)
from integraal.model.results.advice import Advice
from integraal.model.tables import rows_above
from tests.property.strategies import GROUNDS, conditions, defining
from tests.verify.encoded import rich_instruments
from tests.verify.proof.every_answer import every_answer

MOST = 120
"""Cases of one instrument that are looked at one by one."""
ALARM = Statement("bel", "Bel.", urgent=Urgency.DANGER)
OFTEN_NOT = st.sampled_from([False, False, True])


@st.composite
def authored(draw: st.DrawFn) -> Instrument:
    """Instruments with numbers, definitions, scores, tables, promises, danger and own additions."""
    made = draw(rich_instruments().filter(_is_small))
    asked = [replace(q, own_addition=draw(OFTEN_NOT)) for q in made.questions()]
    made = replace(made, sections=_with_questions(made, asked))
    made = _with_tables(made, draw(st.booleans()))
    rules = [*_one_last_resort(made.rules)]
    if draw(st.booleans()):
        when = draw(conditions(asked))
        rules.append(Rule("gevaar", when, Act("bel"), GROUNDS))
        made = replace(made, actions=(*made.actions, ALARM))
    every = tuple(replace(rule, supports_only=draw(OFTEN_NOT)) for rule in rules)
    made = replace(made, rules=every, highest=draw(st.sampled_from(["", "", "midden"])))
    made = replace(made, rules=tuple(_going_before(draw, made)))
    # What a promise or a definition names is linked again, as the reader does.
    return linked(defining(replace(made, never=tuple(draw(st.lists(_promises(made), max_size=1))))))


def _is_small(instrument: Instrument) -> bool:
    program = lower(instrument)
    return prod(len(every_answer(q, program)) for q in instrument.questions()) <= MOST


def _with_questions(made: Instrument, asked: Sequence[Question]) -> tuple:  # type: ignore[type-arg]
    (section,) = made.sections
    return (replace(section, questions=tuple(asked)),)


def _with_tables(made: Instrument, is_split: bool) -> Instrument:
    """The instrument with its outcomes in one table, or each in its own."""
    if not is_split:
        return made
    (table,) = made.tables
    tables = tuple(Table(f"t-{one.id}", "", table.policy) for one in made.outcomes)
    outcomes = tuple(replace(one, table=f"t-{one.id}") for one in made.outcomes)
    return linked(replace(made, tables=tables, outcomes=outcomes))


def _one_last_resort(rules: Iterable[Rule]) -> Iterator[Rule]:
    kinds: set[object] = set()
    for rule in rules:
        if isinstance(rule.when, c.Otherwise):
            if type(rule.effect) in kinds:
                continue
            kinds.add(type(rule.effect))
        yield rule


def _going_before(draw: st.DrawFn, made: Instrument) -> Iterator[Rule]:
    for rule in made.rules:
        below = [other.id for other in made.rules if rule in rows_above(made, other)]
        named = draw(st.sampled_from([(), *((name,) for name in below)]))
        yield replace(rule, overrides=named)


def _promises(made: Instrument) -> st.SearchStrategy[Never]:
    out: list[Effect] = [Raise("hoog"), Limit("laag"), Route("heen"), Act("doen")]
    when = st.none() | conditions(list(made.questions()))
    plain = st.builds(Never, st.just("nooit"), st.sampled_from(out), when, st.just(GROUNDS))
    beside = plain.map(lambda never: replace(never, together_with=("weer",)))
    return plain | beside.filter(lambda never: never.out != Route("weer"))


@st.composite
def kept_from_others(draw: st.DrawFn) -> Instrument:
    """The same, of which some is for professionals only."""
    made = draw(authored())
    asked = [
        replace(q, sensitive=q.kind in (Kind.ONE, Kind.SEVERAL) and draw(OFTEN_NOT))
        for q in made.questions()
    ]
    once = [q for q in asked if q.kind is Kind.ONE]
    until = draw(st.sampled_from([None, *once]))
    assume(until is not None or any(q.sensitive for q in asked))
    return replace(
        made,
        sections=_with_questions(made, asked),
        rules=tuple(replace(rule, sensitive=draw(OFTEN_NOT)) for rule in made.rules),
        actions=tuple(replace(one, sensitive=draw(OFTEN_NOT)) for one in made.actions),
        outcomes=tuple(replace(one, urgent=Urgency.ASK) for one in made.outcomes),
        withhold_until=Release(until.id, *until.option_ids[:2]) if until else None,
    )


@dataclass(frozen=True)
class Seen:
    """One case, with its advice."""

    answers: Answers
    program: Program

    @cached_property
    def advice(self) -> Advice:
        return evaluate(self.program, self.answers, with_open_questions=False)

    @cached_property
    def evaluation(self) -> Evaluation:
        return Evaluation(self.program, self.answers)

    @cached_property
    def truths(self) -> dict[str, object]:
        return dict(self.advice.truths)

    @cached_property
    def is_full(self) -> bool:
        return all(map(self.answers.known, self.program.questions))


def every_case(*programs: Program) -> Iterator[Answers]:
    """Walk through every way of answering that one of these programs can tell from another."""
    questions = list(programs[0].instrument.questions())
    for way in product(*(every_answer(question, *programs) for question in questions)):
        named = zip(questions, way, strict=True)
        yield Answers({q.id: answer for q, answer in named if answer is not None})


def seen(program: Program) -> list[Seen]:
    """Every case that there is."""
    return [Seen(answers, program) for answers in every_case(program)]
