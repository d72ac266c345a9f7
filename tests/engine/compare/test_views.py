from dataclasses import replace
from itertools import permutations

import pytest

from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.condition import (
    All,
    AtLeastOf,
    OneIn,
    SomeChosen,
)
from integraal.model.instrument import (
    Act,
    OutcomePolicy,
    Question,
    Raise,
    Route,
    Statement,
    Urgency,
)
from integraal.model.results.advice import RouteNow
from integraal.model.results.comparison import Comparison, Difference
from tests.engine.builders import an_instrument, cases, number, on_request, one, rule, several


def _ids(differences: tuple[Difference, ...]) -> list[str]:
    return [difference.question for difference in differences]


def _moves(difference: Difference) -> list[tuple[int, tuple[int, ...], str, str]]:
    """Whose case, whose answer, and the range before and after."""
    return [
        (swap.view, swap.givers, _range(swap.before), _range(swap.after))
        for swap in difference.swaps
    ]


def _range(standing: object) -> str:
    level, reach = getattr(standing, "level", None), getattr(standing, "reach", None)
    assert level is not None
    assert reach is not None
    return level.id if level == reach else f"{level.id}-{reach.id}"


def _small() -> Program:
    """Yes to a raises to midden; yes to a and b to hoog; c matters to nobody."""
    return lower(
        an_instrument(
            one("a"),
            one("b"),
            one("c"),
            rules=[
                rule("r1", OneIn("a", ("ja",)), Raise("midden")),
                rule("r2", All((OneIn("a", ("ja",)), OneIn("b", ("ja",)))), Raise("hoog")),
            ],
        )
    )


def _compared(*given: dict[str, Answer]) -> Comparison:
    return compare(_small(), cases(*given), ())


def test_two_answers_that_cannot_both_be_right_are_a_disagreement() -> None:
    found = _compared({"a": "ja", "b": "nee"}, {"a": "nee", "b": "nee"})
    assert _ids(found.disagreements) == ["a"]
    assert found.to_ask == ()


@pytest.mark.parametrize("unsure", [{"b": "nee"}, {"a": DONT_KNOW, "b": "nee"}])
def test_not_knowing_is_something_to_ask_and_no_disagreement(unsure: dict[str, Answer]) -> None:
    found = _compared({"a": "ja", "b": "nee"}, unsure)
    assert found.disagreements == ()
    assert _ids(found.to_ask) == ["a"]


def test_what_nobody_answered_is_no_difference() -> None:
    found = _compared({"a": "ja"}, {"a": "ja", "b": DONT_KNOW})
    assert (found.disagreements, found.to_ask) == ((), ())


def test_what_nobody_knows_is_named_when_it_can_change_the_advice() -> None:
    found = _compared({"a": "ja"}, {"a": "ja", "c": DONT_KNOW})
    assert found.unknown_to_all == ("b",)


def test_the_answer_of_another_is_tried_in_the_otherwise_same_case() -> None:
    (difference,) = _compared({"a": "ja", "b": "ja"}, {"a": "nee", "b": "ja"}).disagreements
    assert _moves(difference) == [(0, (1,), "hoog", "laag"), (1, (0,), "laag", "hoog")]


def test_a_difference_that_changes_nothing_has_no_swap() -> None:
    found = _compared({"a": "ja", "b": "ja", "c": "ja"}, {"a": "ja", "b": "ja", "c": "nee"})
    assert [d.changes_advice for d in found.disagreements] == [False]


def test_differences_that_change_the_advice_come_first_the_furthest_first() -> None:
    found = _compared({"c": "ja", "b": "ja", "a": "ja"}, {"c": "nee", "b": "nee", "a": "nee"})
    assert _ids(found.disagreements) == ["a", "b", "c"]


def test_those_who_gave_the_same_answer_are_named_together() -> None:
    (difference,) = _compared({"c": "ja"}, {"c": "nee"}, {"c": "ja"}).disagreements
    assert [(said.answer, said.views) for said in difference.said] == [
        ("ja", (0, 2)),
        ("nee", (1,)),
    ]


def test_not_knowing_and_not_answering_are_told_apart_but_tried_as_one() -> None:
    (difference,) = _compared(
        {"a": "ja", "b": "nee"}, {"a": DONT_KNOW, "b": "nee"}, {"b": "nee"}
    ).to_ask
    assert [said.answer for said in difference.said] == ["ja", DONT_KNOW, None]
    assert _moves(difference) == [
        (0, (1, 2), "midden", "laag-midden"),
        (1, (0,), "laag-midden", "midden"),
        (2, (0,), "laag-midden", "midden"),
    ]


def test_who_does_not_know_is_tried_with_each_answer_of_a_disagreement() -> None:
    (difference,) = _compared(
        {"a": "ja", "b": "nee"}, {"a": "nee", "b": "nee"}, {"b": "nee"}
    ).disagreements
    assert (2, (0,), "laag-midden", "midden") in _moves(difference)
    assert (2, (1,), "laag-midden", "laag") in _moves(difference)


def test_nobody_is_tried_without_an_answer_that_others_dispute() -> None:
    (difference,) = _compared({"a": "ja"}, {"a": "nee"}, {}).disagreements
    assert all(swap.givers != (2,) for swap in difference.swaps)


def _choosing(*given: Answer) -> Comparison:
    program = lower(
        an_instrument(
            several("waar", "thuis", "werk", "school"),
            rules=[rule("r", SomeChosen("waar", ("thuis", "werk", "school"), 2), Raise("hoog"))],
        )
    )
    return compare(program, cases(*({"waar": answer} for answer in given)), ())


def test_other_options_chosen_is_a_disagreement() -> None:
    assert _choosing(frozenset({"thuis"}), frozenset({"werk"})).disagreements


def test_an_answer_known_in_part_is_no_disagreement_with_what_may_be() -> None:
    partly = Partly(frozenset({"thuis"}), frozenset({"werk", "school"}))
    found = _choosing(frozenset({"thuis", "werk"}), partly)
    assert (found.disagreements, _ids(found.to_ask)) == ((), ["waar"])
    assert _moves(found.to_ask[0]) == [
        (0, (1,), "hoog", "laag-hoog"),
        (1, (0,), "laag-hoog", "hoog"),
    ]


def test_an_answer_known_in_part_disagrees_with_what_it_rules_out() -> None:
    partly = Partly(frozenset({"thuis"}), frozenset({"werk"}))
    assert _choosing(frozenset({"thuis", "school"}), partly).disagreements


def test_common_ground_is_what_all_said_also_in_part() -> None:
    both = _choosing(frozenset({"thuis", "werk"}), frozenset({"thuis", "werk", "school"}))
    assert both.common_ground.level == both.common_ground.reach
    one_only = _choosing(frozenset({"thuis"}), frozenset({"thuis", "werk"}))
    assert _range(one_only.common_ground) == "laag-hoog"
    assert one_only.agreed == ()


def test_common_ground_knows_only_what_all_agree_about() -> None:
    found = _compared({"a": "ja", "b": "ja"}, {"a": "ja", "b": "nee"})
    assert found.agreed == ("a",)
    assert _range(found.common_ground) == "midden-hoog"


def test_an_answer_known_in_part_is_not_agreed_about() -> None:
    partly = Partly(frozenset({"thuis"}), frozenset({"werk"}))
    assert _choosing(partly, partly).agreed == ()


def test_same_advice_is_said_whatever_the_reasons() -> None:
    assert _compared({"a": "ja", "b": "nee"}, {"a": "ja", "b": "nee", "c": "ja"}).same_advice
    assert not _compared({"a": "ja", "b": "nee"}, {"a": "nee"}).same_advice


def test_several_differences_may_only_together_change_the_advice() -> None:
    three = [OneIn(name, ("ja",)) for name in "abc"]
    program = lower(
        an_instrument(
            *(one(name) for name in "abc"),
            rules=[rule("r", AtLeastOf(2, tuple(three)), Raise("hoog"))],
        )
    )
    found = compare(program, cases(*(dict.fromkeys("abc", said) for said in ("ja", "nee"))), ())
    assert not found.same_advice
    assert not any(difference.changes_advice for difference in found.disagreements)


def test_a_question_that_does_not_apply_to_one_is_compared_among_the_others() -> None:
    program = lower(an_instrument(one("a"), one("b", ask_when=OneIn("a", ("ja",)))))
    given = [{"a": "nee", "b": "ja"}, {"a": "ja", "b": "ja"}, {"a": "ja", "b": "nee"}]
    found = compare(program, cases(*given), ())
    (difference,) = [d for d in found.disagreements if d.question == "b"]
    assert [said.views for said in difference.said] == [(1,), (2,)]


def test_what_does_not_apply_to_all_is_agreed_about_by_nobody() -> None:
    program = lower(an_instrument(one("a"), one("b", ask_when=OneIn("a", ("ja",)))))
    given = [{"a": "nee"}, {"a": "ja", "b": "ja"}]
    found = compare(program, cases(*given), ())
    assert (found.agreed, _ids(found.to_ask)) == ((), [])


def test_whether_a_question_applies_is_asked_before_the_question() -> None:
    program = lower(an_instrument(one("a"), one("b", ask_when=OneIn("a", ("ja",)))))
    given = [{"a": "ja", "b": "ja"}, {}, {"b": "nee"}]
    found = compare(program, cases(*given), ())
    assert _ids(found.to_ask) == ["a"]
    assert [said.views for said in found.disagreements[0].said] == [(0,), (2,)]


def test_own_words_and_own_estimates_are_no_disagreement() -> None:
    estimate = replace(one("schatting", "laag", "hoog"), estimate_of="family")
    program = lower(an_instrument(on_request("woorden"), estimate))
    given = [{"woorden": "Zo.", "schatting": "laag"}, {"woorden": "Anders.", "schatting": "hoog"}]
    found = compare(program, cases(*given), ())
    assert (found.disagreements, _ids(found.asides)) == ((), ["woorden", "schatting"])


def test_an_aside_that_nobody_filled_in_is_left_out() -> None:
    found = compare(lower(an_instrument(on_request("woorden"))), cases({}, {}), ())
    assert found.asides == ()


def test_what_is_urgent_comes_before_what_moves_the_advice() -> None:
    instrument = an_instrument(
        one("a"),
        one("gevaar"),
        rules=[
            rule("r1", OneIn("a", ("ja",)), Raise("hoog")),
            rule("r2", OneIn("gevaar", ("ja",)), Act("bel")),
            rule("r3", OneIn("gevaar", ("ja",)), Act("noteer")),
        ],
        actions=("noteer",),
    )
    bell = Statement("bel", "Bel.", urgent=Urgency.ASK)
    program = lower(replace(instrument, actions=(*instrument.actions, bell)))
    given = [{"a": "ja", "gevaar": "ja"}, {"a": "nee", "gevaar": "nee"}]
    found = compare(program, cases(*given), ())
    assert _ids(found.disagreements) == ["gevaar", "a"]
    assert [view.standing.urgent for view in found.views] == [frozenset({"bel"}), frozenset()]
    assert all(swap.is_urgent and not swap.moves for swap in found.disagreements[0].swaps)


def test_without_a_scale_another_route_changes_the_advice() -> None:
    program = lower(
        an_instrument(
            number("leeftijd"),
            several("vragen", "geld", "werk"),
            rules=[rule("r", SomeChosen("vragen", ("geld",), 1), Route("loket"))],
            scale=None,
            outcomes=("loket",),
            outcome_policy=OutcomePolicy.FIRST,
        )
    )
    given: list[dict[str, Answer]] = [
        {"leeftijd": 3, "vragen": frozenset({"geld"})},
        {"leeftijd": 4, "vragen": frozenset()},
    ]
    found = compare(program, cases(*given), ())
    assert _ids(found.disagreements) == ["vragen", "leeftijd"]
    (route,) = found.disagreements[0].swaps[0].before.outcomes
    assert route == RouteNow("loket", certain=True, holds_now=True)
    assert found.disagreements[0].swaps[0].after.outcomes == ()


def test_answers_to_what_does_not_apply_are_dropped_before_anything_is_compared() -> None:
    child: Question = one("b", ask_when=OneIn("a", ("ja",)))
    program = lower(
        an_instrument(one("a"), child, rules=[rule("r", OneIn("b", ("ja",)), Raise("hoog"))])
    )
    found = compare(program, cases({"a": "nee", "b": "ja"}, {"a": "ja", "b": "nee"}), ())
    (difference,) = found.disagreements
    # The answer that was dropped does not come back when the question applies again.
    assert _moves(difference) == [(0, (1,), "laag", "laag-hoog")]


def test_whoever_lacks_an_answer_takes_away_what_is_known_and_gives_no_other() -> None:
    """Over every pair of answers to a question, asked or not."""
    for mine, theirs in permutations(("ja", "nee", DONT_KNOW, None), 2):
        given: list[dict[str, Answer]] = [
            {} if said is None else {"a": said} for said in (mine, theirs)
        ]
        found = _compared(*given)
        for difference in (*found.disagreements, *found.to_ask):
            for swap in difference.swaps:
                giver = (mine, theirs)[swap.givers[0]]
                assert swap.less_known is (giver in (None, DONT_KNOW))
