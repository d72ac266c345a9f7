from dataclasses import replace

import pytest

from integraal.engine.compare.versions import gone, swapped_labels, text_changes, version_change
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import Condition, OneIn
from integraal.model.instrument import (
    Act,
    Effect,
    Instrument,
    Limit,
    Provisional,
    Raise,
    Renamed,
    Retired,
    Route,
)
from integraal.model.results.advice import RouteNow
from integraal.model.results.versions import Change, Gone, Swapped, TextChange, Turn
from tests.engine.builders import LOW_MID_HIGH, an_instrument, one, rule

YES = OneIn("a", ("ja",))
NO = OneIn("a", ("nee",))


def _version(*rules: tuple[str, Condition, Effect]) -> Instrument:
    return an_instrument(
        one("a"),
        one("b"),
        rules=[rule(*each) for each in rules],
        actions=("bel", "noteer"),
        outcomes=("loket", "huis"),
    )


def _change(old: Instrument, new: Instrument, **answers: str) -> Change:
    given = Answers(answers)
    return version_change(lower(old), lower(new), given, given)


def _turns(change: Change) -> dict[str, Turn]:
    return {each.rule.id: each.turn for each in change.rules}


def test_a_version_that_says_the_same_changes_nothing() -> None:
    same = _version(("r", YES, Raise("midden")))
    assert (_change(same, same, a="ja").fields, _change(same, same, a="ja").rules) == ((), ())


def test_another_level_of_a_rule_is_told_with_both() -> None:
    old, new = _version(("r", YES, Raise("midden"))), _version(("r", YES, Raise("hoog")))
    change = _change(old, new, a="ja")
    assert change.fields == ("level", "reach")
    assert (change.before.value("level"), change.after.value("level")) == ("midden", "hoog")
    assert _turns(change) == {"r": Turn.OTHER_EFFECT}
    before, after = change.rules[0].before, change.rules[0].after
    assert before is not None
    assert after is not None
    assert (before.effect, after.effect) == (Raise("midden"), Raise("hoog"))


def test_a_rule_that_does_not_hold_is_not_told_whatever_it_does_now() -> None:
    old, new = _version(("r", YES, Raise("midden"))), _version(("r", YES, Raise("hoog")))
    assert _change(old, new, a="nee").rules == ()


def test_a_rule_that_might_hold_is_told_when_it_does_something_else() -> None:
    old, new = _version(("r", YES, Raise("midden"))), _version(("r", YES, Raise("hoog")))
    change = _change(old, new)
    assert (change.fields, _turns(change)) == (("reach",), {"r": Turn.OTHER_EFFECT})


B = OneIn("b", ("ja",))


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (NO, YES, Turn.HOLDS),
        (YES, NO, Turn.NO_LONGER),
        (YES, B, Turn.NOT_CERTAIN),
        (B, YES, Turn.HOLDS),
        (NO, B, Turn.MIGHT),
        (B, NO, Turn.RULED_OUT),
    ],
)
def test_what_happened_to_a_rule_has_a_name(
    before: Condition, after: Condition, turn: Turn
) -> None:
    old, new = _version(("r", before, Raise("hoog"))), _version(("r", after, Raise("hoog")))
    assert _turns(_change(old, new, a="ja")) == {"r": turn}


def test_a_new_rule_and_one_that_is_gone_are_told_by_what_they_were_and_are() -> None:
    old, new = _version(("weg", YES, Raise("midden"))), _version(("nieuw", YES, Raise("hoog")))
    change = _change(old, new, a="ja")
    assert _turns(change) == {"nieuw": Turn.HOLDS, "weg": Turn.NO_LONGER}
    assert [(each.before is None, each.after is None) for each in change.rules] == [
        (True, False),
        (False, True),
    ]


def test_an_unchanged_advice_by_other_rules_is_seen() -> None:
    old, new = _version(("r", YES, Raise("hoog"))), _version(("s", YES, Raise("hoog")))
    change = _change(old, new, a="ja")
    assert (change.fields, len(change.rules)) == ((), 2)


@pytest.mark.parametrize(
    ("effect", "field", "value"),
    [
        (Limit("laag"), "feasible", "laag"),
        (Provisional(), "provisional", True),
        (Act("bel"), "actions", ("bel",)),
        (Route("loket"), "outcomes", (RouteNow("loket", certain=True, holds_now=True),)),
    ],
)
def test_every_effect_shows_in_the_field_that_it_is_about(
    effect: Effect, field: str, value: object
) -> None:
    change = _change(_version(), _version(("r", YES, effect)), a="ja")
    assert change.fields == (field,)
    assert change.after.value(field) == value


def test_actions_in_another_order_are_the_same_actions() -> None:
    two = (("r", YES, Act("bel")), ("s", YES, Act("noteer")))
    assert _change(_version(*two), _version(*two[::-1]), a="ja").fields == ()


def test_another_name_for_a_level_is_no_other_advice() -> None:
    old = _version(("r", YES, Raise("hoog")))
    levels = tuple(replace(level, name=level.name.upper()) for level in LOW_MID_HIGH.levels)
    new = replace(old, scale=replace(LOW_MID_HIGH, levels=levels))
    assert _change(old, new, a="ja").fields == ()


def test_texts_are_held_against_each_other_under_the_new_names() -> None:
    old = {"title": "Oud", "questions.a.ask": "A?", "questions.a.options.b.label": "B", "weg": "x"}
    new = {"title": "Nieuw", "questions.c.ask": "A?", "questions.c.options.d.label": "D"}
    renamed = (Renamed("a", "c"), Renamed("c", "d", "b"))
    assert list(text_changes(old, new, renamed)) == [
        TextChange("title", "Oud", "Nieuw"),
        TextChange("questions.c.options.d.label", "B", "D"),
        TextChange("weg", "x", ""),
    ]


def test_labels_that_changed_places_are_found_and_new_ones_are_not() -> None:
    asked = one("v", "licht", "matig", "zwaar")
    old = an_instrument(asked, one("x"), rules=[])
    labels = {"licht": "Zwaar", "matig": "Anders", "zwaar": "Licht"}
    options = tuple(replace(option, label=labels[option.id]) for option in asked.options)
    new = an_instrument(replace(asked, options=options), one("w", "a", "b"), rules=[])
    assert list(swapped_labels(old, new)) == [Swapped("v", "licht", "zwaar")]
    assert list(swapped_labels(old, old)) == []


def test_what_went_away_without_a_word_is_named() -> None:
    old = an_instrument(one("a", "ja", "nee"), one("b"), one("c"), one("d", "x", "y"))
    new = replace(
        an_instrument(one("a", "ja"), one("e", "x", "z")),
        renamed=(Renamed("d", "e"), Renamed("e", "z", "y")),
        retired=(Retired("c"),),
    )
    assert list(gone(old, new)) == [Gone("a", "nee"), Gone("b")]
    assert list(gone(old, replace(new, retired=(*new.retired, Retired("a", "nee"))))) == [Gone("b")]
    assert list(gone(old, old)) == []
    assert list(gone(old, replace(new, id="een-ander"))) == []
