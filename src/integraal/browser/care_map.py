"""The search of a map in a browser: what runs on its page, over what, and how that looks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from operator import itemgetter
from typing import Any

from integraal.browser.bundle import script
from integraal.model.services.network import Target
from integraal.model.services.region import KEY_POINT, Service
from integraal.words.words import Words

Texts = Sequence[tuple[float, str]]
"""Of a service, each with how much a word in it weighs."""
_SAID = ("all", "words", "area", "language", "place", "count")


def search_code() -> str:
    """What runs on the page."""
    return script("map/main.js")


def search_style() -> str:
    """How the box looks."""
    return files("integraal.browser").joinpath("map/map.css").read_text("utf-8")


def search_data(
    services: Iterable[tuple[Service, Texts]],
    lines: Mapping[str, tuple[list[str], list[str]]],
    areas: Sequence[Target],
    words: Words,
    day: date,
) -> dict[str, Any]:
    """What is looked through.

    Args:
        services: Each with its texts.
        lines: Of each service, by its id: what stands at its head, and below that.
        areas: Of life, that people can choose from.
        words: In the language of the page.
        day: On which the map was made.
    """
    found = list(services)
    languages = {each for service, _ in found for each in service.languages}
    spoken = [[each, words.spoken([each])] for each in languages]
    places = {each for service, _ in found for each in service.places}
    said = {name: words(f"care_map.search.{name}") for name in _SAID}
    return {
        "say": {
            **said,
            "only_some": words("care_map.only_some"),
            "none": words("care_map.none"),
            "key_point": f"{KEY_POINT} {words('care_map.key_point')}",
            "day": words("care_map.day", day=words.date(day)),
        },
        "services": [_entry(service, texts, lines, areas) for service, texts in found],
        "areas": [[area.id, area.label] for area in areas],
        "languages": sorted(spoken, key=itemgetter(1)),
        "places": sorted(places),
        "idle": words("care_map.idle").split(),
    }


def _entry(
    service: Service,
    texts: Texts,
    lines: Mapping[str, tuple[list[str], list[str]]],
    areas: Sequence[Target],
) -> dict[str, Any]:
    head, below = lines[service.id]
    return {
        "texts": [[weight, text] for weight, text in texts if text],
        "areas": [area.id for area in areas if service.is_for(area.id, area.instrument)],
        "languages": list(service.languages),
        "places": list(service.places),
        "name": service.name,
        "is_key_point": service.key_point,
        "needs_check": service.needs_check,
        "head": head,
        "below": below,
    }
