"""Count what recurs over cases in results of `batch`, for the page of a meeting."""

from collections.abc import Sequence
from datetime import date

from integraal.cli import terminal as screen
from integraal.cli.commands.signalen import instrument_of_results
from integraal.cli.inputs import put_down, table_path
from integraal.cli.language import words
from integraal.model.results.signals import Reported
from integraal.privacy.discreet import discreetly
from integraal.reading.ledger import note_path
from integraal.reading.thresholds import read_thresholds, shipped_thresholds


def reported_in(results: Sequence[str], day: date) -> list[Reported]:
    """What recurs in each of these results, with the thresholds that are in force.

    Raises:
        Faulty: if one cannot be read, or is of no instrument that we know.
    """
    return [_reported(name, day) for name in results]


def _reported(name: str, day: date) -> Reported:
    from integraal.batch.signals.counts import count_signals
    from integraal.batch.signals.results import opened_results

    thresholds = read_thresholds(shipped_thresholds(), day)
    with discreetly(), put_down() as scratch:
        file = table_path(name, scratch)
        note_path(file)
        with opened_results([file], "", thresholds, scratch) as rows:
            screen.report_all(rows.doubts)
            for past_file, past in rows.past:
                told = words()("keep.table_past", file=past_file, day=words().date(past))
                screen.tell(told)
            opened = instrument_of_results("", rows.fingerprints, rows.versions, name)
            counted = count_signals(rows, opened, thresholds)
    return Reported(counted, opened, day)
