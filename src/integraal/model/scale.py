"""A scale: levels of working together, lowest first, with what each asks of people."""

from dataclasses import dataclass

from integraal.model.source import Citation


@dataclass(frozen=True, slots=True)
class AttentionPoint:
    """Something to keep in mind at a level."""

    id: str
    short: str
    """A few words, for where the whole text would be too much."""
    text: str
    place: str
    """Where the source says so."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way of working that belongs to a level."""

    id: str
    name: str
    what: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One intensity of working together."""

    id: str
    name: str
    intensity: str
    what: str
    for_family: str
    note: str
    """Our addition to the source, shown as such; may be empty."""
    place: str
    forms: tuple[Form, ...]
    attention_points: tuple[AttentionPoint, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels, lowest first."""

    id: str
    version: str
    title: str
    citation: Citation
    levels: tuple[Level, ...]

    def rank(self, level_id: str) -> int:
        """Say where a level stands, 0 for the lowest.

        Raises:
            KeyError: if the scale has no such level.
        """
        for rank, level in enumerate(self.levels):
            if level.id == level_id:
                return rank
        raise KeyError(level_id)
