"""Take in a list of services, or a directory in HSDS: as rows, each taken or refused, and said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integraal.batch.services.cells import slug
from integraal.batch.services.directory import read_json, read_tables
from integraal.batch.services.headings import Chosen, Headings
from integraal.batch.services.rows import Taken, taken, titled
from integraal.batch.services.sheets import Listed, read_list
from integraal.batch.services.vocabulary import letters, vocabulary
from integraal.exchange.services.hsds_rows import Read, read_hsds
from integraal.exchange.services.hsds_tables import page_of
from integraal.model.finding import Faulty, Finding, Place, faulty
from integraal.model.services.network import Target
from integraal.model.services.row import Row, Titled
from integraal.privacy.discreet import tells
from integraal.reading.services.column_maps import column_map_text, read_column_map
from integraal.reading.storage.scratch import scratch_folder
from integraal.words.words import LANGUAGES, Words

DIRECTORIES = (".json", ".zip")
_ASKED = {
    "unknown-target": ("for", "target"),
    "unknown-sector": ("sector", "sector"),
    "unknown-partner": ("kind", "partner"),
}
"""The column of a text that nothing is called, and where the finding has it, by its code."""


@dataclass(frozen=True, slots=True)
class Intaken:
    """What came of a file."""

    taken: Taken
    notes: tuple[Finding, ...]
    column_map: str = ""
    """What could be said of its columns and texts, to be kept and completed."""


def take_in(path: Path, title: str, targets: Sequence[Target], chosen: Chosen) -> Intaken:
    """Take in a file of services.

    Args:
        path: Of a list or a directory; a folder is a directory in tables.
        title: What the network is to be called; empty for its own title, or the name of the file.
        targets: What a service can be for, in every language.
        chosen: What somebody said of columns and texts.

    Raises:
        Faulty: if it cannot be read as what it is.
    """
    if path.suffix.lower() in DIRECTORIES or path.is_dir():
        return _directory(path, title, targets, chosen)
    return _list(path, title, targets, chosen)


def chosen_in(path: Path) -> Chosen:
    """What somebody said of columns and texts, in a file for that.

    Raises:
        Faulty: with every fault in it.
    """
    said = read_column_map(path)
    columns: dict[str, str] = {letters(heading): column for column, heading in said.columns.items()}
    values: dict[str, dict[str, str]] = {
        str(column): {text: meant for text, meant in texts.items() if meant}
        for column, texts in said.values.items()
    }
    return Chosen(columns, frozenset(map(letters, said.left_out)), values)


def _list(path: Path, title: str, targets: Sequence[Target], chosen: Chosen) -> Intaken:
    own = frozenset(Words(language)("template.guide") for language in LANGUAGES)
    with scratch_folder() as scratch:
        found = read_list(path, scratch, chosen, own)
    near = [
        Finding.at(
            "list-column-nearly", Place(place, 1, 1), column=name, nearest=heading_of(column)
        )
        for place, columns, _ in found.headings
        for name, column in columns.near.items()
    ]
    says = vocabulary(targets, chosen.values)
    came = taken(found.rows, _titled(path, title, None), says, found.broken)
    return Intaken(came, (*found.notes, *near), _column_map(found, came))


def heading_of(column: str) -> str:
    """What stands above a column in a template."""
    return Words("nl")(f"listing.called.{column}").split(", ")[0]


def _column_map(found: Listed, came: Taken) -> str:
    columns: dict[str, str] = {}
    left: dict[str, None] = {}
    for _, read, names in found.headings:
        columns |= {column: names[at] for at, column in read.columns.items()}
        columns |= {column: name for name, column in _likely(read).items() if column not in columns}
        left |= dict.fromkeys(read.unknown)
    texts: dict[str, dict[str, None]] = {}
    for finding in came.findings:
        if finding.code in _ASKED:
            column, name = _ASKED[finding.code]
            text = dict(finding.details)[name]
            if not tells(text):
                texts.setdefault(column, {})[text] = None
    values = {column: tuple(asked) for column, asked in texts.items()}
    return column_map_text(columns, [name for name in left if not tells(name)], values)


def _likely(read: Headings) -> dict[str, str]:
    return {name: column for name, column in read.near.items() if not tells(name)}


def _directory(path: Path, title: str, targets: Sequence[Target], chosen: Chosen) -> Intaken:
    if not path.exists():
        raise faulty("no-such-file", path)
    data: Any = read_json(path) if path.suffix.lower() == ".json" else page_of(read_tables(path))
    read = read_hsds(data)
    if read is None or not read.rows:
        raise faulty("hsds-unreadable", path, reason="services")
    rows = [
        Row(Place(f"{path} [{_named(number, cells)}]"), cells)
        for number, cells in enumerate(read.rows, 1)
    ]
    says = vocabulary(targets, chosen.values)
    came = taken(rows, _titled(path, title, read.head), says, ())
    return Intaken(came, tuple(_told(path, read)))


def _named(number: int, cells: Any) -> str:
    """By what a row of a directory can be found again."""
    name = str(cells.get("name") or cells.get("organisation") or "")
    return f"{number}" if not name or tells(name) else f"{number}: {name[:40]}"


def _told(path: Path, read: Read) -> Iterator[Finding]:
    if read.left:
        fields = ", ".join(f"{name} ({count}×)" for name, count in read.left.most_common())
        yield Finding.warning("hsds-left", path, known=fields)
    if read.people:
        yield Finding.warning("hsds-people", path, count=read.people)


def _titled(path: Path, title: str, own: Titled | None) -> Titled:
    called = title or (own.title if own else path.stem)
    return titled(path, Titled(own.id if own else slug(called), called, own.note if own else ""))


def check_near(notes: Sequence[Finding]) -> None:
    """Refuse columns that are nearly one of ours, as nobody would read what stands in them.

    Raises:
        Faulty: with each of them.
    """
    if near := [each for each in notes if each.code == "list-column-nearly"]:
        raise Faulty(near)
