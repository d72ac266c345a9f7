"""The shape of an overlay: the texts of an instrument or a scale in another language."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints

from integraal.reading.shapes.base import Flag, Identifier, Language, Shape

# Nothing behind the key is a text that somebody has yet to write, as an empty one is.
_Written: TypeAlias = Annotated[
    str,
    BeforeValidator(
        lambda value: "" if value is None else value, json_schema_input_type=str | None
    ),
    StringConstraints(strip_whitespace=True),
]


class TranslatedShape(Shape):
    """One text in another language."""

    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    """The fingerprint of the original text that this translates."""
    source_text: _Written = ""
    """That original, for whoever translates it; nothing else is done with it."""
    text: _Written
    """The translation; empty as long as there is none."""
    stale: Flag = False
    """The original has changed since the text was made: it is not shown until somebody looked."""


class TranslationShape(Shape):
    """An overlay: an instrument or a scale in another language."""

    schema_: Literal["integraal/translation/1"] = Field(alias="schema")
    translates: Identifier
    """The id of the instrument or the scale."""
    language: Language
    texts: dict[str, TranslatedShape]
    """Every text under its key, such as `questions.wonen.ask`."""
    unused: dict[str, TranslatedShape] = {}
    """Translations of texts that are no longer there, kept."""
