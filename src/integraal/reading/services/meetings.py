"""Read what a network notes of its meetings, with every name in it looked up."""

from collections.abc import Iterator, Sequence
from datetime import date

from integraal.model.finding import Finding
from integraal.model.services.meeting import Arrangement, Gathered, Meeting, Topic
from integraal.model.services.network import KINDS, SECTORS, Target
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.services.holidays import read_holidays, shipped_holidays
from integraal.reading.shapes.meetings.meeting import MeetingShape
from integraal.reading.shapes.region import NetworkShape

AGENDA = "bo_agenda"
"""The question of which the options are what may be on an agenda."""


def check_gathered(shape: NetworkShape, checks: Checks, targets: Sequence[Target]) -> None:
    """Note what is named in meetings, and what the network says of itself, and is not there."""
    names = _names(shape, targets)
    for kind, name, where in _named_by_network(shape):
        checks.known(kind, name, names[kind], where)
    seen: set[date] = set()
    for index, meeting in enumerate(shape.meetings or ()):
        if meeting.on in seen:
            checks.found("meeting-twice", ("meetings", index, "on"), day=meeting.on)
        seen.add(meeting.on)
        for kind, name, where in _named(meeting):
            checks.known(kind, name, names[kind], ("meetings", index, *where))


def gathered(shape: NetworkShape) -> Gathered:
    """What a network notes of itself."""
    meetings = tuple(map(_meeting, shape.meetings or ()))
    return Gathered(
        meetings, shape.languages, shape.holidays, shape.next_chair, shape.contact_point
    )


def ahead(shape: NetworkShape, checks: Checks, today: date) -> Iterator[Finding]:
    """Say which meetings are of a day that has not come yet, and were noted all the same."""
    for index, each in enumerate(shape.meetings or ()):
        if each.on > today and (each.sectors or each.present or each.themes):
            place = checks.place(("meetings", index, "on"))
            yield Finding.warning("meeting-ahead", place, day=each.on.isoformat())


def _names(shape: NetworkShape, targets: Sequence[Target]) -> dict[str, list[str]]:
    """What there is of each kind that can be named."""
    calendars = read_holidays(shipped_holidays()) if shape.holidays else ()
    return {
        "organisation": [each.id for each in shape.organisations],
        "service": [each.id for each in shape.services],
        "partner": _options(targets, KINDS),
        "sector": _options(targets, SECTORS),
        "item": _options(targets, AGENDA),
        "target": sorted(
            {n for each in targets for n in (each.id, f"{each.instrument}/{each.id}")}
        ),
        "calendar": [each.id for each in calendars],
    }


def _named_by_network(shape: NetworkShape) -> Iterator[tuple[str, str, Path]]:
    """What a network names of itself."""
    for index, each in enumerate(shape.organisations):
        if each.kind:
            yield "partner", each.kind, ("organisations", index, "kind")
    if shape.next_chair:
        yield "organisation", shape.next_chair, ("next_chair",)
    if shape.contact_point:
        yield "service", shape.contact_point, ("contact_point",)
    for index, name in enumerate(shape.holidays):
        yield "calendar", name, ("holidays", index)


def _named(meeting: MeetingShape) -> Iterator[tuple[str, str, Path]]:
    """What a meeting names: of which kind, by which name, and where in it."""
    listed = {"sectors": "sector", "present": "organisation", "agenda": "item"}
    for key, kind in listed.items():
        for index, name in enumerate(getattr(meeting, key)):
            yield kind, name, (key, index)
    if meeting.chair:
        yield "organisation", meeting.chair, ("chair",)
    for number, topic in enumerate(meeting.themes or ()):
        for index, name in enumerate(topic.brought_by):
            yield "organisation", name, ("themes", number, "brought_by", index)
        for index, name in enumerate(topic.about):
            yield "target", name, ("themes", number, "about", index)


def _options(targets: Sequence[Target], question: str) -> list[str]:
    return [each.id for each in targets if each.question == question]


def _meeting(shape: MeetingShape) -> Meeting:
    topics = shape.themes
    values = dict(shape) | {
        "themes": None
        if topics is None
        else tuple(Topic(each.theme, each.brought_by, each.about) for each in topics),
        "agreements": tuple(Arrangement(**dict(each)) for each in shape.agreements),
    }
    return Meeting(**values)
