"""Mark in what is written which texts are in another language than the page."""

import re

from integraal.report.blocks import Foreign
from integraal.report.render.html.text import escaped, marked

_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>]+(?=<)")


def with_languages(written: str, foreign: tuple[Foreign, ...]) -> str:
    """What is written, with the language of every text that has another than the page.

    Args:
        written: HTML; only what stands between tags is looked at.
        foreign: The texts. Of two that begin alike the longer one is meant.

    >>> with_languages("<p>Want: oui</p>", (Foreign("fr", frozenset({"oui"})),))
    '<p>Want: <span lang="fr">oui</span></p>'
    """
    for each in foreign:
        longest_first = sorted(map(escaped, each.texts), key=lambda text: (-len(text), text))
        said = "|".join(map(re.escape, longest_first))
        whole_words = re.compile(rf"(?<!\w)(?:{said})(?!\w)")
        mark = rf"<span{marked(each.language)}>\g<0></span>"
        written = _BETWEEN_TAGS.sub(lambda part: whole_words.sub(mark, part[0]), written)  # noqa: B023 - used at once
    return written
