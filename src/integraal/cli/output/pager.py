"""Let people turn the pages of what is longer than their screen."""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.output.signs import ERRORS

SHORT_PAGE = 30
"""Lines that anybody takes in without turning pages, however small the window."""


def page_through(text: str) -> bool:
    """Show a text through a pager, and wait until it is closed; False where it needs none.

    PAGER says which; `cat`, or nothing, stands for none. On Windows there is only the one that
    PAGER names: the usual one spoils letters with accents.
    """
    if text.count("\n") <= max(SHORT_PAGE, screen.height()) or not _can_turn_pages():
        return False
    command = _command()
    if command is None:
        return False
    try:
        env = _environment()
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=env) as pager:  # noqa: S603 - theirs
            _wait_for(pager, text.encode(sys.stdout.encoding, ERRORS))
    except OSError:
        return False  # whatever PAGER names does not run
    return True


def _can_turn_pages() -> bool:
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return is_terminal and screen.can_move_cursor()


def _command() -> list[str] | None:
    named = os.environ.get("PAGER", "" if os.name == "nt" else "less")
    with contextlib.suppress(ValueError):  # an open quote
        command = shlex.split(named, posix=os.name != "nt")
        if command and command != ["cat"] and shutil.which(command[0]):
            return command
    return None


def _environment() -> dict[str, str]:
    """Let `less` show colours, leave the page on the screen, and say how one gets out of it."""
    said = re.sub(r"([:?.%\\])", r"\\\1", words()("pager.how"))  # signs with a meaning
    is_utf_8 = sys.stdout.encoding.lower().replace("-", "") == "utf8"
    charset = {"LESSCHARSET": "utf-8"} if is_utf_8 else {}
    # What somebody looks for in a page could be a name: less keeps no list of it.
    return {"LESS": f"-FRX -Ps{said}$", **charset, **os.environ, "LESSHISTFILE": "-"}


def _wait_for(pager: "subprocess.Popen[bytes]", page: bytes) -> None:
    """Hand over the page, and wait; Ctrl-C is for the pager, which has the keyboard."""
    sent: bytes | None = page
    while pager.returncode is None:
        with contextlib.suppress(KeyboardInterrupt):
            pager.communicate(sent)
        sent = None
