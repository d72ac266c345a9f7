"""The shape of case files."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from integraal.reading.shape import Shape


class MomentShape(Shape):
    """The answers on one day."""

    moment: date | None = None
    instruments: dict[str, str] = {}
    answers: Any = None


class CaseShape(MomentShape):
    """A case file: one moment at the top level, or several in `moments`."""

    schema_: Literal["integraal/casus/1"] = Field(alias="schema")
    casus: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    land: Literal["nl", "be"] = "nl"
    keep_until: date | None = None
    moments: list[MomentShape] = []
