"""Tables for a claim, and the results of them."""

import csv
from collections.abc import Iterable
from pathlib import Path


def csv_of(path: Path, lines: Iterable[str]) -> Path:
    """Write lines as a table; the first one names the columns."""
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a CSV by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
