"""What is counted, and that nothing small can be found: not in one report, and not in two."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument
from integraal.model.results.signals import NO, YES, About, Signals, Theme, Thresholds
from integraal.reading.library import Library
from tests.batch.made_results import (
    Row,
    limits,
    result,
    rows_of,
    signals_of,
)

USUAL = Thresholds(date(2026, 1, 1), 5, 5, 10, deviation=2)
EXACT = replace(USUAL, deviation=0)
"""Without a deviation, so that a claim can say how many there are."""
LEVELS = ("segregatie", "connectie", "coordinatie", "cooperatie", "integratie")


def theme(signals: Signals, about: About, name: str = "") -> Theme:
    (found,) = (each for each in signals.about(about) if each.id == name)
    return found


# --- What is counted ------------------------------------------------------------------------------


def test_levels_are_counted_rounded_and_in_the_order_of_the_scale(instrument: Instrument) -> None:
    rows = rows_of(instrument, 21) + rows_of(instrument, 33, 100, level="cooperatie")
    signals = signals_of(instrument, EXACT, "", rows)
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
    signals = signals_of(instrument, EXACT, "", rows)
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
    counted = theme(signals_of(instrument, EXACT, "", rows), About.ABOVE_FEASIBLE)
    assert counted.unknown is not None
    found = {line.value: line.total for line in (*counted.lines, counted.unknown)}
    assert found == dict.fromkeys((YES, NO, "unknown"), 10) | {value: 30}


def test_a_route_that_only_might_hold_is_not_counted_as_one_that_holds() -> None:
    procesregie = Library().instrument("procesregie")
    route = procesregie.outcomes[0].id
    blank = {"level": "", "reach": ""}
    rows = [
        *rows_of(procesregie, 20, outcomes=route, **blank),
        *rows_of(procesregie, 25, 100, outcomes_open=route, **blank),
        *rows_of(procesregie, 30, 200, **blank),
    ]
    counted = theme(signals_of(procesregie, EXACT, "", rows), About.OUTCOME, route)
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
    counted = theme(signals_of(asked, EXACT, "", rows), About.DANGER)
    lines = (*counted.lines, *([counted.unknown] if counted.unknown else []))
    # Who asks nothing about danger knows of nobody that there is none.
    expected = {YES: 20, NO: 30, "unknown": 25} if own else {YES: 20, "unknown": 55}
    assert {line.value: line.total for line in lines} == expected


@pytest.mark.parametrize("danger", [1, 4])
def test_a_few_cases_with_danger_are_not_shown(instrument: Instrument, danger: int) -> None:
    rows = rows_of(instrument, danger, urgent="bel-eerst-112") + rows_of(instrument, 40, 100)
    counted = theme(signals_of(instrument, EXACT, "", rows), About.DANGER)
    assert (counted.line(YES).total, counted.line(NO).total) == (None, None)


def test_results_of_before_there_was_a_column_for_danger_stay_readable(
    instrument: Instrument,
) -> None:
    before = [
        {name: cell for name, cell in row.items() if name != "urgent"}
        for row in rows_of(instrument, 20)
    ]
    rows = rows_of(instrument, 30, 100) + rows_of(instrument, 10, 200, urgent="bel-eerst-112")
    counted = theme(signals_of(instrument, EXACT, "", before, rows), About.DANGER)
    assert counted.unknown is not None
    told = (counted.line(YES).total, counted.line(NO).total, counted.unknown.total)
    assert told == (10, 30, 20)


def test_an_instrument_without_levels_has_no_themes_about_them() -> None:
    onthaal = Library().instrument("kruispunt-onthaal")
    rows = rows_of(onthaal, 20, level="", reach="")
    abouts = {each.about for each in signals_of(onthaal, EXACT, "", rows).themes}
    assert abouts <= {About.DANGER, About.PROVISIONAL, About.ACTION, About.OUTCOME}


def test_of_another_version_nothing_is_certainly_not_so(instrument: Instrument) -> None:
    action = instrument.actions[0].id
    older = {"version": "2025.1", "fingerprint": "sha256:ouder"}
    rows = rows_of(instrument, 20, actions=action, **older) + rows_of(instrument, 30, 100, **older)
    signals = signals_of(instrument, EXACT, "", rows)
    counted = theme(signals, About.ACTION, action)
    assert not signals.is_same_version
    assert (counted.line(NO).total, signals.rate(counted, counted.line(YES))) == (None, None)


def test_a_percentage_of_few_is_not_given(instrument: Instrument) -> None:
    rows = rows_of(instrument, 6, settled="false") + rows_of(instrument, 6, 100)
    for least, rate in ((10, 50), (11, None)):
        signals = signals_of(instrument, replace(EXACT, no_rate_below=least), "", rows)
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
    groups = signals_of(instrument, EXACT, "regio", rows).groups
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
    groups = signals_of(instrument, EXACT, "regio", rows).groups
    assert [(group.label, group.size) for group in groups] == [("Noord", 30), ("", 25)]


def test_where_one_group_is_left_there_are_none(instrument: Instrument) -> None:
    rows = rows_of(instrument, 30, regio="Noord") + rows_of(instrument, 3, 100, regio="Kust")
    assert signals_of(instrument, EXACT, "regio", rows).groups == ()


def test_cases_without_a_group_are_a_group(instrument: Instrument) -> None:
    rows = rows_of(instrument, 30, regio="Noord") + rows_of(instrument, 10, 100, regio=" ")
    labels = [group.label for group in signals_of(instrument, EXACT, "regio", rows).groups]
    assert labels == ["Noord", ""]


def test_a_case_that_stands_in_two_files_counts_once(instrument: Instrument) -> None:
    rows = rows_of(instrument, 30)
    assert signals_of(instrument, EXACT, "", rows, rows) == signals_of(instrument, EXACT, "", rows)


def test_versions_can_be_laid_side_by_side(instrument: Instrument) -> None:
    older = {"version": "2025.1", "fingerprint": "sha256:ouder"}
    rows = rows_of(instrument, 20) + rows_of(instrument, 10, 100, **older)
    with pytest.raises(Faulty):
        signals_of(instrument, EXACT, "", rows)
    signals = signals_of(instrument, EXACT, "version", rows)
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


def test_one_case_more_gives_every_kind_of_count_another_deviation(
    instrument: Instrument,
) -> None:
    before = made_up(instrument, 3, 200)
    more = [*before, {**before[0], "casus": "X-1"}]
    reports = [signals_of(instrument, USUAL, "", rows) for rows in (before, more)]
    changed = [
        then.about
        for then, now in zip(*(report.themes for report in reports), strict=True)
        if then != now
    ]
    assert len(set(changed)) > 3


def test_the_same_cases_have_the_same_totals_whatever_they_are_grouped_by(
    instrument: Instrument,
) -> None:
    rows = made_up(instrument, 5, 120)
    shuffled = random.Random(1).sample(rows, len(rows))
    reports = [
        signals_of(instrument, USUAL, column, each)
        for column in ("", "regio", "periode")
        for each in (rows, shuffled)
    ]
    totals = {
        (report.size, *(line.total for each in report.themes for line in each.lines))
        for report in reports
    }
    assert len(totals) == 1
    assert reports[2] == reports[3]


def test_another_advice_of_one_case_is_another_report(instrument: Instrument) -> None:
    rows = made_up(instrument, 7, 120)
    other = [{**rows[0], "actions": ""}, {**rows[1], "rules": ""}, *rows[2:]]
    assert signals_of(instrument, USUAL, "", rows) != signals_of(instrument, USUAL, "", other)


def test_of_many_cases_a_count_is_about_what_it_is(instrument: Instrument) -> None:
    signals = signals_of(instrument, USUAL, "", rows_of(instrument, 4000))
    assert abs(signals.size - 4000) < 40
