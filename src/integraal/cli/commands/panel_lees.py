"""`integraal panel lees`: what raters filled in, as ratings; each mark taken, refused or blank."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import open_case
from integraal.cli.language import words
from integraal.cli.output.paths import free_path
from integraal.cli.panel.filled import CameBack, came_back
from integraal.cli.panel.opened import OpenStudy, open_study
from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding, Severity, faulty
from integraal.model.study.ratings import Rating


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def lees(
        study: Annotated[str, options.argument("panel.study", say("metavar.study"))],
        decisions: Annotated[
            str | None,
            options.option("--besluiten", key="panel_decisions", metavar=say("metavar.study")),
        ] = None,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        from integraal.panel.taking import take
        from integraal.reading.panel.ratings import write_ratings

        opened = open_study(study)
        target = _target(opened.folder, overwrite=overwrite)
        back = came_back(opened)
        taken = take(opened.study, opened.instrument, back.sheets, date.today())
        for finding in (*back.faults, *taken.findings):
            _report(finding)
        if not back.sheets:
            raise typer.Exit(FINDINGS)
        recorded, skipped = _decided(decisions, opened) if decisions else ((), False)
        ratings = replace(
            taken.ratings, refused=taken.ratings.refused + back.unread, decisions=recorded
        )
        write_ratings(ratings, opened.folder)
        for rater, cases in taken.empty.items():
            screen.talk(say("lees.empty", rater=rater, count=len(cases), cases=", ".join(cases)))
        counts = {"taken": len(ratings.taken), "refused": ratings.refused, "blank": ratings.blank}
        screen.talk(say("lees.done", read=sum(counts.values()), **counts))
        if recorded:
            screen.talk(say("lees.decisions", count=len(recorded)))
        screen.talk(say("written", file=str(target)))
        if ratings.refused or skipped or _has_faults(back):
            raise typer.Exit(FINDINGS)

    return lees


def _target(folder: Path, *, overwrite: bool) -> Path:
    """Where ratings go; those that `panel oefen` made up may go, for nobody misses them.

    Raises:
        Faulty: if nothing can be written there, or ratings of people stand there already.
    """
    from integraal.reading.panel.ratings import RATINGS, read_ratings

    target = free_path(str(folder / RATINGS), overwrite=True)
    if overwrite or not target.exists():
        return target
    try:
        is_practice = read_ratings(folder).practice
    except Faulty:
        is_practice = False
    if not is_practice:
        raise faulty("exists-already", target, way="replace")
    screen.talk(words()("panel.report.overwritten"))
    return target


def _has_faults(back: CameBack) -> bool:
    return any(found.severity is Severity.ERROR for found in back.faults)


def _report(finding: Finding) -> None:
    """Say what is wrong, and repeat nothing by which somebody could be recognised."""
    from integraal.privacy.discreet import discreet

    screen.report(discreet(finding))


def _decided(folder: str, opened: OpenStudy) -> tuple[tuple[Rating, ...], bool]:
    """The decisions in the case files of a folder, and whether any file could not be read."""
    from integraal.engine.lower import lower
    from integraal.panel.decided import decided

    cases, skipped = _cases(folder, opened)
    found = list(decided([case for _, case in cases], lower(opened.instrument), date.today()))
    for each in found:
        if each.left_out:
            _report(_of_reason("panel-reason-left-out", folder, each.rating, each.left_out))
        if each.doubtful:
            _report(_of_reason("panel-reason-doubtful", folder, each.rating, each.doubtful))
    return tuple(each.rating for each in found), skipped


def _of_reason(code: str, folder: str, rating: Rating, kinds: str) -> Finding:
    return Finding.warning(code, folder, case=rating.case, kinds=kinds)


def _cases(folder: str, opened: OpenStudy) -> tuple[Sequence[tuple[Path, Case]], bool]:
    from integraal.reading.folders import yaml_files

    cases, skipped = [], False
    for path in yaml_files(Path(folder)):
        try:
            cases.append((path, open_case(str(path), opened.instrument).case))
        except Faulty as fault:
            skipped = True
            for finding in fault.findings:
                _report(finding)
    if not cases and not skipped:
        _report(Finding.warning("panel-no-cases", folder))
    return cases, skipped
