"""Options that several commands share, with one meaning everywhere."""

import re
from datetime import time
from enum import StrEnum
from typing import Any

import typer

from integraal.cli.language import words
from integraal.words.words import LANGUAGES

MOST = 1_000_000_000
"""The highest count that an option takes."""


class Language(StrEnum):
    """Languages of the interface."""

    NL = "nl"
    EN = "en"
    FR = "fr"


class Unknown(StrEnum):
    """What to do with a column that is nearly called after a question."""

    REFUSE = "weiger"
    ALLOW = "toestaan"


def option(*names: str, key: str, **settings: Any) -> Any:
    """Make an option whose help stands in the words, under `option.<key>`."""
    settings.setdefault("show_default", False)
    return typer.Option(*names, help=words()(f"option.{key}"), **settings)


def argument(key: str, metavar: str, **settings: Any) -> Any:
    """Make an argument whose help stands in the words, under `argument.<key>`."""
    settings.setdefault("show_default", False)
    return typer.Argument(help=words()(f"argument.{key}"), metavar=metavar, **settings)


def language_option() -> Any:
    """`--taal`."""
    return option("--taal", key="language", envvar="INTEGRAAL_TAAL", show_envvar=False)


def languages_in(given: str | None) -> list[str]:
    """Read several languages, the first of which leads; without any that of the command.

    Raises:
        typer.BadParameter: naming those that there are.
    """
    asked = words().language if given is None else given
    chosen = list(dict.fromkeys(part.strip() for part in asked.split(",")))
    if not all(language in LANGUAGES for language in chosen):
        problem = words()("usage.languages", given=given, known=", ".join(LANGUAGES))
        raise typer.BadParameter(problem, param_hint="--taal")
    return chosen


def overwrite_option() -> Any:
    """`--overschrijf`."""
    return option("--overschrijf", key="overwrite")


def quiet_option() -> Any:
    """`--stil`."""
    return option("--stil", key="quiet")


def sheet_reader_option() -> Any:
    """`--voor`, of a sheet that has no words for the family."""
    return option("--voor", key="sheet_reader", metavar="<professional|tafel>")


def form_reader_option() -> Any:
    """`--voor`, of a form: the family has questions in its own words."""
    return option("--voor", key="form_reader", metavar="<professional|tafel|gezin>")


def unknown_option() -> Any:
    """`--onbekend`."""
    return option("--onbekend", key="unknown")


def source_only_option() -> Any:
    """`--alleen-bron`."""
    return option("--alleen-bron", key="source_only")


def whole_number(given: str | int) -> int:
    """Read a count of at least one that any solver can hold; typer passes its default as well.

    Raises:
        typer.BadParameter: if it is none.
    """
    number = str(given).strip()
    is_count = re.fullmatch("[0-9]{1,10}", number)
    if not (is_count and 1 <= int(number) <= MOST):
        raise typer.BadParameter(words()("usage.whole_number", given=given, most=MOST))
    return int(number)


def instrument_argument() -> Any:
    """`INSTRUMENT`, an id or a file."""
    return argument("instrument", words()("metavar.instrument"), autocompletion=instrument_ids)


def instrument_option() -> Any:
    """`--instrument`, an id or a file."""
    return option(
        "--instrument", "-i", key="instrument", metavar="ID|YAML", autocompletion=instrument_ids
    )


def region_option() -> Any:
    """`--regio`, which may be named more than once."""
    return option("--regio", key="region", metavar=words()("metavar.file"))


def form_option() -> Any:
    """`--uit`, a form that was filled in."""
    return option("--uit", key="out_of", metavar="DOCX|HTML")


def languages_option(key: str) -> Any:
    """`--taal` with one language, or several for one file."""
    return option(
        "--taal",
        key=key,
        envvar="INTEGRAAL_TAAL",
        show_envvar=False,
        autocompletion=language_codes,
    )


def language_codes(incomplete: str) -> list[str]:
    """Complete a language; several stand with commas between them."""
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{each}" for each in LANGUAGES if each.startswith(last)]


def instrument_ids(incomplete: str) -> list[str]:
    """Complete the id of an instrument."""
    from integraal.reading.library import Library

    return [h.id for h in Library().headers("instrument") if h.id.startswith(incomplete)]


def time_of_day(given: str) -> time | None:
    """Read the time at which something begins; None where none was given.

    Raises:
        typer.BadParameter: if it is none.
    """
    try:
        return time.fromisoformat(given.replace(".", ":").zfill(5)) if given else None
    except ValueError:
        problem = words()("usage.clock", given=given)
        raise typer.BadParameter(problem, param_hint="--begin") from None
