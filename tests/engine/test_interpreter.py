"""The reference body: what every node and every leaf is worth."""

import pytest

from integraal.engine import program as p
from integraal.engine.interpreter import Evaluation, leaf_truth, without_dropped
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Raise
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, one, rule

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
TWO_AREAS = c.SomeChosen("gebieden", ("wonen", "werk", "school"), 2)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (frozenset({"wonen", "werk"}), T),
        (frozenset({"wonen"}), F),
        (frozenset(), F),
        (frozenset({"wonen", "elders"}), F),
        (Partly(frozenset({"wonen", "werk"}), frozenset({"school"})), T),
        (Partly(frozenset({"wonen"}), frozenset({"school"})), U),
        (Partly(frozenset(), frozenset({"school"})), F),
        (DONT_KNOW, U),
    ],
)
def test_a_count_is_unknown_only_while_the_unknown_options_could_reach_it(
    answer: Answer, expected: Truth
) -> None:
    assert leaf_truth(TWO_AREAS, Answers({"gebieden": answer})) is expected


@pytest.mark.parametrize(
    ("low", "high", "inside", "outside"),
    [(6, None, [6, 99.5], [5, 5.9]), (None, 3, [-1, 3], [3.1]), (2, 4, [2, 3, 4], [1, 5])],
)
def test_bounds_are_included(
    low: float | None, high: float | None, inside: list[float], outside: list[float]
) -> None:
    leaf = c.Between("weken", low, high)
    assert [leaf_truth(leaf, Answers({"weken": value})) for value in inside] == [T] * len(inside)
    assert [leaf_truth(leaf, Answers({"weken": value})) for value in outside] == [F] * len(outside)


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize(
    ("answers", "is_known"),
    [
        (Answers({"veilig": "ja"}), True),
        (Answers({"veilig": DONT_KNOW}), False),
        (Answers(), False),
    ],
)
def test_whether_something_is_known_is_never_unknown_itself(
    answers: Answers, is_known: bool, wanted: bool
) -> None:
    expected = T if is_known is wanted else F
    assert leaf_truth(c.Known("veilig", wanted), answers) is expected


def test_an_answer_of_the_wrong_kind_is_a_mistake_of_the_caller_not_a_no() -> None:
    with pytest.raises(TypeError, match="choose-several"):
        leaf_truth(TWO_AREAS, Answers({"gebieden": "wonen"}))
    with pytest.raises(TypeError, match="not a number"):
        leaf_truth(c.Between("weken", 1, None), Answers({"weken": "zes"}))


def test_every_kind_of_node_has_its_truth() -> None:
    heavy, safe = c.OneIn("last", ("ja",)), c.OneIn("veilig", ("ja",))
    conditions: dict[c.Condition, Truth] = {
        c.All((heavy, safe)): U,
        c.AnyOf((heavy, safe)): T,
        c.Not(heavy): F,
        c.Not(safe): U,
        c.AtLeastOf(1, (heavy, safe)): T,
        c.AtLeastOf(2, (heavy, safe)): U,
    }
    rules = [rule(f"r{n}", when, Raise("hoog")) for n, when in enumerate(conditions)]
    program = lower(an_instrument(one("last"), one("veilig"), rules=rules))
    evaluation = Evaluation(program, Answers({"last": "ja"}))
    assert {when: evaluation.of(program.nodes[when]) for when in conditions} == conditions
    assert (evaluation.of(p.ALWAYS), evaluation.of(p.NEVER)) == (T, F)


SECOND = one("tweede", ask_when=c.OneIn("eerste", ("ja",)))
THIRD = one("derde", ask_when=c.OneIn("tweede", ("ja",)))


@pytest.fixture
def chain() -> Program:
    """Give three questions, each asked only when the one before was answered `ja`."""
    raising = rule("r", c.OneIn("derde", ("ja",)), Raise("hoog"))
    return lower(an_instrument(one("eerste"), SECOND, THIRD, rules=[raising]))


def test_a_question_that_does_not_apply_makes_its_leaf_false_whatever_was_answered(
    chain: Program,
) -> None:
    node = chain.nodes[c.OneIn("derde", ("ja",))]
    on = Answers({"eerste": "ja", "tweede": "ja", "derde": "ja"})
    assert Evaluation(chain, on).of(node) is T
    assert Evaluation(chain, on.with_answer("eerste", "nee")).of(node) is F


def test_a_question_whose_relevance_is_unknown_makes_its_leaf_unknown_not_true(
    chain: Program,
) -> None:
    node = chain.nodes[c.OneIn("derde", ("ja",))]
    assert Evaluation(chain, Answers({"derde": "ja"})).of(node) is U
    assert Evaluation(chain, Answers({"derde": "nee"})).of(node) is F


def test_switching_off_one_question_drops_every_answer_that_hung_on_it(chain: Program) -> None:
    answers = Answers({"eerste": "nee", "tweede": "ja", "derde": "ja"})
    assert dict(without_dropped(chain, answers)) == {"eerste": "nee"}


def test_an_answer_whose_question_may_still_apply_is_kept(chain: Program) -> None:
    answers = Answers({"eerste": DONT_KNOW, "tweede": "ja"})
    assert without_dropped(chain, answers) == answers


def test_an_answer_that_is_no_option_is_not_known_and_never_a_no(chain: Program) -> None:
    slip = Answers({"eerste": "jaa", "tweede": "ja"})
    assert Evaluation(chain, slip).applies("tweede") is U
    assert Evaluation(chain, slip).of(chain.nodes[c.OneIn("eerste", ("ja",))]) is U


def test_answers_to_other_instruments_are_kept(chain: Program) -> None:
    answers = Answers({"eerste": "nee", "elders_gevraagd": "ja"})
    assert without_dropped(chain, answers) == answers


def test_answers_to_a_section_that_is_left_out_are_kept_for_another_sitting() -> None:
    program = lower(an_instrument(one("last"), own=[one("onveilig")]), source_only=True)
    answers = Answers({"last": "ja", "onveilig": "ja"})
    assert without_dropped(program, answers) == answers
    assert Evaluation(program, answers).applies("onveilig") is F
