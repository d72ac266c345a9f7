"""Set a document in type: A4, tagged for those who listen (PDF/UA-1), its fonts inside.

Nothing is fetched and no font of the machine is used, so the same document gives the same bytes
everywhere. How the pieces are drawn stands in `typst/*.typ`; what stands in them comes as data.
"""

import json
from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from integraal.report.blocks import Document
from integraal.report.pdf_data import document_data
from integraal.report.pdf_fit import (
    AS_IT_COMES,
    CALM,
    DENSITIES,
    LARGE,
    PAGE,
    SHEETS,
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


class _Press:
    """Sets one document, with as many looks as are tried."""

    def __init__(self, document: Document) -> None:
        from fontpkg_atkinson_hyperlegible import ROOT
        from typst import Fonts

        self.document = document
        self.data = json.dumps(document_data(document))
        self.fonts = Fonts(include_system_fonts=False, font_paths=[str(ROOT)])
        self.tried: dict[Look, tuple[Compiler, int]] = {}

    def best(self) -> Look:
        """Find the roomiest look with which a form is one sheet: one side of it where it can be."""
        if may_be_one_side(self.document):
            for look in DENSITIES[:CALM]:
                if self.sides(look) == 1:
                    return look
        at = first_guess(self.document)
        while at < len(DENSITIES) and self.sides(DENSITIES[at]) > MOST_SIDES:
            at += 1
        while 0 < at < len(DENSITIES) and self.sides(DENSITIES[at - 1]) <= MOST_SIDES:
            at -= 1
        return DENSITIES[at if at < len(DENSITIES) else AS_IT_COMES]

    def one_side(self) -> Look:
        """Find the roomiest look with which a sheet stands on one side; else the roomiest."""
        return next((look for look in SHEETS if self.sides(look) == 1), PAGE)

    def sides(self, look: Look) -> int:
        """Count the pages, by setting them."""
        return self.set(look)[1]

    def set(self, look: Look) -> "tuple[Compiler, int]":
        """Set the document with this look; a compiler remembers what it has set."""
        from typst import Compiler

        if look not in self.tried:
            inputs = {"document": self.data, "look": json.dumps(asdict(look))}
            compiler = Compiler(input=_source(), font_paths=self.fonts, sys_inputs=inputs)
            pages = int(json.loads(compiler.query("<pages>", field="value", one=True)))
            self.tried[look] = compiler, pages
        return self.tried[look]

    def printed(self, look: Look) -> bytes:
        """Give the file with this look."""
        compiler, _ = self.set(look)
        # It keeps what it set, but forgets where bytes came from: they are given once more.
        made = compiler.compile(input=_source(), format="pdf", pdf_standards=["ua-1"], timestamp=0)
        return cast(bytes, made)


@cache
def _source() -> bytes:
    """Give the program that draws; one text, so that nothing has to be found on a disk."""
    folder = files("integraal.report") / "typst"
    return b"\n".join((folder / name).read_bytes() for name in _SOURCES)
