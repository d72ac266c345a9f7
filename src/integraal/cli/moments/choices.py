"""What people can choose instead of advice: levels and routes, and how they are typed."""

from dataclasses import dataclass

from integraal.model.instrument import Instrument
from integraal.report.phrases.answer import lowered


@dataclass(frozen=True, slots=True)
class Choice:
    """A level or a route."""

    id: str
    name: str
    is_level: bool


def choices(instrument: Instrument) -> tuple[Choice, ...]:
    """All of them: the levels first, from low to high, then the routes."""
    levels = instrument.scale.levels if instrument.scale else ()
    return (
        *(Choice(level.id, lowered(level.plain[0]), is_level=True) for level in levels),
        *(Choice(route.id, route.text, is_level=False) for route in instrument.outcomes),
    )


def choice_in(instrument: Instrument, typed: str) -> Choice | None:
    """The one that somebody typed, by its number in the list, its id or its name.

    >>> from integraal.reading.library import Library
    >>> form = Library().instrument("voor-wie-doen-we-wat")
    >>> choice_in(form, "Coördinatie").id, choice_in(form, "1").id, choice_in(form, "iets")
    ('coordinatie', 'segregatie', None)
    """
    word = typed.strip().casefold().rstrip(".!")
    for number, one in enumerate(choices(instrument), 1):
        if word in (str(number), one.id, one.name.casefold().rstrip(".!")):
            return one
    levels = instrument.scale.levels if instrument.scale else ()
    named = (level.id for level in levels if level.name.casefold() == word)
    found = next(named, "")
    return next((one for one in choices(instrument) if one.is_level and one.id == found), None)
