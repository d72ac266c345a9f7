"""What people look for on the map of a network, and what they find."""

from dataclasses import dataclass

from integraal.model.services.network import Network, Target
from integraal.model.services.region import Service


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; what is empty does not count."""

    words: str = ""
    """As people type them."""
    serves: tuple[str, ...] = ()
    """Ids of what it must be for, each of them."""
    language: str = ""
    """In which people must be able to speak there."""
    place: str = ""
    """A town or a postcode that it must be for."""

    @property
    def is_something(self) -> bool:
        """Whether anything was asked; else all of the map is meant.

        >>> Wanted().is_something, Wanted(place="9300").is_something
        (False, True)
        """
        return self != Wanted()


@dataclass(frozen=True, slots=True)
class Found:
    """Services that fit, the best first."""

    wanted: Wanted
    services: tuple[Service, ...]
    only_some_words: bool = False
    """Whether no service has all the words, so that these have some of them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that no service is for."""

    target: Target
    language: str = ""
    """When set, there are services, and in none of them people speak this language."""
    audience: str = ""
    """When set, there are services, and none is for these people, as another one says it is."""


@dataclass(frozen=True, slots=True)
class CareMap:
    """The map, or the part of it that somebody looked for."""

    network: Network
    targets: tuple[Target, ...]
    """Whatever a service can be for, in the language of the page."""
    found: Found
    gaps: tuple[Gap, ...] = ()
    """Of the whole map; none are told where somebody looked for a part of it."""

    def labels(self, service: Service) -> tuple[str, ...]:
        """What a service is for, in words; each once, a sentence without its full stop."""
        named = (
            target.label.removesuffix(".")
            for target in self.targets
            if service.is_for(target.id, target.instrument)
        )
        return tuple(dict.fromkeys(named))
