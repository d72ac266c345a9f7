"""Write a document as a Word file, of which every text can be changed and every box ticked.

The same document gives the same bytes.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from integraal.model.archive import MOMENT, same_bytes
from integraal.report.blocks import Asked, Block, Document, Heading
from integraal.report.render.visible import visible

if TYPE_CHECKING:
    from docx.document import Document as Book


def render_docx(document: Document, *, large: bool = False) -> bytes:
    """Write a document.

    Args:
        document: What to write.
        large: Whether the letters are large, for who sees little.

    Returns: The bytes of a .docx file.
    """
    import docx

    from integraal.report.render.word.blocks import Writer
    from integraal.report.render.word.look import look_of
    from integraal.report.render.word.sheet import Sheet
    from integraal.report.render.word.styles import new_section, prepare

    book = docx.Document()
    look = look_of(document, large=large)
    prepare(book, document, look)
    languages = document.languages or (document.language,)
    before, questions, after = _parts(document, columns=look.columns)
    sheet = Sheet(book, look, languages)
    writer = Writer(sheet)
    writer.blocks(before)
    if questions:
        new_section(book, look.columns)
        sheet.width = look.column
        writer.blocks(questions)
        new_section(book, 1)
        sheet.width = look.width
        writer.blocks(after)
    _about(book, document)
    return same_bytes(book.save)


def _parts(
    document: Document, *, columns: int
) -> tuple[Sequence[Block], Sequence[Block], Sequence[Block]]:
    """Set the questions of a form apart: they stand in two columns, which saves half the paper."""
    blocks = document.blocks
    asked = [number for number, block in enumerate(blocks) if isinstance(block, Asked)]
    if columns == 1 or not asked:
        return blocks, (), ()
    sections = (
        number
        for number, block in enumerate(blocks[: asked[0]])
        if isinstance(block, Heading) and block.level > 1
    )
    first, last = next(sections, asked[0]), asked[-1] + 1
    return blocks[:first], blocks[first:last], blocks[last:]


def _about(book: "Book", document: Document) -> None:
    """Say what the file is; nothing about who made it, where or when."""
    from integraal.report.render.word.parts import LOCALES

    about = book.core_properties
    about.title = visible(document.title)[:255]
    about.language = LOCALES.get(document.language, document.language)
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = MOMENT
    # The picture in python-docx's own example is of another document.
    for name, part in list(book.part.package.rels.items()):
        if part.reltype.endswith("/thumbnail"):
            del book.part.package.rels[name]
