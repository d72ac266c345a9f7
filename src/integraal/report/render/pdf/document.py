"""A document set in type: A4, tagged for those who listen (PDF/UA-1), its fonts inside.

Nothing is fetched and no font of the machine is used, so the same document gives the same bytes
everywhere. How the pieces are drawn stands in `*.typ`; what stands in them comes as data.
"""

import json
from bisect import bisect_left
from collections import ChainMap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from integraal.report.blocks import Document, Form
from integraal.report.render.pdf.data import document_data
from integraal.report.render.pdf.look import (
    AS_IT_COMES,
    BOOKLET,
    CALM,
    CLOSE,
    DENSITIES,
    FOR_EVERYBODY,
    LARGE,
    NEARLY_EMPTY,
    PAGE,
    SHEETS,
    SPREAD,
    Look,
    first_guess,
    maps,
    may_be_one_side,
)

if TYPE_CHECKING:
    from typst import Compiler

MOST_SIDES = 2
"""A form in one language is one sheet."""
_LONGEST_MAP = 200_000
"""Signs of data of a map that may be on two sides."""
_SOURCES = ("identity.typ", "blocks.typ", "document.typ")


def render_pdf(document: Document, *, large: bool = False) -> bytes:
    """A document set in type.

    Args:
        document: What to draw.
        large: Whether to print large, at 16 points or more and in one column.

    Returns: The bytes of the file; the same for the same document.
    """
    typesetter = Typesetter(document)
    if large:
        return typesetter.printed(LARGE)
    if document.form:
        return typesetter.printed(typesetter.best(document.form))
    if document.is_map:
        return typesetter.printed(typesetter.of_map(maps(len(document.languages))))
    if not document.is_sheet:
        return typesetter.printed(PAGE)
    looks = FOR_EVERYBODY if document.for_everybody else SHEETS
    return typesetter.printed(typesetter.one_side(looks, len(document.languages)))


@dataclass(frozen=True, slots=True)
class _Set:
    """A document that was set with one look."""

    compiler: "Compiler"
    sides: int
    left: float
    """How much of the last side was left under the least rows to write in; of 1."""


class Typesetter:
    """Sets one document, with as many looks as it takes to find the best."""

    def __init__(self, document: Document) -> None:
        from fontpkg_atkinson_hyperlegible import ROOT
        from typst import Fonts

        self.data = json.dumps(document_data(document))
        self.fonts = Fonts(include_system_fonts=False, font_paths=[str(ROOT)])
        self.tried: dict[Look, _Set] = {}

    def best(self, form: Form) -> Look:
        """The roomiest look with which a form is one sheet: one side of it where it can be."""
        if form.is_booklet:
            return BOOKLET
        if may_be_one_side(form):
            if self.sides(DENSITIES[0]) == 1:
                return DENSITIES[0]
            closest = CLOSE if self.nearly_empty(DENSITIES[0]) else CALM
            at = self.roomiest(DENSITIES[:closest], 1)
            if at < closest:
                return DENSITIES[at]
        at = first_guess(form)
        while at < len(DENSITIES) and self.sides(DENSITIES[at]) > MOST_SIDES:
            at += 1
        while 0 < at < len(DENSITIES) and self.sides(DENSITIES[at - 1]) <= MOST_SIDES:
            at -= 1
        if at == 0 and self.sides(SPREAD) <= MOST_SIDES:
            return SPREAD
        return DENSITIES[at if at < len(DENSITIES) else self.on_two_sheets()]

    def on_two_sheets(self) -> int:
        """The place of the roomiest look with which a form is two sheets; else as it comes."""
        at = AS_IT_COMES + self.roomiest(DENSITIES[AS_IT_COMES:], 2 * MOST_SIDES)
        return at if at < len(DENSITIES) else AS_IT_COMES

    def one_side(self, looks: Sequence[Look], least: int) -> Look:
        """The roomiest look with which a sheet stands on one side; else on both; else any.

        Args:
            looks: From roomy to close.
            least: How many sides it takes at the least: one for each language.
        """
        for most in range(least, MOST_SIDES * least + 1):
            at = self.roomiest(looks, most)
            if at < len(looks):
                return looks[at]
        return looks[0]

    def of_map(self, looks: Sequence[Look]) -> Look:
        """The roomiest look with which a map stands on one side, else on two; else the closest.

        Of a map that is too long for that by far, no look is tried.
        """
        for most in range(1, MOST_SIDES + 1) if len(self.data) < _LONGEST_MAP else ():
            at = self.roomiest(looks, most)
            if at < len(looks):
                return looks[at]
        return looks[-1]

    def roomiest(self, looks: Sequence[Look], most: int) -> int:
        """The place of the roomiest look with at most so many sides, trying few of them."""
        return bisect_left(looks, True, key=lambda look: self.sides(look) <= most)

    def sides(self, look: Look) -> int:
        """How many pages it takes, by setting them."""
        return self.set(look).sides

    def nearly_empty(self, look: Look) -> bool:
        """Whether a second side would have little on it."""
        made = self.set(look)
        return made.sides == MOST_SIDES and made.left > NEARLY_EMPTY

    def set(self, look: Look) -> _Set:
        """The document set with this look; a compiler remembers what it has set."""
        from typst import Compiler

        if look not in self.tried:
            inputs = {"document": self.data, "look": json.dumps(asdict(look))}
            compiler = Compiler(input=_source(), font_paths=self.fonts, sys_inputs=inputs)
            told = ChainMap(*json.loads(compiler.query("<told>", field="value")))
            self.tried[look] = _Set(compiler, told["sides"], told.get("left", 0))
        return self.tried[look]

    def printed(self, look: Look) -> bytes:
        """The file with this look."""
        compiler = self.set(look).compiler
        # It keeps what it set, but forgets where bytes came from: they are given once more.
        made = compiler.compile(input=_source(), format="pdf", pdf_standards=["ua-1"], timestamp=0)
        return cast(bytes, made)


@cache  # a part of this program
def _source() -> bytes:
    """The program that draws; one text, so that nothing has to be found on a disk."""
    folder = files("integraal.report.render.pdf")
    return b"\n".join((folder / name).read_bytes() for name in _SOURCES)
