"""A SELECT says of every case what the interpreter says of it."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integraal.engine.dangers import danger_ids, watched_by
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import DIALECTS, DUCKDB
from integraal.engine.sql.select import select
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.condition import Direction, Known, OneIn, Otherwise, WhenDirection
from integraal.model.instrument import (
    Act,
    Instrument,
    Kind,
    Option,
    OutcomePolicy,
    Question,
    Raise,
    Route,
    Statement,
    Urgency,
)
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS, ROOT
from tests.counts import times
from tests.engine.builders import an_instrument, one, rule
from tests.engine.sql.rows import (
    WITH_EVERY_CONDITION,
    Said,
    by_interpreter,
    by_select,
    check_said,
    made_up,
    row,
)
from tests.property import strategies
from tests.reading.helpers import good
from tests.verify.encoded import rich_instruments

EACH = 400
"""Cases made up for each instrument. They reach what others reach, so that nobody need count it."""


def by_duckdb(program: Program, cases: Sequence[Answers]) -> list[Said]:
    """Say what DuckDB says of each case."""
    import duckdb

    questions = list(program.every_question.values())
    kinds = {True: "DOUBLE", False: "VARCHAR"}
    named = [f"{DUCKDB.quote(q.id)} {kinds[q.kind is Kind.NUMBER]}" for q in questions]
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE cases (casus INTEGER, {', '.join(named)})")
        marks = ", ".join("?" * (len(questions) + 1))
        rows = [[number, *row(program, answers)] for number, answers in enumerate(cases)]
        connection.executemany(f"INSERT INTO cases VALUES ({marks})", rows)
        found = connection.execute(f"{select(program, DUCKDB)} ORDER BY casus")
        names = [column[0] for column in found.description]
        return [
            by_select(program, dict(zip(names, values, strict=True))) for values in found.fetchall()
        ]


def _agree(program: Program, cases: Sequence[Answers]) -> None:
    said = by_duckdb(program, cases)
    check_said(program, cases, said)


def _files() -> list[Path]:
    return sorted((ROOT / "tests" / "cases").glob("*/*.yaml"))


@pytest.mark.no_cover
@pytest.mark.parametrize("path", _files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_case_of_an_author_gets_the_same_from_the_select(path: Path) -> None:
    instrument = Library().instrument(instrument_of(path))
    examples = read_examples(path, instrument, elsewhere(instrument))
    for source_only in {example.source_only for example in examples}:
        program = lower(instrument, source_only=source_only)
        _agree(program, [e.answers for e in examples if e.source_only is source_only])


@pytest.mark.no_cover
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_cases_made_up_get_the_same_from_the_select(name: str) -> None:
    program = lower(Library().instrument(name))
    _agree(program, list(made_up(program.instrument, EACH, random.Random(name))))


@pytest.mark.no_cover
@pytest.mark.parametrize("source_only", [False, True], ids=["whole", "source-only"])
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_danger_of_every_instrument_is_seen_whatever_instrument_is_in_view(
    name: str, source_only: bool
) -> None:
    others = neighbours(name, "nl")
    program = lower(Library().instrument(name), source_only=source_only, others=others)
    watched = program.watched_questions.values()
    cases = list(made_up(program.instrument, EACH, random.Random(name), watched))
    _agree(program, cases)
    beside = watched_by(program)
    told = {each for answers in cases for each in danger_ids(program, beside, answers)}
    assert any("meldcode/" in each for each in told) or name == "meldcode"


@settings(max_examples=times(16))
@given(st.data())
def test_dangers_of_any_two_instruments_are_gathered_alike(data: st.DataObject) -> None:
    base = data.draw(rich_instruments())
    own, other = (_alarming(base, name, data) for name in ("een", "ander"))
    program = lower(own, others=[other])
    cases = data.draw(st.lists(strategies.some_answers(base), min_size=1, max_size=6))
    cases = [as_read(own, answers) for answers in cases]
    for answers, told in zip(cases, by_duckdb(program, cases), strict=True):
        assert told.urgent == danger_ids(program, watched_by(program), answers)


def _alarming(base: Instrument, name: str, data: st.DataObject) -> Instrument:
    """Give an instrument danger rules: two for the one statement, one for the other."""
    conditions = strategies.conditions(list(base.questions()))
    rules = tuple(
        rule(f"gevaar-{number}", data.draw(conditions), Act(f"bel-{number // 2}"))
        for number in range(3)
    )
    lines = st.sets(st.sampled_from(["112", "113"])).map(lambda found: tuple(sorted(found)))
    actions = tuple(
        Statement(f"bel-{number}", "Bel.", urgent=Urgency.DANGER, call=data.draw(lines))
        for number in range(2)
    )
    return replace(base, id=name, rules=(*base.rules, *rules), actions=(*base.actions, *actions))


@pytest.mark.parametrize("name", WITH_EVERY_CONDITION)
def test_every_condition_there_is_means_the_same(name: str) -> None:
    program = lower(good(name))
    _agree(program, list(made_up(program.instrument, EACH, random.Random(name))))


def as_read(instrument: Instrument, answers: Answers) -> Answers:
    """Leave everything open that was not chosen: a cell `a;weet_niet` can say nothing else."""
    read: dict[str, Answer] = {}
    for name, answer in answers.items():
        others = frozenset(instrument.question(name).option_ids)
        if not isinstance(answer, Partly):
            read[name] = answer
        elif answer.chosen and others - answer.chosen:
            read[name] = Partly(answer.chosen, others - answer.chosen)
        else:
            read[name] = answer.chosen or DONT_KNOW
    return Answers(read)


@settings(max_examples=times(40))
@given(st.data())
def test_rules_of_any_instrument_mean_the_same(data: st.DataObject) -> None:
    instrument = data.draw(rich_instruments())
    last = [rule for rule in instrument.rules if isinstance(rule.when, Otherwise)]
    # The reader refuses two last resorts of one kind.
    assume(len({type(rule.effect) for rule in last}) == len(last))
    program = lower(instrument)
    cases = data.draw(st.lists(strategies.some_answers(program.instrument), min_size=1, max_size=6))
    cases = [as_read(instrument, answers) for answers in cases]
    said = by_duckdb(program, cases)
    for answers, told in zip(cases, said, strict=True):
        mine = by_interpreter(program, answers)
        # The interpreter may know more than rule by rule can be known; never something else.
        assert told.level <= mine.level <= mine.reach <= told.reach
        if (told.level, told.reach) == (mine.level, mine.reach):
            assert told == mine


@settings(max_examples=times(40))
@given(st.data())
def test_what_is_no_option_is_not_known_in_any_body(data: st.DataObject) -> None:
    instrument = data.draw(strategies.instruments())
    program = lower(instrument)
    spoiled = strategies.spoiled_answers(instrument)
    cases = data.draw(st.lists(spoiled, min_size=1, max_size=6))
    cases = [as_read(instrument, answers) for answers in cases]
    for answers, told in zip(cases, by_duckdb(program, cases), strict=True):
        understood = strategies.as_far_as_understood(instrument, answers)
        assert by_interpreter(program, answers) == by_interpreter(program, understood)
        mine = by_interpreter(program, _as_in_cells(instrument, answers))
        assert told.level <= mine.level <= mine.reach <= told.reach
        if (told.level, told.reach) == (mine.level, mine.reach):
            assert told == mine


def _as_in_cells(instrument: Instrument, answers: Answers) -> Answers:
    """What a text becomes in a cell, where capitals, spaces and separators say nothing."""
    read: dict[str, Answer] = {}
    for name, answer in answers.items():
        kind = instrument.question(name).kind
        said = frozenset({answer}) if isinstance(answer, str) else answer
        read[name] = answer
        if kind is Kind.SEVERAL and isinstance(said, frozenset) and said:
            parts = (part for each in said for part in re.split("[,|]", each))
            read[name] = frozenset(part.strip().lower() for part in parts) - {""} or DONT_KNOW
        elif kind is Kind.ONE and isinstance(answer, str):
            read[name] = answer.strip().lower()
    return Answers(read)


def test_a_slip_in_a_list_leaves_open_what_is_not_in_it_in_any_body(instrument: Instrument) -> None:
    program = lower(instrument)
    lists = [{"wonen", "werkk"}, {"wo nen"}, {"geen_van_deze", "wonen"}]
    lists += [set(instrument.question("leefgebieden").option_ids) | {"tuin"}]
    cases = [Answers({"gezinsleden": "twee", "leefgebieden": said}) for said in lists]
    _agree(program, cases)


@pytest.mark.parametrize("wanted", Direction)
def test_a_last_resort_beside_a_rule_about_the_direction_means_the_same(
    wanted: Direction,
) -> None:
    forms = (Option("los", "Los", level="laag"), Option("vast", "Vast", level="hoog"))
    now = Question("nu", "Nu", "Hoe nu?", "Daarom.", Kind.ONE, options=forms)
    rules = (
        rule("hoog", OneIn("last", ("zwaar",)), Raise("hoog")),
        rule("richting", WhenDirection(wanted), Act("doen")),
        rule("zwaar", OneIn("last", ("zwaar",)), Act("meer")),
        rule("anders", Otherwise(), Act("rust")),
    )
    last, acts = one("last", "licht", "zwaar"), ("doen", "meer", "rust")
    program = lower(an_instrument(now, last, rules=rules, present="nu", actions=acts))
    cases = []
    for form in (None, DONT_KNOW, "los", "vast"):
        for weight in (None, DONT_KNOW, "licht", "zwaar"):
            given_ = {"nu": form, "last": weight}
            cases.append(Answers({k: v for k, v in given_.items() if v is not None}))
    _agree(program, cases)


def test_a_table_of_encoded_answers_takes_the_place_of_the_first_steps_only(
    program: Program,
) -> None:
    whole = select(program, DUCKDB, "cases").replace("casus, not_understood", "casus")
    whole = whole.replace("casus,\n    not_understood", "casus")
    rest = select(program, DUCKDB, "answered", encoded=True).removeprefix("WITH ")
    first = whole.removesuffix(rest)
    assert first != whole
    assert first.startswith("WITH said ")
    assert "FROM cases" in first
    assert "FROM cases" not in rest


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_a_select_uses_nothing_but_what_every_dialect_has(dialect: object) -> None:
    text = select(lower(Library().instrument("voor-wie-doen-we-wat")), dialect)  # type: ignore[arg-type]
    words = {word for word in text.replace("(", " ").split() if word.isupper() and word.isalpha()}
    allowed = {"SELECT", "FROM", "WITH", "AS", "CASE", "WHEN", "THEN", "ELSE", "END", "AND", "OR"}
    allowed |= {"NOT", "IS", "NULL", "IN", "LIKE", "ESCAPE", "LOWER", "TRIM", "REPLACE", "SUBSTR"}
    allowed |= {"CAST", "TEXT", "STRING", "CHR", "CHAR", "MATERIALIZED", "LIMIT", "OFFSET"}
    assert words <= allowed


@pytest.mark.parametrize("policy", list(OutcomePolicy))
def test_routes_settle_where_there_are_no_levels_as_the_interpreter_says(
    policy: OutcomePolicy,
) -> None:
    """Also of a row about what is known, and of one about a direction that nobody can know."""
    rules = [
        rule("vraag-na", Known("a", wanted=False), Route("navragen")),
        rule("ja", OneIn("a", ("ja",)), Route("loket")),
        rule("ook", OneIn("b", ("ja",)), Route("loket")),
        rule("richting", WhenDirection(Direction.UP), Route("tafel")),
        rule("anders", Otherwise(), Route("thuis")),
    ]
    routes = ("navragen", "loket", "tafel", "thuis")
    made = an_instrument(
        one("a"), one("b"), rules=rules, scale=None, outcomes=routes, outcome_policy=policy
    )
    program = lower(made)
    said: list[dict[str, Answer]] = [{}, {"a": "ja"}, {"a": "nee"}, {"b": "ja"}]
    said += [{"a": "ja", "b": "nee"}, {"a": "nee", "b": "nee"}]
    cases = [Answers(each) for each in said]
    told = by_duckdb(program, cases)
    assert told == [by_interpreter(program, each) for each in cases]
    assert len({one.settled for one in told}) == 2 or policy is OutcomePolicy.COLLECT
