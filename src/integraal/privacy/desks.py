"""Look at what desks say of themselves: how one reaches them is no secret, who works there is.

A region's services and help lines are desks. Their numbers and addresses are there to be found, in
the fields that are for that; the name of a person is to be left out of any field.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import TypeAlias

from integraal.model.finding import Finding, Place
from integraal.model.services.help_line import HelpLines
from integraal.model.services.meeting import Meeting
from integraal.model.services.network import Network
from integraal.model.services.region import Region, Service
from integraal.privacy.guard import Sign, blocked, doubtful
from integraal.privacy.identifiers import Identifier
from integraal.privacy.kinds.online import without_phones
from integraal.privacy.known import known_of, without_known

At: TypeAlias = tuple[str | int, ...]
"""Where a text stands in its file."""
REACHED = frozenset({"contact", "address", "url", "number", "also", "site", "source"})
"""Fields that say how a desk is reached, or where that was read."""
_A_DESK_HAS = frozenset(
    {
        Identifier.PHONE,
        Identifier.EMAIL,
        Identifier.ADDRESS,
        Identifier.URL,
        Identifier.HANDLE,
        Identifier.ACCOUNT,
    }
)
_PLACES = "places"
"""The field with the towns that a service is for."""
_POSTCODE = re.compile(r"\d{4}\s+(?=\D+\Z)")
"""Before a town and alone with it: that is for whom a service is, and not where somebody lives."""
_OF_PEOPLE = (Sign.NAME, Sign.INITIALS)


def desks_of(region: Region | Network) -> tuple[str, ...]:
    """What may stand in any text, since it is of these desks: names, and how one gets there."""
    return known_of(text for desk in region.services for text in (desk.name, desk.contact))


def region_texts(region: Region | Network) -> Iterator[tuple[At, str]]:
    """Every text of the file of a region or a network, with where it stands."""
    yield ("title",), region.title
    yield ("note",), region.note
    for number, service in enumerate(region.services):
        for at, text in _texts(service):
            yield ("services", number, *at), text
    if isinstance(region, Network):
        for number, organisation in enumerate(region.organisations):
            yield ("organisations", number, "name"), organisation.name
        yield from meeting_texts(region.gathered.meetings)


def meeting_texts(meetings: Iterable[Meeting]) -> Iterator[tuple[At, str]]:
    """Every text of what was noted of meetings, with where it stands."""
    for number, meeting in enumerate(meetings):
        at: At = ("meetings", number)
        for index, topic in enumerate(meeting.themes or ()):
            yield (*at, "themes", index, "theme"), topic.text
        for index, agreed in enumerate(meeting.agreements):
            for name in ("what", "who", "theme"):
                yield (*at, "agreements", index, name), getattr(agreed, name)


def help_line_texts(lines: HelpLines) -> Iterator[tuple[At, str]]:
    """Every text of a file of help lines, with where it stands."""
    for number, line in enumerate(lines.lines):
        for at, text in _texts(line):
            yield ("lines", number, *at), text


def desk_faults(texts: Iterable[tuple[At, str]], locate: Callable[[At], Place]) -> list[Finding]:
    """What is refused in such a file, each with its place.

    Args:
        texts: As the two above give them.
        locate: Says where in the file something stands.
    """
    every, faults = list(texts), []
    known = known_of(text for at, text in every if _field(at) in REACHED)
    today = date.today()

    @cache  # many desks say the same, such as how one gets there
    def kinds_in(text: str, field: str) -> tuple[Identifier, ...]:
        town = _POSTCODE.match(text) if field == _PLACES else None
        text = text[town.end() :] if town else text
        shown = without_phones(text) if field in REACHED else without_known(text, known)
        return blocked(shown, today)

    for at, text in every:
        kinds = kinds_in(text, _field(at))
        found = [kind for kind in kinds if not _may_stand(kind, at)]
        if found:
            faults.append(_finding(Finding.at, "text-identifies", locate(at), at, found))
    return faults


def people_at_desks(
    texts: Iterable[tuple[At, str]], locate: Callable[[At], Place]
) -> list[Finding]:
    """Where the name of a person could stand in such a file: warnings."""
    told, today = [], date.today()

    @cache
    def signs_in(text: str) -> tuple[Sign, ...]:
        return doubtful(text, today)

    for at, text in texts:
        found = [sign for sign in signs_in(text) if sign in _OF_PEOPLE]
        if found:
            told.append(_finding(Finding.warning, "text-may-identify", locate(at), at, found))
    return list(dict.fromkeys(told))  # services of one row have one place


def _may_stand(kind: Identifier, at: At) -> bool:
    return _field(at) in REACHED and kind in _A_DESK_HAS


def _field(at: At) -> str:
    """The name of the field in which a text stands, alone or in a list."""
    return next(step for step in reversed(at) if isinstance(step, str))


def _finding(
    make: Callable[..., Finding],
    code: str,
    place: Place,
    at: At,
    found: Iterable[Identifier | Sign],
) -> Finding:
    kinds = ", ".join(kind.value for kind in found)
    return make(code, replace(place, excerpt=""), where=_field(at), kinds=kinds)


def _texts(desk: Service | object) -> Iterator[tuple[At, str]]:
    for each in fields(desk):  # type: ignore[arg-type]
        value = getattr(desk, each.name)
        if each.name in ("id", "serves"):
            continue
        is_several = isinstance(value, tuple)
        for number, text in enumerate(value if is_several else (value,)):
            if isinstance(text, str):
                yield ((each.name, number) if is_several else (each.name,)), text
