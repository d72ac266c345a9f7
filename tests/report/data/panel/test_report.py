"""The data of a panel hold all of the page: every mark, and every number with its size."""

import json
from dataclasses import replace
from typing import Any

from integraal.model.study.ratings import Rating
from integraal.report.data.panel.report import HEADER, panel_data, panel_rows
from integraal.words.words import Words
from tests.panel.reports import WRONG, report
from tests.panel.studies import instrument

DECIDED = (
    Rating("X", "B001", level="connectie", why="rust eerst", advised="coordinatie"),
    Rating("X", "B002", routes=frozenset({"b", "a"})),
)


def data() -> dict[str, Any]:
    """As it comes out of a file."""
    whole = panel_data(report(), instrument(), Words("nl"))
    back: dict[str, Any] = json.loads(json.dumps(whole))
    assert back == whole
    return back


def test_it_says_whether_nobody_rated_and_what_was_not_read() -> None:
    found = data()
    assert found["schema"] == "integraal/panel-verslag/1"
    assert found["practice"] is True
    assert found["taken"] == len(report().ratings.taken)
    assert (found["refused"], found["blank"]) == (0, 0)


def test_each_measure_has_both_ends_and_on_how_many_it_rests() -> None:
    measures = data()["levels"]["measures"]
    for name, one in measures.items():
        assert set(one) == {"value", "low", "high", "error", "raters", "cases", "marks"}, name
    alpha = measures["raters_alpha"]
    assert alpha["low"] <= alpha["value"] <= alpha["high"]
    assert alpha["raters"] == 8


def test_every_mark_on_a_case_is_in_the_data_and_in_the_rows() -> None:
    part = report().levels
    assert part is not None
    marks = {
        (one["case"], rater, level)
        for one in data()["levels"]["cases"]
        for rater, level in one["marks"].items()
    }
    rows = {(*of.split(), level) for kind, of, level, *_ in panel_rows(report()) if kind == "mark"}
    assert marks == rows
    assert len(marks) == sum(len(spread.marks) for spread in part.spreads)


def test_a_rejected_rule_has_its_verdict_its_cases_and_their_reasons() -> None:
    [rule] = [one for one in data()["rules"] if one["id"] == WRONG]
    assert rule["verdict"] == "rejected"
    assert rule["high"] < 0.5
    for case in rule["in"]:
        assert 0 <= case["carry"] <= case["of"]
        assert "Zo zie ik het." in {mark["why"] for mark in case["marks"]}


def test_rows_have_the_cells_of_their_header() -> None:
    header, *rows = panel_rows(report())
    assert header == HEADER
    assert {len(row) for row in rows} == {len(HEADER)}
    assert {"criterion", "levels", "rater", "pair", "mark", "rule"} <= {row[0] for row in rows}
    assert {row[-1] for row in rows if row[0] == "criterion"} == {"met", "not-met"}


def test_a_decision_stands_with_what_was_advised_in_the_data_and_in_a_row_of_its_own() -> None:
    found = replace(report(), ratings=replace(report().ratings, decisions=DECIDED))
    whole = panel_data(found, instrument(), Words("nl"))
    told = [(one["level"], one["routes"], one["advised"]) for one in whole["decisions"]]
    assert told == [("connectie", None, "coordinatie"), (None, ["a", "b"], None)]
    rows = [row for row in panel_rows(found) if row[0] == "decision"]
    assert [(row[1], row[2], row[-1]) for row in rows] == [
        ("B001", "connectie", "coordinatie"),
        ("B002", "a b", ""),
    ]
    assert not [row for row in panel_rows(report()) if row[0] == "decision"]


def test_what_was_not_asked_is_null_and_not_left_out() -> None:
    bare = panel_data(replace(report(), recalibration=None), instrument(), Words("nl"))
    assert bare["recalibration"] is None
    assert bare["routes"] is None
    assert data()["recalibration"]["tried"] > 0
