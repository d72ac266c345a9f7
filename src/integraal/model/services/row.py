"""A service as a row of texts: what a list, a workbook and a directory of others all come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from integraal.model.finding import Place
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service

Cell: TypeAlias = str | tuple[str, ...]
"""What stands in a column; several texts where nobody had to write them behind each other."""
COLUMNS = (
    "organisation", "sector", "name", "about", "for", "audience", "languages", "access", "cost",
    "wait_weeks", "wait_asked", "places", "contact", "key_point", "checked", "kind",
    "committed", "id", "organisation_id",
)  # fmt: skip
"""The columns of a list of services, in their order; the last two keep what files point to."""
LISTS = ("for", "languages", "places")
"""Those that hold several texts."""
OF_ORGANISATION = ("organisation", "sector", "kind", "committed", "organisation_id")
"""Those that say something of the organisation, and not of its service."""
NEEDED = ("name", "for")
"""Without these a row is no service."""
YES, NO = "ja", "nee"


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and where it stands."""

    place: Place
    cells: Mapping[str, Cell]
    """By the id of their column; what is empty is left out."""


@dataclass(frozen=True, slots=True)
class Titled:
    """What a network is called, which no row says."""

    id: str
    title: str
    note: str = ""


def rows_of(network: Network) -> Iterator[dict[str, Cell]]:
    """A row for each service, then one for each organisation that has none."""
    owners = {each.id: each for each in network.organisations}
    for service in network.services:
        owner = owners.get(service.organisation)
        yield {**(organisation_cells(owner) if owner else {}), **service_cells(service)}
    busy = {service.organisation for service in network.services}
    for each in network.organisations:
        if each.id not in busy:
            yield organisation_cells(each)


def organisation_cells(organisation: Organisation) -> dict[str, Cell]:
    """What a row says of an organisation."""
    return {
        "organisation": organisation.name,
        "sector": organisation.sector,
        "kind": organisation.kind,
        "committed": {True: YES, False: NO, None: ""}[organisation.committed],
        "organisation_id": organisation.id,
    }


def service_cells(service: Service) -> dict[str, Cell]:
    """What a row says of a service."""
    return {
        "id": service.id,
        "name": service.name,
        "about": service.about,
        "for": service.serves,
        "audience": service.audience,
        "languages": service.languages,
        "access": service.access,
        "cost": service.cost,
        "wait_weeks": str(service.wait.weeks) if service.wait else "",
        "wait_asked": service.wait.asked.isoformat() if service.wait else "",
        "places": service.places,
        "contact": service.contact,
        "key_point": YES if service.key_point else "",
        "checked": service.checked.isoformat() if service.checked else "",
    }
