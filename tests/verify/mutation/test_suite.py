"""What each rule did in the cases: whether it held, and whether it helped to decide."""

from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.example import Difference, Example, Expectation
from integraal.model.instrument import (
    Act,
    Instrument,
    Limit,
    OutcomePolicy,
    Provisional,
    Raise,
    Route,
)
from integraal.model.results.trial import RuleCoverage
from integraal.verify.mutation.suite import Programs, rule_coverage, run_cases
from tests.engine.builders import an_instrument, one, rule

YES, OTHER = c.OneIn("vraag", ("ja",)), c.OneIn("andere", ("ja",))
QUESTIONS = (one("vraag"), one("andere"))


def _example(expect: Expectation = Expectation(), **given: str) -> Example:  # noqa: B008
    return Example("casus", Answers(given), expect)


def _seen(instrument: Instrument, *examples: Example) -> dict[str, RuleCoverage]:
    ran = run_cases(Programs(instrument), examples)
    return {seen.rule: seen for seen in rule_coverage(instrument, [each.advice for each in ran])}


def test_a_case_that_is_not_as_expected_says_in_what() -> None:
    instrument = an_instrument(*QUESTIONS, rules=[rule("regel", YES, Raise("midden"))])
    wanted = Expectation(level="hoog", fields=frozenset({"level"}))
    (ran,) = run_cases(Programs(instrument), [_example(wanted, vraag="ja")])
    assert ran.run.differences == (Difference("level", "hoog", "midden"),)


def test_a_case_may_leave_our_own_additions_out() -> None:
    instrument = an_instrument(own=QUESTIONS, rules=[rule("regel", YES, Raise("midden"))])
    example = Example("casus", Answers({"vraag": "ja"}), Expectation(), source_only=True)
    assert _seen(instrument, example)["regel"].false == 1


def test_a_rule_is_counted_true_not_true_or_open() -> None:
    instrument = an_instrument(*QUESTIONS, rules=[rule("regel", YES, Raise("midden"))])
    seen = _seen(instrument, _example(vraag="ja"), _example(vraag="nee"), _example(), _example())
    assert seen["regel"] == RuleCoverage("regel", true=1, false=1, unknown=2, deciding=1)


def test_a_rule_under_a_higher_one_does_not_decide_and_equals_decide_together() -> None:
    rules = [
        rule("laag", YES, Raise("laag")),
        rule("een", YES, Raise("midden")),
        rule("twee", OTHER, Raise("midden")),
    ]
    seen = _seen(an_instrument(*QUESTIONS, rules=rules), _example(vraag="ja", andere="ja"))
    assert [seen[name].deciding for name in ("laag", "een", "twee")] == [0, 1, 1]


def test_the_lowest_limit_decides_what_is_feasible() -> None:
    rules = [rule("hoog", YES, Limit("hoog")), rule("laag", YES, Limit("laag"))]
    seen = _seen(an_instrument(*QUESTIONS, rules=rules), _example(vraag="ja"))
    assert (seen["hoog"].deciding, seen["laag"].deciding) == (0, 1)


def test_an_open_rule_decides_that_the_advice_is_provisional() -> None:
    rules = [rule("eerst", YES, Provisional()), rule("praat", YES, Act("praat"))]
    seen = _seen(an_instrument(*QUESTIONS, rules=rules, actions=["praat"]), _example())
    assert (seen["eerst"].deciding, seen["praat"].deciding) == (1, 0)


def test_only_the_first_row_that_holds_decides_in_a_table_read_from_the_top() -> None:
    rules = [rule("boven", YES, Route("heen")), rule("onder", OTHER, Route("heen"))]
    for policy, deciding in ((OutcomePolicy.FIRST, 0), (OutcomePolicy.COLLECT, 1)):
        instrument = an_instrument(
            *QUESTIONS, rules=rules, outcomes=["heen"], outcome_policy=policy
        )
        seen = _seen(instrument, _example(vraag="ja", andere="ja"))
        assert (seen["boven"].deciding, seen["onder"].deciding) == (1, deciding)
