"""Look into folders for all that is about people: cases, what was made of them, tables."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.model.finding import Faulty, Finding
from integraal.model.keeping.kept import Found, Kept, Sort
from integraal.model.keeping.mark import digest
from integraal.privacy.retention import state_of
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
        if place is None and _is_table(path):
            return self._table(path, day)
        return None

    def _table(self, path: Path, day: date) -> Kept | None:
        from integraal.batch.table.kept_rows import seen_table

        connection, scratch = self.database
        seen = seen_table(connection, path, scratch, self.case)
        if seen is None:
            return None
        self.tables[str(path)] = seen
        state = state_of(seen.keep_until, day)
        return Kept(str(path), seen.sort, seen.cases, seen.count, seen.keep_until, state)

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

        seen = self.tables.get(path)
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


def _is_table(path: Path) -> bool:
    ending = path.suffix.lower()
    return (Path(path.stem).suffix.lower() if ending == _GZIP else ending) in _TABLES
