"""The mark on what is text in the language of whoever reads: the rest is ids, numbers and places.

Whoever translates, or looks at the wording, finds the texts of any value by this mark.
"""

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
