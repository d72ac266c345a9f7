"""What is counted, and that nothing small can be found: not in one report, and not in two."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument, Route
from integraal.model.results.signals import NO, YES, About, Signals, Theme, Thresholds
from integraal.reading.library import Library
from tests.batch.made_results import (
    Row,
    are_counted,
    counted_only,
    limits,
    result,
    rows_of,
    signals_of,
)
from tests.counts import times

USUAL = Thresholds(date(2026, 1, 1), 5, 5, 10, leave_out_one_in=20)
ALL = replace(USUAL, leave_out_one_in=10**6)
"""Leaves out next to nobody, so that a claim can say how many there are."""
LEVELS = ("segregatie", "connectie", "coordinatie", "cooperatie", "integratie")


def theme(signals: Signals, about: About, name: str = "") -> Theme:
    (found,) = (each for each in signals.about(about) if each.id == name)
    return found


# --- What is counted ------------------------------------------------------------------------------


def test_levels_are_counted_rounded_and_in_the_order_of_the_scale(instrument: Instrument) -> None:
    rows = rows_of(instrument, 21) + rows_of(instrument, 33, 100, level="cooperatie")
    signals = signals_of(instrument, ALL, "", rows)
    assert signals.size == 55
    levels = {line.value: line.total for line in theme(signals, About.LEVEL).lines}
    assert levels == dict.fromkeys(LEVELS) | {"connectie": 20, "cooperatie": 35}
    assert tuple(levels) == LEVELS


def test_what_is_not_known_is_never_a_no(instrument: Instrument) -> None:
    limit = limits(instrument)[0]
    rows = [
        *rows_of(instrument, 20, rules=limit),
        *rows_of(instrument, 30, 100, rules_open=limit),
        *rows_of(instrument, 20, 200),
    ]
    signals = signals_of(instrument, ALL, "", rows)
    counted = theme(signals, About.LIMIT, limit)
    assert counted.unknown is not None
    assert (counted.line(YES).total, counted.line(NO).total, counted.unknown.total) == (20, 20, 30)
    assert (signals.known(counted), signals.rate(counted, counted.line(YES))) == (40, 50)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"level": "cooperatie", "reach": "cooperatie", "feasible": "connectie"}, YES),
        ({"level": "connectie", "reach": "connectie", "feasible": "connectie"}, NO),
        ({"level": "connectie", "reach": "connectie"}, NO),
        ({"level": "connectie", "reach": "cooperatie", "feasible": "connectie"}, "unknown"),
        ({"level": "cooperatie", "reach": "cooperatie", "rules_open": "LIMIT"}, "unknown"),
        ({"level": "connectie", "reach": "connectie", "rules_open": "LIMIT"}, NO),
    ],
)
def test_an_advice_is_not_above_what_is_feasible_only_when_it_cannot_become_so(
    instrument: Instrument, cells: dict[str, str], value: str
) -> None:
    # Of several limits one that stops at the level `coordinatie`.
    stops = limits(instrument, "coordinatie")[0]
    cells = {name: cell.replace("LIMIT", stops) for name, cell in cells.items()}
    others = ("segregatie", "integratie")
    rows = rows_of(instrument, 20, **cells)
    # As many of every other kind, so that all of it may be shown.
    kinds: list[dict[str, str]] = [
        {"level": others[1], "reach": others[1], "feasible": others[0]},
        {"level": others[0], "reach": others[0]},
        {"level": others[0], "reach": others[1], "feasible": others[0]},
    ]
    for number, kind in enumerate(kinds, 1):
        rows += rows_of(instrument, 10, number * 1000, **kind)
    counted = theme(signals_of(instrument, ALL, "", rows), About.ABOVE_FEASIBLE)
    assert counted.unknown is not None
    found = {line.value: line.total for line in (*counted.lines, counted.unknown)}
    assert found == dict.fromkeys((YES, NO, "unknown"), 10) | {value: 30}


def test_a_route_that_only_might_hold_is_not_counted_as_one_that_holds() -> None:
    procesregie = Library().instrument("procesregie")
    rule, route = next(
        (r.id, r.effect.outcome) for r in procesregie.rules if isinstance(r.effect, Route)
    )
    blank = {"level": "", "reach": ""}
    rows = [
        *rows_of(procesregie, 20, outcomes=route, rules=rule, **blank),
        *rows_of(procesregie, 25, 100, outcomes=route, rules_open=rule, **blank),
        *rows_of(procesregie, 30, 200, **blank),
    ]
    counted = theme(signals_of(procesregie, ALL, "", rows), About.OUTCOME, route)
    assert counted.unknown is not None
    assert (counted.line(YES).total, counted.unknown.total, counted.line(NO).total) == (20, 25, 30)


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "buurtoverleg"])
def test_cases_with_danger_are_counted_of_whatever_instrument(name: str) -> None:
    asked = Library().instrument(name)
    own = [rule.id for rule in asked.danger_rules]
    blank: dict[str, str] = {} if asked.scale else {"level": "", "reach": ""}
    rows = [
        *rows_of(asked, 20, **blank, urgent="meldcode/wacht-niet-en-handel-samen"),
        *rows_of(asked, 25, 100, **blank, rules_open=";".join(own)),
        *rows_of(asked, 30, 200, **blank),
    ]
    counted = theme(signals_of(asked, ALL, "", rows), About.DANGER)
    lines = (*counted.lines, *([counted.unknown] if counted.unknown else []))
    # Who asks nothing about danger knows of nobody that there is none.
    expected = {YES: 20, NO: 30, "unknown": 25} if own else {YES: 20, "unknown": 55}
    assert {line.value: line.total for line in lines} == expected


@pytest.mark.parametrize("danger", [1, 4])
def test_a_few_cases_with_danger_are_not_shown(instrument: Instrument, danger: int) -> None:
    rows = rows_of(instrument, danger, urgent="bel-eerst-112") + rows_of(instrument, 40, 100)
    counted = theme(signals_of(instrument, ALL, "", rows), About.DANGER)
    assert (counted.line(YES).total, counted.line(NO).total) == (None, None)


def test_results_of_before_there_was_a_column_for_danger_stay_readable(
    instrument: Instrument,
) -> None:
    before = [
        {name: cell for name, cell in row.items() if name != "urgent"}
        for row in rows_of(instrument, 20)
    ]
    rows = rows_of(instrument, 30, 100) + rows_of(instrument, 10, 200, urgent="bel-eerst-112")
    counted = theme(signals_of(instrument, ALL, "", before, rows), About.DANGER)
    assert counted.unknown is not None
    told = (counted.line(YES).total, counted.line(NO).total, counted.unknown.total)
    assert told == (10, 30, 20)


def test_a_case_without_danger_is_drawn_as_before_there_was_a_column_for_it(
    instrument: Instrument,
) -> None:
    rows = rows_of(instrument, 400)
    before = [{**row, "urgent": ""} for row in rows]
    in_danger = [{**row, "urgent": "bel-eerst-112"} for row in rows]
    assert are_counted(rows, 20) == are_counted(before, 20) != are_counted(in_danger, 20)


def test_an_instrument_without_levels_has_no_themes_about_them() -> None:
    onthaal = Library().instrument("kruispunt-onthaal")
    rows = rows_of(onthaal, 20, level="", reach="")
    abouts = {each.about for each in signals_of(onthaal, ALL, "", rows).themes}
    assert abouts <= {About.DANGER, About.PROVISIONAL, About.ACTION, About.OUTCOME}


def test_of_another_version_nothing_is_certainly_not_so(instrument: Instrument) -> None:
    action = instrument.actions[0].id
    older = {"version": "2025.1", "fingerprint": "sha256:ouder"}
    rows = rows_of(instrument, 20, actions=action, **older) + rows_of(instrument, 30, 100, **older)
    signals = signals_of(instrument, ALL, "", rows)
    counted = theme(signals, About.ACTION, action)
    assert not signals.is_same_version
    assert (counted.line(NO).total, signals.rate(counted, counted.line(YES))) == (None, None)


def test_a_percentage_of_few_is_not_given(instrument: Instrument) -> None:
    rows = rows_of(instrument, 6, settled="false") + rows_of(instrument, 6, 100)
    for least, rate in ((10, 50), (11, None)):
        signals = signals_of(instrument, replace(ALL, no_rate_below=least), "", rows)
        settled = theme(signals, About.SETTLED)
        assert signals.rate(settled, settled.line(YES)) == rate


# --- Groups ---------------------------------------------------------------------------------------


def test_small_groups_stand_together_and_are_not_named(instrument: Instrument) -> None:
    sizes = {"Noord": 30, "Oost": 20, "Kust": 4, "Eiland": 3}
    rows = [
        row
        for number, (label, size) in enumerate(sizes.items())
        for row in rows_of(instrument, size, 100 * number, regio=label)
    ]
    groups = signals_of(instrument, ALL, "regio", rows).groups
    assert [(group.label, group.size, group.is_rest) for group in groups] == [
        ("Noord", 30, False),
        ("Oost", 20, False),
        ("", 5, True),
    ]


def test_one_small_group_takes_another_with_it(instrument: Instrument) -> None:
    sizes = {"Noord": 30, "Oost": 20, "Kust": 4}
    rows = [
        row
        for number, (label, size) in enumerate(sizes.items())
        for row in rows_of(instrument, size, 100 * number, regio=label)
    ]
    groups = signals_of(instrument, ALL, "regio", rows).groups
    assert [(group.label, group.size) for group in groups] == [("Noord", 30), ("", 25)]


def test_where_one_group_is_left_there_are_none(instrument: Instrument) -> None:
    rows = rows_of(instrument, 30, regio="Noord") + rows_of(instrument, 3, 100, regio="Kust")
    assert signals_of(instrument, ALL, "regio", rows).groups == ()


def test_cases_without_a_group_are_a_group(instrument: Instrument) -> None:
    rows = rows_of(instrument, 30, regio="Noord") + rows_of(instrument, 10, 100, regio=" ")
    labels = [group.label for group in signals_of(instrument, ALL, "regio", rows).groups]
    assert labels == ["Noord", ""]


def test_a_case_that_stands_in_two_files_counts_once(instrument: Instrument) -> None:
    rows = rows_of(instrument, 30)
    assert signals_of(instrument, ALL, "", rows, rows) == signals_of(instrument, ALL, "", rows)


def test_versions_can_be_laid_side_by_side(instrument: Instrument) -> None:
    older = {"version": "2025.1", "fingerprint": "sha256:ouder"}
    rows = rows_of(instrument, 20) + rows_of(instrument, 10, 100, **older)
    with pytest.raises(Faulty):
        signals_of(instrument, ALL, "", rows)
    signals = signals_of(instrument, ALL, "version", rows)
    assert [(g.label, g.size) for g in signals.groups] == [("2025.1", 10), (instrument.version, 20)]


# --- Nothing small can be found -------------------------------------------------------------------


def made_up(instrument: Instrument, seed: int, count: int, start: int = 0) -> list[Row]:
    """Make rows with many small cells in them."""
    chance = random.Random(seed)

    def some(ids: Sequence[str]) -> str:
        return ";".join(each for each in ids if chance.random() < 0.1)

    return [
        result(
            instrument,
            f"C-{start + n}",
            level=chance.choices(LEVELS, (1, 10, 10, 3, 0.5))[0],
            reach="integratie",
            settled=chance.choice(("true", "false")),
            direction=chance.choices(("opschalen", "passend", "onbekend"), (5, 1, 5))[0],
            rules=some(limits(instrument)),
            rules_open=some(limits(instrument)),
            actions=some([action.id for action in instrument.actions]),
            urgent=some(["bel-eerst-112"]),
            regio=chance.choices(("Noord", "Oost", "Zuid", "Kust"), (9, 5, 3, 0.4))[0],
            periode=chance.choice(("K1", "K2", "K3")),
        )
        for n in range(count)
    ]


@settings(max_examples=times(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), grown=st.integers(20, 60), data=st.data())
def test_of_no_case_can_anybody_tell_whether_it_was_counted(
    instrument: Instrument, seed: int, grown: int, data: st.DataObject
) -> None:
    """For every small count there are others that give the same reports, to the letter.

    Any attacker, whatever he knows of the method and however many reports he has: by one column and
    by another, and over the cases of last month and those of this month. All of them stay the same
    when there is a case more or a case less of the kind that is left out. So no count of cases can
    be pinned to one value.
    """
    before = made_up(instrument, seed, 80)
    later = [*before, *made_up(instrument, seed + 1, grown, start=1000)]
    # Of one kind, which may be small or not there at all: cases that are left out.
    kind = {**data.draw(st.sampled_from(later))} | {"level": data.draw(st.sampled_from(LEVELS))}
    same = [{**kind, "casus": f"X-{n}"} for n in range(400)]
    unseen = counted_only(same, USUAL.leave_out_one_in, count=False)[:3]
    assert len(unseen) == 3

    def reports(*more: Row) -> list[Any]:
        return [
            signals_of(instrument, USUAL, column, [*cases, *more])
            for cases in (before, later)
            for column in ("", "regio", "periode")
        ]

    assert reports() == reports(unseen[0]) == reports(*unseen)


def test_a_case_that_counts_does_change_what_is_shown(instrument: Instrument) -> None:
    """The other side of it: the claim above is not true of every case."""
    rows = made_up(instrument, 1, 60)
    more = counted_only([{**rows[0], "casus": f"X-{n}"} for n in range(40)], USUAL.leave_out_one_in)
    reports = [signals_of(instrument, USUAL, "", [*rows, *more[:n]]) for n in (0, 10)]
    assert reports[0] != reports[1]


def test_about_one_in_so_many_is_left_out_whatever_stands_beside_it(
    instrument: Instrument,
) -> None:
    rows = rows_of(instrument, 4000)
    left_out = counted_only(rows, 20, count=False)
    assert 150 <= len(left_out) <= 250
    again = counted_only(list(reversed(rows[:100])), 20, count=False)
    assert [row["casus"] for row in again] == [
        row["casus"] for row in reversed(left_out) if row in rows[:100]
    ]


def test_counts_make_up_for_those_that_are_left_out(instrument: Instrument) -> None:
    signals = signals_of(instrument, USUAL, "", rows_of(instrument, 4000))
    assert abs(signals.size - 4000) < 60
