"""`integraal controleer`: everything that can be found or proven about instruments."""

import contextlib
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from integraal import __version__
from integraal.cli import options
from integraal.cli.danger import sound_refused
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import DEFAULT_INSTRUMENT
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE, Format
from integraal.cli.output.seam import Output, Result, offers
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.privacy.case_check import check_case
from integraal.privacy.discreet import discreet
from integraal.reading.cases.case_instruments import check_answered_here, named_in
from integraal.reading.cases.remarks import remarks_in
from integraal.reading.files import read_text, whatever_reads
from integraal.reading.library import Library, data_folder
from integraal.solving.solver import BOUND

if TYPE_CHECKING:
    from integraal.verify.inspection import Inspection


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE, Format.SARIF)
    def controleer(
        out: Output,
        files: Annotated[
            list[Path] | None, options.argument("controlled", say("metavar.paths"))
        ] = None,
        bound: Annotated[
            int,
            options.option(
                "--grens",
                key="bound",
                metavar=say("metavar.count"),
                parser=options.whole_number,
            ),
        ] = BOUND,
    ) -> None:
        from integraal.cli.progress import long_work
        from integraal.verify.inspection import inspect

        read_case = partial(_read_case, cache(_instruments))
        with long_work() as said:

            def tell(instrument: str, number: int, total: int) -> None:
                said(say("proof.progress", instrument=instrument, number=number, total=total))

            named = [_called(file) for file in files or []] or [_shown(data_folder())]
            controlled = inspect(named, read_case, bound, tell)
        out.write(_result(controlled, out.format))
        if controlled.findings:
            raise typer.Exit(FINDINGS)

    return controleer


def _called(named: Path) -> Path:
    """Find the file of a shipped instrument by its id; what is there by that name goes first."""
    if not named.exists() and named.parent == Path():
        with contextlib.suppress(Faulty):
            return _shown(Library().file_of(str(named)))
    return named


def _shown(path: Path) -> Path:
    """Name a path as briefly as it can be from here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _result(controlled: "Inspection", form: Format) -> Result:
    from integraal.report.data.proof import proof_data
    from integraal.report.data.sarif import sarif
    from integraal.report.pages.authors.proof import proof_page

    if form is Format.SARIF:
        return sarif(controlled.findings, words(), __version__)
    make = proof_data if form is Format.JSON else proof_page
    return make(controlled.findings, controlled.proofs, controlled.files, words())


_Opened: TypeAlias = tuple[Instrument, tuple[Instrument, ...]]


def _read_case(
    instruments: Callable[[Path], _Opened], path: Path, library: Library
) -> Iterable[Finding]:
    """Read a case file as `advies` would, and look whether its name is that of a person.

    One that is refused still says what danger its readable answers show.
    """
    from integraal.reading.cases.casefile import read_case

    first, others = instruments(library.folder)
    try:
        case_file = read_case(path, first, named_in(others).get)
        check_case(case_file.case, str(path), remarks_in(read_text(path)))
    except Faulty as faulty:
        sound_refused(whatever_reads(path), first)
        raise Faulty([discreet(finding) for finding in faulty.findings]) from None
    try:
        check_answered_here(case_file.case, first, str(path), others)
    except Faulty as faulty:
        # Whatever a case is of, it may be apart from the first instrument, but not from its own.
        apart = {dict(finding.details).get("other") for finding in faulty.findings}
        if None in apart:
            raise
        for instrument in others:
            if instrument.id in apart:
                check_answered_here(case_file.case, instrument, str(path), others)
    return map(discreet, case_file.notes)


def _instruments(folder: Path) -> _Opened:
    """Open the instruments that cases in a folder may be about: the first one, and the others."""
    library = Library(folder)
    paths = {found.id: found.path for found in library.headers("instrument")}
    first = paths.pop(DEFAULT_INSTRUMENT, None) or next(iter(paths.values()))
    others = []
    for path in paths.values():
        with contextlib.suppress(Faulty):  # said when that file itself is looked at
            others.append(library.instrument_file(path))
    return library.instrument_file(first), tuple(others)
