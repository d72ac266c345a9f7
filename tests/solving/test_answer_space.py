"""What is proven of numbers is proven of those that answer, and of no others."""

from dataclasses import replace

from integraal.model.condition import Between
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument, Numbers, OutcomePolicy, Route
from integraal.report.phrases.finding import finding_remedy
from integraal.verify.proof.prove import prove
from integraal.words.words import Words
from tests.engine.builders import an_instrument, number, rule


def few_or_many(numbers: Numbers) -> Instrument:
    return an_instrument(
        replace(number("kinderen"), numbers=numbers),
        rules=[
            rule("weinig", Between("kinderen", None, 2), Route("a")),
            rule("veel", Between("kinderen", 3, None), Route("b")),
        ],
        scale=None,
        outcome_policy=OutcomePolicy.FIRST,
        outcomes=["a", "b"],
    )


def findings(numbers: Numbers) -> list[Finding]:
    return list(prove(few_or_many(numbers), "heel.yaml", lambda _: Place("heel.yaml")).findings)


def test_between_two_and_three_whole_children_there_is_no_gap() -> None:
    assert findings(Numbers(whole=True)) == []
    assert findings(Numbers(whole=True, least=0, most=12)) == []


def test_a_gap_that_a_fraction_makes_names_whole_as_the_remedy() -> None:
    [finding] = findings(Numbers())
    assert finding.code == "table-gap"
    assert "kinderen: 2.5" in dict(finding.details)["witness"]
    for language in ("nl", "en", "fr"):
        assert "whole: true" in finding_remedy(finding, Words(language))


def test_a_bound_beyond_the_highest_answer_is_never_reached() -> None:
    codes = {finding.code for finding in findings(Numbers(whole=True, least=0, most=2))}
    assert codes == {"rule-never-holds", "rule-always-holds", "outcome-never-reached"}
