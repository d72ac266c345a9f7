"""Set a document in type: A4, tagged for those who listen (PDF/UA-1), its fonts inside.

Nothing is fetched and no font of the machine is used, so the same document gives the same bytes
everywhere. How the pieces are drawn stands in `typst/*.typ`; what stands in them comes as data.
"""

import json
from bisect import bisect_left
from collections import ChainMap
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from integraal.report.blocks import Document
from integraal.report.render.pdf.data import document_data
from integraal.report.render.pdf.look import (
    AS_IT_COMES,
    CALM,
    CLOSE,
    DENSITIES,
    LARGE,
    NEARLY_EMPTY,
    PAGE,
    SHEETS,
    SPREAD,
    Look,
    first_guess,
    may_be_one_side,
)

if TYPE_CHECKING:
    from typst import Compiler

MOST_SIDES = 2
"""A form in one language is one sheet."""
_SOURCES = ("identity.typ", "blocks.typ", "document.typ")


def render_pdf(document: Document, *, large: bool = False) -> bytes:
    """Set a document.

    Args:
        document: What to draw.
        large: Whether to print large, at 16 points or more and in one column.

    Returns: The bytes of the file; the same for the same document.
    """
    press = _Press(document)
    if large:
        return press.printed(replace(LARGE, form=document.is_form))
    if document.is_form:
        return press.printed(press.best())
    return press.printed(press.one_side() if document.is_sheet else PAGE)


@dataclass(frozen=True, slots=True)
class _Set:
    """A document that was set with one look."""

    compiler: "Compiler"
    sides: int
    left: float
    """How much of the last side was left under the least rows to write in; of 1."""


class _Press:
    """Sets one document, with as many looks as are tried."""

    def __init__(self, document: Document) -> None:
        from fontpkg_atkinson_hyperlegible import ROOT
        from typst import Fonts

        self.document = document
        self.data = json.dumps(document_data(document))
        self.fonts = Fonts(include_system_fonts=False, font_paths=[str(ROOT)])
        self.tried: dict[Look, _Set] = {}

    def best(self) -> Look:
        """Find the roomiest look with which a form is one sheet: one side of it where it can be."""
        if may_be_one_side(self.document):
            if self.sides(DENSITIES[0]) == 1:
                return DENSITIES[0]
            closest = CLOSE if self.nearly_empty(DENSITIES[0]) else CALM
            at = self.roomiest(DENSITIES[:closest], 1)
            if at < closest:
                return DENSITIES[at]
        at = first_guess(self.document)
        while at < len(DENSITIES) and self.sides(DENSITIES[at]) > MOST_SIDES:
            at += 1
        while 0 < at < len(DENSITIES) and self.sides(DENSITIES[at - 1]) <= MOST_SIDES:
            at -= 1
        if at == 0 and self.nearly_empty(DENSITIES[0]) and self.sides(SPREAD) <= MOST_SIDES:
            return SPREAD
        return DENSITIES[at if at < len(DENSITIES) else AS_IT_COMES]

    def one_side(self) -> Look:
        """Find the roomiest look with which a sheet stands on one side; else the roomiest."""
        at = self.roomiest(SHEETS, 1)
        return SHEETS[at] if at < len(SHEETS) else PAGE

    def roomiest(self, looks: Sequence[Look], most: int) -> int:
        """Give the place of the roomiest look with at most so many sides, trying few of them."""
        return bisect_left(looks, True, key=lambda look: self.sides(look) <= most)

    def sides(self, look: Look) -> int:
        """Count the pages, by setting them."""
        return self.set(look).sides

    def nearly_empty(self, look: Look) -> bool:
        """Say whether a second side would have little on it."""
        made = self.set(look)
        return made.sides == MOST_SIDES and made.left > NEARLY_EMPTY

    def set(self, look: Look) -> "_Set":
        """Set the document with this look; a compiler remembers what it has set."""
        from typst import Compiler

        if look not in self.tried:
            inputs = {"document": self.data, "look": json.dumps(asdict(look))}
            compiler = Compiler(input=_source(), font_paths=self.fonts, sys_inputs=inputs)
            told = ChainMap(*json.loads(compiler.query("<told>", field="value")))
            self.tried[look] = _Set(compiler, told["sides"], told.get("left", 0))
        return self.tried[look]

    def printed(self, look: Look) -> bytes:
        """Give the file with this look."""
        compiler = self.set(look).compiler
        # It keeps what it set, but forgets where bytes came from: they are given once more.
        made = compiler.compile(input=_source(), format="pdf", pdf_standards=["ua-1"], timestamp=0)
        return cast(bytes, made)


@cache  # a part of this program
def _source() -> bytes:
    """Give the program that draws; one text, so that nothing has to be found on a disk."""
    folder = files("integraal.report.render.pdf")
    return b"\n".join((folder / name).read_bytes() for name in _SOURCES)
