"""What results can be written as, and how the names of such files end."""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import typer

from integraal.cli.language import words

STDOUT = "-"


class Format(StrEnum):
    """What a result can be written as, in the order in which help names them."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"
    ZIP = "zip"
    SQL = "sql"
    ICS = "ics"
    YAML = "yaml"
    PO = "po"


PAGE = (Format.TERMINAL, Format.MARKDOWN, Format.JSON, Format.HTML, Format.DOCX, Format.PDF)
"""What every page can be, its data included."""
TABLE = (Format.CSV, Format.JSONL, Format.PARQUET, Format.XLSX)
"""What a table can be."""
PAPER = (Format.HTML, Format.DOCX, Format.PDF)
"""Files of their own; two of them behind each other are none. These may be in large print."""
BYTES = (Format.DOCX, Format.PDF, Format.PARQUET, Format.XLSX, Format.ZIP)
"""No text: not for a screen."""
_ENDINGS = {
    Format.TERMINAL: (".txt",),
    Format.MARKDOWN: (".md", ".markdown"),
    Format.HTML: (".html", ".htm"),
    Format.CSV: (".csv", ".tsv", ".txt"),
    Format.JSONL: (".jsonl", ".ndjson"),
    Format.YAML: (".yaml", ".yml"),
}
_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,8}")
"""What looks like the ending of a name; `C-1.2` has none, and promises nothing."""


def endings(form: Format) -> tuple[str, ...]:
    """How names of files of a format end, the usual ending first."""
    return _ENDINGS.get(form, (f".{form}",))


def promised(
    name: str | None,
    offered: Sequence[Format],
    hint: str,
    *,
    must_promise: bool = False,
    about: str = "",
) -> Format | None:
    """Find the format that the name of a file promises; None where it promises none.

    Args:
        name: As the user typed it; None or `-` for stdout.
        offered: What can be made.
        hint: The option or argument that it is the value of.
        must_promise: Whether there is nothing else to go by.
        about: What comes before the key of the refusal, where it is another than usual.

    Raises:
        typer.BadParameter: for a promise that cannot be kept, naming those that can.
    """
    if name is None or name == STDOUT:
        return None
    ending = Path(name).suffix.lower()
    # Whatever is text may be called .txt, or have no ending.
    promising = (form for form in offered if form is not Format.TERMINAL)
    found = next((form for form in promising if ending in endings(form)), None)
    if ending == ".txt" and Format.TERMINAL in offered:
        return None  # where there is a page, a text is that page, and no table
    is_promise = ending != ".txt" and _ENDING.fullmatch(ending) is not None
    if found is None and (must_promise or is_promise):
        known = words().listed([endings(form)[0] for form in offered], "or")
        problem = words()(f"usage.{about}ending", file=name, known=known)
        raise typer.BadParameter(problem, param_hint=hint)
    return found
