"""Part a line into pieces: what stands for a question, and what was typed behind it.

It knows which questions there are, and not what answers them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from integraal.cli.interview.box_signs import read_behind
from integraal.model.codes import MARKED_BY, NONE_CODE, option_signs, question_codes
from integraal.model.instrument import Instrument
from integraal.words.words import LANGUAGES, Words, typed_in_any_language

_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("'\"`´’‘“”„«»", " ")})
_IS_NOT = re.compile("!=|<>|=/=")
_CODE = re.compile(r"([^\W\d_]+)([-. ]?)([0-9]+)")
_ONE_IN_LETTERS = re.compile(r"(?<![^\W\d_])([a-zA-Z])[lI](?=\s?[-.:=]\s?(?:[a-zA-Z0](?!\w)|\?))")
"""A small L or a capital i where the number of a question stands: `Bl-b`."""
_UNTICKED = re.compile(r"(?:\[\s*\]|\(\s*\)|[☐○◯□])\s*$")
_MARKED_BY = {"family": "family", "professional": "we"}
"""Whose estimate a question asks for, and the column of the ladder in which they mark it."""
_LONGEST = 2
"""Letters of a section: `A`, or `AA` after the twenty-sixth."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A question as it was named, and what stands behind it."""

    typed: str
    """All of it, as people wrote it."""
    behind: str = ""
    question: str | None = None
    """Its id; None where there is no such question."""
    is_named: bool = False
    """Whether there is a code at all; what comes before the first of a line has none."""
    is_mark: bool = False
    """Whether it is a cross on the ladder, and what is behind it a level."""
    is_doubted: bool = False
    """Whether an empty box stands before it, or a number that it may belong to."""


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    end: int
    question: str | None
    behind: str = ""
    is_mark: bool = False
    is_doubted: bool = False


def normal(line: str) -> str:
    """Write signs that look the same in one way: dashes, quotes, wide letters, odd spaces."""
    return _IS_NOT.sub("≠", unicodedata.normalize("NFKC", line).translate(_SIGNS))


def pieces(instrument: Instrument, line: str, last: str | None = None) -> Iterator[Piece]:
    """Part a line at every code and every cross on the ladder.

    Args:
        instrument: Whose codes they are.
        line: As `normal` gives it.
        last: Id of the question that was named before it.

    >>> from integraal.reading.library import Library
    >>> form = Library().instrument("voor-wie-doen-we-wat")
    >>> [(piece.question, piece.behind) for piece in pieces(form, "C3-a, cC4b")]
    [('leefgebieden', '-a, c'), ('draaglast', 'b')]
    """
    by_code = {code: name for name, code in question_codes(instrument).items()}
    line = _ONE_IN_LETTERS.sub(lambda found: _with_one(found, by_code), line)
    marks = list(_marks(instrument, line))
    codes = _codes(instrument, line, by_code, last)
    apart = (code for code in codes if not any(m.start <= code.start <= m.end for m in marks))
    heads = sorted((*apart, *marks), key=lambda head: head.start)
    ends = [*(head.start for head in heads), len(line)]
    if line[: ends[0]].strip():
        yield Piece(line[: ends[0]].strip(), line[: ends[0]])
    for head, (start, end) in zip(heads, pairwise(ends), strict=True):
        behind = head.behind + _UNTICKED.sub("", line[head.end : end])
        yield Piece(
            line[start:end].strip(" \t,;|"),
            behind,
            head.question,
            is_named=True,
            is_mark=head.is_mark,
            is_doubted=head.is_doubted or _is_unticked(line, start, end),
        )


def _is_unticked(line: str, start: int, end: int) -> bool:
    """Whether an empty box stands before a code, or at the end of the line behind it."""
    is_last = end == len(line)
    return bool(_UNTICKED.search(line[:start]) or (is_last and _UNTICKED.search(line)))


def _with_one(found: re.Match[str], by_code: dict[str, str]) -> str:
    code = f"{found[1].upper()}1"
    return f"{found[1]}1" if code in by_code else found[0]


def _codes(
    instrument: Instrument, line: str, by_code: dict[str, str], last: str | None
) -> Iterator[_Head]:
    for found in _CODE.finditer(line):
        before = line[found.start() - 1 : found.start()]
        if found[2]:
            known = by_code.get(f"{found[1].upper()}{int(found[3])}")
            is_sign = found[2] == " " and _is_sign(instrument, last, found)
            is_code = known and not (before.isalnum() or is_sign)
            head = _Head(found.start(), found.end(), known) if is_code else None
        else:
            head = _suffix(instrument, by_code, found, last)
            if head is None and len(found[1]) <= _LONGEST and not before.isalnum():
                head = _Head(found.start(), found.end(), None)
        if head is not None:
            last = head.question
            yield head


def _is_sign(instrument: Instrument, last: str | None, found: re.Match[str]) -> bool:
    """Whether a letter before a loose number may be a box of the question before it.

    "C3a c 4b" is C3 with a and c, or C4 with b.
    """
    if last is None or not found.string[: found.start()].strip():
        return False
    return found[1].casefold() in option_signs(instrument.question(last)).values()


def _suffix(
    instrument: Instrument, by_code: dict[str, str], found: re.Match[str], last: str | None
) -> _Head | None:
    """The code at the end of letters and a number: `aC4` is an a, and then C4."""
    letters, number = found[1], found[3]
    for count in range(min(_LONGEST, len(letters)), 0, -1):
        before, section = letters[:-count], letters[-count:].upper()
        if before and (last is None or read_behind(instrument.question(last), before).said is None):
            continue
        start = found.start() + len(before)
        # In "C3a2b" the a is a box of C3, or A2 begins there.
        is_doubted = not before and found.string[start - 1 : start].isdigit()
        if name := by_code.get(f"{section}{int(number)}"):
            return _Head(start, found.end(), name, is_doubted=is_doubted)
        # B30 is how a hand in a hurry writes B3-0.
        shorter = number[:-1] if number.endswith(NONE_CODE) else ""
        if shorter and (name := by_code.get(f"{section}{int(shorter)}")):
            return _Head(start, found.end(), name, NONE_CODE, is_doubted=is_doubted)
    return None


def _marks(instrument: Instrument, line: str) -> Iterator[_Head]:
    """The crosses on the ladder, each with the column it stands in and a level behind it."""
    if instrument.scale is None:
        return
    asked = {_MARKED_BY[q.estimate_of]: q.id for q in instrument.questions() if q.estimate_of}
    levels = "|".join(re.escape(name[:6]) for name in level_names(instrument))
    for column in MARKED_BY:
        names = {Words(language)(f"checklist.{column}") for language in LANGUAGES}
        called = "|".join(map(re.escape, sorted(names)))
        mark = rf"(?<!\w)(?:{called})(?![^\W\d_])(?=\s*[-:=]?\s*(?:\d|{levels}))"
        for found in re.finditer(mark, line, re.IGNORECASE):
            yield _Head(found.start(), found.end(), asked.get(column), is_mark=True)


def level_names(instrument: Instrument) -> dict[str, str]:
    """What people call the levels of an instrument: name, id or number, to the id."""
    levels = instrument.scale.levels if instrument.scale else ()
    called: dict[str, str] = {}
    for number, level in enumerate(levels, 1):
        name = level.name.casefold()
        short = name.partition("(")[0].strip()
        called |= dict.fromkeys((name, short, level.id, str(number)), level.id)
    return called


def ends_in_doubt(text: str) -> bool:
    """Whether what was not understood takes back or doubts what comes behind it."""
    words = re.findall(r"[^\W\d_]+|[~≠]", text.casefold())
    return bool(words) and words[-1] in (*typed_in_any_language("typed.doubtful"), "~", "≠")
