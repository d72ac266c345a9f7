"""Crosses that were typed on a form in Word, in a box, in its place or beside it, and not clicked.

Word knows nothing of them: a box that nobody clicked is blank, and one that was typed over is gone.
Whoever reads the page sees a cross all the same.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from integraal.model.codes import NONE_CODE, UNKNOWN_CODE, option_code

_CROSS = re.compile(r"[xv×✓✔✗✘☑☒●◉■]", re.IGNORECASE)
_BLANK = re.compile(r"[○☐□_.\s]|\[ ?\]")
_CODE = re.compile(r"[A-Z]+[0-9]+-\S+")
_SIGN = re.compile(r"[a-z]{1,2}|[0-9]")
_CELLS = 3
"""Between tabs stand a box, a sign and a name; then the next box."""
_POINTER = "→"
"""Before where people go on with an answer."""
_BEHIND = re.compile(r"(?:^|\s)[xv×✓✔✗✘☑☒]$", re.IGNORECASE)


def by_hand(
    body: Any, clicked: Collection[str], *, bare: bool = False
) -> Iterator[tuple[str, bool]]:
    """Find them.

    Args:
        body: Of the document, as lxml reads it.
        clicked: Codes of the boxes that have a cross of their own.
        bare: Whether the sign of an answer stands behind its box without the code of its question.

    Yields: The code of each and True; no code for a sign that may be a cross or none.
    """
    from docx.oxml.ns import qn

    asked = ""
    for line in body.iter(qn("w:p")):
        cells = _text(line).split("\t")
        if line.style == "Question":
            asked = next(iter(cells[0].split()), "")
            continue
        if not str(line.style or "").endswith("Choice"):
            continue
        beside = zip(["", *cells], cells, [*cells[1:], ""], strict=False)
        for at, (before, code, behind) in enumerate(beside):
            # A bare sign looks like a cross that was typed: only its place tells them apart.
            is_sign = bare and at % _CELLS == 1
            named = _named(code.strip(), asked, is_sign=is_sign)
            if named and named not in clicked:
                yield from _marks(named, before, behind.split(_POINTER)[0].strip())


def _marks(code: str, before: str, behind: str) -> Iterator[tuple[str, bool]]:
    sign = _BLANK.sub("", before)
    if _CROSS.fullmatch(sign) or (not sign and _BEHIND.search(behind)):
        yield code, True
    elif sign:
        yield "", True


def _named(text: str, asked: str, *, is_sign: bool) -> str:
    if asked and (text in (NONE_CODE, UNKNOWN_CODE) or (is_sign and _SIGN.fullmatch(text))):
        return option_code(asked, text)
    return text if _CODE.fullmatch(text) else ""


def _text(line: Any) -> str:
    """What stands in a paragraph, its boxes and tabs with it."""
    from docx.oxml.ns import qn

    found = line.iter(qn("w:t"), qn("w:tab"))
    return "".join("\t" if one.tag == qn("w:tab") else one.text or "" for one in found)
