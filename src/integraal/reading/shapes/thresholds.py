"""The shape of the file that says from which numbers on a count may be shown."""

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from integraal.reading.shapes.base import Citations, Shape
from integraal.reading.shapes.case import Day

MOST = 1000
"""The highest threshold; above it nothing would ever be shown."""


def _count(least: int) -> BeforeValidator:
    """Take digits and nothing else for a number: words are text here, whatever they look like."""

    def read(value: Any) -> Any:
        text = str(value)
        if not (re.fullmatch("[0-9]{1,4}", text) and least <= int(text) <= MOST):
            raise PydanticCustomError("count", "no count", {"least": least, "most": MOST})
        return int(text)

    return BeforeValidator(read)


_Number: TypeAlias = Annotated[int, _count(2), Field(ge=2, le=MOST)]
_Step: TypeAlias = Annotated[int, _count(1), Field(ge=1, le=MOST)]


class ThresholdsShape(Shape):
    """The thresholds from one day on."""

    valid_from: Day
    """From this day on, until that of a later entry."""
    suppress_below: _Number
    """A count below this is not shown; nor is one beside which no other is."""
    round_to: _Step
    """Counts are shown as multiples of this."""
    no_rate_below: _Number
    """No percentage is given of fewer cases than this."""
    deviation: _Step
    """By how much each count deviates on average, drawn by lot."""
    source: Citations
    """Who says so."""


class ThresholdsFileShape(Shape):
    """A file of thresholds."""

    schema_: Literal["integraal/drempels/2"] = Field(alias="schema")
    thresholds: Annotated[list[ThresholdsShape], Field(min_length=1)]
