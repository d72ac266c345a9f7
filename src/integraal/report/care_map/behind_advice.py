"""The services of a region behind an advice, as data: what each is named at, the best first."""

from collections.abc import Iterator
from typing import Any

from integraal.model.results.assessment import Assessment
from integraal.model.services.region import Region, Service
from integraal.report.data.plain import fields
from integraal.report.parts.services import MOST, answered_targets, ranked


def services_data(assessment: Assessment, region: Region) -> list[dict[str, Any]]:
    """What the pages of an advice name, with the services behind it; what has none is there too.

    Args:
        assessment: The case under advice.
        region: Its services.
    """
    return [
        {
            "kind": kind,
            "id": name,
            "services": [_service(each) for each in ranked(region, name)[:MOST]],
            "more": max(0, len(ranked(region, name)) - MOST),
        }
        for kind, name in _behind(assessment, region)
    ]


def _behind(assessment: Assessment, region: Region) -> Iterator[tuple[str, str]]:
    advice = assessment.advice
    for outcome in advice.outcomes:
        if outcome.holds_now:
            yield "outcome", outcome.id
    for name in advice.action_ids:
        yield "action", name
    for name, _ in answered_targets(assessment, region):
        yield "option", name
    for form in advice.level.forms if advice.level else ():
        yield "form", form.id


def _service(service: Service) -> dict[str, Any]:
    wait = service.wait
    return {
        **fields(service, "id", "name", "audience", "languages", "access", "cost", "contact"),
        "wait": fields(wait, "weeks", "asked") if wait else None,
        **fields(service, "checked", "needs_check", "key_point"),
    }
