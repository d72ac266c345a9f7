"""Look into folders for all that is about people: cases, what was made of them, tables."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.model.finding import Faulty, Finding
from integraal.model.keeping.kept import Found, Kept, Sort, State
from integraal.model.keeping.mark import digest
from integraal.privacy.retention import state_of
from integraal.reading.files import MAX_BYTES, check_utf8
from integraal.reading.kept.marked_file import seen_in
from integraal.reading.kept.removal import on_their_way
from integraal.reading.kept.walk import Walk, place_of_left
from integraal.reading.storage.scratch import scratch_folder
from integraal.reading.storage.standing import Standing, standing

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from integraal.batch.table.kept_rows import TableSeen

_TABLES = (".csv", ".tsv", ".parquet", ".xlsx", ".jsonl", ".ndjson")
_GZIP = ".gz"


@dataclass
class Survey:
    """Walks through folders; opens a database only where there is a table."""

    named: Sequence[str]
    case: str = ""
    """Only what is about this case, where one is named."""
    tables: dict[str, "TableSeen"] = field(default_factory=dict)
    stood: dict[str, Standing] = field(default_factory=dict)
    """What each file was when it was looked into."""
    unread: list[Finding] = field(default_factory=list)
    _stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    _opened: "tuple[DuckDBPyConnection, Path] | None" = None

    def __enter__(self) -> "Survey":
        """Begin; what must be written down for it is cleared away at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the database, if there was one."""
        self._stack.close()

    def found(self) -> Found:
        """Look into every file."""
        walk, kept, others = Walk(self.named), [], 0
        busy, day = on_their_way(), date.today()
        for path in walk.files():
            if path.absolute() in busy:
                continue
            try:
                one = self._kept(path, day)
            except Faulty as faulty:
                self.unread.extend(faulty.findings)
                continue
            if one is None:
                others += not path.name.startswith(".")
            elif not self.case or self._is_about(one):
                kept.append(one)
        self.unread += [
            Finding.at("unreadable-file", name, reason=error.strerror or str(error))
            for name, error in walk.shut
        ]
        return Found(day, tuple(kept), others, tuple(self.unread), tuple(walk.links))

    def _is_about(self, one: Kept) -> bool:
        return not {self.case, digest(self.case)}.isdisjoint(one.cases)

    def _kept(self, path: Path, day: date) -> Kept | None:
        place = place_of_left(path)
        if place is None and path.name.startswith("."):
            return None
        ending = (place or path).suffix.lower()
        self.stood[str(path)] = standing(path)
        seen = seen_in(path, ending)
        if seen is not None:
            sort = Sort.LEFT if place else seen.sort
            state = state_of(seen.keep_until, day)
            count = len(seen.cases)
            return Kept(str(path), sort, seen.cases, count, seen.keep_until, state, seen.sure)
        if _is_table(place or path):
            return self._table(path, place, day)
        return _form(path) if _is_filled(path) else None

    def _table(self, path: Path, place: Path | None, day: date) -> Kept | None:
        seen = self._seen(path, place)
        if seen is None or seen.sort is Sort.TABLE:
            from integraal.cli.panel.filled_tables import sheet_in

            if (sheet := None if place else sheet_in(path)) is not None:
                return None if all(mark.is_blank for mark in sheet.marks) else _form(path)
        if seen is None or (place and seen.sort is Sort.TABLE):
            return None
        sort = Sort.LEFT if place else seen.sort
        self.tables[str(path)] = seen
        state = state_of(seen.keep_until, day)
        return Kept(str(path), sort, seen.cases, seen.count, seen.keep_until, state)

    def _seen(self, path: Path, place: Path | None = None) -> "TableSeen | None":
        """Look into a table; what is on its way to a place is read as what comes there.

        Raises:
            Faulty: if it cannot be read.
        """
        import duckdb

        from integraal.batch.table.kept_rows import seen_table
        from integraal.batch.table.source import unreadable

        check_utf8(path)
        connection, scratch = self.database
        read = path
        try:
            if place is not None:
                read = scratch / f"left{place.suffix.lower()}"
                read.unlink(missing_ok=True)
                read.symlink_to(path.absolute())
            return seen_table(connection, read, scratch, self.case)
        except (duckdb.Error, RuntimeError, OSError) as error:
            raise unreadable(path, str(error)) from None
        except Faulty as faulty:
            raise Faulty([_named(finding, read, path) for finding in faulty.findings]) from None

    @property
    def database(self) -> "tuple[DuckDBPyConnection, Path]":
        """A database, and a folder for what must be written down."""
        if self._opened is None:
            import duckdb

            scratch = self._stack.enter_context(scratch_folder())
            opened = duckdb.connect(config={"temp_directory": str(scratch)})
            connection = self._stack.enter_context(opened)
            self._opened = connection, scratch
        return self._opened

    def rows(self, path: str) -> Iterator[dict[str, str]]:
        """The rows of the case in a table."""
        from integraal.batch.table.kept_rows import rows_of

        # Anew: what is written down of one table takes the place of what was of another.
        seen = self._seen(Path(path)) if path in self.tables else None
        if seen is not None and seen.column:
            yield from rows_of(self.database[0], seen, self.case)

    def write_without(self, path: str) -> None:
        """Write a result anew without the case.

        Raises:
            Faulty: if that cannot be done.
            OSError: if it cannot be written.
        """
        from integraal.batch.table.kept_rows import write_without

        write_without(self.database[0], Path(path), self.tables[path], self.case)


def _form(path: Path) -> Kept:
    return Kept(str(path), Sort.FORM, (), 0, None, State.NO_DAY)


def _is_filled(path: Path) -> bool:
    """Whether a file is a form of ours on which somebody ticked or wrote anything."""
    if path.stat().st_size > MAX_BYTES:
        return False
    match path.suffix.lower():
        case ".docx":
            from integraal.exchange.word_form import read_word

            form = read_word(path.read_bytes())
        case ".html" | ".htm":
            from integraal.exchange.web_form import read_web

            form = read_web(path.read_bytes())
        case _:
            return False
    return form is not None and form.is_filled and bool(form.checks)


def _named(finding: Finding, read: Path, path: Path) -> Finding:
    """Name a file as its user does."""
    is_it = finding.place.file == str(read)
    return replace(finding, place=replace(finding.place, file=str(path))) if is_it else finding


def _is_table(path: Path) -> bool:
    ending = path.suffix.lower()
    return (Path(path.stem).suffix.lower() if ending == _GZIP else ending) in _TABLES
