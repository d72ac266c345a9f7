"""Studies whose cases are chosen by chance: as many as are asked for, in which rules decide."""

import random
from collections import Counter
from functools import cache
from pathlib import Path

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument, Kind, Question, Raise, Route
from integraal.model.results.advice import Advice
from integraal.model.study.cases import Study, StudyCase
from integraal.panel.outcome.advised import without
from integraal.panel.practice import Practice, practised
from integraal.reading.library import Library
from integraal.reading.panel.criteria import write_criteria
from integraal.reading.panel.ratings import write_ratings
from integraal.reading.panel.study import write_study
from integraal.words.words import Words


@cache
def instrument(name: str = "voor-wie-doen-we-wat") -> Instrument:
    """An instrument of ours."""
    return Library().instrument(name)


@cache
def study(
    name: str = "voor-wie-doen-we-wat",
    cases: int = 30,
    held: int = 6,
    twice: int = 4,
    seed: int = 1,
) -> Study:
    """A study: of many cases by chance, those in which rules decide that decide in few others."""
    of = instrument(name)
    pool = _pool(name, 400, seed)
    chosen: list[StudyCase] = []
    told: Counter[str] = Counter()
    while len(chosen) < cases + held:
        best = max(pool, key=lambda case: sum(1 / (1 + told[rule]) ** 2 for rule in case.tells))
        pool.remove(best)
        told.update(best.tells)
        chosen.append(best)
    held_back = {case.id for case in chosen[cases:]}
    made = [
        StudyCase(f"K{at:02}", case.answers, case.id in held_back, tells=case.tells)
        for at, case in enumerate(chosen, 1)
    ]
    again = [
        StudyCase(f"K{90 + at}", case.answers, repeats=case.id, wording=2)
        for at, case in enumerate(made[:twice])
    ]
    return Study(of.id, of.version, seed, "nl", (*made, *again))


def _pool(name: str, size: int, seed: int) -> list[StudyCase]:
    of, chance = instrument(name), random.Random(seed)
    program = lower(of)
    rules = [rule.id for rule in of.rules if isinstance(rule.effect, (Raise, Route))]
    others = {rule: lower(without(of, rule)) for rule in rules}
    found = []
    for at in range(size):
        need = chance.random()
        answers = Answers({q.id: a for q in of.questions() if (a := _answer(q, need, chance))})
        now = evaluate(program, answers, with_open_questions=False)
        tells = tuple(
            rule
            for rule in rules
            if _said(evaluate(others[rule], answers, with_open_questions=False)) != _said(now)
        )
        found.append(StudyCase(f"C{at}", answers, tells=tells))
    return found


def _said(advice: Advice) -> tuple[object, ...]:
    return advice.level, advice.outcomes_now


def _answer(question: Question, need: float, chance: random.Random) -> str | frozenset[str] | None:
    options = question.option_ids
    if not options or question.id.startswith("samenwerking") or chance.random() < 0.05:
        return None
    if question.kind is Kind.SEVERAL:
        return frozenset(one for one in options if chance.random() < need / 2)
    at = min(len(options) - 1, int(chance.betavariate(1 + 3 * need, 3) * len(options)))
    return options[at]


def write_rated_study(folder: Path) -> None:
    """Write a study with what eight made-up raters marked, one rule of which is wrong to them."""
    folder.mkdir()
    of, cases = instrument(), study(cases=22)
    write_study(cases, folder, of)
    write_criteria(folder, of, Words("nl"))
    how = Practice(8, noise=0.1, against=("alleen-samen-aan-te-pakken",), second_round=True)
    write_ratings(practised(cases, of, how, 1, "Zo zie ik het."), folder)
