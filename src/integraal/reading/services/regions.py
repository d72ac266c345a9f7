"""Read the file in which a region names its services, beside the instrument that it is for."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.model.services.region import Region, Service
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.region import RegionShape
from integraal.reading.trees import fitted, read_listing
from integraal.reading.yaml_tree import Node, below, word

MONTHS_FRESH = 6
"""After so many months an entry must be checked again (brief, N6)."""


def instrument_of_region(path: Path) -> str:
    """Which instrument a region file is for; empty when it does not say.

    Raises:
        Faulty: if it cannot be read as YAML.
    """
    return word(below(read_listing(path), "instrument"))


def read_region(
    path: Path, instrument: Instrument, today: date | None = None
) -> tuple[Region, tuple[Finding, ...]]:
    """Read a region file; see `region_in`.

    Raises:
        Faulty: with every fault in it.
    """
    return region_in(read_listing(path), instrument, today)


def region_in(
    tree: Node, instrument: Instrument, today: date | None = None
) -> tuple[Region, tuple[Finding, ...]]:
    """Find the region in a file that was read.

    Args:
        tree: Of the file.
        instrument: The one whose outcomes the services take up.
        today: To judge by whether an entry must be checked again; by default, today.

    Returns: The region, and what is remarkable about it: routes that no service takes up, and
        entries that were last checked too long ago.

    Raises:
        Faulty: with every fault in it.
    """
    shape, checks = fitted(RegionShape, tree), Checks(tree)
    if not checks.known("instrument", shape.instrument, [instrument.id], ("instrument",)):
        raise Faulty(checks.findings)  # its routes are those of another instrument
    checks.unique([service.id for service in shape.services], ("services",))
    wanted = [outcome.id for outcome in instrument.outcomes if outcome.services]
    for index, service in enumerate(shape.services):
        for number, outcome in enumerate(service.serves):
            checks.known("outcome", outcome, wanted, ("services", index, "for", number))
    if checks.findings:
        raise Faulty(checks.findings)
    services = tuple(
        Service(**dict(service), needs_check=needs_check(service.checked, today or date.today()))
        for service in shape.services
    )
    region = Region(shape.id, shape.title, shape.instrument, services, shape.note)
    return region, tuple(_notes(services, wanted, checks))


def _notes(services: tuple[Service, ...], wanted: list[str], checks: Checks) -> Iterator[Finding]:
    taken = {outcome for service in services for outcome in service.serves}
    for outcome in wanted:
        if outcome not in taken:
            yield Finding.warning("service-missing", checks.place(("services",)), outcome=outcome)
    yield from stale(services, checks)


def stale(services: Sequence[Service], checks: Checks) -> Iterator[Finding]:
    """Say which entries were checked, and too long ago."""
    for index, service in enumerate(services):
        if service.checked is not None and service.needs_check:
            place = checks.place(("services", index, "checked"))
            day = service.checked.isoformat()
            yield Finding.warning("service-stale", place, service=service.name, day=day)


def needs_check(checked: date | None, today: date) -> bool:
    """Whether an entry was never checked, too long ago, or on a day that has not come yet."""
    if checked is None or checked > today:
        return True
    return _months_since(checked, today) >= MONTHS_FRESH


def _months_since(day: date, today: date) -> int:
    """Count the whole months between two days.

    >>> _months_since(date(2026, 5, 22), date(2026, 11, 21))
    5
    """
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - (today.day < day.day)
