"""Where the rows of a menu, what is typed and what is said stand on the screen, large or small.

What does not fit is said: the rows scroll, and a line below them says that there are more.
"""

from collections.abc import Callable
from textwrap import wrap
from typing import TYPE_CHECKING, Protocol, TypeAlias

from integraal.cli import terminal as screen
from integraal.model.instrument import Question
from integraal.report.render.visible import visible

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.layout import Window
    from prompt_toolkit.layout.controls import FormattedTextControl

Line: TypeAlias = tuple[str, str]
"""How a line looks, and what it says."""
_FEWEST_ROWS = 5
"""Of the rows, to be seen at once; where the question leaves fewer, it is not said again."""

_LEAST = 4
"""Lines above the foot: three rows, and that there are more."""


class Shown(Protocol):
    """What a menu says; how it is laid out is no concern of it."""

    @property
    def control(self) -> "FormattedTextControl":
        """The rows."""

    line: "Buffer"
    question: Question
    danger: str
    """What cannot wait; empty for nothing."""
    message: str
    """What was wrong with a reply."""
    is_helping: bool

    def label_rows(self) -> int:
        """Write every row anew; give how many lines they are."""

    def wording(self, key: str) -> str:
        """Say something of this menu, by its name."""

    def sum(self) -> str:
        """What the ticks and what is being typed say together."""


class MenuScreen:
    """The windows of one menu."""

    def __init__(self, menu: Shown) -> None:
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout, VSplit, Window
        from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl

        self.menu = menu
        self._head: list[Line] = []
        self._foot: list[Line] = []
        self._scrolls = False
        self._help_from = self._help_to = 0
        self.rows = Window(menu.control, dont_extend_height=True)
        sign = Window(FormattedTextControl(screen.shown("› ")), width=2, dont_extend_width=True)
        self._typed = Window(BufferControl(menu.line), height=1)
        choosing = Condition(lambda: not menu.is_helping)
        scrolls, typing = Condition(lambda: self._scrolls), Condition(lambda: bool(menu.line.text))
        parts = (
            ConditionalContainer(_lines(self._help), ~choosing),
            ConditionalContainer(HSplit([_lines(lambda: self._head), self.rows]), choosing),
            ConditionalContainer(_lines(self._more, height=1), choosing & scrolls),
            _lines(lambda: self._foot),
            ConditionalContainer(VSplit([sign, self._typed]), typing),
            _lines(self._sum),
        )
        self.layout: Layout = Layout(HSplit(parts), focused_element=self.rows)

    @property
    def rows_seen(self) -> int:
        """How many lines of the rows are on the screen."""
        info = self.rows.render_info
        return info.window_height if info else 1

    def focus(self) -> None:
        """Let the keys go to the line while something is being typed."""
        self.layout.focus(self._typed if self.menu.line.text else self.rows)

    def prepare(self) -> None:
        """Break everything anew to fit the screen as it is now."""
        rows, height = self.menu.label_rows(), screen.height()
        below = len(self._sum()) + bool(self.menu.line.text)
        if self.menu.is_helping:
            self._foot = _shortened(self._alarm(), [], height - below - _LEAST)
            self._scrolls = False
            return
        self._head, self._foot = [], self._said("how")
        self._scrolls = rows + len(self._foot) + below > height
        if not self._scrolls:
            return
        alarm, said = self._alarm(), self._said("how_small")
        self._foot = _shortened(alarm, said[len(alarm) :], height - below - _LEAST)
        room = height - len(self._foot) - below - 1
        head = _broken(self.menu.question.ask, "bold")
        if room - len(head) >= _FEWEST_ROWS:
            self._head, room = head, room - len(head)
        self._scrolls = rows > room

    def _said(self, how: str) -> list[Line]:
        """What stands under the rows: danger, what to do, and what was not understood."""
        wrong = self.menu.message
        return [
            *self._alarm(),
            *([("", "")] if how == "how" else []),
            *_broken(self.menu.wording(how), "class:text"),
            *_broken(wrong, "bold"),
        ]

    def _alarm(self) -> list[Line]:
        danger = self.menu.danger
        return [("", ""), *_broken(danger, "bold")] if danger else []

    def turn_help(self) -> bool:
        """Turn to the part of the help that is still to be read; whether there was one."""
        self._help_from = self._help_to if self._help_to < len(self._whole_help()) else 0
        return self._help_from > 0

    def _help(self) -> list[Line]:
        """The part of the help that fits; a line below says that there is more."""
        lines = self._whole_help()[self._help_from :]
        room = max(2, screen.height() - len(self._foot) - len(self._sum()) - 1)
        shown = lines if len(lines) <= room else lines[: room - 1]
        self._help_to = self._help_from + len(shown)
        below = [("bold", screen.shown(self.menu.wording("more_below")))]
        return shown if shown == lines else shown + below

    def _whole_help(self) -> list[Line]:
        return [line for text in self.menu.wording("help").splitlines() for line in _broken(text)]

    def _sum(self) -> list[Line]:
        return _broken(self.menu.sum())

    def _more(self) -> list[Line]:
        match info := self.rows.render_info:
            case None:
                return []
            case _ if info.top_visible:
                key = "more_below"
            case _ if info.bottom_visible:
                key = "more_above"
            case _:
                key = "more_both"
        return [("bold", screen.shown(self.menu.wording(key)))]


def _broken(text: str, style: str = "") -> list[Line]:
    """Break a text between words to fit the screen."""
    return [(style, line) for line in wrap(screen.shown(visible(text)), screen.width() - 1)]


def _shortened(alarm: list[Line], said: list[Line], room: int) -> list[Line]:
    """Keep of a foot what fits: of danger the beginning, which says what to do, goes before all.

    Args:
        alarm: Of danger, after a blank line.
        said: What is said below it.
        room: Lines that there are, at least one of which is used.
    """
    if len(alarm) + len(said) <= room:
        return [*alarm, *said]
    kept = alarm[1:][: max(1, room - len(said))]
    if kept != alarm[1:]:
        style, last = kept[-1]
        kept[-1] = style, f"{last.rstrip('.;,')} {screen.shown('…')}"
    return [*kept, *said][: max(1, room)]


def _lines(text: Callable[[], list[Line]], height: int | None = None) -> "Window":
    """Make a window of exactly these lines."""
    from prompt_toolkit.layout import Window
    from prompt_toolkit.layout.controls import FormattedTextControl

    def told() -> "StyleAndTextTuples":
        lines: StyleAndTextTuples = []
        for style, line in text():
            lines += [(style, line), ("", "\n")]
        return lines[:-1]

    return Window(FormattedTextControl(told), height=height or (lambda: len(text())))
