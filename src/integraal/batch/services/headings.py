"""Find which column of a list says what, by what people call it in any language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from integraal.batch.services.vocabulary import letters
from integraal.model.services.row import COLUMNS
from integraal.words.words import LANGUAGES, Words

_ALIKE = 0.82
"""How much of two names is the same, of 1, where one is a slip of the other."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody said of the columns and the cells of their lists."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """The column that a heading is, by the letters of the heading."""
    left_out: frozenset[str] = frozenset()
    """The letters of headings that say nothing of services here."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By column, what a text stands for in it."""


@dataclass(frozen=True, slots=True)
class Headings:
    """What the columns of a list are."""

    columns: Mapping[int, str]
    """By their place, counted from 1."""
    unknown: tuple[str, ...]
    """Headings that are like none."""
    near: Mapping[str, str]
    """Headings that are nearly one, with the column that they could be."""

    @property
    def are_of_services(self) -> bool:
        """Whether they are the head of a list of services: its name, and something else of it."""
        known = {*self.columns.values(), *self.near.values()}
        return "name" in known and len(known) > 1


def called() -> dict[str, str]:
    """The column of each name that people have for one, by its letters."""
    found = {letters(column): column for column in COLUMNS}
    for language in LANGUAGES:
        say = Words(language)
        for column in COLUMNS:
            for name in say(f"listing.called.{column}").split(", "):
                found.setdefault(letters(name), column)
    return found


def headings(names: Mapping[int, str], known: Mapping[str, str], chosen: Chosen) -> Headings:
    """Find what columns are.

    Args:
        names: What stands above each, by its place.
        known: What columns are called (`called`).
        chosen: What somebody said of them, which goes first.
    """
    columns: dict[int, str] = {}
    unknown, near = [], {}
    own = {at: chosen.columns.get(letters(name), "") for at, name in names.items()}
    for at, name in names.items():
        column = own[at] or known.get(letters(name), "")
        # Where somebody said which heading is a column, no other one is taken for it.
        is_free = column not in columns.values() and (own[at] or column not in own.values())
        if letters(name) in chosen.left_out or not name.strip():
            continue
        if column and is_free:
            columns[at] = column
        elif not column and (meant := _nearest(name, known)):
            near[name] = meant
        else:
            unknown.append(name)
    return Headings(columns, tuple(unknown), near)


def head_of(
    rows: Sequence[tuple[int, Mapping[int, str]]], known: Mapping[str, str], chosen: Chosen
) -> tuple[int, Headings] | None:
    """Find the row with the names of the columns: that with the most of them; None where none is.

    Args:
        rows: The first of a sheet, each with its number.
        known: As for `headings`.
        chosen: Likewise.
    """
    read = [(number, headings(texts, known, chosen)) for number, texts in rows]
    good = [each for each in read if each[1].are_of_services]
    return max(good, key=lambda each: len(each[1].columns), default=None)


def _nearest(name: str, known: Mapping[str, str]) -> str:
    typed = letters(name)
    if len(typed) < _SHORTEST:
        return ""
    near = get_close_matches(typed, known, n=1, cutoff=_ALIKE)
    return known[near[0]] if near else ""
