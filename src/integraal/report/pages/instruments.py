"""The list of the instruments there are."""

from collections.abc import Sequence

from integraal.model.instrument import Instrument
from integraal.report.blocks import Document, Item
from integraal.report.prose import page, paragraph, points
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words

Listed = tuple[Instrument, tuple[str, ...]]
"""An instrument and the languages it can be shown in."""


def instruments_page(listed: Sequence[Listed], words: Words) -> Document:
    """Compose the list."""
    items = points(_item(instrument, languages, words) for instrument, languages in listed)
    blocks = (items, paragraph(words("instruments.next")))
    return page(words("instruments.heading"), words, blocks)


def _item(instrument: Instrument, languages: Sequence[str], words: Words) -> Item:
    about = words(
        "instruments.source",
        version=instrument.version,
        languages=", ".join(languages),
        source=source_of(instrument).removeprefix(f"{instrument.citation.document}: "),
    )
    below = (inline(instrument.about), inline(quiet(about)))
    return Item(inline(strong(instrument.id), f"  {instrument.title}"), below)


def source_of(instrument: Instrument) -> str:
    """Name the document that an instrument is made from, with its title where that is known."""
    titles = {source.id: source.title for source in instrument.sources}
    document = instrument.citation.document
    return f"{document}: {titles[document]}" if document in titles else document
