"""Read the sentences that the guard is held to; `sentences/README.md` says what they are."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

DAY = date(2026, 11, 30)
"""The day on which the sentences were written."""
LATER = Path(__file__).parent / "sentences" / "later.tsv"
HALVES = tuple(
    Path(__file__).parent / "sentences" / f"{half}.tsv" for half in ("tuning", "held_out")
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence, and what must be done with it."""

    tier: str
    """`block`, `warn`, or `clean`."""
    kinds: tuple[str, ...]
    language: str
    text: str


def labelled(half: Path) -> list[Labelled]:
    """Read one half of the sentences."""
    _, *lines = half.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [
        Labelled(tier, tuple(kinds.split(",")), tongue, text) for tier, kinds, tongue, text in rows
    ]
