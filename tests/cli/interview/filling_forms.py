"""Fill in a form as Word and as a browser do: the same file, with crosses and words in it."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def tick_in_word(path: Path, *codes: str, written: dict[str, str] | None = None) -> None:
    """Click boxes in a Word file, and type behind questions and names of fields.

    Args:
        path: The file; it is saved in place.
        codes: Of the boxes; a box that has a cross loses it.
        written: Code of a question or name of a field, to what is typed there.
    """
    from docx import Document
    from docx.oxml.ns import qn

    book = Document(str(path))
    left = set(codes)
    for box in book.element.body.iter(qn("w:sdt")):
        tag = box.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is None or tag.get(qn("w:val")) not in left:
            continue
        left.remove(tag.get(qn("w:val")))
        state = next(box.iter(f"{_W14}checked"))
        is_on = state.get(f"{_W14}val") == "1"
        state.set(f"{_W14}val", "0" if is_on else "1")
        sign = next(box.iter(f"{_W14}{'un' if is_on else ''}checkedState")).get(f"{_W14}val")
        next(box.iter(qn("w:t"))).text = chr(int(sign, 16))
    assert left == set(), "no such box"
    for name, text in (written or {}).items():
        _room(book, name).text = text
    book.save(str(path))


def type_in_word(path: Path, code: str, sign: str, *, where: str = "in") -> None:
    """Type a sign without clicking: in the box, in the place of it, before it or behind its words.

    Args:
        path: The file; it is saved in place.
        code: Of the box.
        sign: What is typed.
        where: `in`, `instead`, `before` or `behind`.
    """
    from copy import deepcopy

    from docx import Document
    from docx.oxml.ns import qn

    book = Document(str(path))
    tags = (tag for tag in book.element.body.iter(qn("w:tag")) if tag.get(qn("w:val")) == code)
    box = next(tags).getparent().getparent()
    run = deepcopy(box.find(f"{qn('w:sdtContent')}/{qn('w:r')}"))
    next(run.iter(qn("w:t"))).text = sign if where != "behind" else f" {sign}"
    match where:
        case "in":
            next(box.iter(qn("w:t"))).text = sign
        case "instead":
            box.getparent().replace(box, run)
        case "before":
            box.addprevious(run)
        case _:
            _, label = [one for one in box.itersiblings() if list(one.iter(qn("w:t")))][:2]
            label.addnext(run)
    book.save(str(path))


def _room(book: Any, name: str) -> Any:
    """The cell behind the name of a field, or below a question."""
    from docx.oxml.ns import qn
    from docx.table import Table

    asked = ""
    for block in book.element.body.iter(qn("w:p"), qn("w:tbl")):
        if block.tag == qn("w:p"):
            if block.style == "Question":
                asked = "".join(block.itertext()).split()[0]
            continue
        rows = Table(block, book).rows
        if asked == name:
            return rows[0].cells[0]
        beside = (pair for row in rows for pair in pairwise(row.cells))
        named = [room for head, room in beside if head.text == name]
        if named:
            return named[0]
    raise AssertionError(name)


def tick_in_browser(path: Path, *codes: str, written: dict[str, str] | None = None) -> None:
    """Click boxes on a page and type in it, in a browser that saves both with the page."""
    page = path.read_text("utf-8")
    for code in codes:
        page, count = re.subn(rf'value="{re.escape(code)}"', r'\g<0> checked=""', page)
        assert count == 1, code
    for name, text in (written or {}).items():
        room = rf'<textarea [^>]*name="{name}"[^>]*>|>{name}</label>\s*<textarea [^>]*>'
        page, count = re.subn(room, rf"\g<0>{text}", page)
        assert count == 1, name
    path.write_text(page, "utf-8")
