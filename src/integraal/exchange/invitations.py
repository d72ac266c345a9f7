"""Make calendar entries for the meetings of a network, to send along with an invitation.

A time is as the clock of the neighbourhood says it: it names no time zone (RFC 5545, 3.3.5).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from integraal.exchange.controls import without_controls

_PRODUCT = "-//integraal//integraal"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all these meetings share."""

    network: str
    """The id of the network."""
    summary: str
    """What the meeting is called."""
    begin: time | None = None
    """When it begins; None where nobody says."""
    minutes: int = 120
    """How long it takes, where it has a time."""
    where: str = ""


def invitations(occasion: Occasion, days: Iterable[tuple[date, str]], made: date) -> bytes:
    """Write the entries: at their time, or a whole day where nobody says when.

    The same day of a network keeps its identity, so that taking the file in again changes an entry
    and does not double it.

    Args:
        occasion: What they share.
        days: Each with what is said of that meeting.
        made: When this was made.

    Returns: An iCalendar file, UTF-8.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for day, told in days:
        event = Event()
        named = f"overleg {occasion.network} {day.isoformat()}"
        event.add("uid", f"{hashlib.sha256(named.encode()).hexdigest()[:32]}@integraal")
        event.add("dtstamp", datetime.combine(made, time(), UTC))
        if occasion.begin is None:
            event.add("dtstart", day)
        else:
            event.add("dtstart", datetime.combine(day, occasion.begin))
            event.add(
                "dtend", datetime.combine(day, occasion.begin) + timedelta(minutes=occasion.minutes)
            )
        event.add("summary", without_controls(occasion.summary))
        event.add("description", without_controls(told))
        if occasion.where:
            event.add("location", without_controls(occasion.where))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
