"""Translations as a PO file, for translators' own tools, and back.

A text's key is its `msgctxt`, so that the same sentence in two places may be two translations; what
is stale is `fuzzy`. Which texts there are, and what becomes of those that come back, others know.
"""

import re
from collections.abc import Sequence
from io import BytesIO, StringIO

from integraal.model.finding import Place, faulty
from integraal.model.text import Translation

_FUZZY = "fuzzy"
_LINE = re.compile(r'|#.*|(msg[a-z_]+(\[\d+\])?\s*)?"([^"\\]|\\.)*"')
"""What a line can be: nothing, a remark, or a text that ends."""
# No days and no people: the same translations are the same bytes, whoever asks for them.
_HEAD = """msgid ""
msgstr ""
"Project-Id-Version: {project}\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def po_text(project: str, language: str, translations: Sequence[Translation]) -> str:
    """Write translations as a PO file.

    Args:
        project: What is translated, by its id.
        language: Into which.
        translations: In their order.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(locale=language)
    for each in translations:
        flags = [_FUZZY] if each.is_stale else []
        message = catalog.add(each.source, each.text, flags=flags, context=each.key)
        # Sentences for people, whatever signs they hold: nobody fills anything in.
        message.flags &= {_FUZZY}
    file = BytesIO()
    write_po(file, catalog, omit_header=True)
    return _HEAD.format(project=project, language=language) + file.getvalue().decode()


def translations_in(text: str, name: str, language: str) -> tuple[Translation, ...]:
    """Read what translators made of a PO file; what has no key in it says nothing.

    Args:
        text: Of the file.
        name: Of the file, as the user wrote it.
        language: Into which it must be.

    Raises:
        Faulty: if it is none, or says that it is in another language.
    """
    from babel.messages.pofile import PoFileError, read_po

    # Of a line that does not end its text babel takes a part.
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line.strip()):
            raise faulty("po-unreadable", Place(name, number, 1, 1, line.rstrip()))
    try:
        catalog = read_po(StringIO(text), abort_invalid=True)
    except PoFileError as error:
        raise faulty("po-unreadable", Place(name, error.lineno + 1, 1, 1, error.line)) from None
    except (ValueError, TypeError, LookupError):  # a head that says what no head can
        raise faulty("po-unreadable", name) from None
    said = catalog.locale_identifier
    if said and said.partition("_")[0] != language:
        raise faulty("po-language", name, language=said, wanted=language)
    return tuple(
        Translation(message.context, "", message.id, message.string.strip(), message.fuzzy)
        for message in catalog
        if message.context and isinstance(message.id, str) and isinstance(message.string, str)
    )
