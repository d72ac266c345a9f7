"""A bar that says how far a long piece of work is, on a terminal only."""

import sys
from typing import TYPE_CHECKING

from integraal.cli import terminal as screen

if TYPE_CHECKING:
    from rich.progress import Progress


def progress_bar(*, shown: bool) -> "Progress":
    """A bar with a text and the time left, on stderr; nothing is drawn where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=not screen.has_colour(sys.stderr))
    columns = BarColumn(bar_width=None), TextColumn("{task.description}"), TimeRemainingColumn()
    is_seen = shown and screen.is_styled(sys.stderr)
    return Progress(*columns, console=console, transient=True, disable=not is_seen)
