"""Read the thresholds that are in force on a day: from which numbers on a count may be shown."""

from datetime import date
from pathlib import Path

from integraal.model.finding import Faulty, faulty
from integraal.model.results.signals import Thresholds
from integraal.reading.library import data_folder
from integraal.reading.resolve.checks import Checks, citation_of
from integraal.reading.shapes.thresholds import ThresholdsFileShape, ThresholdsShape
from integraal.reading.trees import read_shape


def shipped_thresholds() -> Path:
    """Find the thresholds that hold where nobody brings others."""
    return data_folder() / "drempels.yaml"


def read_thresholds(path: Path, day: date) -> Thresholds:
    """Read the thresholds of a file that are in force on a day: the last whose day has come.

    Raises:
        Faulty: with every fault in the file, and if none is in force yet.
    """
    found = check_thresholds(path)
    in_force = [one for one in found if one.valid_from <= day]
    if not in_force:
        raise faulty("no-thresholds-yet", path, first=min(one.valid_from for one in found))
    return max(in_force, key=lambda one: one.valid_from)


def check_thresholds(path: Path) -> tuple[Thresholds, ...]:
    """Read every entry of a file of thresholds.

    Raises:
        Faulty: with every fault in it.
    """
    shape, tree = read_shape(ThresholdsFileShape, path)
    checks = Checks(tree)
    days: set[date] = set()
    for index, entry in enumerate(shape.thresholds):
        where = ("thresholds", index)
        if entry.valid_from in days:
            checks.found("thresholds-twice", (*where, "valid_from"), day=entry.valid_from)
        days.add(entry.valid_from)
        least, step, rate = entry.suppress_below, entry.round_to, entry.no_rate_below
        if step > least:  # what is shown would be rounded to nought
            checks.found("rounds-too-far", (*where, "round_to"), value=step, threshold=least)
        if rate < least:
            checks.found("rate-of-few", (*where, "no_rate_below"), value=rate, threshold=least)
    if checks.findings:
        raise Faulty(checks.findings)
    return tuple(map(_thresholds, shape.thresholds))


def _thresholds(shape: ThresholdsShape) -> Thresholds:
    return Thresholds(
        valid_from=shape.valid_from,
        suppress_below=shape.suppress_below,
        round_to=shape.round_to,
        no_rate_below=shape.no_rate_below,
        deviation=shape.deviation,
        citations=tuple(map(citation_of, shape.source)),
    )
