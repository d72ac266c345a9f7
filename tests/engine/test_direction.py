"""How the present relates to the advice, where there is no present to speak of."""

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import Direction, WhenDirection
from integraal.model.instrument import Act
from tests.engine.builders import an_instrument, one, rule


def test_a_rule_about_the_direction_is_off_where_nothing_describes_the_present() -> None:
    rules = [rule("omhoog", WhenDirection(Direction.UP), Act("praat"))]
    advice = evaluate(lower(an_instrument(one("a"), rules=rules, actions=["praat"])), Answers())
    assert (advice.direction, advice.actions, advice.rules_open) == (Direction.UNKNOWN, (), ())
