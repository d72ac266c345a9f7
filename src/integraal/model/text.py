"""The mark on what is text in the language of whoever reads: the rest is ids, numbers and places.

Whoever translates, or looks at the wording, finds the texts of any value by this mark. Beside it: a
text with its translation.
"""

from dataclasses import dataclass
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
