"""Lay out what was agreed and is still to be done: it heads the next sheet.

Nothing here looks at a clock: a sheet says by which day, and who holds it knows what day it is.
"""

from collections.abc import Iterator
from datetime import date

from integraal.model.case import Agreement, Case
from integraal.model.case.agreements import open_agreements
from integraal.report.blocks import Block, Item
from integraal.report.phrases.agreed import agreed_by, agreement_line
from integraal.report.prose import paragraph, section
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words


def agreed_blocks(case: Case, words: Words, title: str = "") -> Iterator[Block]:
    """A section with the open agreements, to tick off; nothing where there are none.

    Args:
        case: As whom the page is for may see it.
        words: In the language of the page.
        title: What stands above it, in every language of a form.
    """
    lines = (
        inline(one.what, quiet(f" · {agreed_by(one, None, words)}"))
        for one in open_agreements(case)
    )
    yield from section(title or words("course.agreements"), lines, to_tick=True)


def agreed_item(agreement: Agreement, today: date, words: Words) -> Item:
    """An agreement, with who does it and by which day below it."""
    below = inline(quiet(agreed_by(agreement, today, words)))
    return Item(inline(agreement.what), (below,))


def agreed_in_short(case: Case, words: Words) -> Iterator[Block]:
    """The first of them on one line, and how many there are; nothing where there are none."""
    still = open_agreements(case)
    if still:
        title = strong(words("pair", name=words("course.agreements"), value=""))
        line = agreement_line(still[0], None, words)
        several = words("agreed.open_first", count=len(still), line=line)
        yield paragraph(title, several if len(still) > 1 else line)
