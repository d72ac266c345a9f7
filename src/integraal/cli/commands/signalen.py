"""`integraal signalen`: what recurs over many cases, and nothing about any one of them."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import open_instrument, put_down, table_path
from integraal.cli.language import words
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.model.results.signals import Reported, Thresholds
from integraal.reading.ledger import note_path
from integraal.reading.library import Library
from integraal.reading.thresholds import read_thresholds, shipped_thresholds


class Layout(StrEnum):
    """Forms that signals can be given in."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def signalen(
        results: Annotated[list[str], options.argument("results", say("metavar.results"))],
        column: Annotated[
            str, options.option("--per", key="per", metavar=say("metavar.column"))
        ] = "",
        instrument: Annotated[str, options.instrument_option()] = "",
        thresholds: Annotated[
            str, options.option("--drempels", key="thresholds", metavar=say("metavar.file"))
        ] = "",
        layout: Annotated[
            Layout, options.option("--formaat", "-f", key="layout")
        ] = Layout.TERMINAL,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
        output: Annotated[str | None, options.output_option()] = None,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
    ) -> None:
        day = date.today()
        usual = read_thresholds(shipped_thresholds(), day)
        used = read_thresholds(Path(thresholds), day) if thresholds else usual
        looser = used.looser_than(usual)
        asked = _Asked(list(dict.fromkeys(results)), column, instrument, language.value)
        reported = _counted(asked, used, looser, day)
        screen.write_result(_text(reported, layout, output), output, overwrite=overwrite)

    return signalen


class _Asked:
    """What to count."""

    def __init__(self, results: list[str], column: str, instrument: str, language: str) -> None:
        self.results = results
        self.column = column
        self.instrument = instrument
        self.language = language


def _counted(asked: _Asked, used: Thresholds, looser: tuple[str, ...], day: date) -> Reported:
    from integraal.batch.signals.counts import count_signals
    from integraal.batch.signals.results import opened_results

    with put_down() as scratch:
        files = [table_path(name, scratch) for name in asked.results]
        for file in files:
            note_path(file)
        with opened_results(files, asked.column, used, scratch) as results:
            named = asked.results[0]
            opened = _instrument(asked, results.fingerprints, results.versions, named)
            return Reported(count_signals(results, opened, used, looser), opened, day)


def _instrument(
    asked: _Asked, fingerprints: Sequence[str], versions: Sequence[str], file: str
) -> Instrument:
    """Open the instrument that gave the advice: the one that is named, else the one it is of.

    Raises:
        Faulty: if the results are of another than the one that is named; or if nobody names one,
            and they are of none that we know.
    """
    library = Library()
    every = (library.instrument_file(found.path) for found in library.headers("instrument"))
    known = next((one.id for one in every if one.fingerprint in fingerprints), "")
    if not (asked.instrument or known):
        raise faulty("unknown-results", file, version=", ".join(versions))
    opened = open_instrument(asked.instrument or known, asked.language)
    if known and known != opened.id:
        raise faulty("other-results", file, instrument=known)
    return opened


def _text(reported: Reported, layout: Layout, output: str | None) -> str:
    from integraal.report.data.signals import signals_json
    from integraal.report.pages.signals import signals_page

    if layout is Layout.JSON:
        return json.dumps(signals_json(reported, words()), ensure_ascii=False, indent=2) + "\n"
    document = signals_page(reported, words())
    match layout:
        case Layout.HTML:
            from integraal.report.render.html.document import render_html

            return render_html(document)
        case Layout.MARKDOWN:
            return screen.laid_out(document, options.Layout.MARKDOWN, output)
        case Layout.TERMINAL:
            return screen.laid_out(document, options.Layout.TERMINAL, output)
        case _:
            assert_never(layout)
