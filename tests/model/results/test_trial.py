"""What a trial of cases comes to."""

import pytest

from integraal.model.answers import Answers
from integraal.model.example import Difference, Example, Expectation
from integraal.model.results.trial import CaseRun, Change, Edit, Fate, MutantResult, Trial

CASE = Example("casus", Answers(), Expectation())
GOOD = CaseRun(CASE, ())
FAILING = CaseRun(CASE, (Difference("level", "hoog", "laag"),))


def _trial(*fates: Fate, run: CaseRun = GOOD) -> Trial:
    change = Change(Edit.DROPPED, "regel")
    return Trial("klein", "1", (run,), (), tuple(MutantResult(change, fate) for fate in fates))


@pytest.mark.parametrize(
    ("fates", "score"),
    [
        ([], 100),
        ([Fate.EQUIVALENT], 100),
        ([Fate.CAUGHT] * 3, 100),
        ([Fate.CAUGHT, Fate.SURVIVED, Fate.EQUIVALENT], 50),
        ([Fate.CAUGHT] * 299 + [Fate.SURVIVED], 99),
    ],
)
def test_the_score_is_100_only_when_all_is_noticed_that_can_be(
    fates: list[Fate], score: int
) -> None:
    assert _trial(*fates).score == score


def test_a_trial_is_clean_when_nothing_fails_and_nothing_survives() -> None:
    assert _trial(Fate.CAUGHT, Fate.EQUIVALENT).is_clean
    assert not _trial(Fate.CAUGHT, Fate.SURVIVED).is_clean
    assert not _trial(Fate.CAUGHT, run=FAILING).is_clean


def test_a_trial_without_mutants_is_judged_by_its_cases() -> None:
    assert Trial("klein", "1", (GOOD,), (), None).is_clean
    assert Trial("klein", "1", (FAILING,), (), None).failing == (FAILING,)
