"""Rewrite delimited text so that DuckDB can read it: in UTF-8, each name on one line.

What it would lose without a word is refused.
"""

import codecs
import csv
import io
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from integraal.batch.columns import is_head
from integraal.model.finding import Place, faulty

DELIMITERS = ",;\t|"
TITLE_LINES = 20
"""So many lines are looked at for the names of the columns."""
LINE_BYTES = 1_000_000
"""A longer line is a reject."""
BUFFER_BYTES = 8 * LINE_BYTES
"""A line longer than this is lost, and after so many blank ones so may be what follows."""
_BLANK_BYTES = 1 << 18
_SAMPLE_BYTES = 4 * 1024 * 1024
_SEP = re.compile(r"\"?sep=(.)\"?[,;\t]*\r?\n?", re.IGNORECASE)
_STRAY, _BEYOND_ASCII = re.compile("[\udc80-\udcff]"), re.compile("[^\0-\x7f\udc80-\udcff]")
"""A byte that is no UTF-8, and a sign that only UTF-8 writes in several bytes."""
_WIDE = (
    (re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff"), "utf-32"),
    (re.compile(rb"\xff\xfe|\xfe\xff"), "utf-16"),
    (re.compile(rb"([\x09-\x7f]\0){4}"), "utf-16-le"),
    (re.compile(rb"(\0[\x09-\x7f]){4}"), "utf-16-be"),
)
"""How a text begins whose signs have two or four bytes: with a mark, or with letters and zeros."""


def encoding_of(path: Path) -> tuple[str, int]:
    """Tell UTF-8, UTF-16, UTF-32 and Windows-1252 apart by the whole of a file.

    Returns: The encoding, and of UTF-8 how many bytes are none: a stray one does not make all the
    others wrong.
    """
    good = stray = 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with path.open("rb") as file:
        top = file.peek(8)
        for begin, name in _WIDE:
            if begin.match(top):
                return name, 0
        while piece := file.read(_SAMPLE_BYTES):
            text = decoder.decode(piece)
            if not text.isascii():
                stray += len(_STRAY.findall(text))
                good += len(_BEYOND_ASCII.findall(text))
    stray += len(decoder.decode(b"", final=True))
    # Windows-1252 is what Excel calls CSV; it holds all of Latin-1 that is text.
    return ("utf-8", stray) if good >= stray else ("windows-1252", 0)


def check_lines(path: Path, called: Path, most: int = BUFFER_BYTES // 2) -> None:
    """Look whether a line, or blank ones together, are too long for anything to be said of them.

    Args:
        path: A text in UTF-8.
        called: The same table by the name that its user knows.
        most: Bytes that a line may have. Blank lines together have half a megabyte at most.

    Raises:
        Faulty: naming the line.
    """
    ends = length = 0
    with path.open("rb") as file:
        while piece := file.read(_BLANK_BYTES):
            begin = piece.replace(b"\r", b"\n")
            place = Place(str(called), ends + 1, 1)
            if len(piece) == _BLANK_BYTES and not begin.strip(b"\n"):
                raise faulty("too-many-blank-lines", place)
            at = begin.find(b"\n")
            if length + (at if at >= 0 else len(piece)) > most:
                raise faulty("record-too-long", place, count=1, most=most)
            length = length + len(piece) if at < 0 else len(piece) - begin.rfind(b"\n") - 1
            ends += max(piece.count(b"\n"), piece.count(b"\r"))


def has_mixed_line_endings(path: Path) -> bool:
    r"""Whether lines end in more than one way, as where two files were put together.

    DuckDB takes the first way for all, and then loses lines. A text in a cell may have ends of its
    own, so this is so for good tables as well.
    """
    ends = returns = both = 0
    last = b""
    with path.open("rb") as file:
        while piece := file.read(_SAMPLE_BYTES):
            ends += piece.count(b"\n")
            returns += piece.count(b"\r")
            both += piece.count(b"\r\n") + (last == b"\r" and piece[:1] == b"\n")
            last = piece[-1:]
    kinds = (both, ends - both, returns - both)
    return sum(kind > 0 for kind in kinds) > 1


def reencode(path: Path, encoding: str, target: Path) -> Path:
    """Rewrite a text in UTF-8, with one kind of line ending; a byte that stands for nothing
    becomes a replacement sign.
    """
    with (
        path.open(encoding=encoding, errors="replace") as old,
        target.open("w", encoding="utf-8", newline="") as new,
    ):
        shutil.copyfileobj(old, new)
    return target


@dataclass(frozen=True, slots=True)
class Top:
    """What stands above the names of the columns."""

    lines: int = 0
    passed: int = 0
    """How many of these lines have anything on them that people wrote."""
    delimiter: str = ""
    """The sign between columns, where it is known by then."""


def below_the_top(path: Path, target: Path) -> tuple[Path, Top]:
    """Rewrite a table without what stands above the names of its columns.

    That is the line `sep=;` by which Excel is told the sign between columns, and titles: what has
    no column of the cases, above a line that has it.

    Returns: The table to read, which is the same where nothing stands above.
    """
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as old:
        begin = [old.readline(LINE_BYTES) for _ in range(TITLE_LINES)]
        top = top_of(begin)
        if not top.lines:
            return path, top
        with target.open("w", encoding="utf-8", newline="") as new:
            new.writelines(begin[top.lines :])
            shutil.copyfileobj(old, new)
    return target, top


def top_of(begin: Sequence[str]) -> Top:
    """Find what stands above the names of the columns, in the first lines of a table."""
    sep = _SEP.fullmatch(begin[0]) if begin else None
    if sep is not None:
        return Top(1, 0, sep[1])
    for number, line in enumerate(begin):
        if is_head(_record(line, delimiter_of(line))):
            passed = sum(bool(above.strip('\r\n \t,;|"')) for above in begin[:number])
            return Top(number, passed)
    return Top()


def delimiter_of(line: str) -> str:
    """The sign that stands between the names of columns."""
    return max(DELIMITERS, key=line.count)


def header_of(path: Path, delimiter: str = "") -> tuple[list[str], str]:
    """Read the names of the columns as they stand there, and the sign between them.

    A sign at the end of the line begins no column where the rows have none there either.
    """
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        begin = file.read(LINE_BYTES)
    delimiter = delimiter or delimiter_of(begin.split("\n", 1)[0])
    # A name may have a line break in it, between quotes.
    records = csv.reader(io.StringIO(begin, newline=""), delimiter=delimiter)
    header, row = next(records, []), []
    with suppress(csv.Error):  # a cell that is too long for a name, and for more than a look
        row = next(filter(None, records), [])
    while row and len(header) > len(row) and not header[-1].strip():
        header.pop()
    return header, delimiter


def _record(line: str, delimiter: str) -> list[str]:
    with suppress(csv.Error):
        return next(csv.reader([line], delimiter=delimiter), [])
    return []


def flatten_header(path: Path, delimiter: str, target: Path) -> Path:
    """Rewrite a table with the names of its columns each on one line.

    DuckDB loses count after a heading with a line break in it.
    """
    with (
        path.open(encoding="utf-8-sig", newline="", errors="replace") as old,
        target.open("w", encoding="utf-8", newline="") as new,
    ):
        plain = [" ".join(name.split()) for name in next(csv.reader(old, delimiter=delimiter))]
        rest = old.readline()
        end = "\r\n" if rest.endswith("\r\n") else "\n"
        csv.writer(new, delimiter=delimiter, lineterminator=end).writerow(plain)
        new.write(rest)
        shutil.copyfileobj(old, new)
    return target
