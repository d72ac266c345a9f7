"""The shape of case files."""

import re
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from integraal.model.case import PSEUDONYM
from integraal.reading.shapes.base import Flag, Identifier, Shape, Text, count, written_by_hand


def _day(value: Any) -> Any:
    """Take nothing but YYYY-MM-DD for a day: pydantic would make days of numbers."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_parsing", "not a day")
    return value


Day: TypeAlias = Annotated[date, BeforeValidator(_day)]


class AgreementShape(Shape):
    """Something that was agreed."""

    what: Text
    """What; about the work, not about the person."""
    who: Text
    """Who does it: a role, never a name."""
    by: Day | None = None
    """When to look at it again, such as 2027-01-15."""
    done: Flag = False
    for_others: Flag = False
    """Whether it may stand on a page for others than professionals, such as the family."""
    sensitive: Flag = False
    """For professionals only, whatever `for_others` says."""


class DecisionShape(Shape):
    """What people chose instead of what was advised; it changes nothing of the advice."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["level"]}, {"required": ["outcome"]}]}
    )

    instrument: Identifier
    """About the advice of which instrument."""
    level: Identifier | None = None
    """The level they chose."""
    outcome: Identifier | None = None
    """The route they chose; either this or a level."""
    because: Text
    """Why; about the work, not about the person."""
    who: Text | None = None
    """Who decided: a role, never a name."""
    for_others: Flag = False
    """Whether it may stand on a page for others than professionals, such as the family."""


class ClosedShape(Shape):
    """An agreement of before that was done."""

    moment: Day | None = None
    """The moment at which it stands; left out where that has no day."""
    n: Annotated[int, count(1, 9999)]
    """Its number there, counted from 1."""
    on: Day
    """The day on which it was done."""
    dropped: Flag = False
    """Whether it was given up that day, and not done."""


class MomentShape(Shape):
    """The answers on one day."""

    moment: Day | None = None
    """The day of the answers, such as 2026-11-21."""
    instruments: dict[str, str] = {}
    """The versions with which the answers were given, by instrument."""
    answers: Annotated[Any, written_by_hand("Answers")] = None
    agreements: list[AgreementShape] = []
    """What was agreed that day."""
    decisions: list[DecisionShape] = []
    """What people decided that day instead of what was advised."""


class CaseShape(MomentShape):
    """A case file: one moment at the top level, or several in `moments`."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [{"properties": {"moments": {"items": {"required": ["moment"]}}}}]
        }
    )

    schema_: Literal["integraal/casus/1"] = Field(alias="schema")
    casus: Annotated[str, StringConstraints(pattern=f"^{PSEUDONYM}$")]
    """A pseudonym, never a name or a number of a person."""
    land: Literal["nl", "be"] | None = None
    """Which law and which routes apply; left out when nobody said."""
    keep_until: Day | None = None
    """After this day the file should be deleted."""
    moments: list[MomentShape] = []
    """Several moments of one case, instead of the one above; each with its day."""
    closed: list[ClosedShape] = []
    """Agreements that were done since, each by its moment and its number there."""
