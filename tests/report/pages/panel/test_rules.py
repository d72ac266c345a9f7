"""Rules on a page: where the panel and a rule part ways stands first, with reasons."""

from integraal.model.source import Support
from integraal.model.study.findings import Estimate, RuleCase, RuleFinding, Verdict
from integraal.model.study.ratings import Rating
from integraal.report.pages.panel.rules import Rules, is_against
from tests.panel.studies import instrument
from tests.report.pages.panel.small import NL, cells, report, shown

OF = instrument()
SAFETY, BROAD, CRISES = "zorg-om-veiligheid", "brede-problemen", "herhaalde-crises"
TOGETHER, MISSING = "alleen-samen-aan-te-pakken", "iemand-ontbreekt"


def mark(rater: str, level: str, why: str = "") -> Rating:
    return Rating(rater, "K07", level=level, why=why)


def a_case(*marks: Rating, advice: str = "coordinatie", without: str = "connectie") -> RuleCase:
    return RuleCase("K07", advice, without, 1, len(marks), marks)


def finding(
    rule: str, verdict: Verdict, low: float = 0.1, high: float = 0.3, *cases: RuleCase
) -> RuleFinding:
    return RuleFinding(rule, verdict, Estimate((low + high) / 2, low, high, cases=2), cases)


def page(*rules: RuleFinding) -> str:
    return shown(Rules(report(rules=rules), OF, NL).blocks())


def test_a_rule_is_against_only_where_its_whole_interval_is_below_a_half() -> None:
    assert is_against(finding(BROAD, Verdict.TOO_FEW, 0.1, 0.49))
    assert not is_against(finding(BROAD, Verdict.TOO_FEW, 0.1, 0.5))
    assert not is_against(RuleFinding(BROAD, Verdict.UNTOLD, Estimate(None), ()))


def test_rejected_rules_stand_before_those_with_few_cases_and_those_before_divided_ones() -> None:
    parted = page(
        finding(SAFETY, Verdict.CARRIED, 0.8, 1.0),
        finding(BROAD, Verdict.OPEN, 0.3, 0.7),
        finding(CRISES, Verdict.TOO_FEW, 0.0, 0.4),
        finding(MISSING, Verdict.TOO_FEW, 0.3, 0.9),
        finding(TOGETHER, Verdict.REJECTED),
    ).partition(NL("panel.report.parted"))[2]
    shown_first = parted.partition("| ")[0]
    at = [shown_first.index(rule) for rule in (TOGETHER, CRISES, BROAD)]
    assert at == sorted(at)
    assert SAFETY not in shown_first
    assert MISSING not in shown_first
    assert OF.rule(TOGETHER).grounds.because in shown_first


def test_where_no_rule_parts_from_the_panel_that_is_said() -> None:
    text = page(finding(SAFETY, Verdict.CARRIED, 0.8, 1.0))
    assert NL("panel.report.parted.none") in text
    assert NL("panel.report.parted.none") not in page(finding(SAFETY, Verdict.REJECTED))


def test_reasons_are_of_those_who_do_not_go_along_and_wrote_any() -> None:
    case = a_case(
        mark("A", "connectie", "Er loopt al genoeg."),
        mark("B", "coordinatie", "Nodig."),
        mark("C", "integratie", "Veel meer nodig."),
        mark("D", "segregatie"),
    )
    text = page(finding(SAFETY, Verdict.REJECTED, 0.1, 0.3, case))
    assert "A (Connectie): Er loopt al genoeg." in text
    assert "Nodig." not in text
    assert "Veel meer nodig." not in text
    assert "D (" not in text
    told = {"case": "K07", "carry": 1, "marked": 4}
    names = {"advice": "Coördinatie", "without": "Connectie"}
    assert NL("panel.report.parted.case", **told, **names) in text


def test_of_a_route_those_do_not_go_along_who_go_another() -> None:
    goes = Rating("A", "K07", routes=frozenset({"stap-2", "stap-3"}), why="Beide.")
    stays = Rating("B", "K07", routes=frozenset({"stap-3"}), why="Alleen dat.")
    text = page(
        finding(SAFETY, Verdict.OPEN, 0.2, 0.8, a_case(goes, stays, advice="stap-2", without=""))
    )
    assert NL("panel.report.parted.route", case="K07", carry=1, marked=2) in text
    assert "B (stap-3): Alleen dat." in text
    assert "Beide." not in text


def test_choices_of_ours_stand_by_what_the_panel_says_and_others_do_not() -> None:
    by = {support: [r.id for r in OF.rules if r.grounds.support is support] for support in Support}
    choice, source = by[Support.CHOICE][:2], by[Support.SOURCE][0]
    text = page(
        finding(choice[0], Verdict.REJECTED),
        finding(choice[1], Verdict.CARRIED, 0.8, 1.0),
        finding(source, Verdict.REJECTED),
    )
    said = text.partition(NL("panel.report.choices"))[2].partition(NL("panel.report.parted"))[0]
    for verdict, rule in ((Verdict.REJECTED, choice[0]), (Verdict.CARRIED, choice[1])):
        name = NL(f"panel.report.verdict.{verdict.value}")
        assert NL("panel.report.choices.line", verdict=name, rules=rule) in said
    assert source not in said


def test_the_table_has_each_rule_that_was_told_with_what_it_rests_on() -> None:
    text = page(
        finding(SAFETY, Verdict.OPEN, 0.25, 0.75),
        RuleFinding(BROAD, Verdict.UNTOLD, Estimate(None), ()),
    )
    support = OF.rule(SAFETY).grounds.support.value
    assert cells(text, SAFETY) == [
        SAFETY, NL(f"panel.report.support.{support}"), "0,50 (0,25 tot 0,75)", "2", "verdeeld",
    ]  # fmt: skip
    assert f"| {BROAD}" not in text
