"""`integraal panel kies`: choose the cases of a study, so that they tell rules apart."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT
from integraal.cli.language import words
from integraal.cli.output.seam import show
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.model.study.choice import RuledOut
from integraal.reading.library import Library, data_folder

_LEAST, _MOST = 10, 300
_USUAL, _SEED, _MOST_SEED = 30, 1, 9999
_MARKS = ("vellen", "ingevuld", "beoordelingen.json")
"""What in the folder of a study is about the cases that it has."""


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def kies(
        named: Annotated[str | None, options.instrument_argument()] = None,
        count: Annotated[
            str, options.option("--aantal", key="panel_count", metavar=say("metavar.count"))
        ] = str(_USUAL),
        seed: Annotated[
            str, options.option("--zaad", key="panel_seed", metavar=say("metavar.seed"))
        ] = str(_SEED),
        together: Annotated[
            str | None,
            options.option("--samen", key="panel_together", metavar=say("metavar.file")),
        ] = None,
        folder: Annotated[
            str | None,
            options.option("--uitvoer", "-o", key="panel_folder", metavar=say("metavar.study")),
        ] = None,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        if folder is None:
            raise typer.BadParameter(say("usage.panel_folder"), param_hint="--uitvoer")
        wanted, drawn = (
            _within(count, _LEAST, _MOST, "--aantal"),
            _within(seed, 0, _MOST_SEED, "--zaad"),
        )
        place = _free_folder(folder, overwrite=overwrite)
        instrument, file = _opened(named or DEFAULT_INSTRUMENT)
        ruled_out = tuple(_ruled_out(file, instrument, together))
        _choose(instrument, file, place, wanted, drawn, ruled_out, folder)

    return kies


def _choose(
    instrument: Instrument,
    file: Path,
    place: Path,
    count: int,
    seed: int,
    ruled_out: tuple[RuledOut, ...],
    shown: str,
) -> None:
    from integraal.panel.choosing.choose import choose
    from integraal.reading.panel.criteria import write_criteria
    from integraal.reading.panel.study import write_study
    from integraal.report.pages.panel.choice import choice_page

    choice = choose(instrument, count, seed, ruled_out=ruled_out)
    if not choice.study.cases:
        raise faulty("study-without-cases", file)
    own = "" if file.resolve().parent == data_folder().resolve() else _seen_from(file, place)
    choice = replace(choice, study=replace(choice.study, file=own))
    place.mkdir(mode=0o700, exist_ok=True)
    write_study(choice.study, place, instrument)
    write_criteria(place, instrument, words())
    show(choice_page(choice, instrument, shown, words()))


def _opened(name: str) -> tuple[Instrument, Path]:
    """Open an instrument, by its path or its id, and say where it stands."""
    instrument, path = Library().open(name, words().language), Path(name)
    return instrument, path if path.is_file() else Library().file_of(instrument.id)


def _ruled_out(file: Path, instrument: Instrument, given: str | None) -> Iterator[RuledOut]:
    """What no case may be: as it stands beside the instrument, and in the file that was named."""
    from integraal.reading.panel.ruled_out import beside, read_ruled_out

    for path in (beside(file, instrument), Path(given) if given is not None else None):
        if path is not None:
            yield from read_ruled_out(path, instrument)


def _within(given: str, least: int, most: int, option: str) -> int:
    """Read a whole number.

    Raises:
        typer.BadParameter: if it is none, or lies outside these bounds.
    """
    number = given.strip()
    if not (number.isascii() and number.isdigit() and least <= int(number[:9]) <= most):
        problem = words()("usage.panel_number", given=given, least=least, most=most)
        raise typer.BadParameter(problem, param_hint=option)
    return int(number)


def _free_folder(name: str, *, overwrite: bool) -> Path:
    """The folder of a study: one to be made, an empty one, or one whose cases may be replaced.

    Raises:
        Faulty: if it cannot be one, has something in it, or holds sheets or ratings.
    """
    place = Path(name)
    if "\0" in name or (os.path.lexists(place) and not place.is_dir()):
        raise faulty("not-a-study-folder", name)
    if not place.is_dir():
        if not place.absolute().parent.is_dir():
            raise faulty("no-such-folder", name, folder=place.parent)
        return place
    if any((place / mark).exists() for mark in _MARKS):
        raise faulty("study-has-marks", name)
    if not overwrite and any(place.iterdir()):
        raise faulty("folder-not-empty", name)
    return place


def _seen_from(file: Path, place: Path) -> str:
    """Where a file stands, seen from a folder."""
    try:
        return Path(os.path.relpath(file, place)).as_posix()
    except ValueError:  # another drive of Windows
        return file.absolute().as_posix()
