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


def test_what_is_to_do_is_mine_of_us_all_or_of_others() -> None:
    """What goes before the rest is of whoever reads it."""
    every = {"noteer": (), "bel": ("wijk",), "weeg": ("arts", "wijk"), "vraag": ("wijk",)}
    rules = [rule(name, OneIn("onrust", ("ja",)), Act(name)) for name in every]
    instrument = an_instrument(one("onrust"), rules=rules)
    urgent = {"vraag": Urgency.ASK}
    actions = tuple(
        Statement(name, name, urgent=urgent.get(name), who=who) for name, who in every.items()
    )
    (case,) = cases({"onrust": "ja"})
    found = assess(lower(replace(instrument, actions=actions)), case, ())
    parts = found.actions_by_part("arts")
    assert {part: [reason.rule.id for reason in told] for part, told in parts.items()} == {
        "mine": ["weeg"],
        "all": ["noteer"],
        "others": ["bel"],
    }


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
