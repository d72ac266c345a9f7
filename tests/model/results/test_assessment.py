from dataclasses import replace

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.condition import OneIn
from integraal.model.instrument import Act, Statement, Urgency
from tests.engine.builders import an_instrument, cases, one, rule


def test_an_action_is_asked_for_first_or_it_is_not() -> None:
    acts = [rule(name, OneIn("onrust", ("ja",)), Act(name)) for name in ("noteer", "vraag")]
    instrument = an_instrument(one("onrust"), rules=acts, actions=("noteer",))
    ask = Statement("vraag", "Vraag.", urgent=Urgency.ASK)
    program = lower(replace(instrument, actions=(*instrument.actions, ask)))
    (case,) = cases({"onrust": "ja"})
    found = assess(program, case, ())
    assert [reason.rule.id for reason in found.to_ask_first] == ["vraag"]
    assert [reason.rule.id for reason in found.not_urgent] == ["noteer"]


def test_more_may_be_to_do_as_long_as_an_answer_may_call_for_it() -> None:
    """Not for what is called for already, nor for what no answer calls for any more."""
    acts = [rule(name, OneIn(name, ("ja",)), Act("noteer")) for name in ("onrust", "val")]
    instrument = an_instrument(one("onrust"), one("val"), rules=acts, actions=("noteer",))
    for answers, may_come in (
        ({}, True),
        ({"onrust": "nee"}, True),
        ({"onrust": "ja"}, False),
        ({"onrust": "nee", "val": "nee"}, False),
    ):
        (case,) = cases(answers)
        assert assess(lower(instrument), case, ()).actions_may_come is may_come


def test_answers_count_up_to_the_day_of_the_last_moment() -> None:
    instrument = an_instrument(one("onrust"), rules=[])
    (case,) = cases({"onrust": "ja"})
    found = assess(lower(instrument), case, ())
    assert found.until == case.latest.day
    assert found.along == ()  # nothing is of another moment
