"""List the instruments there are, for people and as data."""

import json
from collections.abc import Sequence

from integraal.model.instrument import Instrument
from integraal.report.blocks import Document, Heading, Item, Items, Paragraph, Span, inline
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
        source=_source(instrument),
    )
    return Item(
        inline(Span(instrument.id, strong=True), f"  {instrument.title}"),
        (inline(Span(about, quiet=True)),),
    )


def instruments_json(listed: Sequence[Listed]) -> str:
    """Give the list as data."""
    return json.dumps(
        [
            {
                "id": instrument.id,
                "title": instrument.title,
                "version": instrument.version,
                "languages": list(languages),
                "source": _source(instrument),
                "scale": instrument.scale.id if instrument.scale else None,
                "questions": sum(1 for _ in instrument.questions()),
                "rules": len(instrument.rules),
                "fingerprint": instrument.fingerprint,
            }
            for instrument, languages in listed
        ],
        ensure_ascii=False,
        indent=2,
    )


def _source(instrument: Instrument) -> str:
    titles = {source.id: source.title for source in instrument.sources}
    document = instrument.citation.document
    return f"{document}: {titles[document]}" if document in titles else document
