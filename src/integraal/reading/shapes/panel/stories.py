"""The shape of the file of sentences in which answers are told to a panel."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from integraal.reading.shapes.base import Identifier, Language, Shape, Text

_FEWEST_NAMES = 20
"""Fewer would come back within one sheet."""
_Wordings: TypeAlias = Annotated[list[Text], Field(min_length=2, max_length=2)]


class TopicShape(Shape):
    """Questions that belong together in a story."""

    title: Text
    """For whoever reads the file; it is not told."""
    questions: dict[Identifier, dict[Identifier, _Wordings]]


class StoriesShape(Shape):
    """How the answers of one instrument are told in one language."""

    schema_: Literal["integraal/verhalen/1"] = Field(alias="schema")
    instrument: Identifier
    language: Language
    opening: _Wordings
    names: Annotated[list[Text], Field(min_length=_FEWEST_NAMES)]
    topics: Annotated[list[TopicShape], Field(min_length=1)]
