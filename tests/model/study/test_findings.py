"""What a panel found."""

from integraal.model.study.cases import Study
from integraal.model.study.criteria import Criteria, Weight
from integraal.model.study.findings import (
    Estimate,
    PanelReport,
    Part,
    Proposal,
    RuleFinding,
    Spread,
    Verdict,
)
from integraal.model.study.ratings import Ratings


def test_marks_of_a_case_are_counted_by_category() -> None:
    spread = Spread("K01", "", 1, 2, (("A", 1), ("B", 1), ("C", 3)))
    assert [spread.count(category) for category in range(4)] == [0, 2, 0, 1]


def test_a_gain_that_may_be_chance_is_none() -> None:
    def better(low: float | None) -> bool:
        gain = Estimate(0.2, low, 0.5)
        return Proposal("r", None, "a", "b", gain, (0.4, 0.6), ("K01",)).is_better

    assert better(0.01)
    assert not better(0)
    assert not better(None)


def test_a_report_tells_apart_what_was_marked_and_what_rules_it_carries() -> None:
    part = Part(("a", "b"), {}, (), (), ())
    carried = RuleFinding("r1", Verdict.CARRIED, Estimate(1.0), ())
    rejected = RuleFinding("r2", Verdict.REJECTED, Estimate(0.0), ())
    weight = Weight(1, "Even zwaar.")
    report = PanelReport(
        Study("i", "1", 1, "nl", ()),
        Ratings("i", "1", ()),
        Criteria((), weight, weight, weight, weight),
        part,
        None,
        {},
        0,
        (),
        (carried, rejected),
        1,
        100,
    )
    assert report.parts == (part,)
    assert report.of(Verdict.REJECTED) == (rejected,)
