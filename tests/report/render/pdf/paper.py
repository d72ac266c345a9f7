"""Read a PDF back: its words in reading order, and what it says of itself."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from integraal.report.blocks import Document
from integraal.report.render.pdf.document import render_pdf

A4 = (595, 842)
WRITING_LINE = 0.6
"""How thick a line to write on is, in points; no other line is as thick."""


@cache
def in_pdf(document: Document, *, large: bool = False) -> bytes:
    """Set a document once for all tests: the same document gives the same bytes."""
    return render_pdf(document, large=large)


def opened(file: bytes) -> PdfReader:
    """Open a PDF, and fail on anything that is not as it should be."""
    return PdfReader(io.BytesIO(file), strict=True)


def squeezed(text: str) -> str:
    """Leave out all room between letters: where lines break says nothing about a claim."""
    return re.sub(r"[\s\u200b\u00a0\u202f]+", "", text)


@cache
def words_in(file: bytes) -> str:
    """Give all text, in the order in which it is drawn, without room and without page numbers.

    What stands at the foot of every page is given once, at the end: a sentence may go on over it.
    """
    pages = [
        re.sub(r"\b\d+\s*/\s*\d+\s*$", "", page.extract_text()).strip().splitlines()
        for page in opened(file).pages
    ]
    last = {page[-1].strip() for page in pages if page}
    if len(pages) > 1 and len(last) == 1:
        pages = [*(page[:-1] for page in pages[:-1]), pages[-1]]
    return "".join(squeezed(line) for page in pages for line in page)


def outline(file: bytes) -> list[str]:
    """Give the bookmarks."""
    reader = opened(file)

    def titles(items: list[Any]) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield str(item.title)

    return list(titles(reader.outline))


def fonts(file: bytes) -> dict[str, bool]:
    """Say of each font, by name, whether it is in the file."""
    found = {}
    for page in opened(file).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        for font in resources.get("/Font", DictionaryObject()).get_object().values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"].get_object()
            found[str(inner["/BaseFont"])] = any(
                key in described for key in ("/FontFile2", "/FontFile3")
            )
    return found


def tags(file: bytes, key: str = "/S") -> list[str]:
    """Give the kinds of all structure elements, in reading order, or another key of theirs."""
    root: Any = opened(file).root_object

    def kinds(node: Any) -> Iterator[str]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for each in node:
                yield from kinds(each)
        elif isinstance(node, DictionaryObject):
            if key in node:
                yield str(node[key])
            yield from kinds(node.get("/K", ArrayObject()))

    return list(kinds(root["/StructTreeRoot"].get_object()["/K"]))


def furthest(file: bytes) -> float:
    """Say how far to the right the last piece of text on any line begins or ends, in points."""
    ends = [0.0]

    def look(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        # No letter of ours is narrower than a quarter of its height.
        if text.strip():
            longest = max(len(line) for line in text.split("\n"))
            ends.append(matrix[4] + longest * size / 4)

    for page in opened(file).pages:
        page.extract_text(visitor_text=look)
    return max(ends)


class Piece(NamedTuple):
    """A piece of text and where it begins, in points from the left and from below."""

    page: int
    x: float
    y: float
    text: str


@cache
def pieces(file: bytes) -> list[Piece]:
    """Give all text, piece by piece."""
    found = []
    for number, page in enumerate(opened(file).pages):

        def look(
            text: str, matrix: list[float], _: Any, __: Any, ___: Any, number: int = number
        ) -> None:
            if text.strip():
                found.append(Piece(number, matrix[4], matrix[5], text.strip()))

        page.extract_text(visitor_text=look)
    return found


class Drawn(NamedTuple):
    """The lines to write on and the boxes of a page: where they stand from below, in points."""

    lines: list[float]
    boxes: list[float]


class _Path:
    """What a pen of the program does, as far as lines and boxes go."""

    KEPT = (b"w", b"m", b"l", b"c")

    def __init__(self) -> None:
        self.width = 1.0
        self.heights: list[float] = []
        self.is_round = False
        self.thickness = 0.0

    def take(self, sign: bytes, values: list[float]) -> None:
        """Follow the pen one step."""
        if sign in (b"w", b"Q"):
            self.width = values[0] if values else 1.0
        elif sign == b"m":
            self.heights, self.is_round = [values[1]], False
        elif sign in self.KEPT:
            self.heights.append(values[-1])
            self.is_round |= sign == b"c"

    def is_ended(self, by: bytes) -> bool:
        """Say whether this step draws a path: along it, or as what lies within."""
        drawn = by in (b"S", b"f") and bool(self.heights)
        if drawn:
            within = max(self.heights) - min(self.heights)
            self.thickness = self.width if by == b"S" else within
            self.heights = []
        return drawn


@cache
def drawn(file: bytes) -> list[Drawn]:
    """Give what is drawn for a pen, page by page."""
    found = []
    for page in opened(file).pages:
        made, path = Drawn([], []), _Path()

        def look(
            sign: bytes, values: list[Any], matrix: list[float], _: Any,
            made: Drawn = made, path: _Path = path,
        ) -> None:  # fmt: skip
            path.take(sign, [float(each) for each in values] if sign in path.KEPT else [])
            if path.is_ended(by=sign):
                if path.is_round:
                    made.boxes.append(matrix[5])
                elif round(path.thickness, 2) == WRITING_LINE:
                    made.lines.append(matrix[5])

        page.extract_text(visitor_operand_before=look)
        found.append(made)
    return found
