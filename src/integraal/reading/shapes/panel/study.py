"""The shape of the file of a study, in which a panel rates invented cases."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints

from integraal.reading.shapes.base import (
    Flag,
    Identifier,
    Language,
    Shape,
    Text,
    count,
    written_by_hand,
)
from integraal.reading.shapes.example import RuleName

MOST_SEED = 9999
"""The highest seed."""
CaseName: TypeAlias = Annotated[str, StringConstraints(pattern="^K[0-9]{2,3}$")]
Letter: TypeAlias = Annotated[str, StringConstraints(pattern="^[A-Z]{1,2}$")]


class StudyCaseShape(Shape):
    """One invented case, as raters get it."""

    id: CaseName
    """What stands on the sheets, such as K07."""
    held_back: Flag = False
    """Whether it waits for a second round."""
    repeats: CaseName | None = None
    """The case with the same answers that is told in other words."""
    beside: CaseName | None = None
    """The case that differs in one answer."""
    wording: Annotated[int, count(1, 2)] = 1
    """Which of the wordings tells it."""
    tells: tuple[RuleName, ...] = ()
    """Rules that decide here: without one of them the advice would be another."""
    answers: Annotated[Any, written_by_hand("Answers")] = None


class StudyShape(Shape):
    """A study of one instrument: the cases, and who rates them."""

    schema_: Literal["integraal/panel/1"] = Field(alias="schema")
    instrument: Identifier
    version: Text
    """Of the instrument, when the cases were chosen."""
    file: str = ""
    """Of an author's own instrument, seen from the folder of the study."""
    seed: Annotated[int, count(0, MOST_SEED)]
    """What the order of choosing hangs on."""
    language: Language
    """In which the cases are told."""
    raters: tuple[Letter, ...] = ()
    """Letters, never names."""
    cases: Annotated[tuple[StudyCaseShape, ...], Field(min_length=1)]
