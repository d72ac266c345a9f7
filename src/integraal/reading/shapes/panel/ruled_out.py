"""The shape of the file that says which answers never go together in a case of a study."""

from typing import Annotated, Any, Literal

from pydantic import Field

from integraal.reading.shapes.base import Identifier, Shape, Text, written_by_hand


class RuledOutShape(Shape):
    """What no case may be."""

    id: Identifier
    when: Annotated[Any, written_by_hand("Condition")]
    """What no case may fulfil, written as in a rule."""
    because: Text
    """Why not, in a sentence for whoever reads the file."""


class RuledOutFileShape(Shape):
    """Answers to one instrument that never go together."""

    schema_: Literal["integraal/samen/1"] = Field(alias="schema")
    instrument: Identifier
    never: Annotated[list[RuledOutShape], Field(min_length=1)]
