"""Read in a file of which cases it is and until when it may be kept; tables are for others to read.

Nothing is taken for ours by its name: only by a schema or a mark inside it.
"""

import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from integraal.model.finding import faulty
from integraal.model.keeping.kept import Sort
from integraal.model.keeping.mark import Mark, mark_in
from integraal.reading.files import MAX_BYTES, whatever_reads
from integraal.reading.yaml_tree import Mapping as Tree
from integraal.reading.yaml_tree import compose, word

CASE_SCHEMA = "integraal/casus/1"
_OF_CASES = re.compile(r"integraal/(?:advies|verloop|vergelijk|formulier|over)/[0-9]+")
"""Schemas of data that are about cases."""
_KEY = r"^[\"'{{ ]*{}[\"']? *: *[\"']?([^\s\"',}}#]+)"
_LARGEST = 32 * MAX_BYTES
_PART = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file says of itself."""

    sort: Sort
    cases: tuple[str, ...]
    keep_until: date | None
    sure: bool = True
    """Whether all that it says could be read."""


def seen_in(path: Path, ending: str) -> Seen | None:
    """Look into a file that is no table; None where nothing of ours is in it.

    Args:
        path: The file, which may be hidden beside its place.
        ending: How the name of its place ends, in small letters.

    Raises:
        Faulty: if nobody can look into it.
    """
    read = _READERS.get(ending)
    if read is None:
        return None
    try:
        return read(path)
    except OSError as error:
        raise faulty("unreadable-file", path, reason=error.strerror or str(error)) from None


def day_in(text: str) -> date | None:
    """The day that a text is; None where it is none."""
    try:
        return date.fromisoformat(text.strip()[:10]) if text else None
    except ValueError:
        return None


def _yaml(path: Path) -> Seen | None:
    text = _text(path)
    if "integraal/casus" not in text:
        return None
    tree, findings = compose(text, str(path))
    if isinstance(tree, Tree) and not findings:
        if word(tree.get("schema")) != CASE_SCHEMA:
            return None
        day = word(tree.get("keep_until"))
        return _case(word(tree.get("casus")), day, sure=not day or day_in(day) is not None)
    # It is no YAML any more, and answers are in it all the same.
    found = {key: _key(text, key) for key in ("schema", "casus", "keep_until")}
    if found["schema"] != CASE_SCHEMA:
        return None
    return _case(found["casus"], found["keep_until"], sure=False)


def _case(name: str, day: str, *, sure: bool) -> Seen:
    return Seen(Sort.CASE, (name,) if name else (), day_in(day), sure)


def _key(text: str, key: str) -> str:
    found = re.search(_KEY.format(key), text, re.MULTILINE)
    return found[1] if found else ""


def _json(path: Path) -> Seen | None:
    text = _text(path)
    if "integraal/" not in text:
        return None
    if CASE_SCHEMA in text and (seen := _yaml(path)):
        return seen
    cases: dict[str, None] = {}
    days: list[date | None] = []
    for one in _objects(text):
        if _OF_CASES.fullmatch(str(one.get("schema"))) and (names := one.get("casus")):
            cases |= dict.fromkeys(str(names).split(", "))
            days.append(day_in(str(one.get("keep_until") or "")))
    if not cases:
        return None
    return Seen(Sort.PAGE, tuple(cases), min(filter(None, days), default=None))


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    """The objects in a file of JSON, or of JSON Lines."""
    for part in (text,) if _parsed(text) is not None else text.splitlines():
        one = _parsed(part)
        if isinstance(one, dict):
            yield one


def _parsed(text: str) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(text)
    return None


def _pdf(path: Path) -> Seen | None:
    with path.open("rb") as file:
        raw = file.read(_LARGEST)
    return _page(mark_in(raw.decode("latin-1")))


def _word(path: Path) -> Seen | None:
    try:
        with zipfile.ZipFile(path) as parts:
            if parts.getinfo(_PART).file_size > MAX_BYTES:
                return None
            return _page(mark_in(parts.read(_PART).decode("utf-8", "replace")))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return None  # no file of Word, or none that says anything of itself


def _lines(path: Path) -> Seen | None:
    """Read a page or a calendar; lines of a calendar are folded."""
    with path.open("rb") as file:
        text = file.read(_LARGEST).decode("utf-8", "replace")
    return _page(mark_in(re.sub(r"\r?\n[ \t]", "", text)))


def _page(mark: Mark | None) -> Seen | None:
    return None if mark is None else Seen(Sort.PAGE, mark.cases, mark.keep_until)


def _text(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        return ""  # no case is as large
    with path.open("rb"):
        pass  # so that what may not be read is said
    return whatever_reads(path)


_READERS: Mapping[str, Callable[[Path], Seen | None]] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".pdf": _pdf,
    ".docx": _word,
    ".html": _lines,
    ".htm": _lines,
    ".md": _lines,
    ".markdown": _lines,
    ".ics": _lines,
}
