"""Read a file that somebody named: only plain files of a sensible size, in UTF-8."""

import codecs
import os
import stat
from pathlib import Path

from integraal.model.finding import Faulty, Place, faulty
from integraal.reading import ledger

MAX_BYTES = 1024 * 1024
"""Far above any instrument or case; far below what hurts."""
LISTING_BYTES = 20 * MAX_BYTES
"""The same for a list of services: of a network, of a region, of a whole country's directory."""
_BEGINS = {
    b"\x1f\x8b\x08": ".gz",
    b"\x28\xb5\x2f\xfd": ".zst",
    b"BZh91AY&SY": ".bz2",
    b"\xfd7zXZ\0": ".xz",
    b"7z\xbc\xaf\x27\x1c": ".7z",
    b"PK\x03\x04": ".zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ".xls",
    b"PAR1\x15": ".parquet",
    b"%PDF-": ".pdf",
}
"""The ending that a file should have which begins so."""
_OFFICE = {".zip": ".xlsx, .docx, .zip", ".xls": ".xls, .doc"}
"""Endings of files that begin alike."""
LONGEST_BEGIN = max(map(len, _BEGINS))
"""How many bytes tell how a file begins."""


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """Read a whole text file, without a byte order mark.

    Args:
        path: The file.
        most: Bytes that it may have.

    Raises:
        Faulty: if there is no such file, it is not a plain file, may not be read, is too large
            or is no text in UTF-8.
    """
    return decoded(_read_bytes(path, most), str(path), most)


def whatever_reads(path: Path) -> str:
    """As much text as a file has; empty where there is none to have."""
    try:
        return whatever_decodes(_read_bytes(path)[:MAX_BYTES])
    except Faulty:
        return ""


def whatever_decodes(raw: bytes) -> str:
    r"""As much text as bytes hold, also where they are not UTF-8.

    >>> whatever_decodes("ja".encode("utf-16")), whatever_decodes("ja".encode("utf-16-be"))
    ('ja', 'ja')
    >>> whatever_decodes(b"direct_gevaar: ja # caf\xe9")
    'direct_gevaar: ja # caf\ufffd'
    """
    for bom in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if raw.startswith(bom):
            return raw.decode("utf-16", "replace")
    # Text in two bytes a sign, of which nobody says so, has nothing in every other byte.
    return raw.decode("utf-8-sig", "replace").replace("\0", "")


def ending_of(begin: bytes) -> str:
    r"""The ending that a file of other programs should have which begins so; else empty.

    >>> ending_of(b"%PDF-1.7"), ending_of(b"schema: integraal/case/1")
    ('.pdf', '')
    """
    return next((ending for start, ending in _BEGINS.items() if begin.startswith(start)), "")


def is_utf8(name: str | Path) -> bool:
    r"""Whether a name on the disk is text, and not bytes that stand for none.

    >>> is_utf8("caf\u00e9.yaml"), is_utf8("caf\udce9.yaml")
    (True, False)
    """
    return not any("\ud800" <= sign <= "\udfff" for sign in str(name))


def shown_name(name: str) -> str:
    r"""Write a name on the disk so that it can be read, also where it is no text.

    >>> shown_name("caf\udce9.yaml")
    'caf\\xe9.yaml'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def check_utf8(*names: str | Path) -> None:
    """Refuse names that only programs in bytes can use.

    Raises:
        Faulty: naming the first of them.
    """
    for name in names:
        if not is_utf8(name):
            raise faulty("name-not-utf8", name)


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """Read a whole file that is no text.

    Args:
        path: The file.
        most: Bytes that it may have.

    Raises:
        Faulty: as `read_text`, save that it may hold anything.
    """
    raw = _read_bytes(path, most)
    if len(raw) > most:
        raise faulty("file-too-large", path, limit=f"{most // 1024} kB")
    return raw


def decoded(raw: bytes, name: str, most: int = MAX_BYTES) -> str:
    """Turn bytes into text.

    Args:
        raw: The bytes.
        name: Of the file.
        most: How many they may be.

    Raises:
        Faulty: if they are a file of another program, too many, or not UTF-8.
    """
    if ending := ending_of(raw):
        raise faulty("other-program", name, ending=_OFFICE.get(ending, ending))
    if len(raw) > most:
        raise faulty("file-too-large", name, limit=f"{most // 1024} kB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise faulty("not-utf8", Place(name, line, 1), byte=f"0x{raw[error.start]:02x}") from None


def _read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    try:
        # Not blocking: opening a FIFO to read would otherwise wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise faulty("no-such-file", path) from None
    except IsADirectoryError:
        raise faulty("not-a-file", path) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else str(error)
        # Windows reports a folder as "permission denied"; Path.is_dir fails on too long a name.
        if os.path.isdir(path):  # noqa: PTH112
            raise faulty("not-a-file", path) from None
        raise faulty("unreadable-file", path, reason=reason) from None
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise faulty("not-a-file", path)
    ledger.note(found)
    with os.fdopen(handle, "rb") as file:
        return file.read(most + 1)
