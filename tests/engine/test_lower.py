"""Lowering leaves no names to look up and no relevance to remember."""

from dataclasses import replace

import pytest

from integraal.engine import program as p
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Act, Instrument, Limit, Raise, Statement, Urgency
from tests.engine.builders import a_scale, an_instrument, number, one, rule, several

LOAD = one("last", "licht", "matig", "zwaar")
AREAS = several("gebieden", "wonen", "werk", "school")


def leaf_of(condition: c.Condition) -> c.Leaf:
    """Lower a rule with this condition only, and give its one leaf."""
    instrument = an_instrument(
        LOAD, AREAS, number("weken"), rules=[rule("r", condition, Raise("hoog"))]
    )
    (leaf,) = lower(instrument).leaves
    return leaf


@pytest.mark.parametrize(
    "leaf",
    [
        c.OneIn("last", ("licht", "zwaar")),
        c.SomeChosen("gebieden", ("wonen", "werk"), 1),
        c.Between("weken", 6, None),
        c.Known("last", wanted=False),
    ],
)
def test_a_leaf_stays_what_it_is(leaf: c.Leaf) -> None:
    assert leaf_of(leaf) == leaf


def test_a_leaf_that_several_rules_ask_stands_in_the_program_once() -> None:
    heavy, same = c.OneIn("last", ("zwaar",)), c.OneIn("last", ("zwaar",))
    instrument = an_instrument(
        LOAD, rules=[rule("a", heavy, Raise("hoog")), rule("b", same, Raise("midden"))]
    )
    program = lower(instrument)
    assert len(program.leaves) == 1
    assert program.nodes[heavy] == program.nodes[same] == p.Test(0)


def test_a_leaf_about_a_question_that_may_not_apply_becomes_asked_and_leaf() -> None:
    burden = c.OneIn("last", ("zwaar",))
    heavy = c.OneIn("steun", ("nee",))
    instrument = an_instrument(
        LOAD, one("steun", ask_when=burden), rules=[rule("r", heavy, Raise("hoog"))]
    )
    program = lower(instrument)
    assert program.asked["steun"] == p.Test(0)
    assert program.nodes[heavy] == p.And((p.Test(0), p.Test(1)))


def test_combined_conditions_keep_their_parts_in_order() -> None:
    a, b = c.OneIn("last", ("licht",)), c.SomeChosen("gebieden", AREAS.option_ids, 1)
    whole = c.All((c.AnyOf((a, b)), c.Not(a), c.AtLeastOf(1, (b, a))))
    program = lower(an_instrument(LOAD, AREAS, rules=[rule("r", whole, Raise("hoog"))]))
    first, second = p.Test(0), p.Test(1)
    assert program.nodes[whole] == p.And(
        (p.Or((first, second)), p.Negation(first), p.Count(1, (second, first)))
    )


def test_a_name_adds_nothing_to_what_it_stands_for() -> None:
    heavy = c.OneIn("last", ("zwaar",))
    named = c.Defined("zorgen", c.All((heavy, c.Reached("weg", c.Not(heavy)))))
    first, second = rule("a", named, Raise("hoog")), rule("b", c.Not(named), Raise("midden"))
    program = lower(an_instrument(LOAD, rules=[first, second]))
    assert program.node_of(first) == p.And((p.Test(0), p.Negation(p.Test(0))))
    assert program.node_of(second) == p.Negation(program.nodes[named])
    assert len(program.leaves) == 1


def test_source_only_makes_the_questions_of_our_own_section_never_apply() -> None:
    unsafe = c.OneIn("onveilig", ("ja",))
    instrument = an_instrument(
        LOAD, own=[one("onveilig")], rules=[rule("r", unsafe, Raise("hoog"))]
    )
    program = lower(instrument, source_only=True)
    assert program.asked == {"last": p.ALWAYS, "onveilig": p.NEVER}
    assert program.nodes[unsafe] == p.NEVER


def _alarming(instrument: Instrument, name: str = "") -> Instrument:
    """Make its one action a danger."""
    action = Statement("bel", "Bel.", urgent=Urgency.DANGER, call=("noodnummer",))
    return replace(instrument, id=name or instrument.id, actions=(action,))


def test_source_only_keeps_what_settles_whether_a_question_about_danger_is_asked() -> None:
    unsafe, together = c.OneIn("onveilig", ("ja",)), c.OneIn("samen", ("ja",))
    own = [one("samen"), one("onveilig", ask_when=together), one("ander")]
    rules = [rule("r", unsafe, Act("bel"))]
    instrument = _alarming(an_instrument(LOAD, own=own, rules=rules, actions=["bel"]))
    program = lower(instrument, source_only=True)
    assert program.asked["ander"] == p.NEVER
    assert program.nodes[unsafe] == p.And((p.Test(0), p.Test(1)))


def test_source_only_asks_what_counts_for_the_level_though_an_answer_of_ours_would_skip_it() -> (
    None
):
    together, heavy = c.OneIn("samen", ("ja",)), c.OneIn("last", ("zwaar",))
    last = replace(LOAD, ask_when=c.Not(together))
    rules = [rule("gevaar", together, Act("bel")), rule("r", c.Not(heavy), Raise("hoog"))]
    instrument = _alarming(an_instrument(last, own=[one("samen")], rules=rules, actions=["bel"]))
    program = lower(instrument, source_only=True)
    skipped = p.Negation(p.Test(0))
    assert program.asked["last"] == p.Or((skipped, p.Negation(p.NEVER)))
    advice = evaluate(program, Answers({"samen": "ja", "last": "licht"}))
    assert advice.level is not None
    assert (advice.level.id, advice.action_ids) == ("hoog", ("bel",))
    assert lower(instrument).asked["last"] == skipped


def test_of_other_instruments_only_the_rules_about_danger_are_lowered() -> None:
    heavy, unsafe = c.OneIn("last", ("zwaar",)), c.OneIn("onveilig", ("ja",))
    together = c.OneIn("samen", ("ja",))
    asked = (one("samen"), one("onveilig", ask_when=together), one("ander"), LOAD)
    rules = [
        rule("gevaar", c.AnyOf((unsafe, heavy)), Act("bel")),
        rule("niets", c.OneIn("ander", ("ja",)), Raise("hoog")),
        rule("verder", c.Otherwise(), Act("bel")),
    ]
    other = _alarming(an_instrument(*asked, rules=rules, actions=["bel"]), "ander")
    own = an_instrument(LOAD, rules=[rule("r", heavy, Raise("hoog"))])
    program = lower(own, others=[other, own])
    assert program.leaves == (heavy, together, unsafe)
    assert [watched.rule.id for watched in program.watched] == ["gevaar"]
    assert list(program.watched_questions) == ["samen", "onveilig"]
    assert list(program.every_question) == ["last", "samen", "onveilig"]


def test_only_rules_over_answers_raise_the_level() -> None:
    heavy = c.OneIn("last", ("zwaar",))
    instrument = an_instrument(
        LOAD,
        rules=[
            rule("raises", heavy, Raise("hoog")),
            rule("limits", heavy, Limit("midden")),
            rule("last-resort", c.Otherwise(), Raise("laag")),
            rule("acts", c.WhenDirection(c.Direction.UP), Act("praat")),
        ],
        actions=["praat"],
    )
    assert [(raising.rule.id, raising.rank) for raising in lower(instrument).raising] == [
        ("raises", 2)
    ]


def test_without_a_scale_nothing_can_be_raised() -> None:
    instrument = an_instrument(
        LOAD,
        scale=None,
        rules=[rule("r", c.OneIn("last", ("zwaar",)), Act("praat"))],
        actions=["praat"],
    )
    assert lower(instrument).raising == ()


def test_ranks_are_those_of_the_scale_of_the_instrument() -> None:
    heavy = c.OneIn("last", ("zwaar",))
    instrument = an_instrument(
        LOAD, scale=a_scale("a", "b", "c", "d"), rules=[rule("r", heavy, Raise("d"))]
    )
    assert lower(instrument).raising[0].rank == 3
