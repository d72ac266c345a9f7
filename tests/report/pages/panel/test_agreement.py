"""Agreement on a page: each number in its place, and a plot that can be read without colour."""

import pytest

from integraal.model.study.criteria import Measure
from integraal.model.study.findings import PanelReport, RaterFinding
from integraal.report.pages.panel.agreement import Agreement
from integraal.report.phrases.panel import estimate_text
from integraal.words.words import LANGUAGES, Words
from tests.panel.studies import instrument
from tests.report.pages.panel.small import NL, cells, estimate, part, report, shown


def page(found: PanelReport, language: str = "nl") -> str:
    return shown(Agreement(found, instrument(), Words(language)).blocks(), language)


def of(measure: Measure) -> str:
    return estimate_text(part().estimates[measure], NL)


@pytest.mark.parametrize(
    "what", ["kappa_quadratic", "kappa_linear", "ac2_quadratic", "ac2_linear", "same", "near"]
)
def test_a_measure_stands_among_raters_with_the_advice_and_with_oneself(what: str) -> None:
    row = cells(page(report(levels=part())), NL(f"panel.report.m.{what}"))[1:]
    known = {one.value for one in Measure}
    wanted = [
        of(Measure(name)) if (name := f"{who}_{what}") in known else NL("panel.report.none")
        for who in ("raters", "advice", "self")
    ]
    assert row == wanted
    assert len(set(row)) > 1


def test_too_light_and_too_heavy_stand_apart_each_with_its_weight_and_its_reason() -> None:
    text = page(report(levels=part()))
    assert cells(text, NL("panel.report.m.under_advice"))[1] == of(Measure.UNDER_ADVICE)
    assert cells(text, NL("panel.report.m.over_advice"))[1] == of(Measure.OVER_ADVICE)
    assert "te licht 2 (Te licht is erg.) en te zwaar 1 (Te zwaar kost tijd.)" in text


def test_of_routes_only_what_says_something_of_no_and_yes_is_there_and_each_route_apart() -> None:
    names = (
        Measure.RATERS_SAME,
        Measure.RATERS_KAPPA_LINEAR,
        Measure.RATERS_AC2_LINEAR,
        Measure.ADVICE_SAME,
    )
    outcomes = {"stap-2": {name: estimate(0.2 + at / 10) for at, name in enumerate(names)}}
    text = page(report(routes=part(("no", "yes"), outcomes)))
    assert NL("panel.report.m.kappa_quadratic") not in text.partition("Per beoordelaar")[0]
    assert NL("panel.report.m.near") not in text
    assert cells(text, "stap-2")[1:] == [
        "0,20 (0,10 tot 0,30)", "0,30 (0,20 tot 0,40)",
        "0,40 (0,30 tot 0,50)", "0,50 (0,40 tot 0,60)",
    ]  # fmt: skip
    assert NL("panel.report.plot") not in text


def test_levels_have_no_table_of_routes() -> None:
    assert NL("panel.report.outcomes") not in page(report(levels=part()))


def test_a_rater_has_what_she_marked_beside_the_advice_and_beside_herself() -> None:
    beside = {
        Measure.ADVICE_KAPPA_QUADRATIC: None,
        Measure.ADVICE_SAME: 0.5,
        Measure.UNDER_ADVICE: 0.25,
        Measure.OVER_ADVICE: 0.125,
    }
    rater = RaterFinding("B", 24, beside, repeats=3, alike=2)
    text = page(report(levels=part(raters=(rater,))))
    assert cells(text, "B") == ["B", "24", "–", "0,50", "0,25", "0,12", "2 van 3"]


def test_the_plot_has_a_sign_for_each_rater_and_brackets_around_the_advice() -> None:
    lines = page(report(levels=part())).splitlines()
    # Three raters on the second and the third level; then one above what it may still become.
    assert "K01   .    o   [oo]  .    ." in lines
    assert "K02  [. ] <. > <. >  .    o" in lines
    assert "3 = Coördinatie" in lines
    heads = [line for line in lines if line.split() == ["1", "2", "3", "4", "5"]]
    assert [heads[0].index(sign) for sign in "12345"] == [6, 11, 16, 21, 26]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_can_be_said_of_safety_that_is_said(language: str) -> None:
    words = Words(language)
    text = page(report(levels=part()), language)
    assert words("panel.report.safety.none") in text
    assert words("panel.report.safety.cases", count=0) not in text


def test_safety_of_levels_has_its_cases_and_no_weight_of_a_route() -> None:
    safety = {Measure.UNDER_ADVICE: estimate(0.9), Measure.OVER_ADVICE: estimate(0.2)}
    text = page(report(levels=part(), safety=safety, safety_cases=4))
    apart = text.partition(f"## {NL('panel.report.safety')}")[2]
    assert NL("panel.report.safety.cases", count=4) in apart
    assert "0,90 (0,80 tot 1,00)" in apart
    assert "Gemist is het ergst." not in apart
    assert NL("panel.report.safety.none") not in apart


def test_a_missed_route_has_its_weight_and_that_of_one_too_many() -> None:
    safety = {Measure.MISSED_SAFETY: estimate(0.3), Measure.EXTRA_SAFETY: estimate(0.4)}
    text = page(report(routes=part(("no", "yes")), safety=safety))
    assert cells(text, NL("panel.report.m.missed_safety"))[1] == "0,30 (0,20 tot 0,40)"
    assert "telt 10 (Gemist is het ergst.), een te veel 3 (Te veel belast.)" in text
