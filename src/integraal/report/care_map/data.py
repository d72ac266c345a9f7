"""The map of a network, as data."""

from typing import Any

from integraal.model.services.care_map import CareMap, Gap
from integraal.model.services.region import Service
from integraal.report.data.plain import fields


def care_map_data(care_map: CareMap) -> dict[str, Any]:
    """What was looked for, the services that fit, the best first, and what nobody is for."""
    found, network = care_map.found, care_map.network
    return {
        "schema": "integraal/kaart/1",
        **fields(network, "id", "title", "note"),
        "wanted": fields(found.wanted, "words", "serves", "language", "place"),
        "only_some_words": found.only_some_words,
        "services": [_service(service, care_map) for service in found.services],
        "gaps": [_gap(gap) for gap in care_map.gaps],
    }


def _service(service: Service, care_map: CareMap) -> dict[str, Any]:
    owner = care_map.network.organisation(service.organisation)
    wait = service.wait
    return {
        **fields(service, "id", "name", "about"),
        "organisation": fields(owner, "id", "name", "sector") if owner else None,
        "for": list(service.serves),
        **fields(service, "audience", "languages", "access", "cost"),
        "wait": fields(wait, "weeks", "asked") if wait else None,
        **fields(service, "places", "contact", "checked", "needs_check", "key_point"),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "instrument": gap.target.instrument,
        **fields(gap.target, "id", "label"),
        **fields(gap, "language", "audience"),
    }
