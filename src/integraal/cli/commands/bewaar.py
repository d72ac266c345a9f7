"""`integraal bewaar`: what is kept about people, until when it may be, and taking it away."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import sound_kept
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.keeping.removing import agreed, is_whole, remove
from integraal.cli.keeping.survey import Survey
from integraal.cli.keeping.until import keep_until
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.seam import Output, offers
from integraal.model.finding import faulty
from integraal.model.keeping.kept import Found, Kept, Sort, State
from integraal.model.keeping.mark import Mark, digest
from integraal.report.keeping.data import kept_data, over_data
from integraal.report.keeping.page import going_page, kept_page, over_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def bewaar(
        places: Annotated[list[str], options.argument("kept", say("metavar.folder"))],
        out: Output,
        removes: Annotated[bool, options.option("--verwijder", key="remove")] = False,
        about: Annotated[
            str | None, options.option("--over", key="about", metavar=say("metavar.pseudonym"))
        ] = None,
        erased: Annotated[
            str | None, options.option("--wis", key="erase", metavar=say("metavar.pseudonym"))
        ] = None,
        until: Annotated[
            str | None,
            options.option("--tot", key="keep_until", metavar=say("metavar.day")),
        ] = None,
    ) -> None:
        asked = [removes, about is not None, erased is not None]
        if sum((*asked, until is not None)) > 1:
            raise typer.BadParameter(words()("usage.one_of_kept"), param_hint="--verwijder")
        _check_there(places)
        if until is not None:
            if out.target is not None or out.is_data:
                raise typer.BadParameter(words()("usage.keep_no_page"), param_hint="--tot")
            keep_until(places, until)
            return
        with Survey(places, about or erased or "") as survey:
            match asked:
                case [True, _, _]:
                    _remove(survey, out)
                case [_, True, _]:
                    _show_about(survey, out)
                case [_, _, True]:
                    _erase(survey, out)
                case _:
                    _show(survey, out)

    return bewaar


def _check_there(places: Sequence[str]) -> None:
    """Refuse what is not there: nobody must take a slip for a folder with nothing in it.

    Raises:
        Faulty: naming it.
    """
    for name in places:
        if "\0" in name or not os.path.lexists(name):
            raise faulty("no-such-file", name)


def _show(survey: Survey, out: Output) -> None:
    """Show what there is.

    Raises:
        typer.Exit: if anything is past its day.
    """
    found = survey.found()
    out.write(kept_data(found) if out.is_data else kept_page(found, words()))
    if found.in_state(State.PAST):
        raise typer.Exit(FINDINGS)


def _show_about(survey: Survey, out: Output) -> None:
    """Show all that there is about one case; danger in it is said as with every page."""
    found = survey.found()
    contents: dict[str, Any] = {}
    for one in found.kept:
        if one.sort in (Sort.RESULT, Sort.TABLE):
            contents[one.path] = list(survey.rows(one.path))
        elif one.sort is Sort.CASE:
            text = Path(one.path).read_text("utf-8", "replace")
            sound_kept(text)
            contents[one.path] = text
    if out.is_data:
        out.write(over_data(survey.case, found, contents))
        return
    days = [one.keep_until for one in found.kept if one.keep_until]
    shown = {path: _lines(each) for path, each in contents.items()}
    page = over_page(survey.case, found, shown, words())
    out.write(replace(page, mark=Mark((digest(survey.case),), min(days, default=None))))


def _lines(contents: str | list[dict[str, str]]) -> list[str]:
    if isinstance(contents, str):
        return contents.splitlines()
    rows = [[f"{name}: {cell}" for name, cell in row.items()] for row in contents]
    return [line for row in rows for line in (*row, "")]


def _erase(survey: Survey, out: Output) -> None:
    """Take away all that is about one case, once somebody agreed to the list."""
    say, found = words(), survey.found()
    going = [one for one in found.kept if one.is_ours]
    title = say("bewaar.erase", case=survey.case)
    _list(title, going, found, out)
    for one in found.kept:
        if not one.is_ours:
            screen.tell(say("bewaar.by_hand", file=one.path))
        elif not is_whole(one):
            screen.tell(say("bewaar.only_rows", file=one.path))
    _go(survey, going, rows=True)


def _remove(survey: Survey, out: Output) -> None:
    """Take away what is past its day, and files that were named one by one."""
    found = survey.found()
    named = {str(Path(name)) for name in survey.named if not Path(name).is_dir()}
    going = [
        one for one in found.kept if one.is_ours and (one.state is State.PAST or one.path in named)
    ]
    _list(words()("bewaar.remove"), going, found, out)
    for one in found.kept:
        if one.path in named and not one.is_ours:
            screen.tell(words()("bewaar.by_hand", file=one.path))
    _go(survey, going, rows=False)


def _list(title: str, going: Sequence[Kept], found: Found, out: Output) -> None:
    page = going_page(title, going, found, words())
    out.write(kept_data(found, going) if out.is_data else page)


def _go(survey: Survey, going: Sequence[Kept], *, rows: bool) -> None:
    if not going:
        screen.tell(words()("bewaar.nothing_to_go"))
    elif not agreed(words()("bewaar.ask", count=len(going))):
        screen.tell(words()("bewaar.nothing_done"))
    elif not remove(survey, going, rows=rows):
        raise typer.Exit(FINDINGS)
