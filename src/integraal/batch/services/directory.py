"""Read a directory of services in HSDS from its file: JSON, or tables in a zip or a folder.

What it means is not looked at here; what is too large, or says one thing twice, is refused.
"""

import csv
import json
import zipfile
import zlib
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from integraal.model.finding import Place, faulty
from integraal.reading.files import LISTING_BYTES, decoded, read_text

_MOST_FILES = 200
_NAMES = {
    "service_at_location": "service_at_location",
    "services_at_location": "service_at_location",
}


def read_json(path: Path) -> Any:
    """Read JSON.

    Raises:
        Faulty: if it is none, has a key twice in one object, or is too large or too deep.
    """
    text = read_text(path, LISTING_BYTES)
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = Place(str(path), error.lineno, error.colno)
        raise faulty("hsds-unreadable", place, reason=error.msg) from None
    except (ValueError, RecursionError) as error:
        raise faulty("hsds-unreadable", path, reason=str(error)[:80]) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("duplicate key")
    return found


def read_tables(path: Path) -> dict[str, list[dict[str, str]]]:
    """Read tables, each by the name that HSDS has for what is on one row.

    Args:
        path: A folder, or a zip.

    Raises:
        Faulty: if it cannot be read, is too large, or a row has more cells than its table.
    """
    texts = _in_folder(path) if path.is_dir() else _in_zip(path)
    found: dict[str, list[dict[str, str]]] = {}
    size = 0
    for name, text in texts:
        size += len(text)
        if size > 2 * LISTING_BYTES or len(found) > _MOST_FILES:
            raise faulty("file-too-large", path, limit=f"{2 * LISTING_BYTES // 1024} kB")
        found.setdefault(_kind(name), []).extend(_rows(f"{path}/{name}", text))
    return found


def _kind(name: str) -> str:
    """What stands on one row of a table, by the name of its file.

    >>> _kind("services.csv"), _kind("taxonomies.csv"), _kind("service_area.csv")
    ('service', 'taxonomy', 'service_area')
    """
    stem = Path(name).stem.lower()
    if stem in _NAMES:
        return _NAMES[stem]
    return f"{stem[:-3]}y" if stem.endswith("ies") else stem.removesuffix("s")


def _in_folder(path: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path.iterdir())[: _MOST_FILES + 1]:
        if file.suffix.lower() == ".csv":
            yield file.name, read_text(file, LISTING_BYTES)


def _in_zip(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(path) as parts:
            for part in parts.infolist()[: _MOST_FILES + 1]:
                name = Path(part.filename).name
                if name.lower().endswith(".csv") and not part.is_dir():
                    with parts.open(part) as file:
                        raw = file.read(LISTING_BYTES + 1)
                    yield name, decoded(raw, f"{path}/{name}", LISTING_BYTES)
    except (
        zipfile.BadZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
        zlib.error,
    ) as e:
        raise faulty("hsds-unreadable", path, reason=str(e)[:80]) from None


def _rows(place: str, text: str) -> Iterator[dict[str, str]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) > len(head):
                where = Place(place, reader.line_num, 1)
                raise faulty("row-too-wide", where, cells=len(cells), columns=len(head))
            yield dict(zip(head, cells, strict=False))
    except csv.Error as error:
        where = Place(place, reader.line_num, 1)
        raise faulty("list-unclosed", where, reason=error) from None
