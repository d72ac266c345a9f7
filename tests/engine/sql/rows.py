"""Cases as rows, and what a SELECT says of them, to lay beside what the interpreter says."""

import random
from collections.abc import Collection, Iterator, Sequence
from math import isfinite
from typing import Any, NamedTuple

from integraal.engine.dangers import danger_ids, watched_by
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dangers import table_dangers
from integraal.engine.sql.encoding import WORD
from integraal.engine.sql.present import NONE, NOT_KNOWN
from integraal.engine.sql.select import DIRECTIONS, columns
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Act, Instrument, Kind, Question
from integraal.model.truth import Truth
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.examples import read_examples
from integraal.reading.library import Library
from tests.conftest import ROOT

WITH_EVERY_CONDITION = (
    "klein.yaml",
    "tellen.yaml",
    "routes.yaml",
    "tafels.yaml",
    "definities.yaml",
    "klachtenlijst.yaml",
    "zorgpunten.yaml",
)
"""Instruments in `good/` that together have every condition there is, scores among them."""


class Said(NamedTuple):
    """What an engine says of one case, in a form in which engines can be compared."""

    level: int
    reach: int
    current: int
    feasible: int
    direction: str
    provisional: bool
    rules: frozenset[str]
    rules_open: frozenset[str]
    settled: bool
    outcomes: frozenset[str]
    outcomes_open: frozenset[str]
    actions: frozenset[str]
    urgent: tuple[str, ...]


def is_number(answer: Answer) -> bool:
    """Say whether an answer can stand in a column of numbers."""
    numbers = isinstance(answer, (int, float)) and not isinstance(answer, bool)
    return numbers and isfinite(float(str(answer)))


def cell(question: Question, answer: Answer | None) -> str | float | None:
    """Write an answer as it stands in a table."""
    if answer is None:
        return None
    if question.kind is Kind.NUMBER and not is_number(answer):
        return None  # there is no room for it in a column of numbers
    if answer is DONT_KNOW:
        return None if question.kind is Kind.NUMBER else DONT_KNOW.value
    if isinstance(answer, Partly):
        return ";".join([*sorted(answer.chosen), DONT_KNOW.value])
    if isinstance(answer, frozenset):
        return ";".join(sorted(answer)) or "geen_van_deze"
    return answer


def row(program: Program, answers: Answers) -> list[str | float | None]:
    """Write a case as a row: one cell for each question, in order."""
    return [cell(q, answers.get(q.id)) for q in program.every_question.values()]


_lowered: list[tuple[Program, tuple[Program, ...]]] = []


def _watched(program: Program) -> tuple[Program, ...]:
    """What the last program watches; one program is asked about many cases."""
    if not _lowered or _lowered[0][0] is not program:
        _lowered[:] = [(program, watched_by(program))]
    return _lowered[0][1]


def by_interpreter(program: Program, answers: Answers) -> Said:
    """Say what the interpreter says."""
    advice = evaluate(program, answers, with_open_questions=False)
    scale = program.instrument.scale
    rank = {level.id: scale.rank(level.id) for level in scale.levels} if scale else {}
    truths = dict(advice.truths)
    return Said(
        level=rank[advice.level.id] if advice.level else NONE,
        reach=rank[advice.reach.id] if advice.reach else NONE,
        current=rank[advice.current.id] if advice.current else NONE,
        feasible=rank[advice.feasible.id] if advice.feasible else NONE,
        direction=advice.direction.value,
        provisional=advice.provisional,
        rules=frozenset(name for name, truth in truths.items() if truth is Truth.TRUE),
        rules_open=frozenset(advice.rules_open),
        settled=advice.is_settled,
        outcomes=frozenset(advice.outcomes_now),
        outcomes_open=frozenset(advice.outcomes_open),
        actions=frozenset(
            reason.rule.effect.action
            for reason in advice.actions
            if isinstance(reason.rule.effect, Act)
        ),
        urgent=danger_ids(program, _watched(program), answers),
    )


def by_select(program: Program, found: dict[str, Any]) -> Said:
    """Read one row that a SELECT gave."""
    names = columns(program)
    instrument = program.instrument

    def bits(words: Sequence[str], ids: Sequence[str]) -> frozenset[str]:
        return frozenset(
            name
            for number, name in enumerate(ids)
            if int(found[words[number // WORD]]) >> (number % WORD) & 1
        )

    rules = [rule.id for rule in instrument.rules]
    dangers = [danger.id for danger in table_dangers(program)]
    current = int(found["current"])
    return Said(
        level=int(found["level"]),
        reach=int(found["reach"]),
        current=NONE if current == NOT_KNOWN else current,
        feasible=int(found["feasible"]),
        direction=DIRECTIONS[int(found["direction"])].value,
        provisional=bool(found["provisional"]),
        rules=bits(names.fired, rules),
        rules_open=bits(names.open, rules),
        settled=bool(found["settled"]),
        outcomes=bits(names.outcomes, [outcome.id for outcome in instrument.outcomes]),
        outcomes_open=bits(names.outcomes_open, [outcome.id for outcome in instrument.outcomes]),
        actions=bits(names.actions, [action.id for action in instrument.actions]),
        urgent=tuple(each for each in dangers if each in bits(names.urgent, dangers)),
    )


def by_result(program: Program, row: dict[str, str]) -> Said:
    """Read one row of a result of `integraal batch`, as it stands in CSV."""
    scale = program.instrument.scale
    rank = {level.id: scale.rank(level.id) for level in scale.levels} if scale else {}

    def listed(column: str) -> frozenset[str]:
        return frozenset(filter(None, row[column].split(";")))

    return Said(
        level=rank.get(row["level"], NONE),
        reach=rank.get(row["reach"], NONE),
        current=rank.get(row["current"], NONE),
        feasible=rank.get(row["feasible"], NONE),
        direction=row["direction"],
        provisional=row["provisional"] == "true",
        rules=listed("rules"),
        rules_open=listed("rules_open"),
        settled=row["settled"] == "true",
        outcomes=listed("outcomes"),
        outcomes_open=listed("outcomes_open"),
        actions=listed("actions"),
        urgent=tuple(filter(None, row["urgent"].split(";"))),
    )


def check_said(program: Program, cases: Sequence[Answers], said: Sequence[Said]) -> None:
    """Hold what a database says of each case to what the interpreter says."""
    assert len(said) == len(cases)
    for answers, told in zip(cases, said, strict=True):
        assert told == by_interpreter(program, answers), answers


def cases_of(name: str, *, source_only: bool) -> tuple[Program, list[Answers]]:
    """An instrument with the cases of its author, and many made up, as every database gets them."""
    instrument = Library().instrument(name)
    program = lower(instrument, source_only=source_only, others=neighbours(name, "nl"))
    watched = program.watched_questions.values()
    cases = list(made_up(instrument, 200, random.Random(name), watched))
    for path in sorted((ROOT / "tests" / "cases" / name).glob("*.yaml")):
        examples = read_examples(path, instrument, elsewhere(instrument))
        cases += [each.answers for each in examples if each.source_only is source_only]
    return program, cases


def _answer(question: Question, chance: random.Random) -> Answer:
    if question.kind is Kind.ONE:
        return chance.choice(question.option_ids)
    if question.kind is Kind.NUMBER:
        numbers = (0, 1, 2, 3, 4, 5, 2.5, 100, -1)
        return chance.choice([n for n in numbers if question.numbers.misfit(n) is None])
    if question.kind is Kind.TEXT:
        return "tekst"
    chosen = frozenset(o for o in question.option_ids if chance.random() < 0.4)
    others = frozenset(question.option_ids) - chosen
    return Partly(chosen, others) if chosen and others and chance.random() < 0.3 else chosen


def made_up(
    instrument: Instrument,
    count: int,
    chance: random.Random,
    watched: Collection[Question] = (),
    *,
    missing: float | None = None,
) -> Iterator[Answers]:
    """Make cases up: some nearly empty, some nearly full, with much that nobody knows.

    Args:
        instrument: Whose questions are answered.
        count: How many cases.
        chance: What decides.
        watched: Questions of others that are answered too.
        missing: The part of the questions that has no answer; None for another in each case.
    """
    for _ in range(count):
        unknown = chance.random() if missing is None else missing
        given_: dict[str, Answer] = {}
        for question in (*instrument.every_question(), *watched):
            if chance.random() < unknown:
                if chance.random() < 0.3 and question.kind is not Kind.TEXT:
                    given_[question.id] = DONT_KNOW
            else:
                given_[question.id] = _answer(question, chance)
        yield Answers(given_)
