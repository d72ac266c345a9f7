"""The mark on what is text in the language of whoever reads: the rest is ids, numbers and places.

Whoever translates, or looks at the wording, finds the texts of any value by this mark. Beside it: a
text with its translation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, TypeAlias, get_type_hints

Text: TypeAlias = Annotated[str, "text"]


@cache
def text_fields(kind: type) -> frozenset[str]:
    """Names of the fields that hold a text, or several.

    >>> from integraal.model.source import Grounds
    >>> sorted(text_fields(Grounds))
    ['because', 'for_family', 'for_professionals']
    """
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(name for name, hint in hints.items() if hint in (Text, tuple[Text, ...]))


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value and in what it holds.

    >>> from integraal.model.source import Citation, Grounds, Support
    >>> list(texts_in(Grounds("Daarom.", Support.CHOICE, (Citation("001"),))))
    ['Daarom.', '', '']
    """
    if isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        told = text_fields(type(value))
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name not in told:
                yield from texts_in(held)
            else:
                yield from (held,) if isinstance(held, str) else held


@dataclass(frozen=True, slots=True)
class Translation:
    """A text with its translation, if there is one."""

    key: str
    """Where the text stands, such as `questions.wonen.ask`."""
    of: str
    """The fingerprint of the text."""
    source: str
    """The text as its author wrote it; empty where nobody knows it any more."""
    text: str = ""
    """The translation; empty where there is none."""
    is_stale: bool = False
    """Whether the text changed since, and nobody looked at the translation."""
