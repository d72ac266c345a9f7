"""What all shapes of files share: a shape forbids keys it does not know, since a misspelt key
must never be silence; and it takes words for what they say, not for what they resemble.
"""

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

IDENTIFIER = r"^[a-z0-9]+([_-][a-z0-9]+)*$"
"""Small letters and digits, joined by `_` or `-`."""

BY_HAND = "https://by-hand.invalid/"
"""Stands before the name of a JSON Schema written by hand; see `json_conditions`."""

Identifier: TypeAlias = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Language: TypeAlias = Literal["nl", "en", "fr"]
"""A language that the interface speaks too."""


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


# Strict: "yes" and "1" are not booleans here, however kindly meant.
Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]


def written_by_hand(name: str) -> WithJsonSchema:
    """Say that the JSON Schema of a value is the one of this name in `json_conditions`."""
    # An address, so that pydantic does not look for it; `json_schema` makes it local.
    return WithJsonSchema({"$ref": f"{BY_HAND}{name}"})


def count(least: int, most: int) -> BeforeValidator:
    """Take digits and nothing else for a number: words are text here, whatever they look like."""

    def read(value: Any) -> Any:
        text = str(value)
        if not (re.fullmatch("[0-9]{1,4}", text) and least <= int(text) <= most):
            raise PydanticCustomError("count", "no count", {"least": least, "most": most})
        return int(text)

    return BeforeValidator(read)


class Shape(BaseModel):
    """What all shapes share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitationShape(Shape):
    """A place in a source."""

    document: Text
    """The key of a source, such as 001."""
    place: str = ""
    """Where in it; left out when the whole of it is meant."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


_SomeCitations: TypeAlias = Annotated[list[CitationShape], Field(min_length=1)]
Citations: TypeAlias = Annotated[
    _SomeCitations, BeforeValidator(_listed, json_schema_input_type=CitationShape | _SomeCitations)
]


class GroundsShape(Shape):
    """Why something is said, with its support and sources."""

    id: Identifier
    code: str = ""
    """A number in a brief, such as R4."""
    because: Text
    """The reason, in a sentence for people."""
    for_family: str = ""
    """The same in words for the family."""
    for_professionals: str = ""
    """What professionals, and nobody else, must know wherever the reason stands."""
    support: Literal["source", "direction", "choice"]
    """A source says so, a source points that way, or it is a choice of ours."""
    source: Citations


class ValidationShape(Shape):
    """A study of whether the questions lead where they should."""

    by: Text
    """Who studied it, as readers see it."""
    source: CitationShape
    """Where that can be read."""


NOBODY = ValidationShape.model_construct(by="", source=CitationShape(document="-"))
"""What `validated: none` says."""


def _validation(value: Any) -> Any:
    if value == "none":
        return NOBODY
    if isinstance(value, str):
        raise PydanticCustomError("literal_error", "no study", {"expected": "'none'"})
    return value


Validated: TypeAlias = Annotated[
    ValidationShape | None,
    BeforeValidator(_validation, json_schema_input_type=Literal["none"] | ValidationShape),
]
