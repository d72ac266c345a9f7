"""What must not be missed, on a terminal: in a frame, or where lines are few behind a bar."""

from typing import TYPE_CHECKING

from integraal.report.render.terminal.text import styled

if TYPE_CHECKING:
    from rich.panel import Panel
    from rich.text import Text

MARGIN = {False: 4, True: 2}
"""Columns beside what stands in a frame, and where it is close behind a bar."""


def framed(body: "Text", width: int, *, urgent: bool) -> "Panel":
    """A frame around a text, heavy where it is urgent."""
    from rich import box as frames
    from rich.panel import Panel

    frame = frames.HEAVY if urgent else frames.SQUARE
    return Panel(body, box=frame, padding=(0, 1), width=width)


def barred(body: "Text", width: int, *, urgent: bool) -> "Text":
    """A bar before every line of a text, heavy where it is urgent; it takes no line of its own."""
    from rich.text import Text

    del width
    bar = styled("┃ " if urgent else "│ ")
    return Text("\n").join(bar + line for line in body.split("\n"))
