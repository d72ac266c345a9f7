"""The shape of the file of what raters marked."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from integraal.reading.shapes.base import Flag, Identifier, Shape, Text, count

_MOST = 9999
_Letters: TypeAlias = Annotated[str, StringConstraints(pattern="^[A-Z]{1,2}$")]
_Count: TypeAlias = Annotated[int, count(0, _MOST), Field(ge=0, le=_MOST)]
_Sure: TypeAlias = Annotated[int, count(1, 3), Field(ge=1, le=3)]


class RatingShape(Shape):
    """One mark of one rater on one case."""

    rater: _Letters
    """A letter, never a name."""
    case: Text
    level: Identifier | None = None
    routes: list[Identifier] | None = None
    """An empty list says that none fits; null, that nothing was marked."""
    sure: _Sure | None = None
    why: str = ""
    advised: Identifier | None = None
    """Of a decision: the level that was advised."""


class RatingsShape(Shape):
    """All that came back: in = taken + refused + blank."""

    schema_: Literal["integraal/panel-beoordelingen/1"] = Field(alias="schema")
    instrument: Identifier
    version: Text
    practice: Flag = False
    """Whether nobody rated: these were made up, to see what a study would find."""
    refused: _Count = 0
    blank: _Count = 0
    taken: list[RatingShape]
    decisions: list[RatingShape] = []
