"""A bar that says how far a long piece of work is, on a terminal only."""

import sys
from types import TracebackType
from typing import Any, Self

from integraal.cli import terminal as screen
from integraal.cli.language import words


class Bar:
    """Rows, rate and time left, on stderr; nothing is drawn where nobody looks."""

    def __init__(self, *, shown: bool) -> None:
        self.done = 0
        """How many, about."""
        self.all = 0
        self.is_seen = shown and screen.is_styled(sys.stderr)
        """Whether anybody looks."""
        self._drawn: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def watch(self, done: int, records: int) -> None:
        """Take in how far it is, and draw it."""
        self.done, self.all = done, records
        if not self.is_seen:
            return
        if self._drawn is None:
            self._drawn = _bar()
            self._drawn.start()
            self._task = self._drawn.add_task("", total=records, text="", rate="")
        say = words()
        text = say("batch.progress", done=say.count(done), records=say.count(records))
        speed = self._drawn.tasks[0].speed
        rate = say("batch.rate", rate=say.count(int(speed))) if speed else ""
        self._drawn.update(self._task, completed=done, text=text, rate=rate)

    def close(self) -> None:
        """Take the bar away."""
        if self._drawn is not None:
            self._drawn.stop()
            self._drawn = None


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=not screen.has_colour(sys.stderr))
    return Progress(
        BarColumn(bar_width=None),
        TextColumn("{task.fields[text]}"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
