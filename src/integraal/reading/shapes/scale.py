"""The shape of a scale file: levels of working together, lowest first."""

from typing import Annotated, Literal

from pydantic import Field

from integraal.reading.shapes.base import CitationShape, Identifier, Language, Shape, Text


class FormShape(Shape):
    """A way of working that belongs to a level."""

    id: Identifier
    name: Text
    what: Text
    """What it is, in a sentence or two."""
    examples: tuple[Text, ...] = ()


class AttentionPointShape(Shape):
    """Something to keep in mind at a level."""

    id: Identifier
    short: Text
    """A few words, for where the whole text would be too much."""
    text: Text
    place: str = ""
    """Where the source says so."""


class LevelShape(Shape):
    """One level."""

    id: Identifier
    name: Text
    intensity: Text
    """How intensive it is, in a word or two."""
    gloss: str = ""
    """What it comes down to in a few plain words, for beside its name."""
    what: Text
    """What professionals do at this level."""
    for_family: Text
    """The same in words for the family."""
    for_child: str = ""
    """The same in words for a child of 8 to 12; where it is missing, a child reads `for_family`."""
    note: str = ""
    """Our addition to the source, shown as such."""
    place: str = ""
    """Where the source says so."""
    forms: list[FormShape] = []
    attention_points: list[AttentionPointShape] = []


class ScaleShape(Shape):
    """A scale file, lowest level first."""

    schema_: Literal["integraal/scale/1"] = Field(alias="schema")
    id: Identifier
    """The name by which instruments refer to this scale."""
    version: Text
    language: Language = "nl"
    """In which its texts are."""
    title: Text
    source: CitationShape
    disclaimer: str = ""
    """What must be said with advice on this scale, where an instrument says nothing itself."""
    family_title: str = ""
    """Above the page for a family, where an instrument has no title of its own."""
    levels: Annotated[list[LevelShape], Field(min_length=2)]
    """Lowest first."""
