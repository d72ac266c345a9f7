"""`integraal panel vellen`: the sheets of a study, for each rater her own, and what they read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.output.formats import Format, endings
from integraal.cli.output.paths import free_path
from integraal.cli.output.seam import rendered
from integraal.cli.panel.opened import OpenStudy, open_study
from integraal.model.study.cases import rater_letters
from integraal.model.study.sheet import Sheet, Vignette, marks_of, too_long
from integraal.report.blocks import Document
from integraal.words.words import Words

SHEETS = "vellen"
"""The folder in that of the study where sheets are put."""
_PAGES = (Format.PDF, Format.DOCX, Format.HTML, Format.MARKDOWN)
_TABLES = (Format.XLSX, Format.CSV)
_USUAL = "pdf,docx,xlsx,html"
_USUAL_RATERS, _MOST_RATERS = 8, 99
_ROUNDS = (1, 2)


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def vellen(
        study: Annotated[str, options.argument("panel.study", say("metavar.study"))],
        raters: Annotated[
            int | None,
            options.option("--beoordelaars", key="panel_raters", metavar="N", parser=_raters),
        ] = None,
        round_: Annotated[
            int, options.option("--ronde", key="panel_round", metavar="1|2", parser=_round)
        ] = 1,
        layouts: Annotated[
            str,
            options.option("--formaat", "-f", key="panel_layouts", metavar=say("metavar.layouts")),
        ] = _USUAL,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        wanted = _layouts(layouts)
        opened = open_study(study)
        letters = _letters(opened, raters)
        folder = opened.inside(SHEETS)
        suffix = "" if round_ == 1 else f"-{round_}"
        cases = list(opened.study.round(held_back=round_ > 1))
        if not cases:
            raise typer.BadParameter(say("usage.panel_no_cases"), param_hint="--ronde")
        names = _names(letters, suffix, wanted)
        for name in names:  # before any work, not after it
            free_path(str(folder / name), overwrite=overwrite, way="replace")
        told = opened.told(cases)
        made = _made(opened, letters, told, suffix, wanted)
        _write_all(folder, names, made, overwrite=overwrite)
        _remember(opened, letters)
        screen.talk(say("vellen.done", count=len(names), cases=len(cases), folder=str(folder)))
        if long := too_long(told):
            screen.talk(say("vellen.long", cases=", ".join(long), count=len(long)))
        screen.talk(say("vellen.next", folder=str(opened.folder / "ingevuld")))

    return vellen


def _raters(given: str | int) -> int:
    number = options.whole_number(given)
    if number > _MOST_RATERS:
        raise typer.BadParameter(words()("usage.whole_number", given=given, most=_MOST_RATERS))
    return number


def _round(given: str | int) -> int:
    if str(given).strip() not in map(str, _ROUNDS):
        raise typer.BadParameter(words()("usage.panel_round", given=given))
    return int(given)


def _layouts(given: str) -> list[Format]:
    """Read in which formats sheets are wanted.

    Raises:
        typer.BadParameter: naming those that there are.
    """
    offered = {layout.value: layout for layout in (*_PAGES, *_TABLES)}
    asked = list(dict.fromkeys(part.strip().casefold() for part in given.split(",")))
    if not all(each in offered for each in asked):
        known = ", ".join(offered)
        problem = words()("usage.panel_layouts", given=given, known=known)
        raise typer.BadParameter(problem, param_hint="--formaat")
    return [offered[each] for each in asked]


def _letters(opened: OpenStudy, raters: int | None) -> tuple[str, ...]:
    """The raters that are asked for; else those that the study has already."""
    if raters is None and opened.study.raters:
        return opened.study.raters
    return rater_letters(raters or _USUAL_RATERS)


def _names(letters: Sequence[str], suffix: str, wanted: Sequence[Format]) -> list[str]:
    first = [_instruction_name(suffix, each) for each in _instructed(wanted)]
    return first + [f"{rater}{suffix}{endings(each)[0]}" for rater in letters for each in wanted]


def _instructed(wanted: Sequence[Format]) -> list[Format]:
    """In which formats raters get what they read first; a table alone has no room for it."""
    return [each for each in wanted if each in _PAGES] or [Format.PDF]


def _instruction_name(suffix: str, layout: Format) -> str:
    return f"{words()('vellen.instruction')}{suffix}{endings(layout)[0]}"


def _made(
    opened: OpenStudy,
    letters: Sequence[str],
    told: Sequence[Vignette],
    suffix: str,
    wanted: Sequence[Format],
) -> Iterator[tuple[str, str | bytes]]:
    """Every file by its name, made when it is asked for."""
    from integraal.panel.vignettes import shuffled
    from integraal.report.pages.panel.instruction import instruction

    say, marks = Words(opened.instrument.language), marks_of(opened.instrument)
    first = instruction(opened.instrument.title, marks, told, say)
    for layout in _instructed(wanted):
        yield _instruction_name(suffix, layout), rendered(first, layout)
    for rater in letters:
        order = shuffled(told, opened.study, rater)
        sheet = Sheet(rater, opened.check, order, marks)
        for layout in wanted:
            name = f"{rater}{suffix}"
            made = _sheet(sheet, name, opened.instrument.title, layout, say)
            yield f"{name}{endings(layout)[0]}", made


def _sheet(sheet: Sheet, name: str, title: str, layout: Format, say: Words) -> str | bytes:
    from integraal.exchange.panel.rating_table import rating_csv, rating_workbook
    from integraal.report.pages.panel.sheet import rater_sheet

    match layout:
        case Format.CSV:
            return rating_csv(sheet, say)
        case Format.XLSX:
            return rating_workbook(sheet, title, say)
        case Format.HTML:
            return _page(rater_sheet(sheet, say), sheet, f"{name}.txt", say)
        case _:
            return rendered(rater_sheet(sheet, say), layout)


def _page(page: Document, sheet: Sheet, kept: str, say: Words) -> str:
    """The sheet for a browser, with a button that keeps what was marked."""
    from integraal.browser.rating_sheet import sheet_code, sheet_data, sheet_style
    from integraal.report.render.html.document import Script, render_html

    script = Script(sheet_code(), sheet_data(sheet, kept, say), sheet_style())
    return render_html(page, script=script)


def _write_all(
    folder: Path, names: Sequence[str], made: Iterable[tuple[str, str | bytes]], *, overwrite: bool
) -> None:
    """Write every file, or none."""
    from integraal.reading.storage.atomic_write import written_together
    from integraal.reading.storage.standing import not_saved, standing

    try:
        with written_together(*(folder / name for name in names), overwrite=overwrite) as new:
            places = dict(zip(names, new, strict=True))
            for name, content in made:
                raw = content.encode() if isinstance(content, str) else content
                places[name].write_bytes(raw)
    except OSError as error:
        raise not_saved(folder / names[0], standing(folder / names[0]), error) from None


def _remember(opened: OpenStudy, letters: Sequence[str]) -> None:
    """Note in the study which raters there are; one that has a sheet already stays."""
    from integraal.reading.panel.study import write_study

    known = opened.study.raters
    if set(letters) <= set(known):
        return
    raters = (*known, *(letter for letter in letters if letter not in known))
    write_study(replace(opened.study, raters=raters), opened.folder, opened.instrument)
