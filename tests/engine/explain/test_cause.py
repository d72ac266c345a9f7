"""An advice can say which answers it rests on."""

import pytest

from integraal.engine import program as p
from integraal.engine.evaluate import evaluate
from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Raise
from tests.engine.builders import an_instrument, one, rule

A, B = c.OneIn("a", ("ja",)), c.OneIn("b", ("ja",))


def names(when: c.Condition, answers: dict[str, str]) -> tuple[str, ...]:
    """Say what a rule with this condition rests on."""
    program = lower(an_instrument(one("a"), one("b"), rules=[rule("r", when, Raise("hoog"))]))
    return unique(supporting(Evaluation(program, Answers(answers)), program.nodes[when]))


@pytest.mark.parametrize(
    ("when", "answers", "expected"),
    [
        (c.AnyOf((A, B)), {"a": "ja", "b": "nee"}, ("a",)),
        (c.All((A, B)), {"a": "ja", "b": "ja"}, ("a", "b")),
        (c.AtLeastOf(1, (A, B)), {"b": "ja"}, ("b",)),
        (c.Not(A), {"a": "nee"}, ("a",)),
        (c.All((A, A)), {"a": "ja"}, ("a",)),
    ],
)
def test_what_holds_rests_on_the_answers_that_make_it_hold(
    when: c.Condition, answers: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert names(when, answers) == expected


def test_what_fails_rests_on_the_answers_that_prevent_it() -> None:
    assert names(c.All((A, B)), {"a": "nee", "b": "ja"}) == ("a",)


def test_what_is_open_rests_on_the_answers_that_are_missing() -> None:
    assert names(c.All((A, B)), {"a": "ja"}) == ("b",)
    assert names(c.AnyOf((A, c.Not(B))), {"a": "nee"}) == ("b",)


def test_what_never_holds_rests_on_no_answer() -> None:
    instrument = an_instrument(own=[one("a")], rules=[rule("r", A, Raise("hoog"))])
    program = lower(instrument, source_only=True)
    evaluation = Evaluation(program, Answers({"a": "ja"}))
    assert tuple(supporting(evaluation, p.NEVER)) == ()


def test_a_reason_of_the_advice_shows_the_answers_it_rests_on(program: p.Program) -> None:
    answers = {"gezinsleden": "drie_of_meer", "leefgebieden": {"werk", "school"}, "draaglast": "x"}
    advice = evaluate(program, Answers(answers))
    told = {reason.rule.id: reason.answers for reason in advice.reasons}
    assert told["plan-voor-heel-het-gezin"] == ("gezinsleden", "leefgebieden")
