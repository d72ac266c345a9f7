"""`integraal vergelijk-versies`: which cases change under a new version of an instrument."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import in_danger, sound_in, sound_refused
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.seam import Output, offers
from integraal.engine.compare.safeguards import weakened
from integraal.engine.compare.versions import gone, swapped_labels, text_changes, version_change
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.case.timeline import look
from integraal.model.finding import Faulty, Finding
from integraal.model.results.danger import Danger
from integraal.model.results.versions import CaseChange, Unreadable, Versions
from integraal.privacy.case_check import check_case
from integraal.privacy.discreet import discreet, discreetly
from integraal.reading.cases.case_instruments import check_answered_here, elsewhere
from integraal.reading.cases.casefile import CaseFile, case_from_tree
from integraal.reading.cases.days import ABOUT_DAYS
from integraal.reading.cases.remarks import remarks_in
from integraal.reading.files import read_text, whatever_reads
from integraal.reading.folders import distinct, yaml_files
from integraal.reading.library import header
from integraal.reading.overlay import texts
from integraal.reading.trees import read_tree
from integraal.report.data.versions import versions_data
from integraal.report.pages.authors.versions import versions_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def vergelijk_versies(
        old: Annotated[str, options.argument("old", say("metavar.old"))],
        new: Annotated[str, options.argument("new", say("metavar.new"))],
        out: Output,
        cases: Annotated[
            list[str] | None, options.argument("many_cases", say("metavar.case"))
        ] = None,
        source_only: Annotated[bool, options.source_only_option()] = False,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        programs = [
            lower(open_instrument(name, words().language), source_only=source_only)
            for name in (old, new)
        ]
        versions, renamed, dangers = _compared(
            programs[0], programs[1], distinct(_files(cases or []))
        )
        sound_in(dangers, programs[1].instrument)
        for unreadable in versions.unreadable:
            sound_refused(whatever_reads(Path(unreadable.file)), programs[1].instrument)
        for unreadable in versions.unreadable:
            _report(unreadable)
        if not quiet:
            _remarks(versions, renamed)
        out.write(versions_data(versions, say) if out.is_data else versions_page(versions, say))
        if versions.unreadable:
            raise typer.Exit(FINDINGS)

    return vergelijk_versies


def _files(names: list[str]) -> Iterator[Path]:
    """The files that are named, and the case files in folders that are named."""
    for name in names:
        path = Path(name)
        if not path.is_dir():
            yield path
            continue
        found = [each for each in yaml_files(path) if (top := header(each)) and top.kind == "casus"]
        if not found:
            problem = words()("usage.no_cases", folder=name)
            raise typer.BadParameter(problem, param_hint=words()("metavar.case"))
        yield from found


def _compared(
    old: Program, new: Program, files: list[Path]
) -> tuple[Versions, int, dict[str, tuple[Danger, ...]]]:
    """Compare every case that can be read.

    Returns: The comparison, how many cases use a name that the new version has renamed, and by
        file the dangers that the answers make true.
    """
    dangers: dict[str, tuple[Danger, ...]] = {}
    readers = _reader(old), _reader(new)
    cases: list[CaseChange] = []
    unreadable: list[Unreadable] = []
    renamed = 0
    for file in files:
        read = [reader(file) for reader in readers]
        before, after = read
        if isinstance(before, CaseFile) and isinstance(after, CaseFile):
            answers = tuple(
                look(each.instrument, read_.case).answers
                for each, read_ in ((old, before), (new, after))
            )
            change = version_change(old, new, *answers)
            cases.append(CaseChange(str(file), before.case.id, change))
            dangers[str(file)] = _dangers(before.case, after.case, old, new)
            for note in after.notes:
                if note.code in ABOUT_DAYS:
                    screen.report(discreet(note))
            renamed += any(note.code == "moved" for note in after.notes)
        else:
            faults = [() if isinstance(one, CaseFile) else one for one in read]
            unreadable.append(Unreadable(str(file), *faults))
    both = old.instrument, new.instrument
    told = text_changes(texts(both[0]), texts(both[1]), both[1].renamed)
    found = Versions(
        *both,
        tuple(cases),
        tuple(unreadable),
        tuple(told),
        tuple(swapped_labels(*both)),
        tuple(each for each in gone(*both) if elsewhere(both[1])(each.question) is None),
        tuple(weakened(*both)),
    )
    return _with_smallest(found, old, new), renamed, dangers


def _dangers(before: Case, after: Case, old: Program, new: Program) -> tuple[Danger, ...]:
    """What a case makes true under the new version, and what it does under the old one only."""
    now, was = in_danger(after, new.instrument), in_danger(before, old.instrument)
    said = {(one.instrument.id, one.statement.id) for one in now}
    return *now, *(one for one in was if (one.instrument.id, one.statement.id) not in said)


def _with_smallest(versions: Versions, old: Program, new: Program) -> Versions:
    """Look for the smallest case with another advice, where both have the same answers."""
    from integraal.solving.solver import OutOfBoundError
    from integraal.verify.versions_apart import share_answers, smallest_difference

    if not share_answers(versions.old, versions.new):
        return versions
    with suppress(OutOfBoundError):
        answers = smallest_difference(old, new)
        change = answers and version_change(old, new, answers, answers)
        smallest = (answers, change) if answers and change else None
        return replace(versions, smallest=smallest, is_settled=True)
    return versions


def _reader(program: Program) -> Callable[[Path], CaseFile | tuple[Finding, ...]]:
    """Make what reads a case for this version, or says what is wrong with it."""
    others = elsewhere(program.instrument)

    def read(path: Path) -> CaseFile | tuple[Finding, ...]:
        try:
            with discreetly():
                case_file = case_from_tree(read_tree(path), program.instrument, others)
                check_case(case_file.case, str(path), remarks_in(read_text(path)))
                check_answered_here(case_file.case, program.instrument, str(path))
        except Faulty as faulty:
            return faulty.findings
        return case_file

    return read


def _report(unreadable: Unreadable) -> None:
    """Show what is wrong with a file; say of which version it is, where only one minds."""
    screen.report_all(unreadable.both)
    for key, findings in (("old", unreadable.only_old), ("new", unreadable.only_new)):
        if findings:
            screen.tell(words()(f"versions.only_{key}", file=unreadable.file))
        screen.report_all(findings)


def _remarks(versions: Versions, renamed: int) -> None:
    if versions.old.id != versions.new.id:
        both = {"old": versions.old.id, "new": versions.new.id}
        screen.tell(words()("versions.two_instruments", **both))
    if renamed:
        screen.tell(words()("versions.renamed", count=renamed))
