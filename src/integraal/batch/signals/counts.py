"""Count what recurs in results, and let only what may be shown leave this module.

Every theme is one SQL expression that gives each case one value; the values exclude each other.
What is not known is a value of its own and never a no.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from integraal.batch.signals.results import Results
from integraal.batch.table.source import count_in
from integraal.engine.sql.encoding import quoted
from integraal.model.condition import Direction
from integraal.model.finding import faulty
from integraal.model.instrument import Act, Instrument, Limit, Provisional
from integraal.model.results.signals import (
    NO,
    UNKNOWN,
    YES,
    About,
    Group,
    Line,
    Signals,
    Theme,
    Thresholds,
)
from integraal.model.sheet import URGENT
from integraal.privacy.suppression import Lot, Shown, merged, rounded, shown

_ID = "[A-Za-z][A-Za-z0-9_-]{0,63}"
"""The form of the name of a level in a version that we do not have; nobody's number fits it."""
_LISTS = ("rules", "rules_open", "outcomes", "outcomes_open", "actions")
"""Columns of ids with `;` between them."""
NO_LIMIT = "none"
"""Where no limit is known to hold."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A theme to count."""

    about: About
    values: tuple[str, ...]
    """In their order; others that are met come after them."""
    value_of: str
    """SQL that gives a case its value."""
    has_unknown: bool = False
    id: str = ""


def count_signals(
    results: Results,
    instrument: Instrument,
    thresholds: Thresholds,
    looser: tuple[str, ...] = (),
) -> Signals:
    """Count results.

    Raises:
        Faulty: if a level is none; what somebody typed there would come out as it is.

    Args:
        results: With the cases that are counted.
        instrument: That gave the advice, in this version or another.
        thresholds: From which numbers on a count may be shown.
        looser: Which of those protect less than what is in force.
    """
    _check_levels(results, instrument)
    counting = _Counting(results, thresholds)
    groups = counting.place()
    fingerprint = instrument.fingerprint
    return Signals(
        version=", ".join(results.versions),
        is_same_version=results.fingerprints == (fingerprint,),
        size=counting.size,
        column=results.column,
        groups=groups,
        themes=tuple(counting.theme(asked) for asked in _themes(instrument)),
        thresholds=thresholds,
        looser=looser,
    )


def _check_levels(results: Results, instrument: Instrument) -> None:
    """Refuse levels that are none of this instrument's, or of another version have no such form."""
    # Of an instrument without levels there is none; an empty list is no SQL.
    ours = _listed(instrument.level_ids or ("",))
    for column in ("level", "reach", "current", "feasible"):
        count = count_in(
            results.connection,
            f"SELECT count(*) FROM cases WHERE CASE WHEN {_is_of(instrument)}"
            f" THEN {column} NOT IN ({ours})"
            f" ELSE NOT regexp_full_match({column}, {quoted(_ID)}) END",
        )
        if count:
            raise faulty("edited-result", results.place, column=column, count=count)


class _Counting:
    """The cases in their groups. No count leaves it but with its deviation, and rounded."""

    def __init__(self, results: Results, thresholds: Thresholds) -> None:
        self.results = results
        self.connection = results.connection
        self.thresholds = thresholds
        self.lot = Lot(results.draw, thresholds)
        size = count_in(self.connection, "SELECT count(*) FROM cases")
        self.size = rounded(self.lot.deviating(size, "size"), thresholds)
        self.names: tuple[str, ...] = ()
        """Of the groups, by which their counts are drawn."""

    def place(self) -> tuple[Group, ...]:
        """Set the place of the group of every case; those that are too small share the last one.

        Returns: The groups; none where fewer than two are large enough to be shown.
        """
        column, least = self.results.column, self.thresholds.least_group
        found = self.connection.execute(
            "SELECT coalesce(grouped, '') AS label, count(*) FROM cases GROUP BY label"
            " ORDER BY label = '', label"
        ).fetchall()
        sizes = [self.lot.deviating(size, column, label) for label, size in found]
        rest = merged(sizes, least)
        alone = [index for index in range(len(found)) if index not in rest]
        if len(alone) + bool(rest) < 2 or not column:  # noqa: PLR2004 - one is no grouping
            alone, rest = [], frozenset()
        self.connection.execute("CREATE TABLE places (label VARCHAR, place INTEGER)")
        rows = [
            (label, alone.index(i) if i in alone else None) for i, (label, _) in enumerate(found)
        ]
        self.connection.executemany("INSERT INTO places VALUES (?, ?)", rows)
        listed = ", ".join(f"string_split(coalesce({name}, ''), ';') AS {name}" for name in _LISTS)
        self.connection.execute(
            f"CREATE TABLE placed AS SELECT * EXCLUDE ({', '.join(_LISTS)}, label),"
            f" {listed} FROM cases JOIN places ON coalesce(grouped, '') = label"
        )
        groups = [Group(found[i][0], rounded(sizes[i], self.thresholds)) for i in alone]
        self.names = tuple(f"{column}={group.label}" for group in groups)
        if rest:
            together = self.lot.deviating(sum(found[i][1] for i in rest), column, *self.names)
            groups.append(Group("", rounded(together, self.thresholds), is_rest=True))
            self.names = (*self.names, " ".join(self.names))
        return tuple(groups)

    def theme(self, asked: _Asked) -> Theme:
        """Count one theme, and show of it what may be shown."""
        last = max(len(self.names) - 1, 0)
        found = {
            (place, value): count
            for place, value, count in self.connection.execute(
                f"SELECT coalesce(place, {last}) AS place, {asked.value_of} AS value, count(*)"
                " FROM placed GROUP BY ALL"
            ).fetchall()
        }
        values = _ordered(asked, {value for _, value in found})
        unknown = values.index(UNKNOWN) if asked.has_unknown else None

        def row(name: str, *places: int) -> Shown:
            """The counts of a group, or of all together."""
            counts = [sum(found.get((place, value), 0) for place in places) for value in values]
            what = (asked.about.value, asked.id, name)
            drawn = zip(counts, values, strict=True)
            deviating = [self.lot.deviating(count, *what, value) for count, value in drawn]
            return shown(deviating, unknown, self.thresholds)

        totals = row("", *range(last + 1))
        rows = [row(name, place) for place, name in enumerate(self.names)]
        lines = [
            Line(value, totals[column], tuple(row[column] for row in rows))
            for column, value in enumerate(values)
        ]
        known = tuple(line for line in lines if not asked.has_unknown or line.value != UNKNOWN)
        return Theme(asked.about, known, lines[unknown] if unknown is not None else None, asked.id)


def _ordered(asked: _Asked, met: Iterable[str]) -> list[str]:
    """List the values: those that are expected, others that were met, and the unknown."""
    values = [*asked.values, *sorted(set(met) - {*asked.values, UNKNOWN})]
    return [*values, UNKNOWN] if asked.has_unknown else values


def _themes(instrument: Instrument) -> Iterator[_Asked]:
    yield _of_danger(instrument)
    if instrument.scale is not None:
        yield from _of_scale(instrument)
    if instrument.rules_with(Provisional):
        yield _Asked(About.PROVISIONAL, (YES, NO), _yes_or_no("provisional = 'true'"))
    for rule in instrument.rules_with(Limit):
        states = _state(instrument, _has("rules", rule.id), _has("rules_open", rule.id))
        yield _Asked(About.LIMIT, (YES, NO), states, has_unknown=True, id=rule.id)
    for action in instrument.actions:
        rules = [rule.id for rule in instrument.rules if rule.effect == Act(action.id)]
        states = _state(instrument, _has("actions", action.id), _has("rules_open", *rules))
        yield _Asked(About.ACTION, (YES, NO), states, has_unknown=True, id=action.id)
    for outcome in instrument.outcomes:
        now, might = _has("outcomes", outcome.id), _has("outcomes_open", outcome.id)
        states = _state(instrument, now, might)
        yield _Asked(About.OUTCOME, (YES, NO), states, has_unknown=True, id=outcome.id)


def _of_scale(instrument: Instrument) -> Iterator[_Asked]:
    levels = instrument.level_ids
    yield _Asked(About.LEVEL, levels, "coalesce(level, '')")
    yield _Asked(About.REACH, levels, "coalesce(reach, '')")
    yield _Asked(About.SETTLED, (YES, NO), _yes_or_no("settled = 'true'"))
    if instrument.present is not None:
        current = f"coalesce(current, {quoted(UNKNOWN)})"
        yield _Asked(About.CURRENT, levels, current, has_unknown=True)
        directions = tuple(d.value for d in Direction if d is not Direction.UNKNOWN)
        value = f"CASE WHEN direction IN ({_listed(directions)}) THEN direction"
        value += f" ELSE {quoted(UNKNOWN)} END"
        yield _Asked(About.DIRECTION, directions, value, has_unknown=True)
    if instrument.rules_with(Limit):
        feasible = f"coalesce(feasible, {quoted(NO_LIMIT)})"
        yield _Asked(About.FEASIBLE, (*levels, NO_LIMIT), feasible)
        above = _above_feasible(instrument)
        yield _Asked(About.ABOVE_FEASIBLE, (YES, NO), above, has_unknown=True)


def _of_danger(instrument: Instrument) -> _Asked:
    """Whether somebody may be in danger, as any instrument sees it.

    That nobody is, is certain only where this instrument asks, and each of its rules fails. Of one
    that asks nothing there is no such case, and those that show danger are a part of all.
    """
    rules = [rule.id for rule in instrument.danger_rules]
    might = f"{URGENT} IS NULL OR {_has('rules_open', *rules)}" if rules else "true"
    values = (YES, NO) if rules else (YES, UNKNOWN)
    state = _state(instrument, f"coalesce({URGENT}, '') <> ''", might)
    return _Asked(About.DANGER, values, state, has_unknown=bool(rules))


def _above_feasible(instrument: Instrument) -> str:
    """Write whether the advice is above what is feasible now.

    It is not, only when it cannot become so: neither by a higher advice nor by a limit that might
    hold.
    """
    levels = instrument.level_ids

    def rank(column: str) -> str:
        ranks = " ".join(f"WHEN {quoted(one)} THEN {n}" for n, one in enumerate(levels))
        return f"(CASE {column} {ranks} END)"

    limits = [
        f"CASE WHEN {_has('rules_open', rule.id)} THEN {instrument.rank(rule.target)} END"
        for rule in instrument.rules_with(Limit)
    ]
    lowest = f"least({', '.join([rank('feasible'), *limits])}, {len(levels)})"
    is_above = f"{rank('level')} > {rank('feasible')}"
    return _state(instrument, is_above, f"NOT coalesce({rank('reach')} <= {lowest}, false)")


def _state(instrument: Instrument, holds: str, might: str) -> str:
    """Write yes, no, or unknown; of another version of the instrument no no is certain."""
    return (
        f"CASE WHEN {holds} THEN {quoted(YES)} WHEN ({might}) OR NOT {_is_of(instrument)}"
        f" THEN {quoted(UNKNOWN)} ELSE {quoted(NO)} END"
    )


def _is_of(instrument: Instrument) -> str:
    """Write whether advice is of this very instrument."""
    return f"coalesce(fingerprint = {quoted(instrument.fingerprint)}, false)"


def _yes_or_no(test: str) -> str:
    return f"CASE WHEN {test} THEN {quoted(YES)} ELSE {quoted(NO)} END"


def _has(column: str, *ids: str) -> str:
    """Write that a list holds any of these ids."""
    return f"list_has_any({column}, [{_listed(ids)}])" if ids else "false"


def _listed(values: Sequence[str]) -> str:
    return ", ".join(map(quoted, values))
