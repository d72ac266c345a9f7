"""The smallest step changes as little as possible, and only what people can change."""

from dataclasses import replace

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.steps import possible_changes, smallest_steps
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.instrument import Question, Raise
from tests.engine.builders import an_instrument, one, rule, several


def _changeable(question: Question) -> Question:
    return replace(question, changeable=True)


def _program() -> Program:
    overleg, plan, feit = _changeable(one("overleg")), _changeable(one("plan")), one("feit")
    vormen = _changeable(several("vormen", "los", "team"))
    rules = [
        rule("een", c.Is("overleg", ("ja",)), Raise("midden")),
        rule("twee", c.All((c.Is("overleg", ("ja",)), c.Is("plan", ("ja",)))), Raise("hoog")),
        rule("feit", c.Is("feit", ("ja",)), Raise("hoog")),
        rule("team", c.IncludesAny("vormen", ("team",)), Raise("midden")),
    ]
    return lower(an_instrument(overleg, plan, feit, vormen, rules=rules))


ALL_QUIET = Answers({"overleg": "nee", "plan": "nee", "feit": "nee", "vormen": frozenset()})


def _steps(
    answers: Answers, target: str | None = None
) -> list[tuple[list[tuple[str, object]], str]]:
    return [
        ([(change.question, change.answer) for change in step.changes], step.level.id)
        for step in smallest_steps(_program(), answers, target)
    ]


def test_one_change_is_preferred_to_two() -> None:
    assert _steps(ALL_QUIET) == [
        ([("overleg", "ja")], "midden"),
        ([("vormen", frozenset({"team"}))], "midden"),
    ]


def test_two_changes_are_found_where_one_does_not_lead_there() -> None:
    assert _steps(ALL_QUIET, "hoog") == [([("overleg", "ja"), ("plan", "ja")], "hoog")]


def test_a_fact_about_people_is_never_a_step() -> None:
    assert {change.question for change in possible_changes(_program(), ALL_QUIET)} == {
        "overleg",
        "plan",
        "vormen",
    }
    assert _steps(ALL_QUIET.with_answer("feit", "ja")) == []


def test_what_is_only_partly_known_is_not_changed() -> None:
    partly = Answers({"vormen": Partly(frozenset(), frozenset({"los", "team"}))})
    assert "vormen" not in {change.question for change in possible_changes(_program(), partly)}
    unknown = Answers({"vormen": DONT_KNOW})
    assert "vormen" in {change.question for change in possible_changes(_program(), unknown)}


def test_without_a_scale_there_is_no_other_level() -> None:
    assert smallest_steps(lower(an_instrument(one("a"), scale=None)), Answers()) == []


def test_every_step_of_the_shipped_instrument_leads_where_it_says(program: Program) -> None:
    answers = Answers(
        {"aantal_professionals": "twee", "prioriteit": "eens", "iedereen_betrokken": "ja"}
    )
    steps = smallest_steps(program, answers)
    assert steps
    for step in steps:
        changed = answers
        for change in step.changes:
            changed = changed.with_answer(change.question, change.answer)
        assert evaluate(program, changed).level == step.level
