"""What-if on a page: the best changes, and how little a few cases say."""

from dataclasses import replace

import pytest

from integraal.model.results.trial import Change, Edit
from integraal.model.study.findings import Estimate, Proposal, Recalibration
from integraal.report.pages.panel.recalibration import recalibration_blocks
from integraal.words.words import LANGUAGES, Words
from tests.panel.studies import instrument
from tests.report.pages.panel.small import NL, part, report, shown

BETTER = Proposal(
    "zorg-om-veiligheid", None, "coordinatie", "connectie", Estimate(0.4, 0.2, 0.6), (0.5, 0.75),
    ("K01", "K04"), Estimate(0.3, 0.1, 0.5),
    ("-    at_least: coordinatie", "+    at_least: connectie"),
)  # fmt: skip
CHANCE = replace(BETTER, gain=Estimate(0.4, -0.1, 0.9), held=None, diff=())


def page(*proposals: Proposal, language: str = "nl") -> str:
    found = replace(report(levels=part()), recalibration=Recalibration(123, proposals))
    return shown(recalibration_blocks(found, instrument(), Words(language)), language)


def test_where_nobody_asked_nothing_is_there() -> None:
    assert list(recalibration_blocks(report(levels=part()), instrument(), NL)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_changes_were_tried_on_how_many_cases_stands_before_any_of_them(
    language: str,
) -> None:
    text = page(BETTER, language=language)
    # Two cases have marks in this report.
    warning = Words(language)("panel.report.herijk.warning", tried=123, cases=2)
    assert text.index(warning) < text.index("zorg-om-veiligheid")


def test_where_no_change_is_better_that_is_said() -> None:
    assert NL("panel.report.herijk.none") in page()
    assert NL("panel.report.herijk.none") not in page(BETTER)


def test_a_change_says_from_what_to_what_with_its_gain_and_what_held_back_cases_say() -> None:
    text = page(BETTER)
    assert "**zorg-om-veiligheid: Coördinatie wordt Connectie**" in text
    gain = {"cases": 2, "gain": "0,40 (0,20 tot 0,60)", "was": "0,50", "now": "0,75"}
    assert NL("panel.report.herijk.gain", **gain) in text
    assert NL("panel.report.herijk.held", gain="0,30 (0,10 tot 0,50)") in text
    assert NL("panel.report.herijk.chance") not in text
    assert "+    at_least: connectie" in text.splitlines()
    assert NL("panel.report.herijk.diff") in text


def test_what_may_be_chance_is_called_that_and_cases_that_nobody_rated_are_no_support() -> None:
    text = page(CHANCE)
    assert NL("panel.report.herijk.chance") in text
    assert NL("panel.report.herijk.held_none") in text
    assert NL("panel.report.herijk.diff") not in text
    unmeasured = page(replace(BETTER, held=Estimate(None)))
    assert NL("panel.report.herijk.held_none") in unmeasured


def test_a_rule_that_would_be_gone_becomes_nothing() -> None:
    assert "Coördinatie wordt –" in page(replace(BETTER, after=""))


def test_another_threshold_names_the_question_and_keeps_its_values_as_they_are_written() -> None:
    change = Change(Edit.THRESHOLD, "zorg-om-veiligheid", question="leefgebieden")
    text = page(replace(BETTER, change=change, before="4", after="3"))
    assert "**zorg-om-veiligheid, leefgebieden: 4 wordt 3**" in text


def test_no_more_than_the_five_best_are_shown() -> None:
    six = [replace(BETTER, rule=f"regel-{at}") for at in range(1, 7)]
    text = page(*six)
    assert [f"regel-{at}:" in text for at in range(1, 7)] == [True] * 5 + [False]
