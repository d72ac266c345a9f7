"""Of two versions the smallest case with other advice is found, or there surely is none."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from integraal.engine.compare.versions import version_change
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument, Raise, Renamed
from integraal.reading.library import Library
from integraal.verify.versions_apart import share_answers, smallest_difference
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.property.strategies import instruments
from tests.solving.test_encoding import every_case, small


def shipped(name: str) -> Instrument:
    return Library().instrument(name)


def with_level(instrument: Instrument, rule: str, level: str) -> Instrument:
    rules = (replace(r, effect=Raise(level)) if r.id == rule else r for r in instrument.rules)
    return replace(instrument, rules=tuple(rules))


def test_another_level_shows_in_the_one_answer_that_its_rule_asks() -> None:
    old = shipped("voor-wie-doen-we-wat")
    new = with_level(old, "hulp-is-vastgelopen", "cooperatie")
    found = smallest_difference(lower(old), lower(new))
    assert found == Answers({"hulpverloop": "vastgelopen"})
    assert "level" in version_change(lower(old), lower(new), found, found).fields


def test_an_alarm_that_falls_away_shows_in_the_one_answer_that_gives_it() -> None:
    old = shipped("meldcode")
    alarm = old.action("bel-eerst-112")
    quiet = tuple(replace(a, urgent=None, call=()) if a is alarm else a for a in old.actions)
    found = smallest_difference(lower(old), lower(replace(old, actions=quiet)))
    assert found == Answers({"direct_gevaar": "ja"})


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_beside_itself_has_none(name: str) -> None:
    program = lower(shipped(name))
    assert smallest_difference(program, program) is None


def test_it_is_looked_for_only_where_answers_mean_the_same() -> None:
    old = shipped("voor-wie-doen-we-wat")
    assert share_answers(old, old)
    assert not share_answers(old, shipped("kruispunt-kernprincipes"))
    question = next(old.questions())
    assert not share_answers(old, replace(old, renamed=(Renamed(question.id, "nieuw"),)))
    option = question.option_ids[0]
    assert not share_answers(old, replace(old, renamed=(Renamed(question.id, "nieuw", option),)))
    assert share_answers(old, replace(old, renamed=(Renamed("van_vroeger", question.id),)))
    assert share_answers(old, replace(old, renamed=(Renamed(question.id, option, "vroeger"),)))


@settings(max_examples=times(40), deadline=None)
@given(instruments().filter(small))
def test_where_none_is_found_every_case_has_the_same_level(instrument: Instrument) -> None:
    raising = [rule for rule in instrument.rules if isinstance(rule.effect, Raise)]
    if not raising:
        return
    other = {"midden": "hoog", "hoog": "midden"}[raising[0].target]
    old, new = lower(instrument), lower(with_level(instrument, raising[0].id, other))
    differ = [a for a in every_case(old) if version_change(old, new, a, a).fields]
    found = smallest_difference(old, new)
    assert (found is not None) is bool(differ)
    assert found is None or version_change(old, new, found, found).fields
