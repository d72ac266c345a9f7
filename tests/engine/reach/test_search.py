"""The search finds a way of filling in answers exactly when there is one."""

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Constant, Program
from integraal.engine.reach import search
from integraal.engine.reach.search import GaveUpError, Goal, fill_in, partly, representatives
from integraal.model import condition as c
from integraal.model.answers import Answers, Partly
from integraal.model.instrument import Raise
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, number, one, rule, several

JA, NEE = c.OneIn("a", ("ja",)), c.OneIn("a", ("nee",))


def _program(*conditions: c.Condition) -> Program:
    rules = [rule(f"r{n}", when, Raise("midden")) for n, when in enumerate(conditions)]
    questions = (one("a"), several("g", "x", "y"), number("n"), number("los"))
    return lower(an_instrument(*questions, rules=rules))


@pytest.mark.parametrize(
    "condition",
    [
        JA,
        c.Not(JA),
        c.All((JA, c.SomeChosen("g", ("x", "y"), 2))),
        c.AnyOf((JA, NEE)),
        c.AtLeastOf(2, (JA, c.Between("n", 2, 4), c.SomeChosen("g", ("y",), 1))),
        c.Not(c.SomeChosen("g", ("x", "y"), 1)),
    ],
)
@pytest.mark.parametrize("wanted", [Truth.TRUE, Truth.FALSE])
def test_what_is_found_reaches_the_goal(condition: c.Condition, wanted: Truth) -> None:
    program = _program(condition)
    node = program.nodes[condition]
    found = fill_in(program, Answers(), [Goal(node, wanted)])
    if condition == c.AnyOf((JA, NEE)) and wanted is Truth.FALSE:
        assert found is None
    else:
        assert found is not None
        assert Evaluation(program, found).of(node) is wanted


def test_goals_that_exclude_each_other_are_not_both_reached() -> None:
    program = _program(JA, NEE)
    goals = [Goal(program.nodes[JA], Truth.TRUE), Goal(program.nodes[NEE], Truth.TRUE)]
    assert fill_in(program, Answers(), goals) is None


def test_what_is_decided_already_needs_no_search() -> None:
    program = _program(JA)
    assert fill_in(program, Answers(), [Goal(Constant(holds=False), Truth.TRUE)]) is None


def test_what_is_known_is_never_changed() -> None:
    program = _program(JA)
    assert fill_in(program, Answers({"a": "nee"}), [Goal(program.nodes[JA], Truth.TRUE)]) is None


def test_a_search_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 0)
    program = _program(JA)
    with pytest.raises(GaveUpError):
        fill_in(program, Answers(), [Goal(program.nodes[JA], Truth.TRUE)])


def test_giving_up_leaves_the_range_as_wide_as_kleene_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = _program(c.All((JA, NEE)))
    assert evaluate(program, Answers()).is_settled
    monkeypatch.setattr(search, "BUDGET", 0)
    advice = evaluate(program, Answers())
    assert (advice.is_settled, [q.question for q in advice.open_questions]) == (False, ["a"])


def test_opposite_answers_to_one_question_settle_the_level_together() -> None:
    advice = evaluate(_program(JA, NEE), Answers())
    assert advice.level is not None
    assert (advice.level.id, advice.is_settled) == ("midden", True)
    assert [(reason.rule.id, reason.certain) for reason in advice.reasons] == [
        ("r0", False),
        ("r1", False),
    ]


def test_numbers_are_told_apart_by_the_bounds_of_the_rules_only() -> None:
    program = _program(c.Between("n", 2, 4))
    assert representatives(program, "n") == [1, 2, 3, 4, 5]
    assert representatives(program, "los") == [0]


def test_a_choose_several_answer_is_seen_as_chosen_and_possible() -> None:
    program = _program(JA)
    assert partly(program, "g", frozenset({"x"})) == Partly(frozenset({"x"}), frozenset())
    assert partly(program, "g", "weet_niet") == Partly(frozenset(), frozenset({"x", "y"}))
