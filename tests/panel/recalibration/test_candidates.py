"""Which changes of a rule are tried: one thing at a time, and of no rule that a source settles."""

from dataclasses import replace

from integraal.model.instrument import Instrument, Raise, Rule
from integraal.model.results.trial import Edit
from integraal.model.source import Support
from integraal.panel.outcome.advised import advised
from integraal.panel.recalibration.candidates import Candidate, candidates
from tests.panel.outcome.small import CASES, LEVELS, ROUTES
from tests.panel.studies import instrument


def ours(of: Instrument) -> Instrument:
    """The same instrument, with rules that are choices of ours."""
    return replace(of, rules=tuple(_as(rule, Support.CHOICE) for rule in of.rules))


def _as(rule: Rule, support: Support) -> Rule:
    return replace(rule, grounds=replace(rule.grounds, support=support))


def of(rule: str, found: list[Candidate]) -> list[Candidate]:
    return [one for one in found if one.rule.id == rule]


def test_every_other_level_is_tried_and_its_own_is_not() -> None:
    found = of("werkt-niet", list(candidates(ours(LEVELS))))
    assert [one.ends for one in found if one.change is None] == [
        ("hoog", "laag"),
        ("hoog", "midden"),
    ]


def test_a_level_above_the_highest_that_the_instrument_gives_is_not_tried() -> None:
    found = of("belast", list(candidates(replace(ours(LEVELS), highest="midden"))))
    assert [one.ends for one in found if one.change is None] == [("midden", "laag")]


def test_a_threshold_is_a_step_further_or_nearer_and_one_thing_changes_at_a_time() -> None:
    found = [one for one in of("breed", list(candidates(ours(LEVELS)))) if one.change is not None]
    assert {one.ends for one in found if one.change and one.change.edit is Edit.THRESHOLD} == {
        ("2", "1"),
        ("2", "3"),
    }
    for one in candidates(ours(LEVELS)):
        is_level = one.changed.effect != one.rule.effect
        is_condition = one.changed.when != one.rule.when
        assert is_level + is_condition == 1, one
        assert replace(one.changed, when=one.rule.when, effect=one.rule.effect) == one.rule


def test_a_rule_that_rests_on_a_source_and_one_that_limits_stay_as_they_are() -> None:
    rules = [_as(rule, Support.DIRECTION) for rule in LEVELS.rules]
    rules[0] = _as(rules[0], Support.SOURCE)
    found = list(candidates(replace(LEVELS, rules=tuple(rules))))
    tried = {one.rule.id for one in found}
    assert tried == {rule.id for rule in LEVELS.rules} - {LEVELS.rules[0].id, "kan-niet"}


def test_a_row_of_a_table_has_thresholds_and_no_level() -> None:
    found = of("vaak", list(candidates(ours(ROUTES))))
    assert {one.ends for one in found} == {("4", "3"), ("4", "5")}


def test_with_a_change_the_instrument_has_it_and_nothing_else_is_another() -> None:
    (one,) = [
        one
        for one in of("werkt-niet", list(candidates(ours(LEVELS))))
        if one.changed.effect == Raise("laag")
    ]
    changed = one.within(ours(LEVELS))
    assert [rule for rule in changed.rules if rule not in ours(LEVELS).rules] == [one.changed]
    levels = {case: found.level for case, found in advised(changed, CASES).items()}
    assert levels == {"K01": 2, "K02": 1, "K03": 0, "K04": 0, "K05": 1, "K06": 1}


def test_of_ours_no_rule_of_a_source_or_of_another_instrument_is_tried() -> None:
    shipped = instrument()
    tried = {one.rule.id for one in candidates(shipped)}
    assert tried
    for rule in tried:
        assert shipped.rule(rule).grounds.support is not Support.SOURCE
        assert not shipped.rule(rule).minimum_of
