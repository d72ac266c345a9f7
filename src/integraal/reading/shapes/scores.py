"""The shape of scores: what options count for, and what the sums mean."""

from typing import Annotated, TypeAlias

from pydantic import Field

from integraal.reading.shapes.base import GroundsShape, Identifier, Shape, Text, count

HEAVIEST, HIGHEST = 100, 9999
"""What an option may count for, and where a band may end."""
Weight: TypeAlias = Annotated[int, count(0, HEAVIEST), Field(ge=0, le=HEAVIEST)]
Sum: TypeAlias = Annotated[int, count(0, HIGHEST), Field(ge=0, le=HIGHEST)]


class ItemShape(Shape):
    """Questions of which the same options count for the same."""

    questions: Annotated[list[Identifier], Field(min_length=1)]
    """Ids of questions with options; of several options what is chosen is added up."""
    weights: dict[Identifier, Weight]
    """For every option: a whole number from 0."""


class BandShape(Shape):
    """A run of sums that has a name."""

    id: Identifier
    name: Text
    """A few words that say what a sum in this band means."""
    from_: Annotated[Sum, Field(alias="from")]
    """The lowest sum in this band."""
    to: Sum | None = None
    """The highest sum in this band; without it, up to the next band or the highest sum."""


class ScoreShape(GroundsShape):
    """A sum over the answers to some questions."""

    name: Text
    """A few words, for pages."""
    items: Annotated[list[ItemShape], Field(min_length=1)]
    bands: Annotated[list[BandShape], Field(min_length=1)]
    """From low to high."""
