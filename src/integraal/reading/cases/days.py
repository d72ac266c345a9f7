"""The days and versions of a case beside those of today: what to say of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from integraal.model.case import Case, Moment
from integraal.model.case.timeline import own_moments
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument
from integraal.reading.yaml_tree import Mapping, Node, below, items, word

AFTER_TODAY = "after-today"
ONLY_AFTER_TODAY = "only-after-today"
PAST_ITS_DATE = "past-keep-until"
OTHER_VERSION = "other-version"
_MAY_BE_GONE = ("no-such-question", "no-such-option")
ABOUT_DAYS = (AFTER_TODAY, ONLY_AFTER_TODAY, PAST_ITS_DATE)
"""What is said of the days of a case, with whatever instrument it is read."""


def by_today(moments: Sequence[Moment]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """Part moments into those until today and those after it.

    Args:
        moments: In order of time.

    Returns: Both in order of time; where all are after today, the last counts all the same.
    """
    today = date.today()
    until_now = tuple(m for m in moments if m.day is None or m.day <= today)
    ahead = tuple(m for m in moments if m.day is not None and m.day > today)
    return (until_now, ahead) if until_now else (ahead, ())


def after_today(case: Case, tree: Mapping) -> Iterator[Finding]:
    """Say which days are after today, and whether what was answered then counts."""
    for moment in case.ahead:
        yield Finding.warning(AFTER_TODAY, _day_place(tree, moment), day=_iso(moment))
    last = case.latest
    if last.day is not None and last.day > date.today():
        yield Finding.warning(ONLY_AFTER_TODAY, _day_place(tree, last), day=_iso(last))


def other_version(case: Case, tree: Mapping, instrument: Instrument) -> Iterator[Finding]:
    """Say with which other version of the instrument the answers were given that it looks at."""
    for moment in (own_moments(instrument, case)[-1], *case.ahead):
        given = dict(moment.versions).get(instrument.id, instrument.version)
        if given == instrument.version:
            continue
        named = below(_node_of(tree, moment), "instruments")
        key = named.get(instrument.id) if isinstance(named, Mapping) else None
        place = key.place if key else tree.place
        details = {"instrument": instrument.id, "given": given, "now": instrument.version}
        yield Finding.warning(OTHER_VERSION, place, **details)


def gone(
    faults: Sequence[Finding], moments: Sequence[Moment], instrument: Instrument
) -> list[Finding]:
    """Say of names that nobody knows that they may be those of another version, where one is told.

    Args:
        faults: Of a case file.
        moments: Those that it has.
        instrument: Of which the case names a version, or not.
    """
    named = (
        version for each in moments for name, version in each.versions if name == instrument.id
    )
    given = next((version for version in named if version != instrument.version), None)
    if given is None:
        return [*faults]
    more = (("way", "version"), ("given", given), ("now", instrument.version))
    return [
        replace(one, details=(*one.details, *more))
        if one.code in _MAY_BE_GONE and not one.suggestion
        else one
        for one in faults
    ]


def _iso(moment: Moment) -> str:
    return moment.day.isoformat() if moment.day else ""


def _node_of(tree: Mapping, moment: Moment) -> Node:
    nodes = items(tree.get("moments"))
    return next((n for n in nodes if word(below(n, "moment")) == _iso(moment)), tree)


def _day_place(tree: Mapping, moment: Moment) -> Place:
    day = below(_node_of(tree, moment), "moment")
    return day.place if day else tree.place
