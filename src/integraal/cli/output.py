"""Give a document in the form that was asked for: on the screen, as text, or as a file."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.options import Layout

if TYPE_CHECKING:
    from integraal.report.blocks import Document

ALONE = ("html", "docx", "pdf")
"""Files of their own; two of them behind each other are none. These may be in large print."""
BYTES = ("docx", "pdf")
"""No text: not for a terminal."""
ENDINGS = {
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown",
    ".json": "json",
}  # fmt: skip
"""How names of files end, with the form that this promises."""
_Layout = TypeVar("_Layout", bound=StrEnum)


def layout_for(layout: _Layout, target: str | None) -> _Layout:
    """Give the form that was asked for, or that the name of the file asks for.

    Args:
        layout: As it was chosen; the form for the terminal is what nobody needs to choose.
        target: Where it goes.

    Raises:
        typer.BadParameter: if the file would be called something else than it is.
    """
    named = ENDINGS.get(Path(target or "").suffix.lower())
    if named is None or named == layout or named not in list(type(layout)):
        return layout
    if layout == Layout.TERMINAL:
        return type(layout)(named)
    problem = words()("usage.other_ending", layout=layout, file=target)
    raise typer.BadParameter(problem, param_hint="--formaat")


def check_layout(
    layout: str, target: str | None, *, large: bool, cases: Sequence[str] = ()
) -> None:
    """Refuse what cannot be given.

    Args:
        layout: The form that is asked for.
        target: Where it goes; None or `-` for stdout.
        large: Whether it is to be in large print.
        cases: Those that it is about.

    Raises:
        typer.BadParameter: if a terminal would get bytes, if large print is asked for where
            letters have no size, or if several cases would go into one file.
    """
    if large and layout not in ALONE:
        raise typer.BadParameter(words()("usage.large_is_paper"), param_hint="--groot")
    if layout in BYTES and target in (None, "-") and sys.stdout.isatty():
        problem = words()("usage.needs_file", layout=layout)
        raise typer.BadParameter(problem, param_hint="--formaat")
    if layout in ALONE and len(cases) > 1:
        problem = words()("usage.one_case", layout=layout)
        raise typer.BadParameter(problem, param_hint=words()("metavar.cases"))


def given(document: "Document", layout: str, target: str | None, *, large: bool) -> str | bytes:
    """Give a document in a form."""
    match layout:
        case "pdf":
            from integraal.report.render.pdf.document import render_pdf

            return render_pdf(document, large=large)
        case "docx":
            from integraal.report.render.word.document import render_docx

            return render_docx(document, large=large)
        case "html":
            from integraal.report.render.html.document import render_html

            return render_html(document, large=large)
        case _:
            return screen.laid_out(document, Layout(layout), target)
