"""The smallest step changes as little as possible, and only what people can change."""

from dataclasses import replace
from itertools import product

from integraal.engine.evaluate import evaluate
from integraal.engine.explain.steps import possible_changes, smallest_steps
from integraal.engine.lower import lower
from integraal.engine.program import Program
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
        rule(
            "een", c.AnyOf((c.OneIn("overleg", ("ja",)), c.OneIn("plan", ("ja",)))), Raise("midden")
        ),
        rule("twee", c.All((c.OneIn("overleg", ("ja",)), c.OneIn("plan", ("ja",)))), Raise("hoog")),
        rule("feit", c.OneIn("feit", ("ja",)), Raise("hoog")),
        rule("team", c.SomeChosen("vormen", ("team",), 1), Raise("midden")),
    ]
    return lower(an_instrument(overleg, plan, feit, vormen, rules=rules))


BOTH = Answers({"overleg": "ja", "plan": "ja", "feit": "nee", "vormen": frozenset()})


def _steps(
    answers: Answers, target: str | None = None
) -> list[tuple[list[tuple[str, object]], str]]:
    return [
        ([(change.question, change.answer) for change in step.changes], step.level.id)
        for step in smallest_steps(_program(), answers, target)
    ]


def test_one_change_is_preferred_to_two() -> None:
    assert _steps(BOTH) == [([("overleg", "nee")], "midden"), ([("plan", "nee")], "midden")]


def test_two_changes_are_found_where_one_does_not_lead_there() -> None:
    assert _steps(BOTH, "laag") == [([("overleg", "nee"), ("plan", "nee")], "laag")]


def test_one_form_more_or_fewer_is_a_step() -> None:
    quiet = Answers({"overleg": "nee", "plan": "nee", "feit": "nee", "vormen": {"team"}})
    assert _steps(quiet) == [([("vormen", frozenset())], "laag")]


def test_a_fact_about_people_is_never_a_step() -> None:
    assert {change.question for change in possible_changes(_program(), BOTH)} == {
        "overleg",
        "plan",
        "vormen",
    }
    assert _steps(BOTH.with_answer("feit", "ja")) == []


def test_nobody_steps_away_from_what_is_not_known_or_towards_more_need() -> None:
    unknown = Answers({"overleg": DONT_KNOW, "plan": "nee"})
    partly = Partly(frozenset(), frozenset({"los", "team"}))
    assert possible_changes(_program(), unknown.with_answer("vormen", partly)) == []


def test_the_forms_of_the_present_are_never_a_step(program: Program) -> None:
    forms = program.instrument.question("bestaande_vormen")
    choices = product(
        [{form} for form in forms.option_ids],
        program.instrument.question("opbrengst").option_ids,
        ("loopt", "vastgelopen"),
        ("eens", "oneens"),
        (None, *program.instrument.level_ids),
    )
    for form, yielded, course, agreed, target in choices:
        answers = Answers(
            {
                "aantal_professionals": "twee",
                "bestaande_vormen": form,
                "opbrengst": yielded,
                "hulpverloop": course,
                "prioriteit": agreed,
                "iedereen_betrokken": "te_veel",
            }
        )
        for step in smallest_steps(program, answers, target):
            assert "bestaande_vormen" not in {change.question for change in step.changes}


def test_less_is_no_step_where_only_a_team_that_yields_too_little_asks_for_more(
    program: Program,
) -> None:
    stuck = Answers({"bestaande_vormen": {"multidisciplinair_team"}, "opbrengst": "onvoldoende"})
    assert smallest_steps(program, stuck, "segregatie") == []


def _about_a_plan() -> Program:
    """What a plan yields is only asked where there is a plan, and yields what it yields."""
    plan = _changeable(one("plan", "oud", "nieuw", "geen"))
    yields = one("opbrengst", "genoeg", "te_weinig", ask_when=c.OneIn("plan", ("oud", "nieuw")))
    rules = [
        rule("plan", c.OneIn("plan", ("nieuw", "geen")), Raise("midden")),
        rule("veel", c.OneIn("opbrengst", ("te_weinig",)), Raise("hoog")),
    ]
    return lower(an_instrument(plan, yields, rules=rules))


def test_what_was_said_of_something_that_a_step_changes_is_no_longer_known() -> None:
    (step,) = smallest_steps(_about_a_plan(), Answers({"plan": "nieuw", "opbrengst": "genoeg"}))
    assert (step.level.id, step.reach.id) == ("laag", "hoog")


def test_no_longer_knowing_is_no_step_to_less() -> None:
    assert (
        smallest_steps(_about_a_plan(), Answers({"plan": "nieuw", "opbrengst": "te_weinig"})) == []
    )


def test_without_a_scale_there_is_no_other_level() -> None:
    assert smallest_steps(lower(an_instrument(one("a"), scale=None)), Answers()) == []


def test_every_step_of_the_shipped_instrument_leads_where_it_says(program: Program) -> None:
    answers = Answers(
        {"aantal_professionals": "twee", "prioriteit": "oneens", "iedereen_betrokken": "te_veel"}
    )
    steps = smallest_steps(program, answers)
    assert steps
    for step in steps:
        changed = answers
        for change in step.changes:
            changed = changed.with_answer(change.question, change.answer)
        assert evaluate(program, changed).level == step.level


def test_a_step_says_how_far_the_level_could_still_go() -> None:
    unknown = Answers({"overleg": "ja", "plan": "nee", "vormen": frozenset()})
    (step,) = smallest_steps(_program(), unknown)
    assert [change.question for change in step.changes] == ["overleg"]
    assert (step.level.id, step.reach.id) == ("laag", "hoog")


def test_no_step_is_needed_to_the_level_that_is_there() -> None:
    assert _steps(BOTH, "hoog") == []
