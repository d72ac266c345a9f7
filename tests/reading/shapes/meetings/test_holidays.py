"""A file of school holidays says where it was read, and of which days it knows."""

from typing import Any

import pytest
from pydantic import ValidationError

from integraal.reading.shapes.meetings.holidays import SchoolCalendarsShape

CLOSED = {"name": "Herfst", "from": "2026-11-02", "until": "2026-11-08"}
CALENDAR = {
    "id": "be", "name": "Scholen", "from": "2026-09-01", "until": "2027-08-31",
    "source": "https://example.org", "checked": "2026-10-01", "closed": [CLOSED],
}  # fmt: skip
FILE = {"schema": "integraal/schoolvakanties/1", "id": "vakanties", "calendars": [CALENDAR]}


def test_days_are_read_under_the_names_that_people_write() -> None:
    (calendar,) = SchoolCalendarsShape.model_validate(FILE).calendars
    assert (calendar.begin.isoformat(), calendar.end.isoformat()) == ("2026-09-01", "2027-08-31")
    assert calendar.closed[0].begin.isoformat() == "2026-11-02"


@pytest.mark.parametrize("missing", sorted(CALENDAR))
def test_a_calendar_lacks_nothing(missing: str) -> None:
    left = {name: value for name, value in CALENDAR.items() if name != missing}
    with pytest.raises(ValidationError, match=missing):
        SchoolCalendarsShape.model_validate({**FILE, "calendars": [left]})


@pytest.mark.parametrize(
    "wrong",
    [
        {**FILE, "schema": "integraal/netwerk/1"},
        {**FILE, "calendars": []},
        {**FILE, "calendars": [{**CALENDAR, "closed": []}]},
        {**FILE, "calendars": [{**CALENDAR, "closed": [{**CLOSED, "until": "2026-11-31"}]}]},
        {**FILE, "calendars": [{**CALENDAR, "begin": "2026-09-01"}]},
    ],
)
def test_what_is_no_calendar_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SchoolCalendarsShape.model_validate(wrong)
