"""The shape of the file in which a team writes before what it wants of a study."""

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from integraal.model.study.criteria import Bound, Measure
from integraal.reading.shapes.base import Identifier, Shape, Text, count

_MOST = 100


def _portion(value: Any) -> Any:
    """Take digits with a point for a number from -1 to 1, and nothing else."""
    text = str(value)
    if not re.fullmatch(r"-?(0|1|0\.\d{1,3}|1\.0{1,3})", text):
        raise PydanticCustomError("number", "no portion")
    return float(text)


_Portion: TypeAlias = Annotated[float, BeforeValidator(_portion), Field(ge=-1, le=1)]
_Weight: TypeAlias = Annotated[int, count(1, _MOST), Field(ge=1, le=_MOST)]
_Few: TypeAlias = Annotated[int, count(2, _MOST), Field(ge=2, le=_MOST)]


class CriterionShape(Shape):
    """One thing that the team wants to see: at least so much, or at most."""

    id: Identifier
    measure: Measure
    bound: Bound = Bound.ESTIMATE
    """The measure itself, or the lower or upper end of its interval."""
    wanted: Literal["at_least", "at_most"]
    limit: _Portion
    because: Text
    """Why this number."""


class WeightShape(Shape):
    """How much a difference weighs."""

    weight: _Weight
    because: Text


class WeightsShape(Shape):
    """How much each kind of difference weighs."""

    under_advice: WeightShape
    """The advice is lower than a rater finds needed."""
    over_advice: WeightShape
    missed_safety: WeightShape
    """A rater goes a safety route, and the advice does not."""
    extra_safety: WeightShape


class EnoughShape(Shape):
    """From how many on something is said of one rule."""

    cases: _Few
    """In which the rule decides."""
    marks: _Few
    """On those cases."""


class CriteriaShape(Shape):
    """What a team wrote before anybody rated."""

    schema_: Literal["integraal/panel-criteria/1"] = Field(alias="schema")
    weights: WeightsShape
    safety_routes: list[Identifier] = []
    """Ids of the outcomes that are about somebody's safety."""
    enough_for_a_rule: EnoughShape
    criteria: Annotated[list[CriterionShape], Field(min_length=1)]
