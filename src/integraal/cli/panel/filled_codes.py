"""Read a text in which somebody typed over what stands on paper: `K07 c 2 why`, a line a case."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from integraal.batch.table.delimited_text import encoding_of
from integraal.cli.panel.own_letters import letters_in
from integraal.exchange.filled_form import checks_in
from integraal.model.finding import Finding, Place, faulty
from integraal.model.study.filled import FilledMark, FilledSheet
from integraal.model.study.ratings import Sureness
from integraal.panel.understood import NONE, Understood
from integraal.reading.files import ending_of, read_bytes

_LINE = re.compile(r"\s*(k\s?\d{1,3})(?!\d)[\s:;.,\-\u2013]*(.*)", re.I)
_GLUED = re.compile(r"([a-z]{1,2})\s?-?([123])(?!\w)(.*)", re.I)
_FIELDS = re.compile(r"([^;]{1,40}?)\s*;\s*([123]?)\s*(?:;\s*(.*))?")
"""A mark, how sure and why, as in a table; what follows the mark is no second mark."""
_HEAD = re.compile(r"\s*\w{3,12}\s+([a-z]{1,2})\s*", re.I)
_JOINS = ("of", "en", "or", "and", "ou", "et", "tot", "/", "-", "\u2013", "+", "&")
_SURE = tuple(str(each.value) for each in Sureness)


def read_codes(
    path: Path, rater: str, understood: Understood
) -> tuple[FilledSheet, tuple[Finding, ...]]:
    """Read a text with codes.

    Args:
        path: The file.
        rater: The letter that it is named by.
        understood: What can be marked.

    Returns: The sheet, and a finding for each line that is no code; each is a mark that is not
        taken.

    Raises:
        Faulty: if it is no text.
    """
    raw = read_bytes(path)
    if ending := ending_of(raw):
        raise faulty("other-program", path, ending=ending)
    text = raw.decode(encoding_of(path)[0], "replace").removeprefix("\ufeff")
    marks, strange = list[FilledMark](), list[Finding]()
    for number, line in enumerate(text.splitlines(), 1):
        place = Place(str(path), number, 1)
        found = _LINE.fullmatch(line)
        if found:
            marks.append(_mark(place, found[1], found[2].strip(), understood))
        elif line.strip() and not _is_passed(line, rater):
            strange.append(Finding.at("panel-no-code", place))
    return FilledSheet(str(path), rater, checks_in(text), tuple(marks), letters_in(text)), tuple(
        strange
    )


def _is_passed(line: str, rater: str) -> bool:
    """Whether a line is a remark, or says whose sheet it is."""
    head = _HEAD.fullmatch(line)
    is_head = head is not None and head[1].upper() == rater
    return is_head or line.lstrip().startswith("#") or bool(checks_in(line))


def _mark(place: Place, case: str, rest: str, understood: Understood) -> FilledMark:
    if fields := _FIELDS.fullmatch(rest):
        rest = " ".join(filter(None, fields.groups()))
    glued = _GLUED.fullmatch(rest)
    if glued and understood.is_sign(glued[1]):
        return FilledMark(place, case, (glued[1],), (glued[2],), _reason(glued[3]))
    words = rest.split()
    if not words:
        return FilledMark(place, case)
    taken = sum(1 for _ in _marked(words, understood))
    marked = " ".join(words[:taken]).rstrip(",;:.")
    behind = words[taken:]
    if behind and behind[0].strip(",;:.()") in _SURE:
        return FilledMark(
            place, case, (marked,), (behind[0].strip(",;:.()"),), _reason(" ".join(behind[1:]))
        )
    return FilledMark(place, case, (marked,), (), _reason(" ".join(behind)))


def _marked(words: Sequence[str], understood: Understood) -> Iterator[str]:
    """The first words, which say what is marked: a sign or a name, and what is joined to it."""
    yield words[0]
    joined = words[0].endswith((",", "/", "+"))
    for at, word in enumerate(words[1:], 1):
        is_next = at + 1 < len(words) and _is_mark(words[at + 1], understood)
        if (joined and _is_mark(word, understood)) or (word.casefold() in _JOINS and is_next):
            yield word
            joined = word.endswith((",", "/", "+")) or word.casefold() in _JOINS
        else:
            return


def _is_mark(word: str, understood: Understood) -> bool:
    """Whether a word is a mark; a number alone says rather how sure somebody is."""
    bare = word.strip(",;:.()/+")
    return bare != NONE and not bare.isdigit() and not understood.marked([bare])[1] and bool(bare)


def _reason(text: str) -> str:
    return text.strip().lstrip(",;:.-\u2013 ")
