"""Results as `integraal batch` writes them, made up for a claim."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from integraal.batch.columns import PROMISED
from integraal.batch.signals.counts import count_signals
from integraal.batch.signals.results import opened_results
from integraal.model.instrument import Instrument, Limit
from integraal.model.results.signals import Signals, Thresholds

Row = Mapping[str, str]


def result(instrument: Instrument, case: str, **cells: str) -> dict[str, str]:
    """Make the row of a case: advice `connectie`, and nothing known of the rest."""
    usual = {
        "casus": case,
        "level": "connectie",
        "reach": "connectie",
        "settled": "true",
        "provisional": "false",
        "direction": "onbekend",
        "version": instrument.version,
        "fingerprint": instrument.fingerprint,
    }
    return {**dict.fromkeys(PROMISED, ""), **usual, **cells}


def rows_of(instrument: Instrument, count: int, start: int = 0, /, **cells: str) -> list[Row]:
    return [result(instrument, f"C-{start + n}", **cells) for n in range(count)]


def limits(instrument: Instrument, level: str = "") -> list[str]:
    """List the rules that limit what is feasible, to a certain level or to any."""
    found = [(rule.id, rule.effect) for rule in instrument.rules]
    return [n for n, e in found if isinstance(e, Limit) and level in ("", e.level)]


def write_results(path: Path, rows: Sequence[Row]) -> Path:
    """Write rows as a CSV of results."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def signals_of(
    instrument: Instrument, thresholds: Thresholds, column: str, *files: Sequence[Row]
) -> Signals:
    """Count results, each in a file of its own."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        paths = [write_results(place / f"{number}.csv", rows) for number, rows in enumerate(files)]
        with opened_results(paths, column, thresholds, place) as results:
            return count_signals(results, instrument, thresholds)
