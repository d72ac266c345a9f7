"""Read a PDF back: its words in reading order, and what it says of itself."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

A4 = (595, 842)


def opened(file: bytes) -> PdfReader:
    """Open a PDF, and fail on anything that is not as it should be."""
    return PdfReader(io.BytesIO(file), strict=True)


def squeezed(text: str) -> str:
    """Leave out all room between letters: where lines break says nothing about a claim."""
    return re.sub(r"[\s\u200b\u00a0\u202f]+", "", text)


def words_in(file: bytes) -> str:
    """Give all text, in the order in which it is drawn, without room and without page numbers."""
    pages = (squeezed(page.extract_text()) for page in opened(file).pages)
    return "".join(re.sub(r"\d+/\d+$", "", page) for page in pages)


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
