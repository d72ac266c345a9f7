"""The short page: which one fits on a screen, and what people type to see all of it."""

import shlex

from integraal.cli.inputs import STDIN
from integraal.cli.language import asked_language, words
from integraal.cli.output.pager import SHORT_PAGE
from integraal.cli.output.seam import FILE_WIDTH
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Document
from integraal.report.parts.further import Further
from integraal.report.text import Inline, inline, strong


def short_document(assessment: Assessment, whole: Inline) -> Document:
    """Lay out as much of advice as stands on a screen of the usual width.

    On a wider or a narrower one the same is said, so that nobody misses what somebody else reads.

    Args:
        assessment: The case under advice, for a professional.
        whole: How to see all of it.
    """
    from integraal.report.pages.short.page import short_page
    from integraal.report.pages.short.room import ROOMS
    from integraal.report.render.terminal.document import render_terminal

    say, further = words(), Further(whole=whole)
    pages = (short_page(assessment, say, further, room) for room in ROOMS)
    for page in pages:
        if render_terminal(page, FILE_WIDTH, styled=False).count("\n") <= SHORT_PAGE:
            break
    return page


def whole_command(file: str, *, instrument: str | None, source_only: bool) -> Inline:
    """How to see all of the advice about a case, as people type it.

    Args:
        file: Of the case, as the user wrote it.
        instrument: That was asked for; None for the one that the case itself names.
        source_only: Whether the questions that are our own addition are left out.
    """
    say = words()
    if file == STDIN:
        return inline(say("short.whole_option"))
    chosen = [*(["-i", instrument] if instrument else [])]
    chosen += ["--alleen-bron"] if source_only else []
    chosen += [f"--taal={say.language}"] if say.language != asked_language([]) else []
    command = shlex.join(["integraal", "advies", file, *chosen, "--volledig"])
    return inline(f"{say('short.whole')} ", strong(command))
