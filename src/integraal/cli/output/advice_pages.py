"""The pages of advice, as `advies` and `reflecteer` show them to each reader."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, assert_never

from integraal.cli.inputs import instrument_for
from integraal.cli.language import words
from integraal.cli.next_instruments import onward
from integraal.cli.output.short import short_document, whole_command
from integraal.cli.readers import help_lines
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Document
from integraal.report.text import inline

if TYPE_CHECKING:
    from integraal.model.services.region import Region


def pages_at_end(
    assessment: Assessment, file: str, named: str, region: "Region | None"
) -> Iterator[Document]:
    """What somebody sees at the end of a sitting.

    On the screen of a professional it ends on the short page, and not on sources; where answers are
    kept nowhere, or a region is named, all of it stands above.

    Args:
        assessment: The case under advice, as its reader may see it.
        file: Where the case is kept now; empty when it is not.
        named: The instrument as the user named it.
        region: The services behind the routes, if somebody named them.
    """
    ends_short = assessment.reader.is_professional and sys.stdout.isatty()
    is_enough = bool(file) and region is None
    if not (ends_short and is_enough):
        yield advice_document(assessment, file, region)
    if ends_short and is_enough:
        is_own = instrument_for(file) == named
        only = assessment.source_only
        whole = whole_command(file, instrument=None if is_own else named, source_only=only)
        yield short_document(assessment, whole)
    elif ends_short:
        yield short_document(assessment, inline(words()("short.whole_above")))


def advice_document(assessment: Assessment, file: str, region: "Region | None" = None) -> Document:
    """Lay out advice for its reader.

    Args:
        assessment: The case under advice, as its reader may see it.
        file: Where the case is kept, as the user wrote it; empty when it is not kept.
        region: The services behind the routes, if somebody named them.
    """
    from integraal.report.pages.advice import advice_page
    from integraal.report.pages.family.page import family_page
    from integraal.report.parts.further import Further

    match assessment.reader:
        case Reader.FAMILY | Reader.CHILD:
            today = date.today()
            return family_page(assessment, help_lines(), words(), today=today, region=region)
        case Reader.TABLE:
            return advice_page(assessment, words(), Further(region=region, lines=help_lines()))
        case Reader.PROFESSIONAL:
            return advice_page(assessment, words(), Further(onward(assessment, file), region))
        case _:
            assert_never(assessment.reader)
