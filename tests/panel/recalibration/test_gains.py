"""What-if: the rule that raters do not hold with is the one that would have to change."""

from integraal.panel.outcome.whole import collection
from integraal.panel.practice import Practice, practised
from integraal.panel.recalibration.gains import recalibration
from tests.panel.studies import instrument, study
from tests.panel.test_practice import WRONG, _criteria


def test_the_level_of_a_planted_wrong_rule_is_the_first_to_change() -> None:
    of, cases = instrument(), study()
    how = Practice(8, noise=0.05, against=(WRONG,), second_round=True)
    found = recalibration(
        collection(cases, practised(cases, of, how, 1, ""), of), _criteria(), 1, 200
    )
    first = found.proposals[0]
    assert (first.rule, first.change) == (WRONG, None)
    assert first.same[1] > first.same[0]
    assert found.tried > 100


def test_where_raters_follow_the_rules_nothing_would_be_better() -> None:
    of, cases = instrument(), study()
    ratings = practised(cases, of, Practice(8, noise=0), 1, "")
    assert recalibration(collection(cases, ratings, of), _criteria(), 1, 50).proposals == ()


def test_what_one_case_says_may_be_chance() -> None:
    of, cases = instrument(), study()
    ratings = practised(cases, of, Practice(8, noise=0.4), 1, "")
    found = recalibration(collection(cases, ratings, of), _criteria(), 1, 100)
    single = [one for one in found.proposals if len(one.cases) == 1]
    assert single
    assert not any(one.is_better for one in single)
