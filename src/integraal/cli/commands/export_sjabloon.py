"""`integraal export sjabloon`: a workbook with drop-down lists, for who fills in many cases."""

import sys
from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import DEFAULT_INSTRUMENT, STDIN, open_instrument
from integraal.cli.language import words
from integraal.words.words import Words

if TYPE_CHECKING:
    from integraal.exchange.wording import Wording

TEMPLATE = "sjabloon"
TEMPLATE_FILE = "sjabloon.xlsx"
"""Where a template goes if nobody names another file; also a way to ask for one."""
_SAID_ELSEWHERE = {"dont_know": "answer.dont_know", "disclaimer": "disclaimer"}


def template_command() -> Callable[..., None]:
    """Make `integraal export sjabloon`, in the language of this process."""

    def sjabloon(
        instrument: Annotated[str, options.instrument_argument()] = DEFAULT_INSTRUMENT,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
        output: Annotated[str, options.output_option()] = TEMPLATE_FILE,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
    ) -> None:
        from integraal.exchange.template import template

        _check(output)
        if output != STDIN:
            screen.free_path(output, overwrite=overwrite)  # before any work, not after it
        made = template(open_instrument(instrument, language.value), wording(words()))
        screen.write_result(made, output, overwrite=overwrite)

    return sjabloon


def _check(output: str) -> None:
    """Refuse a place where nobody could open a workbook.

    Raises:
        typer.BadParameter: if its name promises another kind of file, or it is a screen.
    """
    problem = ""
    if output == STDIN:
        problem = words()("usage.binary_on_screen") if sys.stdout.isatty() else ""
    elif not output.lower().endswith(".xlsx"):
        problem = words()("usage.template_form", given=output)
    if problem:
        raise typer.BadParameter(problem, param_hint="--uitvoer")


def wording(say: Words) -> "Wording":
    """Give the sentences of a template, in the language of these words."""
    from integraal.exchange.wording import Wording

    names = [field.name for field in fields(Wording)]
    return Wording(**{name: say(_SAID_ELSEWHERE.get(name, f"template.{name}")) for name in names})
