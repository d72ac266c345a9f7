"""The shape of case files."""

import re
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from integraal.reading.shape import Shape


def _day(value: Any) -> Any:
    """Take nothing but YYYY-MM-DD for a day: pydantic would make days of numbers."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_parsing", "not a day")
    return value


Day: TypeAlias = Annotated[date, BeforeValidator(_day)]


class MomentShape(Shape):
    """The answers on one day."""

    moment: Day | None = None
    instruments: dict[str, str] = {}
    answers: Any = None


class CaseShape(MomentShape):
    """A case file: one moment at the top level, or several in `moments`."""

    schema_: Literal["integraal/casus/1"] = Field(alias="schema")
    casus: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    land: Literal["nl", "be"] = "nl"
    keep_until: Day | None = None
    moments: list[MomentShape] = []
