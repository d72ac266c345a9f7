"""The report of a panel says what was found with its size, and that practice is no result."""

from dataclasses import replace

import pytest

from integraal.model.study.findings import Estimate, PanelReport, Verdict
from integraal.panel.agreement.intervals import widened
from integraal.report.pages.panel.report import panel_page
from integraal.report.phrases.panel import estimate_text
from integraal.report.render.markdown import render_markdown
from integraal.words.words import LANGUAGES, Words
from tests.panel.reports import EASY, HARD, WRONG, report
from tests.panel.studies import instrument


def shown(found: PanelReport, language: str = "nl") -> str:
    return render_markdown(panel_page(found, instrument(), Words(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_raters_that_are_made_up_are_said_before_any_number(language: str) -> None:
    page, warning = shown(report(), language), Words(language)("panel.report.practice.text")
    assert page.index(warning) < page.index("8 ")


def test_raters_who_are_people_are_not_called_an_exercise() -> None:
    real = replace(report(), ratings=replace(report().ratings, practice=False))
    assert Words("nl")("panel.report.practice") not in shown(real)


def test_each_criterion_says_what_was_wanted_found_and_on_how_many() -> None:
    page = shown(report())
    assert Words("nl")("panel.report.met", all=2, met=1) in page
    for criterion, met in ((EASY, "ja"), (HARD, "nee")):
        [row] = [line for line in page.splitlines() if line.startswith(f"| {criterion.id} ")]
        [judged] = [one for one in report().judgements if one.criterion is criterion]
        assert estimate_text(judged.estimate, Words("nl")) in row
        assert f"8 × {judged.estimate.cases}" in row
        assert row.rstrip(" |").endswith(met)


def test_places_left_blank_and_refused_are_counted_on_top() -> None:
    counted = replace(report(), ratings=replace(report().ratings, refused=3, blank=7))
    assert "Niet te lezen: 3. Leeg gelaten: 7." in shown(counted)


def test_what_people_decided_stands_apart_only_where_there_is_something() -> None:
    assert Words("nl")("panel.report.decisions") not in shown(report())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_that_nobody_studied_the_advice_and_how_it_was_calculated(
    language: str,
) -> None:
    page, of = shown(report(), language), instrument()
    how = {"draws": 60, "seed": 1, "id": of.id, "version": of.version}
    assert Words(language)("panel.report.method.text", **how) in page


def test_the_plot_has_as_many_signs_as_there_are_marks() -> None:
    part = report().levels
    assert part is not None
    rows = [line for line in shown(report()).splitlines() if line.startswith("K")]
    plotted = {row[:3]: row for row in rows if "[" in row}
    assert len(plotted) == len(part.spreads)
    for spread in part.spreads:
        assert plotted[spread.case][3:].count("o") == len(spread.marks)


def test_a_rule_that_raters_reject_is_named_with_its_cases_and_their_reasons() -> None:
    [found] = [one for one in report().rules if one.rule == WRONG]
    assert found.verdict is Verdict.REJECTED
    page = shown(report())
    parted = page[page.index(Words("nl")("panel.report.parted")) :]
    assert parted.index(WRONG) < parted.index(found.cases[0].case)
    assert "Zo zie ik het." in parted


def test_what_if_stands_there_only_where_it_was_asked_and_with_its_warning() -> None:
    found = report().recalibration
    assert found is not None
    words, page = Words("nl"), shown(report())
    title = words("panel.report.herijk")
    assert f"{found.tried} veranderingen zijn geprobeerd" in page
    assert title not in shown(replace(report(), recalibration=None))


def test_where_all_draws_are_alike_a_small_difference_would_not_be_seen_for_that() -> None:
    """Three cases on which everybody agrees with herself leave much that would pass unseen."""
    alike = widened(Estimate(1.0, 1.0, 1.0, 0.0, cases=3, raters=8, marks=24))
    [easy] = [one for one in report().judgements if one.criterion is EASY]
    page = shown(replace(report(), judgements=(replace(easy, estimate=alike),)))
    power = page.partition(Words("nl")("panel.report.power"))[2]
    [row] = [line for line in power.splitlines() if "hooguit één niveau verschil" in line]
    assert [cell.strip() for cell in row.strip("|").split("|")][1:] == ["0,71", "0,51"]
