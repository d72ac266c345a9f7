"""Say how long people wait for a service."""

from integraal.model.services.region import Service
from integraal.words.words import Words


def waited(service: Service, words: Words) -> str:
    """How long people wait for a service, and when that was asked; empty where nobody asked."""
    if service.wait is None:
        return ""
    count = service.wait.weeks
    weeks = words("service.week" if count == 1 else "service.weeks", n=count)
    return words("service.wait", weeks=weeks, day=words.date(service.wait.asked))
