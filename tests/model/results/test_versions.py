from dataclasses import replace

from integraal.model.condition import OneIn
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Raise
from integraal.model.results.versions import (
    CaseChange,
    Change,
    Picture,
    RuleChange,
    Turn,
    Unreadable,
    Versions,
)
from tests.engine.builders import LOW_MID_HIGH, an_instrument, one, rule

LOW, MID, HIGH = LOW_MID_HIGH.levels
AT = Place("c.yaml", 3, 1)
RULE = rule("r", OneIn("a", ("ja",)), Raise("hoog"))


def _picture(level: int) -> Picture:
    found = LOW_MID_HIGH.levels[level]
    return Picture(found, found, None, None, False, (), ())


def _case(before: int, after: int, *rules: RuleChange) -> CaseChange:
    return CaseChange("c.yaml", "C-1", Change(_picture(before), _picture(after), rules))


def test_every_file_is_counted_once() -> None:
    instrument = an_instrument(one("a"))
    cases = (_case(0, 1), _case(0, 0, RuleChange(Turn.HOLDS, None, RULE)), _case(0, 0))
    versions = Versions(instrument, instrument, cases, (Unreadable("d.yaml", (), ()),))
    counts = {"changed": 1, "same": 1, "other_rules": 1, "unreadable": 1}
    assert versions.counts() == counts


def test_a_fault_is_told_of_the_version_that_minds_it() -> None:
    both, old, new = (Finding(code, AT) for code in ("yaml", "one-answer", "no-such-question"))
    unreadable = Unreadable("c.yaml", (both, old), (both, new))
    assert (unreadable.both, unreadable.only_old, unreadable.only_new) == ((both,), (old,), (new,))


def test_a_rule_that_is_gone_is_told_as_it_was() -> None:
    assert RuleChange(Turn.NO_LONGER, RULE, None).rule is RULE


def test_a_number_that_stayed_is_minded_only_where_something_changed() -> None:
    old = an_instrument(one("a"))
    new = replace(old, title="Anders")
    for other, minded in ((old, False), (new, True), (replace(new, version="9"), False)):
        assert Versions(old, other, (), ()).has_same_number is minded


def test_all_was_looked_at_when_it_was_under_both_versions() -> None:
    whole, part = _picture(0), replace(_picture(0), searched_all=False)
    assert Change(whole, whole, ()).searched_all
    assert not Change(whole, part, ()).searched_all
    assert not Change(part, whole, ()).searched_all
