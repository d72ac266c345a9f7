"""Tell what a file is by its name and its first bytes, which may differ.

What is packed with gzip is unpacked. Whatever else we do not read is refused with what it is.
"""

import gzip
import zipfile
import zlib
from pathlib import Path

from integraal.batch.table.sheet_bounds import DENSEST, SMALL
from integraal.model.finding import Faulty, faulty
from integraal.reading.files import LONGEST_BEGIN, ending_of

FORMS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
}
"""The form of a table, by how its name ends."""
_GZIP = ".gz"
_PIECE_BYTES = 1 << 20
_UNPACKED = ("csv", "jsonl")
"""Forms that are read from a file that is packed with gzip."""
_OLD = "Excel 97-2003 (.xls)"
_WORKBOOKS = {
    ".xls": _OLD,
    ".xlsb": "Excel binary (.xlsb)",
    ".xlsm": "Excel (.xlsm)",
    ".ods": "OpenDocument (.ods)",
    ".numbers": "Apple Numbers",
}
_PACKED = {".zst": "zstd", ".bz2": "bzip2", ".xz": "xz", ".zip": "zip", ".7z": "7z", _GZIP: "gzip"}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""A workbook with a password is kept in the form of an old one, under this name."""


def form_of(path: Path) -> str:
    """Tell the form of a table by its name.

    Raises:
        Faulty: if it is none that we know.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise not_read(path, path.suffix.lower())
    return form


def not_read(path: object, ending: str, known: str = ", ".join(FORMS)) -> Faulty:
    """The finding that we do not read what is called so; of many we know what they are.

    Args:
        path: Of the file.
        ending: Of its name, or of the name that it should have.
        known: The endings of what we do read.
    """
    if ending in _WORKBOOKS:
        return faulty("other-workbook", path, form=_WORKBOOKS[ending])
    if ending in _PACKED:
        return faulty("packed-table", path, form=_PACKED[ending])
    return faulty("unknown-form", path, known=known)


def as_it_is(path: Path, scratch: Path) -> tuple[Path, str]:
    """Find what to read of a table, and its form; what is packed with gzip is unpacked.

    Args:
        path: The table.
        scratch: A folder for what is unpacked.

    Raises:
        Faulty: if it is something that we do not read, whatever it is called.
    """
    is_packed = path.suffix.lower() == _GZIP and Path(path.stem).suffix.lower() in FORMS
    form = form_of(Path(path.stem) if is_packed else path)
    ending = begin_of(path)
    if ending == _GZIP and form in _UNPACKED:
        return _unpacked(path, scratch / f"unpacked.{form}"), form
    if is_packed:
        raise not_read(path, _GZIP)
    if ending and ending != f".{form}":
        raise _misnamed(path, ending)
    return path, form


def begin_of(path: Path) -> str:
    """The ending that a file should have by how it begins; empty where that says nothing."""
    with path.open("rb") as file:
        found = ending_of(file.read(LONGEST_BEGIN))
    return _zipped(path) if found == ".zip" else found


def _zipped(path: Path) -> str:
    """The ending that a file of several parts should have."""
    try:
        with zipfile.ZipFile(path) as parts:
            names = parts.namelist()
    except (zipfile.BadZipFile, OSError):
        return ""  # what is wrong with it is said by whoever reads it
    if "mimetype" in names and "content.xml" in names:
        return ".ods"
    if "[Content_Types].xml" not in names:
        return ".zip"
    return ".xlsb" if any(name.endswith("workbook.bin") for name in names) else ".xlsx"


def _misnamed(path: Path, ending: str) -> Faulty:
    """The finding that a file is something else than its name says."""
    if ending == ".xls" and _LOCKED in path.read_bytes():
        return faulty("locked-workbook", path)
    if ending in FORMS or ending == ".pdf":
        return faulty("other-form", path, ending=path.suffix, form=ending)
    return not_read(path, ending)


def _unpacked(path: Path, target: Path) -> Path:
    try:
        most = max(SMALL, DENSEST * path.stat().st_size)
        with gzip.open(path) as packed, target.open("wb") as file:
            while piece := packed.read(_PIECE_BYTES):
                file.write(piece)
                if file.tell() > most:
                    raise faulty("gzip-too-large", path, times=DENSEST)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise faulty("unreadable-table", path, reason=str(error)) from None
    return target
