"""What leaves the process: results to stdout, talk to stderr, documents to a terminal or a file."""

import contextlib
import errno
import io
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from integraal.cli.language import words
from integraal.cli.options import Layout
from integraal.model.finding import Finding, faulty

if TYPE_CHECKING:
    from integraal.report.blocks import Document

DEFAULT_WIDTH = 80


class _Nowhere(io.TextIOWrapper):
    """Takes the place of a stream that was closed beforehand: nothing comes, and all is lost."""


@contextlib.contextmanager
def usable_streams() -> Iterator[None]:
    """Have all three streams inside the block, and after it what there was.

    A stream that was closed beforehand is None; one that leads nowhere takes its place. A character
    that a terminal lacks becomes a question mark, not an error.
    """
    with contextlib.ExitStack() as stack:
        for name, mode in (("stdin", "rb"), ("stdout", "wb"), ("stderr", "wb")):
            if getattr(sys, name) is None:
                stack.callback(setattr, sys, name, None)
                nowhere = _Nowhere(open(os.devnull, mode), encoding="utf-8")  # noqa: SIM115, PTH123
                setattr(sys, name, stack.enter_context(nowhere))
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stack.callback(_set_errors, stream, stream.errors)
                stream.reconfigure(errors="replace")
        yield


def check_arrival() -> None:
    """Make sure that what was printed arrived.

    Raises:
        OSError: if it did not, or if there was no stdout to begin with.
    """
    sys.stdout.flush()
    if isinstance(sys.stdout, _Nowhere):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _set_errors(stream: io.TextIOWrapper, errors: str | None) -> None:
    # It is flushed on the way; whoever cannot be told has been dealt with.
    with contextlib.suppress(OSError):
        stream.reconfigure(errors=errors)


def width() -> int:
    """Say how many columns there are."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def height() -> int:
    """Say how many rows there are."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).lines


def is_styled(stream: TextIO) -> bool:
    """Say whether bold and dim make sense here."""
    return stream.isatty() and can_move_cursor()


def can_move_cursor() -> bool:
    """Say whether the terminal can do more than print lines. Windows tells no TERM."""
    return os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def has_colour(stream: TextIO) -> bool:
    """Say whether colour is welcome here; see no-color.org."""
    return is_styled(stream) and not os.environ.get("NO_COLOR")


def drawn(document: "Document", stream: TextIO) -> str:
    """Draw a document for this stream."""
    from integraal.report.render.terminal.document import render_terminal

    return render_terminal(document, width(), styled=is_styled(stream), colour=has_colour(stream))


def laid_out(document: "Document", layout: Layout, output: str | None) -> str:
    """Give a document in a form; on a terminal as wide as it is, in a file as wide as paper."""
    if layout is Layout.MARKDOWN:
        from integraal.report.render.markdown import render_markdown

        return render_markdown(document)
    if output is None:
        return drawn(document, sys.stdout)
    from integraal.report.render.terminal.document import render_terminal

    return render_terminal(document, DEFAULT_WIDTH, styled=False)


def show(document: "Document", stream: TextIO | None = None) -> None:
    """Print a document."""
    stream = stream or sys.stdout
    stream.write(drawn(document, stream))
    stream.flush()


def talk(text: str) -> None:
    """Say something that is not a result."""
    print(text, file=sys.stderr, flush=True)


def tell(text: str, hang: int = 0) -> None:
    """Say something in whole sentences, broken to fit the screen; `hang` indents later lines."""
    from textwrap import fill

    from integraal.report.render.terminal.document import WIDEST

    room, further = min(width(), WIDEST), " " * hang
    talk(
        fill(text, room, subsequent_indent=further, break_long_words=False, break_on_hyphens=False)
    )


def report(finding: Finding) -> None:
    """Show a finding."""
    from integraal.report.phrases.finding import finding_text

    for line in finding_text(finding, words()).split("\n"):
        # Where people read it, sentences are broken between words; the line of the file stays.
        if sys.stderr.isatty() and not re.match(r" *\d* \| ", line):
            tell(line, hang=2)
        else:
            talk(line)


def usable_path(name: str) -> Path:
    """Turn what a user typed into a path that a file may have.

    Raises:
        Faulty: if no file can have that name.
    """
    if "\0" in name or os.path.isdir(name) or not Path(name).name:  # noqa: PTH112
        raise faulty("not-a-file", name)
    with contextlib.suppress(FileNotFoundError):  # that is for others to say
        try:
            os.stat(name)  # noqa: PTH116 - Path.exists fails on too long a name
        except FileNotFoundError:
            raise
        except OSError as error:
            raise faulty("unreadable-file", name, reason=error.strerror or "") from None
    return Path(name)


def write_result(result: str | bytes, target: str | None, *, overwrite: bool) -> None:
    """Print a result, or write it to a file that is asked for.

    Args:
        result: A text, or the bytes of a file.
        target: The file; None or `-` for stdout.
        overwrite: Whether a file that exists may be replaced. One that this process has read never
            is: what came of it would take its place.

    Raises:
        Faulty: if the file exists and may not be overwritten, or cannot be written.
    """
    if target in (None, "-"):
        if isinstance(result, bytes):
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        sys.stdout.flush()
        return
    from integraal.reading.case_writer import write_atomically

    path = free_path(str(target), overwrite=overwrite)
    write_atomically(path, result)
    talk(words()("written", file=str(path)))


def free_path(name: str, *, overwrite: bool) -> Path:
    """Give a path that a result may be written to.

    Raises:
        Faulty: if its folder is not there; if something else than a file is there, a file that this
            process has read, or any file that may not be overwritten.
    """
    from integraal.reading.ledger import was_read

    path = usable_path(name)
    if not path.parent.is_dir():
        raise faulty("no-such-folder", name, folder=path.parent)
    if path.exists() and not path.is_file():
        raise faulty("not-a-file", name)
    if path.exists() and was_read(path):
        raise faulty("output-is-input", name)
    if path.exists() and not overwrite:
        raise faulty("exists-already", name)
    return path
