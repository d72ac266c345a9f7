"""What leaves the process: results to stdout, talk to stderr, documents to a terminal or a file."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from integraal.cli.options import Layout
from integraal.cli.speech import words
from integraal.model.finding import Faulty, Finding, Place

if TYPE_CHECKING:
    from integraal.report.blocks import Document

DEFAULT_WIDTH = 80


def prepare() -> None:
    """Make sure that a character the terminal lacks becomes a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def width() -> int:
    """Say how many columns there are."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def is_styled(stream: TextIO) -> bool:
    """Say whether bold and dim make sense here."""
    return stream.isatty() and os.environ.get("TERM", "") != "dumb"


def has_colour(stream: TextIO) -> bool:
    """Say whether colour is welcome here; see no-color.org."""
    return is_styled(stream) and not os.environ.get("NO_COLOR")


def drawn(document: "Document", stream: TextIO) -> str:
    """Draw a document for this stream."""
    from integraal.report.terminal import render_terminal

    return render_terminal(document, width(), styled=is_styled(stream), colour=has_colour(stream))


def laid_out(document: "Document", layout: Layout, output: str | None) -> str:
    """Give a document in a form; on a terminal as wide as it is, in a file as wide as paper."""
    if layout is Layout.MARKDOWN:
        from integraal.report.markdown import render_markdown

        return render_markdown(document)
    if output is None:
        return drawn(document, sys.stdout)
    from integraal.report.terminal import render_terminal

    return render_terminal(document, DEFAULT_WIDTH, styled=False)


def show(document: "Document", stream: TextIO | None = None) -> None:
    """Print a document."""
    stream = stream or sys.stdout
    stream.write(drawn(document, stream))
    stream.flush()


def talk(text: str) -> None:
    """Say something that is not a result."""
    print(text, file=sys.stderr, flush=True)


def tell(text: str) -> None:
    """Say something in whole sentences, broken to fit the screen."""
    from textwrap import fill

    from integraal.report.terminal import WIDEST

    talk(fill(text, min(width(), WIDEST), break_long_words=False, break_on_hyphens=False))


def report(finding: Finding) -> None:
    """Show a finding."""
    from integraal.report.findings_text import finding_text

    talk(finding_text(finding, words()))


def write_result(text: str, target: str | None, *, overwrite: bool) -> None:
    """Print a result, or write it to a file that is asked for.

    Raises:
        Faulty: if the file exists and may not be overwritten, or cannot be written.
    """
    if target in (None, "-"):
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from integraal.reading.case_writer import write_atomically

    path = Path(str(target))
    if path.exists() and not overwrite:
        raise Faulty([Finding("exists-already", Place(str(path)))])
    write_atomically(path, text)
    talk(words()("written", file=str(path)))
