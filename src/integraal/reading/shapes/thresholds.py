"""The shape of the file that says from which numbers on a count may be shown."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from integraal.reading.shapes.base import Citations, Shape, count
from integraal.reading.shapes.case import Day

MOST = 1000
"""The highest threshold; above it nothing would ever be shown."""


_Number: TypeAlias = Annotated[int, count(2, MOST), Field(ge=2, le=MOST)]
_Step: TypeAlias = Annotated[int, count(1, MOST), Field(ge=1, le=MOST)]


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
