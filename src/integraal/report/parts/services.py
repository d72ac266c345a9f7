"""The services of a region that are for a route or an action, a few lines below it."""

from collections.abc import Iterator

from integraal.model.services.region import Region, Service
from integraal.report.text import Inline, Span, inline, quiet, strong
from integraal.words.words import Words

MOST = 3
"""Services below one route or action; more would hide it."""


def services_for(region: Region | None, wanted: str, words: Words) -> Iterator[Inline]:
    """A line for each service that is for it: key points first, then those checked lately.

    Args:
        region: None where nobody named one.
        wanted: The id of a route or an action of its instrument.
        words: In the language of the page.
    """
    there = sorted(_for(region, wanted), key=lambda each: (not each.key_point, each.needs_check))
    for service in there[:MOST]:
        yield inline(Span("→ "), strong(service.name), _about(service, words))
    if (left := len(there) - MOST) > 0:
        yield inline(quiet(words("service.more", count=left)))


def _for(region: Region | None, wanted: str) -> Iterator[Service]:
    if region is not None:
        yield from (each for each in region.services if each.is_for(wanted, region.instrument))


def _about(service: Service, words: Words) -> str:
    told = [service.audience, service.access, service.cost, service.contact]
    if service.wait is not None:
        told.append(waited(service, words))
    if service.languages:
        told.append(", ".join(service.languages))
    if service.key_point:
        told.append(words("service.key_point"))
    if service.needs_check:
        told.append(words("service.needs_check"))
    return "".join(f" · {part}" for part in told if part)


def waited(service: Service, words: Words) -> str:
    """How long people wait for a service, and when that was asked; empty where nobody asked."""
    if service.wait is None:
        return ""
    count = service.wait.weeks
    weeks = words("service.week" if count == 1 else "service.weeks", n=count)
    return words("service.wait", weeks=weeks, day=words.date(service.wait.asked))
