"""How the present relates to the advice, where there is no present to speak of."""

from dataclasses import replace

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import Between, Direction, WhenDirection
from integraal.model.instrument import Act, Option, Present, Raise
from integraal.model.truth import Truth
from tests.engine.builders import GROUNDS, an_instrument, number, one, rule


def test_a_rule_about_the_direction_is_off_where_nothing_describes_the_present() -> None:
    rules = [rule("omhoog", WhenDirection(Direction.UP), Act("praat"))]
    advice = evaluate(lower(an_instrument(one("a"), rules=rules, actions=["praat"])), Answers())
    assert (advice.direction, advice.actions, advice.rules_open) == (Direction.UNKNOWN, (), ())


def test_the_present_is_open_as_long_as_nobody_knows_whether_it_is_asked() -> None:
    """Everybody who says `v0` is raised, and only who says no more than 4 is asked for the present.

    The level is certain before `v0` is; the present is not.
    """
    forms = tuple(Option(level, level, level=level) for level in ("laag", "midden", "hoog"))
    made = an_instrument(
        number("v0"),
        replace(one("nu", ask_when=Between("v0", None, 4)), options=forms),
        rules=[
            rule("klein", Between("v0", None, 4), Raise("midden")),
            rule("groot", Between("v0", 4, None), Raise("midden")),
            rule("omhoog", WhenDirection(Direction.UP), Act("praat")),
        ],
        actions=["praat"],
    )
    program = lower(replace(made, present=Present("nu", "nu", GROUNDS)))
    advices = {
        said: evaluate(program, Answers({"nu": "laag", **given}))
        for said, given in {"open": {}, "asked": {"v0": 3}, "not asked": {"v0": 9}}.items()
    }
    assert {
        said: advice.level.id for said, advice in advices.items() if advice.level
    } == dict.fromkeys(advices, "midden")
    assert {said: advice.direction for said, advice in advices.items()} == {
        "open": Direction.UNKNOWN,
        "asked": Direction.UP,
        "not asked": Direction.UNKNOWN,
    }
    assert {said: dict(advice.truths)["omhoog"] for said, advice in advices.items()} == {
        "open": Truth.UNKNOWN,
        "asked": Truth.TRUE,
        "not asked": Truth.FALSE,
    }
