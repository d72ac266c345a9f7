"""Refuse a workbook that is larger than any can be, before a reader makes room for all of it.

A few kilobytes can hold a cell in row 2,000,000,000, or unpack to a disk full of nothing. What a
sheet holds is not looked at here.
"""

import codecs
import re
import zipfile
import zlib
from pathlib import Path

from integraal.model.finding import faulty

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""As many as a sheet can have in Excel and LibreOffice."""
MOST_UNPACKED = 4 << 30
"""Bytes: a full sheet of fifty columns takes half of it."""
DENSEST, SMALL = 300, 64 << 20
"""So many times as large a part is when it is unpacked, at the most; a full sheet is 30 times. Of
a part that is small even then, it is no matter."""
_BEYOND_ROW = (
    r"(?:\d{8,}|[2-9]\d{6}|1[1-9]\d{5}|10[5-9]\d{4}|1049\d{3}|1048[6-9]\d\d"
    r"|10485(?:7[7-9]|[89]\d))"
)
_BEYOND_COLUMN = "(?:[A-Z]{4,}|[YZ][A-Z]{2}|X[G-Z][A-Z]|XF[E-Z])"
# A number that is written with entities is written so as not to be found.
_BEYOND = re.compile(
    rf"""(?<=\s)r\s*=\s*["'](?:[A-Z]*0*{_BEYOND_ROW}["']|{_BEYOND_COLUMN}\d|[^"'<>]*&)""".encode()
)
_SUSPECT = re.compile(rb"""r(?:="(?:[A-Z]*[0-9]{7}|[A-Z]{3}|[A-Z0-9]*&)|='|\s+=)""")
"""Looks far less closely, in a tenth of the time; it misses nothing of `_BEYOND`."""
_PIECE_BYTES, _LONGEST = 1 << 20, 64
_ROWS, _SHORTER = (b"<row", b":row"), 3
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def check_bounds(path: Path) -> None:
    """Look at how large the sheets of a workbook are.

    What is no workbook at all is said by whoever reads it.

    Raises:
        Faulty: if one is larger than a sheet can be, or the whole unpacks to too much.
    """
    try:
        with zipfile.ZipFile(path) as parts:
            _check_size(path, parts)
            for name in parts.namelist():
                if "/worksheets/" in name and name.endswith(".xml"):
                    _check_sheet(path, parts, name)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return


def _check_size(path: Path, parts: zipfile.ZipFile) -> None:
    listed = parts.infolist()
    in_all = sum(part.file_size for part in listed)
    is_dense = any(part.file_size > max(SMALL, DENSEST * part.compress_size) for part in listed)
    if in_all > MOST_UNPACKED or is_dense:
        # In GB: four digits and MB are a postcode, which the guard would not let anybody say.
        size, most = f"{in_all / (1 << 30):.1f} GB", f"{MOST_UNPACKED >> 30} GB"
        raise faulty("unpacks-too-large", path, size=size, most=most, times=DENSEST)


def _check_sheet(path: Path, parts: zipfile.ZipFile, name: str) -> None:
    rows, last = 0, b""
    with parts.open(name) as part:
        while piece := part.read(_PIECE_BYTES):
            text = last + piece
            if text.startswith(_UTF16):
                raise faulty("unreadable-table", path, reason="UTF-16")
            # No row that was counted before is whole in so short an end of it.
            begun = last[-_SHORTER:] + piece
            rows += sum(begun.count(row) for row in _ROWS)
            is_beyond = _SUSPECT.search(text) and _BEYOND.search(text)
            if rows > MOST_ROWS or is_beyond:
                raise faulty("sheet-too-large", path, rows=MOST_ROWS, columns=MOST_COLUMNS)
            last = piece[-_LONGEST:]
