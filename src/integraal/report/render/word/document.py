"""A document as a Word file, of which every text can be changed and every box ticked.

The same document gives the same bytes.
"""

from typing import TYPE_CHECKING

from integraal.model.archive import MOMENT, same_bytes
from integraal.report.blocks import Document
from integraal.report.render.visible import visible

if TYPE_CHECKING:
    from docx.document import Document as Book


def render_docx(document: Document, *, large: bool = False) -> bytes:
    """A document as a file for Word.

    Args:
        document: What to write.
        large: Whether the letters are large, for who sees little.

    Returns: The bytes of a .docx file; the same for the same document.
    """
    import docx

    from integraal.report.render.word.blocks import Writer
    from integraal.report.render.word.container import Container
    from integraal.report.render.word.look import look_of
    from integraal.report.render.word.styles import prepare

    book = docx.Document()
    look = look_of(document, large=large)
    prepare(book, document, look)
    writer = Writer(Container(book, look, document.languages))
    writer.on_map(document.whole) if document.is_map else writer.blocks(document.whole)
    _about(book, document)
    return same_bytes(book.save)


def _about(book: "Book", document: Document) -> None:
    """Set what the file is; nothing about who made it, where or when."""
    from integraal.report.render.word.ooxml import locale

    about = book.core_properties
    about.title = visible(document.title)[:255]
    about.language = locale(document.language)
    about.author = about.comments = about.last_modified_by = ""
    about.keywords = str(document.mark or "")
    about.created = about.modified = MOMENT
    # The picture in python-docx's own example is of another document.
    for name, part in list(book.part.package.rels.items()):
        if part.reltype.endswith("/thumbnail"):
            del book.part.package.rels[name]
