"""The terminal: what it can do, and what is said on it beside a result."""

import contextlib
import errno
import io
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import replace
from typing import TextIO

from integraal.cli.language import words
from integraal.cli.output.signs import ERRORS, in_ascii
from integraal.model.finding import Finding
from integraal.privacy.discreet import harmless_path
from integraal.report.render.visible import visible

DEFAULT_WIDTH = 80
_last: ContextVar[dict[str, Callable[[], None]]] = ContextVar("integraal.last")


class _Nowhere(io.TextIOWrapper):
    """Takes the place of a stream that was closed beforehand: nothing comes, and all is lost."""


@contextlib.contextmanager
def usable_streams() -> Iterator[None]:
    """Have all three streams inside the block, and after it what there was.

    A stream that was closed beforehand is None; one that leads nowhere takes its place. A character
    that a terminal lacks becomes one like it, not an error.
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
                _set_errors(stream, ERRORS)
        yield


def check_arrival() -> None:
    """Make sure that what was printed arrived.

    Raises:
        OSError: if it did not, or if there was no stdout to begin with.
    """
    sys.stdout.flush()
    if isinstance(sys.stdout, _Nowhere):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


@contextlib.contextmanager
def ending() -> Iterator[None]:
    """Say at the end of the block, below all else, what `at_end` kept for it."""
    kept: dict[str, Callable[[], None]] = {}
    before = _last.set(kept)
    try:
        yield
    finally:
        _last.reset(before)
        for say in kept.values():
            # Whoever cannot be told has been dealt with.
            with contextlib.suppress(OSError):
                say()


def at_end(text: str, say: Callable[[], None]) -> None:
    """Keep something to be said once when the command has ended; of the same text, the last way."""
    _last.get({})[text] = say


def _set_errors(stream: io.TextIOWrapper, errors: str | None) -> None:
    # It is flushed on the way; whoever cannot be told has been dealt with.
    with contextlib.suppress(OSError):
        stream.reconfigure(errors=errors)


def width() -> int:
    """How many columns there are."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def height() -> int:
    """How many rows there are."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).lines


def is_styled(stream: TextIO) -> bool:
    """Whether bold and dim make sense here."""
    return stream.isatty() and can_move_cursor()


def can_move_cursor() -> bool:
    """Whether the terminal can do more than print lines. Windows tells no TERM."""
    return os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def has_colour(stream: TextIO) -> bool:
    """Whether colour is welcome here; see no-color.org."""
    return is_styled(stream) and not os.environ.get("NO_COLOR")


@contextlib.contextmanager
def wiped_after(*, is_wanted: bool) -> Iterator[None]:
    """Clear the screen as the last thing of a command, if somebody wants that."""
    try:
        yield
    finally:
        if is_wanted:
            at_end("wipe", wipe)


def wipe() -> None:
    """Clear the screen and what scrolled off it, once whoever sits there has read it.

    Where there is no screen there is nothing to clear.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty() and can_move_cursor()):
        return
    with contextlib.suppress(KeyboardInterrupt, OSError):
        sys.stderr.write(words()("keep.wipe"))
        sys.stderr.flush()
        sys.stdin.readline()
    sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
    sys.stdout.flush()
    tell(words()("keep.wiped"))


def blank() -> bool:
    """Blank the screen until Enter, so that nobody reads along.

    Returns: whether what stood there came back; where not, whoever asked says it again.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    has_other = can_move_cursor() and os.environ.get("TERM") != "linux"
    wiped = "\x1b[2J\x1b[3J\x1b[H" if can_move_cursor() else "\n" * height()
    # On another screen nothing scrolls back to this one.
    gone, back = ("\x1b[?1049h\x1b[2J\x1b[H", "\x1b[?1049l") if has_other else (wiped, "")
    sys.stderr.write(f"{gone}{words()('blank.back')}")
    sys.stderr.flush()
    try:
        sys.stdin.readline()
    finally:
        sys.stderr.write(back)
        sys.stderr.flush()
    return has_other


def shown(text: str) -> str:
    """Give a text as stdout can have it, for what is laid out before it is written.

    Libraries that write bytes themselves put a `?` for what an encoding lacks.
    """
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return in_ascii(text)
    return text


def talk(text: str) -> None:
    """Say something that is not a result, on one line; whatever names are in it are only shown."""
    print(visible(text), file=sys.stderr, flush=True)


def tell(text: str, hang: int = 0) -> None:
    """Say something in whole sentences, broken to fit the screen; `hang` indents later lines."""
    for line in broken(text, hang):
        talk(line)


def broken(text: str, hang: int = 0) -> list[str]:
    """A text in lines that fit the screen, with no word in two.

    Args:
        text: Of any length.
        hang: How far later lines are indented.
    """
    from textwrap import wrap

    from integraal.report.render.terminal.document import WIDEST

    room, further = min(width(), WIDEST), " " * hang
    lines = wrap(
        visible(text),
        room,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [""]


def report(finding: Finding) -> None:
    """Show a finding."""
    from integraal.report.phrases.finding import finding_text

    place = replace(finding.place, file=harmless_path(finding.place.file))
    for line in finding_text(replace(finding, place=place), words()).split("\n"):
        # Where people read it, sentences are broken between words; the line of the file stays.
        if sys.stderr.isatty() and not re.match(r" *\d* \| ", line):
            tell(line, hang=2)
        else:
            talk(line)


_MOST_OF_A_KIND = 20
"""So many findings of one kind in one file are shown; of the rest it is said how many there are."""


def report_all(findings: Iterable[Finding]) -> None:
    """Show findings, and of very many of one kind in one file the first ones and how many more."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        kind = (finding.code, finding.place.file)
        seen[kind] += 1
        if seen[kind] <= _MOST_OF_A_KIND:
            report(finding)
    for (code, file), count in seen.items():
        if count > _MOST_OF_A_KIND:
            more = count - _MOST_OF_A_KIND
            tell(words()("more_of_a_kind", count=more, code=code, file=harmless_path(file)), hang=2)
