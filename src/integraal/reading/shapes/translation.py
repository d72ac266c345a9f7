"""The shape of an overlay: the texts of an instrument or a scale in another language."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from integraal.reading.shapes.base import Identifier, Shape, Text


class TranslatedShape(Shape):
    """One text in another language."""

    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    """The fingerprint of the Dutch text that this translates."""
    text: Text


class TranslationShape(Shape):
    """An overlay: an instrument or a scale in another language."""

    schema_: Literal["integraal/translation/1"] = Field(alias="schema")
    translates: Identifier
    """The id of the instrument or the scale."""
    language: Literal["en", "fr"]
    texts: dict[str, TranslatedShape]
    """Every text under its key, such as `questions.wonen.ask`."""
