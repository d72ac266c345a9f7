"""Make calendar entries for the days on which a case should be looked at again.

An entry says that there is a case to look at, and nothing of what is in it: calendars are shared,
and a phone shows them on its locked screen.
"""

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from integraal.model.case import Case, is_code
from integraal.model.case.agreements import agreements_now, days_ever
from integraal.model.keeping.mark import mark_of
from integraal.words.words import Words

_PRODUCT = "-//integraal//integraal"
_MORNING = timedelta(hours=9)
"""After the day begins."""


def follow_up_days(case: Case) -> tuple[date, ...]:
    """List the days on which an agreement that is still open should be looked at, in order.

    >>> from integraal.model.answers import Answers
    >>> from integraal.model.case import Agreement, Moment
    >>> agreed = Agreement("Eén plan maken", "wijkteam", date(2027, 1, 15), done=False)
    >>> moment = Moment(date(2026, 11, 21), Answers(), agreements=(agreed,))
    >>> follow_up_days(Case("C-1", moments=(moment,)))
    (datetime.date(2027, 1, 15),)
    """
    agreed = (one.agreement for one in agreements_now(case))
    return tuple(sorted({one.by for one in agreed if one.by is not None and not one.done}))


def days_cancelled(case: Case) -> tuple[date, ...]:
    """List the days on which nothing is to be looked at any more: what was agreed, was done or
    moved.
    """
    still = follow_up_days(case)
    return tuple(day for day, _ in days_ever(case) if day not in still)


def reminders(case: Case, words: Words, since: date = date.min) -> bytes:
    """Write the entries: a whole day each, with an alarm on the morning of the day itself.

    The same case gives the same bytes, and the same day keeps its identity, so that taking the
    file in again changes an entry and does not double it. One on whose day nothing is left to look
    at is cancelled.

    Args:
        case: With agreements.
        words: What the entry says; nothing of the case but its pseudonym.
        since: The first day of which there are entries.

    Returns: An iCalendar file, UTF-8.

    Source: RFC 5545.
    """
    from icalendar import Alarm, Calendar, Event

    summary, about = (
        words("ics.summary", casus=case.id if is_code(case.id) else words("case.no_name")),
        words("ics.about"),
    )
    spoken = {"language": words.language}
    calendar = Calendar()
    calendar.add("prodid", f"{_PRODUCT}//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-integraal", str(mark_of(case)))
    still = follow_up_days(case)
    for day, sequence in days_ever(case):
        if day < since:
            continue
        event = Event()
        event.add("uid", _identity(case, day))
        event.add("sequence", sequence)
        event.add("status", "CONFIRMED" if day in still else "CANCELLED")
        # When it was made; of the case and not of the clock, so that the bytes stay the same.
        event.add("dtstamp", datetime.combine(case.until_now[-1].day or day, time(), UTC))
        event.add("dtstart", day)
        event.add("summary", summary, parameters=spoken)
        event.add("description", about, parameters=spoken)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        if day in still:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", summary)
            alarm.add("trigger", _MORNING)
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _identity(case: Case, day: date) -> str:
    made = hashlib.sha256(f"{case.id} {day.isoformat()}".encode()).hexdigest()[:32]
    return f"{made}@integraal"
