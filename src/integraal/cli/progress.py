"""A bar that says how far a long piece of work is, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from integraal.cli import terminal as screen

if TYPE_CHECKING:
    from rich.progress import Progress


PATIENCE_SECONDS = 1.0
"""How long nobody minds to hear nothing."""


@contextmanager
def long_work() -> Iterator[Callable[[str], None]]:
    """Take sentences on how far work is; they are shown once it takes long, on a terminal only."""
    begun, shown = monotonic(), screen.is_styled(sys.stderr)
    with ExitStack() as stack:
        bars: list[Progress] = []

        def tell(said: str) -> None:
            if not bars and shown and monotonic() - begun > PATIENCE_SECONDS:
                bars.append(stack.enter_context(progress_bar(shown=True)))
                bars[0].add_task("", total=None)
            for bar in bars:
                bar.update(bar.task_ids[0], description=said)

        yield tell


def progress_bar(*, shown: bool) -> "Progress":
    """A bar with a text and the time left, on stderr; nothing is drawn where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=not screen.has_colour(sys.stderr))
    columns = BarColumn(bar_width=None), TextColumn("{task.description}"), TimeRemainingColumn()
    is_seen = shown and screen.is_styled(sys.stderr)
    return Progress(*columns, console=console, transient=True, disable=not is_seen)
