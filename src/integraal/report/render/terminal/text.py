"""Texts for a terminal, in one style or with the weight of each span; none of them is obeyed."""

from typing import TYPE_CHECKING

from integraal.report.render.visible import visible
from integraal.report.text import Inline

if TYPE_CHECKING:
    from rich.text import Text


def styled(text: str, style: str = "") -> "Text":
    """A text in one style."""
    from rich.text import Text

    return Text(visible(text), style=style)


def weighted(text: Inline) -> "Text":
    """A line of which some spans are strong and some quiet."""
    line = styled("")
    for span in text:
        weight = "bold" if span.strong else "dim" if span.quiet else ""
        line.append_text(styled(span.text, weight))
    return line
