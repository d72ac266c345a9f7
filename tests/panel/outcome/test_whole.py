"""From what raters marked to all that they found: criteria, rules, and safety apart."""

from dataclasses import replace

import pytest

from integraal.model.answers import Answers
from integraal.model.study.cases import StudyCase
from integraal.model.study.criteria import Bound, Criteria, Criterion, Enough, Measure, Weight
from integraal.model.study.findings import PanelReport
from integraal.model.study.ratings import Rating, Ratings
from integraal.panel.outcome.whole import collection, panel_report
from tests.panel.outcome.small import of_levels, of_routes, study
from tests.panel.studies import instrument

ONE = Weight(1, "Zo gekozen.")
ALL_RIGHT = dict.fromkeys("ABCDE", "hmhlm")


def criterion(name: str, measure: Measure, limit: float, **more: bool) -> Criterion:
    return Criterion(name, measure, Bound.ESTIMATE, "Zomaar.", limit, is_floor=more["is_floor"])


WANTED = (
    criterion("eens", Measure.ADVICE_SAME, 0.9, is_floor=True),
    criterion("te-licht", Measure.UNDER_ADVICE, 0.1, is_floor=False),
    criterion("gemist", Measure.MISSED_SAFETY, 0.1, is_floor=False),
)


def criteria(*wanted: Criterion, routes: tuple[str, ...] = ()) -> Criteria:
    return Criteria(wanted, ONE, ONE, ONE, ONE, routes, Enough(1, 1))


def report(marked: dict[str, str], *wanted: Criterion) -> PanelReport:
    return panel_report(*of_levels(marked), criteria(*wanted), 1, 30)


def test_each_criterion_is_met_or_not_or_there_is_nothing_to_say() -> None:
    def judged(marked: dict[str, str]) -> list[bool | None]:
        return [one.is_met for one in report(marked, *WANTED).judgements]

    assert judged(ALL_RIGHT) == [True, True, None]
    assert judged({**ALL_RIGHT, "A": "mmhlm"}) == [True, True, None]  # one of twenty is lower
    assert judged(dict.fromkeys("ABCDE", "hhhlm")) == [False, False, None]


def test_the_end_of_an_interval_is_harder_to_meet_than_the_estimate() -> None:
    low = replace(WANTED[0], bound=Bound.LOWER)
    (one,) = report(ALL_RIGHT, low).judgements
    assert one.estimate.value == 1
    assert one.is_met is False  # in four cases nobody knows what a fifth would say


def test_levels_and_routes_are_parts_of_their_own_and_rules_come_along() -> None:
    of_level = report(ALL_RIGHT)
    assert of_level.levels is not None
    assert of_level.routes is None
    assert of_level.levels.categories == ("laag", "midden", "hoog")
    assert {one.rule for one in of_level.rules} >= {"belast", "zwaar-en-breed", "werkt-niet"}
    found, given = of_routes({rater: {"K01": "goed"} for rater in "ABCDE"})
    of_route = panel_report(found, given, criteria(), 1, 30)
    assert of_route.levels is None
    assert of_route.routes is not None
    assert of_route.routes.categories == ("no", "yes")
    assert (of_route.seed, of_route.draws) == (1, 30)


def test_raters_of_cases_that_were_held_back_are_counted_apart() -> None:
    assert report({**ALL_RIGHT, "A": "hmhlmm", "B": "hmhlmh"}).held_raters == 2
    assert report(ALL_RIGHT).held_raters == 0


@pytest.mark.parametrize(("routes", "missed"), [(("goed",), 0.6), (("rust",), 0.0)])
def test_a_safety_route_is_missed_where_raters_go_it_and_the_advice_does_not(
    routes: tuple[str, ...], missed: float
) -> None:
    marked = {rater: {"K02": "goed rust", "K01": "goed"} for rater in "ABC"}
    marked |= {rater: {"K02": "rust", "K01": "goed"} for rater in "DE"}
    found, given = of_routes(marked)
    made = panel_report(found, given, criteria(WANTED[2], routes=routes), 1, 30)
    value = made.safety[Measure.MISSED_SAFETY].value
    # Three of eight who go it are not advised it; of the other nobody misses any.
    assert value == pytest.approx(3 / 8 if missed else 0)
    assert made.judgements[0].is_met is (not missed)


def test_where_no_route_is_named_for_safety_nothing_is_said_of_it() -> None:
    found, given = of_routes({rater: {"K01": "goed"} for rater in "ABCDE"})
    assert panel_report(found, given, criteria(), 1, 30).safety == {}
    assert report(ALL_RIGHT).safety_cases == 0


def test_cases_in_which_an_answer_on_safety_counts_are_measured_apart() -> None:
    of = instrument()
    calm = {"veiligheid": "geen_zorg", "direct_gevaar": "nee", "gezinsleden": "twee"}
    cases = (
        StudyCase("K01", Answers({**calm, "veiligheid": "zorg"})),
        StudyCase("K02", Answers(calm)),
        StudyCase("K03", Answers({**calm, "direct_gevaar": "ja"})),
    )
    taken = tuple(
        Rating(rater, case.id, level="integratie" if case.id == "K01" else "segregatie")
        for rater in "ABCDE"
        for case in cases
    )
    given = Ratings(of.id, of.version, taken)
    found = panel_report(collection(study(of, cases), given, of), given, criteria(), 1, 30)
    assert found.levels is not None
    # All find the advice too light where there is concern, and in no other case.
    assert found.safety_cases == 1
    assert found.safety[Measure.UNDER_ADVICE].cases == 1
    assert found.safety[Measure.OVER_ADVICE].value == 0
