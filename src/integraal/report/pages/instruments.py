"""The list of the instruments there are."""

from collections.abc import Sequence

from integraal.model.instrument import Instrument
from integraal.report.blocks import Document, Heading, Item, Items, Paragraph
from integraal.report.text import Span, inline
from integraal.words.words import Words

Listed = tuple[Instrument, tuple[str, ...]]
"""An instrument and the languages it can be shown in."""


def instruments_page(listed: Sequence[Listed], words: Words) -> Document:
    """Compose the list."""
    return Document(
        words("instruments.heading"),
        words.language,
        (
            Heading(1, words("instruments.heading")),
            Items(tuple(_item(instrument, languages, words) for instrument, languages in listed)),
            Paragraph(inline(words("instruments.next"))),
        ),
    )


def _item(instrument: Instrument, languages: Sequence[str], words: Words) -> Item:
    about = words(
        "instruments.about",
        version=instrument.version,
        languages=", ".join(languages),
        source=source_of(instrument),
    )
    return Item(
        inline(Span(instrument.id, strong=True), f"  {instrument.title}"),
        (inline(Span(about, quiet=True)),),
    )


def source_of(instrument: Instrument) -> str:
    """Name the document that an instrument is made from, with its title where that is known."""
    titles = {source.id: source.title for source in instrument.sources}
    document = instrument.citation.document
    return f"{document}: {titles[document]}" if document in titles else document
