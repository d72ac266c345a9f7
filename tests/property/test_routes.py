"""A route that is called certain stays, whatever else is answered, in every shipped instrument."""

import random
from collections.abc import Iterator

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.reach.open_questions import extremes
from integraal.model.answers import DONT_KNOW, Answers
from integraal.model.instrument import OutcomePolicy
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.engine.sql.rows import made_up
from tests.engine.sql.test_select import by_duckdb

FEW, MANY = times(20), times(120)
"""Cases made up for each instrument: with much that nobody knows, and with little."""
PROGRAMS = [
    lower(Library().instrument(name), source_only=source_only)
    for name in INSTRUMENTS
    if Library().instrument(name).outcomes
    for source_only in (False, True)
]
each = pytest.mark.parametrize(
    "program", PROGRAMS, ids=lambda program: f"{program.instrument.id}-{program.source_only}"
)


def cases(program: Program) -> list[tuple[Answers, Advice]]:
    """Make cases up, each with its advice; most lack few answers, so that routes are certain."""
    chance = random.Random(program.instrument.id)
    made = list(made_up(program.instrument, FEW, chance))
    for answers in made_up(program.instrument, MANY, chance, missing=0):
        lacking = chance.sample(list(answers), min(chance.randint(1, 4), len(answers)))
        made.append(answers.without(*lacking))
    return [(answers, advised(program, answers)) for answers in made]


def advised(program: Program, answers: Answers) -> Advice:
    return evaluate(program, answers, with_open_questions=False)


def one_more(program: Program, answers: Answers) -> Iterator[tuple[str, Answers]]:
    """Give every way in which one question more may be answered, and the question."""
    for question in dict.fromkeys(leaf.question for leaf in program.leaves):
        if not answers.known(question):
            for answer in extremes(program, question, answers):
                yield question, answers.with_answer(question, answer)


def certain(advice: Advice) -> set[str]:
    """Name the routes that are called certain."""
    return {outcome.id for outcome in advice.outcomes if outcome.certain}


def forbidden(program: Program, answers: Answers) -> set[str]:
    """Name the routes that a promise forbids: while its condition holds, or might."""
    evaluation = Evaluation(program, without_dropped(program, answers))
    promises = program.promised_away
    return {route for route, node in promises if evaluation.of(node) is not Truth.FALSE}


@each
def test_what_a_promise_forbids_is_not_named_as_possible_either(program: Program) -> None:
    for answers, advice in cases(program):
        assert not forbidden(program, answers) & {one.id for one in advice.outcomes}


@each
def test_a_certain_route_holds_now(program: Program) -> None:
    for _, advice in cases(program):
        assert all(outcome.holds_now for outcome in advice.outcomes if outcome.certain)


@each
def test_every_table_has_a_route_now_however_little_is_known(program: Program) -> None:
    firsts = [t.id for t in program.instrument.tables if t.policy is OutcomePolicy.FIRST]
    for answers, advice in [(Answers(), advised(program, Answers())), *cases(program)]:
        for table in firsts:
            assert any(outcome.holds_now for outcome in advice.routes(table)), (table, answers)


@each
def test_a_certain_route_stays_certain_whatever_one_more_answer_says(program: Program) -> None:
    for answers, advice in cases(program):
        for _, fuller in one_more(program, answers):
            assert certain(advice) <= certain(advised(program, fuller)), (answers, fuller)


@each
def test_a_question_that_is_not_said_to_be_open_changes_no_route(program: Program) -> None:
    for answers, advice in cases(program):
        listed = {route.question for route in advice.open_routes}
        for question, fuller in one_more(program, answers):
            if question not in listed:
                assert advised(program, fuller).routes_now == advice.routes_now, (answers, fuller)


@each
def test_a_route_that_an_answer_brings_was_said_to_be_possible_unless_a_promise_forbids_it(
    program: Program,
) -> None:
    for answers, advice in cases(program):
        told = {outcome.id for outcome in advice.outcomes} | forbidden(program, answers)
        for _, fuller in one_more(program, answers):
            assert {o.id for o in advised(program, fuller).outcomes} <= told, (answers, fuller)


@each
def test_a_certain_route_is_the_route_of_the_whole_case(program: Program) -> None:
    chance = random.Random(program.instrument.id)
    for answers, advice in cases(program):
        for _ in range(3):
            full = answers
            for question in program.instrument.questions():
                if not answers.known(question.id):
                    ways = extremes(program, question.id, full)
                    full = full.with_answer(question.id, chance.choice(ways))
            assert certain(advice) <= certain(advised(program, full)), (answers, full)


@pytest.mark.parametrize("program", PROGRAMS[::2], ids=lambda program: program.instrument.id)
def test_the_select_too_gives_a_certain_route_whatever_one_more_answer_says(
    program: Program,
) -> None:
    instrument, chance = program.instrument, random.Random(program.instrument.id)
    firsts = [table.id for table in instrument.tables if table.policy is OutcomePolicy.FIRST]
    pairs = [
        (advice, fuller)
        for answers, advice in cases(program)
        for _, fuller in one_more(program, answers)
        if chance.random() < 0.3
    ]
    told = by_duckdb(program, [fuller for _, fuller in pairs])
    for (advice, fuller), said in zip(pairs, told, strict=True):
        for table in firsts:
            here = {outcome.id for outcome in instrument.outcomes if outcome.table == table}
            sure = {outcome.id for outcome in advice.routes(table) if outcome.certain}
            assert not sure or said.outcomes & here == sure, fuller


def test_not_knowing_is_no_answer_and_changes_no_route() -> None:
    for program in PROGRAMS:
        for answers, advice in cases(program)[:10]:
            missing = [q.id for q in program.instrument.questions() if q.id not in answers]
            asked = Answers({**answers, **dict.fromkeys(missing, DONT_KNOW)})
            assert advised(program, asked).routes_now == advice.routes_now
