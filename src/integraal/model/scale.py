"""A scale: levels of working together, lowest first, with what each asks of people."""

from dataclasses import dataclass

from integraal.model.source import Citation
from integraal.model.text import Text


@dataclass(frozen=True, slots=True)
class AttentionPoint:
    """Something to keep in mind at a level."""

    id: str
    short: Text
    """A few words, for where the whole text would be too much."""
    text: Text
    place: str
    """Where the source says so."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way of working that belongs to a level."""

    id: str
    name: Text
    what: Text
    examples: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One intensity of working together."""

    id: str
    name: Text
    intensity: Text
    what: Text
    for_family: Text
    note: Text
    """Our addition to the source, shown as such; may be empty."""
    place: str
    forms: tuple[Form, ...]
    attention_points: tuple[AttentionPoint, ...]
    gloss: Text = ""
    """What it comes down to in a few plain words, for beside its name; may be empty."""
    for_child: Text = ""
    """In words for a child; may be empty."""

    @property
    def plain(self) -> tuple[str, str]:
        """Its name and what it comes down to; what the name says in brackets is not said twice.

        Where it has no gloss of its own, how intensive it is stands there.
        """
        words = self.gloss or self.intensity
        return self.name.removesuffix(f" ({words})"), words


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels, lowest first."""

    id: str
    version: str
    title: Text
    citation: Citation
    levels: tuple[Level, ...]
    disclaimer: Text = ""
    """What must be said with advice on it, where an instrument says nothing itself."""
    family_title: Text = ""
    """Above the page for a family, where an instrument has no title of its own."""
    language: str = "nl"
    """In which its texts are shown."""
    written_in: str = "nl"
    """The language of its author, in which its file is."""

    def rank(self, level_id: str) -> int:
        """Where a level stands, 0 for the lowest.

        Raises:
            KeyError: if the scale has no such level.
        """
        for rank, level in enumerate(self.levels):
            if level.id == level_id:
                return rank
        raise KeyError(level_id)
