"""The shape of a definition: a condition that has a name."""

from typing import Annotated, Any, Literal

from integraal.reading.shapes.base import Citations, Identifier, Shape, Text, written_by_hand


class DefinitionShape(Shape):
    """A condition that has a name."""

    id: Identifier
    """The name by which conditions refer to it; not that of a question."""
    code: str = ""
    """A number in a brief, such as R4."""
    name: Text
    """A few words, for explanations."""
    when: Annotated[Any, written_by_hand("Condition")]
    """A condition; it may also look at an outcome of an earlier table."""
    because: Text
    """What it means, in a sentence for people."""
    support: Literal["source", "direction", "choice"]
    """A source says so, a source points that way, or it is a choice of ours."""
    source: Citations
