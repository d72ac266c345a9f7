"""`integraal signalen`: what recurs over many cases, and nothing about any one of them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import open_instrument, put_down, table_path
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.seam import Output, offers
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.model.results.signals import Reported
from integraal.privacy.discreet import discreetly
from integraal.reading.ledger import note_path
from integraal.reading.library import Library
from integraal.reading.thresholds import read_thresholds, shipped_thresholds
from integraal.report.data.signals import signals_data
from integraal.report.pages.signals import signals_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def signalen(
        results: Annotated[list[str], options.argument("results", say("metavar.batch_out"))],
        out: Output,
        column: Annotated[
            str, options.option("--per", key="per", metavar=say("metavar.column"))
        ] = "",
        instrument: Annotated[str, options.instrument_option()] = "",
        thresholds: Annotated[
            str, options.option("--drempels", key="thresholds", metavar=say("metavar.file"))
        ] = "",
    ) -> None:
        from integraal.batch.signals.counts import count_signals
        from integraal.batch.signals.results import opened_results

        day = date.today()
        usual = read_thresholds(shipped_thresholds(), day)
        used = read_thresholds(Path(thresholds), day) if thresholds else usual
        with discreetly(), put_down() as scratch:
            files = [table_path(name, scratch) for name in dict.fromkeys(results)]
            for file in files:
                note_path(file)
            with opened_results(files, column, used, scratch) as rows:
                screen.report_all(rows.doubts)
                for name, past in rows.past:
                    screen.tell(say("keep.table_past", file=name, day=say.date(past)))
                opened = instrument_of_results(
                    instrument, rows.fingerprints, rows.versions, results[0]
                )
                counted = count_signals(rows, opened, used, used.looser_than(usual))
        reported = Reported(counted, opened, day)
        out.write(signals_data(reported, say) if out.is_data else signals_page(reported, say))

    return signalen


def instrument_of_results(
    named: str, fingerprints: Sequence[str], versions: Sequence[str], file: str
) -> Instrument:
    """Open the instrument that gave the advice: the one that is named, else the one it is of.

    Raises:
        Faulty: if the results are of another than the one that is named; or if nobody names one,
            and they are of none that we know.
    """
    library = Library()
    every = (library.instrument_file(found.path) for found in library.headers("instrument"))
    known = next((one.id for one in every if one.fingerprint in fingerprints), "")
    if not (named or known):
        raise faulty("unknown-results", file, version=", ".join(versions))
    opened = open_instrument(named or known, words().language)
    if known and known != opened.id:
        raise faulty("other-results", file, instrument=known)
    return opened
