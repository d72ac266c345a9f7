"""What all shapes of files share: a shape forbids keys it does not know, since a misspelt key
must never be silence; and it takes words for what they say, not for what they resemble.
"""

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

IDENTIFIER = r"^[a-z0-9]+([_-][a-z0-9]+)*$"
"""Small letters and digits, joined by `_` or `-`."""

Identifier: TypeAlias = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


# Strict: "yes" and "1" are not booleans here, however kindly meant.
Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]


class Shape(BaseModel):
    """What all shapes share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitationShape(Shape):
    """A place in a source."""

    document: Text
    place: str = ""
