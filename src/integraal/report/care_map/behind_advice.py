"""The services of a region behind advice, as data: what each is named at, the best first."""

from collections.abc import Iterable, Sequence
from typing import Any

from integraal.model.results.assessment import Assessment
from integraal.model.services.region import Region, Service
from integraal.report.data.plain import fields
from integraal.report.parts.services import MOST, ranked, targets_behind


def services_of(views: Sequence[Assessment], region: Region | None) -> dict[str, Any]:
    """What the pages of advice name, with the services behind it; what has none is there too.

    Args:
        views: The case under advice, in one view or several.
        region: Its services; None where nobody named one, and then there is nothing.
    """
    named = (name for view in views for name, _ in targets_behind(view, region))
    return services_named(dict.fromkeys(named), region)


def services_named(names: Iterable[tuple[str, str]], region: Region | None) -> dict[str, Any]:
    """The same for whatever a page names, each by its kind and its id."""
    if region is None:
        return {}
    found = [
        {
            "kind": kind,
            "id": name,
            "services": [_service(each) for each in ranked(region, name)[:MOST]],
            "more": max(0, len(ranked(region, name)) - MOST),
        }
        for kind, name in names
    ]
    return {"services": found}


def _service(service: Service) -> dict[str, Any]:
    wait = service.wait
    return {
        **fields(service, "id", "name", "audience", "languages", "access", "cost", "contact"),
        "wait": fields(wait, "weeks", "asked") if wait else None,
        **fields(service, "checked", "needs_check", "key_point"),
    }
