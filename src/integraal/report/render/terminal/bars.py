"""Counts on a terminal: a bar of blocks and, behind it, the count in words.

Short labels stand before their bars; long ones above them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.report.figures import Bars
from integraal.report.render.terminal.text import styled, weighted

if TYPE_CHECKING:
    from rich.text import Text

_SHORT = 28
"""A label up to so long stands before its bar."""
_INDENT = 2
_NARROWEST = 8
_WIDEST = 32


def bar_lines(bars: Bars, width: int) -> Iterator[tuple["Text", int, str]]:
    """Every line: the text, how far it stands in, and what its first line begins with."""
    texts = max((len(bar.text) for bar in bars.bars), default=0)
    before = max((len(bar.label) for bar in bars.bars), default=0)
    is_beside = before <= _SHORT and _INDENT + before + 2 + _NARROWEST + 1 + texts <= width
    start = _INDENT + (before + 2 if is_beside else 2)
    room = max(_NARROWEST, min(_WIDEST, width - start - 1 - texts))
    for bar in bars.bars:
        drawn = _drawn(bars.drawn(bar, room), bar.text)
        if is_beside:
            yield drawn, _INDENT, bar.label.ljust(before + 2)
        else:
            yield styled(bar.label), _INDENT, ""
            yield drawn, start, ""
        for line in bar.below:
            yield weighted(line), start, ""


def _drawn(blocks: str, text: str) -> "Text":
    # A style of the whole would reach what is added to it as well.
    line = styled("").append(blocks, style="cyan")
    return line.append_text(styled(f" {text}") if blocks else styled(text, "dim"))
