"""What all shapes of files share: a shape forbids keys it does not know, since a misspelt key
must never be silence; and it takes words for what they say, not for what they resemble.
"""

from typing import Annotated, Any, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

IDENTIFIER = r"^[a-z0-9]+([_-][a-z0-9]+)*$"
"""Small letters and digits, joined by `_` or `-`."""

BY_HAND = "https://by-hand.invalid/"
"""Stands before the name of a JSON Schema written by hand; see `json_conditions`."""

Identifier: TypeAlias = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


# Strict: "yes" and "1" are not booleans here, however kindly meant.
Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]


def written_by_hand(name: str) -> WithJsonSchema:
    """Say that the JSON Schema of a value is the one of this name in `json_conditions`."""
    # An address, so that pydantic does not look for it; `json_schema` makes it local.
    return WithJsonSchema({"$ref": f"{BY_HAND}{name}"})


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
