"""A real terminal with the real command in it: a user types, and sees what comes of it.

The command runs in a pseudo-terminal of a given size. pyte keeps the screen and what scrolled off
it, and answers when the command asks where the cursor is, as every real terminal does. Nothing
here waits for a time; everything waits for something to be read.
"""

import fcntl
import os
import re
import resource
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

from integraal.words.words import Words
from tests.cli.warm import Warm

PATIENCE_SECONDS = 90.0
"""How long to wait for something to appear; only ever spent when it does not."""
HANG_UP_SECONDS = 10.0
"""How long a command may take to end when its window was closed."""
KEYS = {
    "down": "\x1b[B",
    "up": "\x1b[A",
    "space": " ",
    "enter": "\r",
    "backspace": "\x7f",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-u": "\x15",
    "escape": "\x1b",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "page-up": "\x1b[5~",
    "page-down": "\x1b[6~",
    "f9": "\x1b[20~",
}
OTHER_SCREEN = 1049
"""The mode of a terminal in which nothing scrolls back to what stood there."""
_HOW = ("menu.how", "menu.how_several", "menu.how_small", "menu.how_small_several")
"""What a menu ends in when it waits for an answer."""


class Terminal:
    """One command in one terminal."""

    def __init__(
        self,
        folder: Path,
        *arguments: str | Path,
        columns: int = 80,
        rows: int = 24,
        behind: str = "",
        language: str = "nl",
        env: Mapping[str, str | None] | None = None,
        anew: bool = False,
    ) -> None:
        """Open a terminal and start the command in it.

        Args:
            folder: Where the command runs.
            arguments: Of the command.
            columns: Width of the terminal.
            rows: Height of the terminal.
            behind: What a shell reads behind the command, such as `| cat`.
            language: Of the words to wait for; it is not passed on.
            env: Further variables; None takes one away.
            anew: Whether to start Python for it, which a shell and further variables do too.
        """
        dropped = ("INTEGRAAL", "COLUMNS", "LINES", "NO_COLOR")
        clean = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
        # What a window that is closed leaves is cleared, and said, by no command of another test.
        self._temporary = tempfile.mkdtemp(prefix="terminal-")
        own = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TMPDIR": self._temporary}
        variables = {**clean, **own, **(env or {})}
        given = {name: value for name, value in variables.items() if value is not None}
        self._process: Warm | subprocess.Popen[bytes]
        self._keyboard, its = os.openpty()
        termios.tcsetwinsize(self._keyboard, (rows, columns))
        words = [*map(str, arguments)]
        if anew or behind or env:
            self._process = _started(folder, words, given, its, behind)
        else:
            self._process = Warm(folder, words, given, (its, its, its), is_terminal=True)
        os.close(its)
        self._screen = _Screen(columns, rows, self.send)
        self._stream = pyte.ByteStream(self._screen)
        self._open = True
        self._words = Words(language)
        is_dumb = variables["TERM"] in (None, "", "dumb")
        self._reads_lines = is_dumb or bool(behind) or "--eenvoudig" in arguments
        self.raw = b""
        """Every byte that came out of the command."""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close_window()

    @property
    def screen(self) -> str:
        """The rows that are on the screen now."""
        return "\n".join(row.rstrip() for row in self._screen.display)

    @property
    def seen(self) -> str:
        """Everything that is still to be read: what scrolled off, and the screen."""
        return f"{self._screen.scrolled_off()}{self.screen}"

    @property
    def card(self) -> str:
        """What is to be read from the last question on."""
        seen = self.seen
        cards = [*_pattern(self._words("card.progress")).finditer(seen)]
        return seen[cards[-1].start() :].rstrip() if cards else ""

    def says(self, text: str) -> bool:
        """Say whether this is to be read, wherever lines were broken."""
        return squeezed(text) in squeezed(self.seen)

    def send(self, text: str) -> "Terminal":
        """Type, or paste on a terminal that does not mark what is pasted."""
        typed = text.encode()
        while typed:
            typed = typed[os.write(self._keyboard, typed) :]
        return self

    def press(self, *keys: str) -> "Terminal":
        """Press keys by name."""
        return self.send("".join(KEYS[key] for key in keys))

    def paste(self, text: str) -> "Terminal":
        """Paste on a terminal that marks what is pasted."""
        return self.send(f"\x1b[200~{text}\x1b[201~")

    def enter(self, text: str) -> "Terminal":
        """Type a line and press Enter."""
        return self.send(text).press("enter")

    def wait_until(self, claim: Callable[[], bool], wanted: str) -> "Terminal":
        """Read on until something holds.

        Raises:
            AssertionError: with everything that was seen, if it does not come to hold.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while not claim():
            if not self._open or time.monotonic() > end:
                why = "time is up" if self._open else "the command ended"
                raise AssertionError(f"no {wanted!r}: {why}\n{self.seen}")
            self._read()
        return self

    def wait_for(self, text: str) -> "Terminal":
        """Read on until this is to be read, wherever lines were broken."""
        return self.wait_until(lambda: self.says(text), text)

    def wait_for_line(self, text: str) -> "Terminal":
        """Read on until this is to be read and a line can be typed behind it."""
        self.wait_for(text)
        # What is typed before a menu takes the keyboard over has another meaning: Ctrl-D, say.
        return self.wait_until(lambda: self._reads_lines or self._has_keyboard, "a line to type on")

    def wait_for_pointer(self, label: str) -> "Terminal":
        """Read on until the pointer of a menu stands before the row that begins with this."""
        rows = re.compile(rf"^\s*›\W*(?:\d+\.)?[^\w]*(?:x\W+)?{re.escape(label)}", re.MULTILINE)
        return self.wait_until(lambda: bool(rows.search(self.screen)), f"pointer at {label}")

    def wait_for_question(self, number: int) -> "Terminal":
        """Read on until the question with this number waits for an answer."""
        return self.wait_until(lambda: self._asked() == number, f"question {number}")

    def wait_for_end(self) -> int:
        """Read on until the command ends; give its exit code, negative for a signal."""
        self.wait_until(lambda: not self._open, "end of the command")
        return self._process.wait(PATIENCE_SECONDS)

    def close_window(self) -> None:
        """Close the terminal; the command gets a SIGHUP, and a SIGKILL if that is not enough."""
        self._open = False
        if self._keyboard < 0:
            return
        os.close(self._keyboard)
        self._keyboard = -1
        try:
            self._process.wait(HANG_UP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._temporary, ignore_errors=True)

    def end_by(self, number: int) -> "Terminal":
        """Let the system end the command, as when it shuts down."""
        os.kill(self._process.pid, number)
        return self

    def limit_file_size(self, size: int) -> None:
        """Let the command write no file larger than this many bytes; a disk can be full too."""
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def resize(self, columns: int, rows: int) -> "Terminal":
        """Make the window wider or narrower."""
        self._screen.resize(rows, columns)
        termios.tcsetwinsize(self._keyboard, (rows, columns))
        return self

    def reads_keys(self, wanted: bool) -> bool:
        """Whether the command gets every key as it is pressed, or else line by line."""
        return self._has_keyboard is wanted

    @property
    def _has_keyboard(self) -> bool:
        """Whether the command gets every key as it is pressed, and not line by line."""
        flags: int = termios.tcgetattr(self._keyboard)[3]
        return not flags & termios.ICANON

    def _asked(self) -> int | None:
        """Number of the question on the screen, once there is something to answer it with."""
        card = self.card
        number = _pattern(self._words("card.progress")).match(card)
        if number is None:
            return None
        below = squeezed(card)
        ready = [squeezed(self._words(key)) for key in _HOW]
        is_menu = any(below.endswith(how) for how in ready)
        is_line = card.splitlines()[-1] in (">", "›")
        return int(number[1]) if is_menu or is_line else None

    def _read(self) -> None:
        if not select.select([self._keyboard], [], [], 0.2)[0]:
            return
        try:
            raw = os.read(self._keyboard, 65536)
        except OSError:  # how a terminal ends on which nobody writes any more
            raw = b""
        if not raw:
            self._open = False
            return
        self.raw += raw
        self._stream.feed(raw)


def _started(
    folder: Path, arguments: list[str], env: dict[str, str], terminal: int, behind: str
) -> "subprocess.Popen[bytes]":
    """Start Python with the command on a terminal; a shell reads what stands behind it."""
    command = shlex.join([sys.executable, "-m", "integraal", *arguments])

    def take_over() -> None:
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        # Whoever runs the tests in the background has Ctrl-C ignored; a terminal has not.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    return subprocess.Popen(
        ["/bin/sh", "-c", f"{'' if behind else 'exec '}{command} {behind}"],
        cwd=folder,
        env=env,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        preexec_fn=take_over,  # noqa: PLW1509 - these tests start no threads before this
    )


class _Screen(pyte.HistoryScreen):
    """A screen that answers, and remembers what scrolled off."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], object]) -> None:
        super().__init__(columns, rows, history=5000)
        self._answer = answer
        self._behind: Any = None

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        """Go to another screen, as terminals can and pyte cannot."""
        super().set_mode(*modes, **kwargs)
        if OTHER_SCREEN in modes:
            self._behind = deepcopy((self.buffer, self.cursor, self.history))
            self.history.top.clear()

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        """Come back from it to all that stood there."""
        super().reset_mode(*modes, **kwargs)
        if OTHER_SCREEN in modes and self._behind:
            self.buffer, self.cursor, self.history = self._behind
            self._behind = None
            self.dirty.update(range(self.lines))

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def scrolled_off(self) -> str:
        rows = ("".join(row[x].data for x in range(self.columns)) for row in self.history.top)
        return "".join(f"{row.rstrip()}\n" for row in rows)


def squeezed(text: str) -> str:
    """Leave out all white space, so that it does not matter where lines were broken."""
    return "".join(text.split())


def _pattern(sentence: str) -> re.Pattern[str]:
    """Make a pattern out of a sentence with a number and a total to fill in."""
    filled = sentence.format(number="NUMBER", total="TOTAL")
    return re.compile(
        "^" + re.escape(filled).replace("NUMBER", r"(\d+)").replace("TOTAL", r"(\d+)"),
        re.MULTILINE,
    )
