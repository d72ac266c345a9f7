"""Read the file of school holidays."""

from pathlib import Path

from integraal.model.finding import Faulty
from integraal.model.services.gathering import Closed, SchoolCalendar
from integraal.reading.library import data_folder
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.meetings.holidays import SchoolCalendarShape, SchoolCalendarsShape
from integraal.reading.trees import read_shape


def shipped_holidays() -> Path:
    """Find the file of school holidays."""
    return data_folder() / "schoolvakanties.yaml"


def read_holidays(path: Path) -> tuple[SchoolCalendar, ...]:
    """Read the calendars of a file.

    Raises:
        Faulty: with every fault in it.
    """
    shape, tree = read_shape(SchoolCalendarsShape, path)
    checks = Checks(tree)
    checks.unique([each.id for each in shape.calendars], ("calendars",))
    for number, each in enumerate(shape.calendars):
        _check_days(each, checks, number)
    if checks.findings:
        raise Faulty(checks.findings)
    return tuple(map(_calendar, shape.calendars))


def _check_days(shape: SchoolCalendarShape, checks: Checks, number: int) -> None:
    """Every period ends after it begins, and lies within the days that are known."""
    if shape.end < shape.begin:
        checks.found("ends-before-it-begins", ("calendars", number, "until"), day=shape.end)
    for index, each in enumerate(shape.closed):
        at = ("calendars", number, "closed", index, "until")
        if each.end < each.begin:
            checks.found("ends-before-it-begins", at, day=each.end)
        elif not (shape.begin <= each.begin and each.end <= shape.end):
            checks.found("outside-the-calendar", at, calendar=shape.id)


def _calendar(shape: SchoolCalendarShape) -> SchoolCalendar:
    closed = tuple(Closed(each.begin, each.end, each.name) for each in shape.closed)
    values = dict(shape) | {"closed": closed}
    return SchoolCalendar(**values)
