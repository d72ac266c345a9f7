"""What every renderer asks of a text: its letters alone, how far in it begins, its language."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from integraal.report.text import Inline

_Text = TypeVar("_Text")


def plain(text: Inline) -> str:
    """A line of text without the weight of its stretches."""
    return "".join(span.text for span in text)


def indent(text: Inline) -> int:
    """How many spaces a line of text begins with."""
    letters = plain(text)
    return len(letters) - len(letters.lstrip())


def in_languages(texts: Sequence[_Text], languages: Sequence[str]) -> Iterator[tuple[_Text, str]]:
    """Each text with its language: empty for that of the page, the first one.

    Where there are fewer texts than languages, nobody knows which is missing: then all are empty.

    >>> list(in_languages(("Ja", "Oui"), ("nl", "fr")))
    [('Ja', ''), ('Oui', 'fr')]
    >>> list(in_languages(("Ja", "Oui"), ("nl", "en", "fr")))
    [('Ja', ''), ('Oui', '')]
    """
    known = languages[1:] if len(texts) == len(languages) else ("",) * len(texts)
    return zip(texts, ("", *known), strict=False)
