"""`integraal panel verslag`: how far raters agree, with each other, the advice and each rule."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE, Format
from integraal.cli.output.seam import Output, offers
from integraal.model.finding import Faulty

if TYPE_CHECKING:
    from integraal.model.study.findings import PanelReport


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE, Format.CSV)
    def verslag(
        study: Annotated[Path, options.argument("panel.study", say("metavar.study"))],
        out: Output,
        recalibrate: Annotated[bool, options.option("--herijk", key="panel_recalibrate")] = False,
        seed: Annotated[
            int,
            options.option("--zaad", key="panel_chance", metavar="N", parser=options.whole_number),
        ] = 1,
    ) -> None:
        from integraal.panel.outcome.collected import LEAST_CASES, LEAST_RATERS, strangers
        from integraal.panel.outcome.whole import collection, panel_report
        from integraal.reading.panel.criteria import read_criteria
        from integraal.reading.panel.ratings import RATINGS, read_ratings
        from integraal.reading.panel.study import read_study, study_instrument, study_remarks
        from integraal.report.data.panel.report import panel_data
        from integraal.report.pages.panel.report import panel_page

        read = read_study(study)
        instrument = study_instrument(read, study, say.language)
        screen.report_all(study_remarks(read, study, instrument))
        ratings, criteria = read_ratings(study), read_criteria(study, instrument)
        if faults := list(strangers(read, ratings, instrument, study / RATINGS)):
            raise Faulty(faults)
        found = collection(read, ratings, instrument)
        if not found.is_enough():
            least = {"cases": LEAST_CASES, "raters": LEAST_RATERS}
            screen.tell(say("panel.report.too_few", found=found.well_rated(), **least))
            raise typer.Exit(FINDINGS)
        report = panel_report(found, ratings, criteria, seed)
        if recalibrate:
            from integraal.panel.recalibration.gains import recalibration

            tried = recalibration(found, criteria, seed, report.draws)
            report = replace(report, recalibration=tried)
            report = _with_diffs(report, study)
        if out.format is Format.CSV:
            out.write(_table(report))
        elif out.is_data:
            out.write(panel_data(report, instrument, say))
        else:
            out.write(panel_page(report, instrument, say))

    return verslag


def _with_diffs(report: "PanelReport", folder: Path) -> "PanelReport":
    """Say each proposal as a change of the file of the instrument."""
    from integraal.reading.library import Library
    from integraal.reading.panel.proposal import proposed
    from integraal.reading.panel.study import STUDY_FILE

    of, found = report.study, report.recalibration
    if found is None:
        return report
    path = (
        folder / of.file if of.file else Library(folder).file_of(of.instrument, folder / STUDY_FILE)
    )
    proposals = (
        replace(one, diff=proposed(path, one.rule, one.change, (one.before, one.after)))
        for one in found.proposals
    )
    return replace(report, recalibration=replace(found, proposals=tuple(proposals)))


def _table(report: "PanelReport") -> str:
    from integraal.report.data.panel.report import panel_rows

    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(panel_rows(report))
    return made.getvalue()
