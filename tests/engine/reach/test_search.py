"""The search finds a way of filling in answers exactly when there is one."""

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Constant, Node, Program
from integraal.engine.reach import trail
from integraal.engine.reach.numbers import representatives
from integraal.engine.reach.search import Unknowns, partly
from integraal.engine.reach.trail import GaveUpError
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


def _can_be(program: Program, answers: Answers, *wanted: tuple[Node, Truth]) -> bool:
    unknowns = Unknowns(Evaluation(program, answers))
    literals = [unknowns.literal(node) ^ (truth is Truth.FALSE) for node, truth in wanted]
    return unknowns.search.finds(*literals)


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
def test_a_condition_can_hold_and_fail_unless_every_answer_makes_it_hold(
    condition: c.Condition, wanted: Truth
) -> None:
    program = _program(condition)
    always = condition == c.AnyOf((JA, NEE)) and wanted is Truth.FALSE
    assert _can_be(program, Answers(), (program.nodes[condition], wanted)) is not always


def test_conditions_that_exclude_each_other_cannot_both_hold() -> None:
    program = _program(JA, NEE)
    both = (program.nodes[JA], Truth.TRUE), (program.nodes[NEE], Truth.TRUE)
    assert not _can_be(program, Answers(), *both)


def test_what_is_decided_already_needs_no_search() -> None:
    assert not _can_be(_program(JA), Answers(), (Constant(holds=False), Truth.TRUE))


def test_what_is_known_is_never_changed() -> None:
    program = _program(JA)
    assert not _can_be(program, Answers({"a": "nee"}), (program.nodes[JA], Truth.TRUE))


def test_a_search_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trail, "BUDGET", 0)
    program = _program(JA)
    with pytest.raises(GaveUpError):
        _can_be(program, Answers(), (program.nodes[JA], Truth.TRUE))


def test_giving_up_leaves_the_range_as_wide_as_kleene_has_it_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = _program(c.All((JA, NEE)))
    assert evaluate(program, Answers()).is_settled
    assert evaluate(program, Answers()).searched_all
    monkeypatch.setattr(trail, "BUDGET", 0)
    advice = evaluate(program, Answers())
    assert (advice.is_settled, advice.searched_all) == (False, False)
    assert [q.question for q in advice.open_questions] == ["a"]


@pytest.mark.parametrize("budget", range(0, 60, 3))
def test_wherever_the_search_stops_nothing_is_claimed_too_much(
    budget: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = _program(c.All((JA, c.Not(c.SomeChosen("g", ("x",), 1)))), c.All((JA, NEE)), NEE)
    whole = evaluate(program, Answers())
    monkeypatch.setattr(trail, "BUDGET", budget)
    found, rank = evaluate(program, Answers()), program.instrument.rank
    assert found.level
    assert found.reach
    assert whole.level
    assert whole.reach
    assert rank(found.level.id) <= rank(whole.level.id)
    assert rank(whole.reach.id) <= rank(found.reach.id)
    assert set(whole.open_questions) <= set(found.open_questions)
    assert found.searched_all is (found == whole)


def test_the_same_count_in_another_rule_needs_no_search_through_all_its_combinations() -> None:
    many = [one(f"s{n}") for n in range(12)]
    some = tuple(c.OneIn(each.id, ("ja",)) for each in many)
    high = rule("veel", c.AtLeastOf(6, some), Raise("hoog"))
    low = rule("ook", c.All((JA, c.AtLeastOf(6, some[::-1]))), Raise("midden"))
    program = lower(an_instrument(one("a"), *many, rules=[high, low]))
    advice = evaluate(program, Answers())
    assert {q.question for q in advice.open_questions} == {each.id for each in many}
    assert advice.searched_all


def test_a_question_that_only_matters_where_a_higher_rule_holds_anyway_is_not_open() -> None:
    many = [one(f"s{n}") for n in range(9)]
    some = tuple(c.OneIn(each.id, ("ja",)) for each in many)
    # Seven of the nine are at least six of the first eight, and five are enough for more.
    rules = [rule("acht", c.AtLeastOf(5, some[:8]), Raise("hoog"))]
    rules.append(rule("negen", c.AtLeastOf(7, some), Raise("midden")))
    advice = evaluate(lower(an_instrument(*many, rules=rules)), Answers())
    assert {q.question for q in advice.open_questions} == {each.id for each in many[:8]}
    assert advice.searched_all


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
