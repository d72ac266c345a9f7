"""The shape of a file of sources, and of the sources in an instrument."""

from typing import Literal

from pydantic import Field

from integraal.reading.shapes.base import Shape, Text


class SourceShape(Shape):
    """A document or publication."""

    id: Text
    """A short key, such as 001."""
    title: Text
    where: Text
    """Where a reader can look it up."""


class SourcesShape(Shape):
    """A file of sources."""

    schema_: Literal["integraal/sources/1"] = Field(alias="schema")
    sources: list[SourceShape]
