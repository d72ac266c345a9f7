"""The services on a map as a table in CSV, for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator

from integraal.exchange.controls import without_controls
from integraal.model.services.care_map import CareMap
from integraal.model.services.region import Service

COLUMNS = (
    "organisation", "sector", "name", "about", "for", "audience", "languages", "access", "cost",
    "wait_weeks", "wait_asked", "places", "contact", "key_point", "checked", "needs_check",
    "kind", "committed", "id", "organisation_id",
)  # fmt: skip
_AS_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""Begin of a text that a spreadsheet would run, or that looks as if it had been made harmless."""
_BETWEEN = "; "


def care_map_csv(care_map: CareMap) -> str:
    """A row for each service that was found, the best first.

    Args:
        care_map: All of it, or what somebody looked for.
    """
    made = io.StringIO()
    table = csv.writer(made, lineterminator="\n")
    table.writerow(COLUMNS)
    for service in care_map.found.services:
        table.writerow(map(_harmless, _cells(service, care_map)))
    return made.getvalue()


def _cells(service: Service, care_map: CareMap) -> Iterator[str]:
    owner = care_map.network.organisation(service.organisation)
    yield from (owner.name, owner.sector) if owner else ("", "")
    yield from (service.name, service.about, _BETWEEN.join(service.serves), service.audience)
    yield from (_BETWEEN.join(service.languages), service.access, service.cost)
    wait = service.wait
    yield from (str(wait.weeks), wait.asked.isoformat()) if wait else ("", "")
    yield from (_BETWEEN.join(service.places), service.contact, _yes(is_so=service.key_point))
    yield service.checked.isoformat() if service.checked else ""
    yield _yes(is_so=service.needs_check)
    said = owner.committed if owner else None
    yield from (owner.kind if owner else "", "" if said is None else _yes(is_so=said))
    yield from (service.id, service.organisation)


def _yes(*, is_so: bool) -> str:
    return "ja" if is_so else "nee"


def _harmless(cell: str) -> str:
    shown = without_controls(cell)
    return f"'{shown}" if _AS_FORMULA.match(shown) else shown
