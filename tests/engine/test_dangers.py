"""Dangers of a case are gathered from several instruments; what two say alike is said once."""

from collections.abc import Sequence
from dataclasses import replace

from integraal.engine.dangers import danger_at, danger_ids, dangers, gathered, heard, watched_by
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import All, Condition, OneIn, SomeChosen
from integraal.model.instrument import Act, Instrument, Statement, Urgency
from tests.engine.builders import an_instrument, one, rule, several

NOW = OneIn("nu", ("ja",))
PLACES = SomeChosen("waar", ("thuis",), 1)


def alarming(name: str, when: Condition, call: Sequence[str] = ("112",)) -> Instrument:
    """An instrument with one danger."""
    asked = (one("nu"), several("waar", "thuis", "elders"))
    made = an_instrument(*asked, rules=[rule("gevaar", when, Act("bel"))], actions=["bel"])
    return replace(made, id=name, actions=(_bel(call),))


def _bel(call: Sequence[str]) -> Statement:
    return Statement("bel", "Bel.", urgent=Urgency.DANGER, call=tuple(call))


def told(answers: Answers, *instruments: Instrument) -> list[str]:
    """Which instruments say that there is danger."""
    return [danger.instrument.id for danger in gathered(map(lower, instruments), answers)]


def test_a_danger_holds_where_its_answers_say_so_and_never_where_they_are_open() -> None:
    program = lower(alarming("een", NOW))
    assert [danger.statement.id for danger in dangers(program, Answers({"nu": "ja"}))] == ["bel"]
    assert dangers(program, Answers({"nu": "nee"})) == dangers(program, Answers()) == ()


def test_what_two_say_for_one_reason_is_said_once_unless_the_second_calls_more() -> None:
    known = Answers({"nu": "ja", "waar": frozenset({"thuis"})})
    assert told(known, alarming("een", NOW), alarming("ander", NOW)) == ["een"]
    assert told(known, alarming("een", NOW), alarming("ander", NOW, ("112", "113"))) == [
        *("een", "ander")
    ]
    assert told(known, alarming("een", NOW), alarming("ander", PLACES)) == ["een", "ander"]


def test_tables_name_the_instrument_before_a_danger_of_another() -> None:
    own = lower(alarming("een", NOW), others=[alarming("ander", PLACES)])
    known = Answers({"nu": "ja", "waar": frozenset({"thuis"})})
    assert danger_ids(own, watched_by(own), known) == ("bel", "ander/bel")
    assert danger_ids(own, watched_by(own), Answers()) == ()


def test_an_arrow_stands_at_each_option_that_alone_is_enough() -> None:
    assert list(danger_at(lower(alarming("een", NOW)))) == [("nu", "ja")]
    assert list(danger_at(lower(alarming("een", PLACES)))) == [("waar", "thuis")]
    assert danger_at(lower(alarming("een", All((NOW, PLACES))))) == {}


def test_what_a_moment_ahead_says_is_told_once_and_beside_what_holds_now() -> None:
    one_more = [lower(alarming("een", NOW)), lower(alarming("twee", PLACES, call=("1813",)))]
    now = Answers({"nu": "ja"})
    ahead = Answers({"nu": "ja", "waar": frozenset({"thuis"})})
    found = gathered(one_more, now, ahead)
    assert [danger.instrument.id for danger in found] == ["een", "twee"]


def test_of_answers_that_can_be_read_in_two_ways_each_danger_is_heard_once() -> None:
    programs = [lower(alarming("een", NOW)), lower(alarming("twee", PLACES, call=("1813",)))]
    readings = [
        Answers({"nu": "nee", "waar": frozenset({"thuis"})}),
        Answers({"nu": "ja", "waar": frozenset({"thuis"})}),
        Answers({"nu": "ja"}),
    ]
    assert [danger.instrument.id for danger in heard(programs, readings)] == ["een", "twee"]


def test_tables_name_the_dangers_of_days_ahead_behind_the_others() -> None:
    own = lower(alarming("een", NOW), others=[alarming("ander", PLACES)])
    ahead = Answers({"waar": frozenset({"thuis"})})
    assert danger_ids(own, watched_by(own), Answers({"nu": "ja"}), ahead) == ("bel", "ander/bel")
