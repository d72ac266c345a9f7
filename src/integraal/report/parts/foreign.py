"""Which texts on a page are in another language than the page: whoever listens must hear that."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from integraal.model.instrument import Instrument
from integraal.model.scale import Scale
from integraal.model.text import texts_in
from integraal.report.blocks import Foreign
from integraal.report.phrases.answer import lowered
from integraal.words.words import Words


def foreign(shown: Iterable[Instrument | Scale], words: Words) -> tuple[Foreign, ...]:
    """The texts of what is shown in the language of its author, and not in that of the page."""
    found: dict[str, set[str]] = {}
    for part in (part for each in shown for part in _parts(each)):
        if part.language != words.language:
            found.setdefault(part.language, set()).update(_as_shown(part))
    return tuple(Foreign(language, frozenset(texts)) for language, texts in found.items())


def _parts(shown: Instrument | Scale) -> Iterator[Instrument | Scale]:
    """What has a language of its own: an instrument, and its scale; help lines are ours."""
    if isinstance(shown, Scale):
        yield shown
        return
    yield replace(shown, scale=None, help_lines=())
    if shown.scale is not None:
        yield shown.scale


def _as_shown(shown: Instrument | Scale) -> Iterator[str]:
    for text in texts_in(shown):
        yield from {text, lowered(text)} if text else ()
