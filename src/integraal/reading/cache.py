"""Remember instruments that were read and found right, so that a start need not check again.

A remembered instrument can be neither stale nor unsafe. Its key is a digest of every byte it was
read from and of the code that read it; it is plain JSON with a digest of its own; and a folder
that anybody else could write to is not used. Whatever is wrong, the files are simply read again.
"""

import contextlib
import gc
import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from integraal.model.finding import Faulty
from integraal.reading.ledger import note_path
from integraal.reading.storage.atomic_write import write_atomically

VARIABLE = "INTEGRAAL_CACHE"
"""Environment variable with another folder, or `off`."""
_PACKAGE = Path(__file__).resolve().parent.parent
_OWNER_ONLY = 0o700
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MODULES = (
    "services.remembered", "services.region", "services.network", "finding", "services.help_line",
    "condition", "source", "scale", "instrument",
)  # fmt: skip
"""Where the classes are of what is remembered: no others are made. What a search needs is first,
so that the rest is not loaded for it."""
_DAY, _ROWS = "day", "rows"
_Known = TypeVar("_Known")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of remembered instruments, for one user."""

    folder: Path

    @classmethod
    def of_user(cls) -> "Cache | None":
        """Find this user's cache; None when it is turned off or there is no home."""
        chosen = os.environ.get(VARIABLE, "")
        if chosen:
            return None if chosen == "off" else cls(Path(chosen))
        base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
        with contextlib.suppress(RuntimeError):
            return cls((Path(base) if base else Path.home() / ".cache") / "integraal")
        return None

    def entry(self, path: Path, language: str, inputs: Iterable[Path]) -> "Entry | None":
        """Find the place for an instrument; None when its files cannot be read.

        Args:
            path: The instrument's file.
            language: The language it is read in; empty for that of its author.
            inputs: Every file that reading it may look at.
        """
        return self._entry(path, language or "own", language, inputs)

    def targets(self, folder: Path, language: str, inputs: Iterable[Path]) -> "Entry | None":
        """Find the place for what a service can be for; None when its files cannot be read.

        Args:
            folder: Of the instruments.
            language: In which it is told.
            inputs: Every file of the instruments, and every file that reading those may look at.
        """
        return self._entry(folder, f"targets.{language}", language, inputs)

    def listing(self, path: Path, seen_with: Iterable[str]) -> "Entry | None":
        """Find the place for a file of services; None when it cannot be read.

        Args:
            path: The file.
            seen_with: Whatever else decides what comes of it.
        """
        key = "\n".join((_code_digest(("privacy",)), *seen_with))
        return self._entry(path, "network", key, (path,))

    def _entry(self, path: Path, kind: str, key: str, inputs: Iterable[Path]) -> "Entry | None":
        digest = hashlib.sha256(f"{_code_digest()} {key}".encode())
        try:
            for file in inputs:
                raw = file.read_bytes()
                note_path(file)
                digest.update(f"\n{file.name} {len(raw)}\n".encode())
                digest.update(raw)
        except OSError:
            return None
        name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
        return Entry(self.folder / f"{name}.{kind}.json", digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one instrument is remembered, in one language; or one file of services."""

    path: Path
    key: str

    def read(self, kind: type[_Known]) -> _Known | None:
        """What is remembered, if that is exactly as it is now."""
        # Whatever is wrong with the file, reading what it was made of is always right.
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            if not (_is_ours(self.path.parent) and _is_ours(self.path)):
                return None
            key, digest, text = self.path.read_text(encoding="utf-8").split("\n", 2)
            if key != self.key or digest != hashlib.sha256(text.encode()).hexdigest():
                return None
            with _nothing_collected():
                known = _decoded(json.loads(text))
            return known if isinstance(known, kind) else None
        return None

    def write(self, known: object) -> None:
        """Remember it; where that does not work, nothing is lost."""
        text = json.dumps(_encoded(known), ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(text.encode()).hexdigest()
        with contextlib.suppress(OSError, Faulty):
            self.path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            if _is_ours(self.path.parent):
                write_atomically(self.path, f"{self.key}\n{digest}\n{text}")


@cache  # what runs in this process stays what it was when it was loaded
def _code_digest(folders: tuple[str, ...] = ("model", "reading")) -> str:
    """Digest code: without more, that which reads, and the values it makes."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted((_PACKAGE / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


@contextlib.contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage meanwhile: thousands of values come and none goes, in half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_ours(path: Path) -> bool:
    """Whether only this user can have written here."""
    found = path.lstat()
    if not hasattr(os, "getuid"):  # Windows keeps profiles apart by itself
        return True
    is_plain = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
    return is_plain and found.st_uid == os.getuid() and not found.st_mode & _OTHERS_WRITE


def _encoded(value: Any) -> Any:
    if isinstance(value, Enum):
        return {"": type(value).__name__, "value": value.value}
    if is_dataclass(value):
        named = {field.name: _encoded(getattr(value, field.name)) for field in fields(value)}
        return {"": type(value).__name__, **named}
    if isinstance(value, tuple):
        kinds = {type(item) for item in value}
        if len(value) > 1 and len(kinds) == 1 and is_dataclass(value[0]):
            return _rows(value)
        return [_encoded(item) for item in value]
    if isinstance(value, date):
        return {"": _DAY, "value": value.isoformat()}
    return value


def _rows(values: tuple[Any, ...]) -> dict[str, Any]:
    """Values of one kind, by their fields: there may be thousands, with much the same in them."""
    columns = [
        _column([getattr(value, field.name) for value in values]) for field in fields(values[0])
    ]
    return {"": _ROWS, "of": type(values[0]).__name__, "columns": columns}


def _column(values: list[Any]) -> list[Any]:
    """Each value once, and which of them stands in each row; what is equal may differ in kind."""
    once = {repr(value): value for value in values}
    number = {name: at for at, name in enumerate(once)}
    return [list(map(_encoded, once.values())), [number[repr(value)] for value in values]]


@cache
def _class(name: str) -> Any:
    """The class of this name, of those that can be remembered; KeyError where there is none."""
    for module in _MODULES:
        found = vars(import_module(f"integraal.model.{module}")).get(name)
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
    raise KeyError(name)


def _decoded(data: Any) -> Any:
    if isinstance(data, dict):
        if (kind := data.pop("")) == _DAY:
            return date.fromisoformat(data["value"])
        if kind == _ROWS:
            columns = ((tuple(map(_decoded, once)), at) for once, at in data["columns"])
            read = (map(once.__getitem__, at) for once, at in columns)
            return tuple(map(_class(data["of"]), *read))
        made = _class(kind)
        return made(**{name: _decoded(value) for name, value in data.items()})
    if isinstance(data, list):
        return tuple(_decoded(item) for item in data)
    return data
