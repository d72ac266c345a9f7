"""A SELECT says of every case what the interpreter says of it."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql import select
from integraal.engine.sql_dialects import DIALECTS, DUCKDB
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.condition import Direction, Is, Otherwise, WhenDirection
from integraal.model.instrument import Act, Instrument, Kind, Option, Question, Raise
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS, ROOT
from tests.engine.builders import an_instrument, one, rule
from tests.engine.sql_rows import Said, by_interpreter, by_select, row
from tests.property import strategies
from tests.reading.helpers import good
from tests.verify.encoded import rich_instruments

EACH = 400
"""Cases made up for each instrument."""


def by_duckdb(program: Program, cases: Sequence[Answers]) -> list[Said]:
    """Say what DuckDB says of each case."""
    import duckdb

    questions = list(program.instrument.questions())
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
    assert len(said) == len(cases)
    for answers, told in zip(cases, said, strict=True):
        assert told == by_interpreter(program, answers), answers


def _answer(question: Question, chance: random.Random) -> Answer:
    if question.kind is Kind.ONE:
        return chance.choice(question.option_ids)
    if question.kind is Kind.NUMBER:
        return chance.choice([0, 1, 2, 3, 4, 5, 2.5, 100])
    if question.kind is Kind.TEXT:
        return "tekst"
    chosen = frozenset(o for o in question.option_ids if chance.random() < 0.4)
    others = frozenset(question.option_ids) - chosen
    return Partly(chosen, others) if chosen and others and chance.random() < 0.3 else chosen


def _made_up(instrument: Instrument, count: int, seed: int) -> Iterator[Answers]:
    """Make cases up: some nearly empty, some nearly full, with much that nobody knows."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    for _ in range(count):
        missing = chance.random()
        given_: dict[str, Answer] = {}
        for question in instrument.questions():
            if chance.random() < missing:
                if chance.random() < 0.3 and question.kind is not Kind.TEXT:
                    given_[question.id] = DONT_KNOW
            else:
                given_[question.id] = _answer(question, chance)
        yield Answers(given_)


def _files() -> list[Path]:
    return sorted((ROOT / "tests" / "cases").glob("*/*.yaml"))


@pytest.mark.parametrize("path", _files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_case_of_an_author_gets_the_same_from_the_select(path: Path) -> None:
    instrument = Library().instrument(instrument_of(path))
    examples = read_examples(path, instrument, lambda _: None)
    for source_only in {example.source_only for example in examples}:
        program = lower(instrument, source_only=source_only)
        _agree(program, [e.answers for e in examples if e.source_only is source_only])


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_cases_made_up_get_the_same_from_the_select(name: str) -> None:
    program = lower(Library().instrument(name))
    _agree(program, list(_made_up(program.instrument, EACH, seed=len(name))))


@pytest.mark.parametrize("name", ["klein.yaml", "tellen.yaml", "routes.yaml", "tafels.yaml"])
def test_every_condition_there_is_means_the_same(name: str) -> None:
    program = lower(good(name))
    _agree(program, list(_made_up(program.instrument, EACH, seed=7)))


@settings(max_examples=40)
@given(st.data())
def test_rules_of_any_instrument_mean_the_same(data: st.DataObject) -> None:
    instrument = data.draw(rich_instruments())
    last = [rule for rule in instrument.rules if isinstance(rule.when, Otherwise)]
    # The reader refuses two last resorts of one kind.
    assume(len({type(rule.effect) for rule in last}) == len(last))
    program = lower(instrument)
    cases = data.draw(st.lists(strategies.some_answers(program.instrument), min_size=1, max_size=6))
    # The reader gives no answer that leaves nothing open and yet is not known.
    given_ = [answer for answers in cases for answer in answers.values()]
    assume(all(answer.unknown for answer in given_ if isinstance(answer, Partly)))
    said = by_duckdb(program, cases)
    for answers, told in zip(cases, said, strict=True):
        mine = by_interpreter(program, answers)
        # The interpreter may know more than rule by rule can be known; never something else.
        assert told.level <= mine.level <= mine.reach <= told.reach
        if (told.level, told.reach) == (mine.level, mine.reach):
            assert told == mine


@pytest.mark.parametrize("wanted", Direction)
def test_a_last_resort_beside_a_rule_about_the_direction_means_the_same(
    wanted: Direction,
) -> None:
    forms = (Option("los", "Los", level="laag"), Option("vast", "Vast", level="hoog"))
    now = Question("nu", "Nu", "Hoe nu?", "Daarom.", Kind.ONE, options=forms)
    rules = (
        rule("hoog", Is("last", ("zwaar",)), Raise("hoog")),
        rule("richting", WhenDirection(wanted), Act("doen")),
        rule("zwaar", Is("last", ("zwaar",)), Act("meer")),
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


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_a_select_uses_nothing_but_what_every_dialect_has(dialect: object) -> None:
    text = select(lower(Library().instrument("voor-wie-doen-we-wat")), dialect)  # type: ignore[arg-type]
    words = {word for word in text.replace("(", " ").split() if word.isupper() and word.isalpha()}
    allowed = {"SELECT", "FROM", "WITH", "AS", "CASE", "WHEN", "THEN", "ELSE", "END", "AND", "OR"}
    allowed |= {"NOT", "IS", "NULL", "IN", "LIKE", "CONCAT", "ESCAPE", "BITAND"}
    assert words <= allowed
