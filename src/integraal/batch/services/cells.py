"""What stands in cells of a row: a text, several, yes or no; and the ids that are made of them."""

import re
from collections.abc import Container, Mapping, Sequence
from itertools import count

from integraal.model.services.row import Cell
from integraal.network.search import folded

BETWEEN = ("\n", ";", ",")
"""Signs between texts in one cell; the first that is there counts."""
_YES = frozenset(["ja", "yes", "oui", "j", "y", "x", "1", "true", "waar", "vrai", "sleutelpunt"])
_NO = frozenset(["nee", "no", "non", "n", "0", "false", "onwaar", "faux"])
_UNSAID = frozenset(["", "-"])
_NOT_AN_ID = re.compile(r"[^a-z0-9]+")
ID = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no file of ours can hold."""


def text_in(cells: Mapping[str, Cell], column: str) -> str:
    """The one text of a column."""
    cell = cells.get(column, "")
    return cell if isinstance(cell, str) else "; ".join(cell)


def texts_in(cells: Mapping[str, Cell], column: str) -> tuple[str, ...]:
    """The texts of a column, each once."""
    cell = cells.get(column, "")
    between = (*BETWEEN, "/") if column == "languages" else BETWEEN
    found = parts(cell, between) if isinstance(cell, str) else cell
    return tuple(dict.fromkeys(part for part in found if part))


def parts(text: str, between: Sequence[str]) -> list[str]:
    """The parts of a text, by the first of these signs that is in it."""
    sign = next((each for each in between if each in text), "\n")
    return [part.strip() for part in text.split(sign)]


def yes_or_no(text: str) -> bool | None:
    """Whether a text says yes or no; None where it says neither of them.

    Raises:
        ValueError: where it says something else.

    >>> yes_or_no("Ja"), yes_or_no("non"), yes_or_no("-")
    (True, False, None)
    """
    said = text.strip().casefold()
    if said not in _YES | _NO | _UNSAID:
        raise ValueError(text)
    return None if said in _UNSAID else said in _YES


def cleaned(cell: Cell) -> Cell:
    """A cell without what no file of ours can hold."""
    if isinstance(cell, str):
        return _CONTROL.sub("\ufffd", cell).replace("\x85", "\n").strip()
    return tuple(filter(None, (str(cleaned(each)) for each in cell)))


def slug(name: str) -> str:
    """An id that a name can have.

    >>> slug("Taal- en ontmoetingscafé"), slug("...")
    ('taal-en-ontmoetingscafe', 'dienst')
    """
    return _NOT_AN_ID.sub("-", folded(name)).strip("-")[:60].strip("-") or "dienst"


def free(wanted: str, there: Container[str]) -> str:
    """The id, or the first that is free after it."""
    tried = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in there else next(each for each in tried if each not in there)
