"""`integraal test`: an author's own cases, and whether they would notice a mistake in the rules."""

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated

import typer

from integraal import __version__
from integraal.cli import options
from integraal.cli.authored_cases import Group, case_files, read_groups
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE, Format
from integraal.cli.output.seam import Output, Result, offers
from integraal.model.example import Example
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument
from integraal.model.results.trial import Change, MutantResult, Trial


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE, Format.SARIF)
    def test(
        out: Output,
        files: Annotated[list[str] | None, options.argument("tests", say("metavar.paths"))] = None,
        instrument: Annotated[
            str | None,
            options.option("--instrument", "-i", key="tested_instrument", metavar="YAML"),
        ] = None,
        without_mutants: Annotated[
            bool, options.option("--zonder-mutaties", key="without_mutants")
        ] = False,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        paths = case_files(files or [])
        groups = read_groups(paths, instrument)
        trials = [_trial(group, mutate=not without_mutants, show=not quiet) for group in groups]
        out.write(_result(groups, trials, out.format))
        if not all(trial.is_clean for trial in trials):
            raise typer.Exit(FINDINGS)

    return test


def _trial(group: Group, *, mutate: bool, show: bool) -> Trial:
    from integraal.verify.mutation.suite import Programs, rule_coverage, run_cases

    instrument = group.instrument
    ran = run_cases(Programs(instrument), group.examples)
    good = [each.run.example for each in ran if not each.run.differences]
    return Trial(
        instrument=instrument.id,
        version=instrument.version,
        runs=tuple(each.run for each in ran),
        rules=tuple(rule_coverage(instrument, [each.advice for each in ran])),
        mutants=tuple(_mutants(instrument, good, show)) if mutate else None,
    )


def _mutants(
    instrument: Instrument, examples: Sequence[Example], show: bool
) -> Iterator[MutantResult]:
    """Try every mutant; show how far that is to whoever is watching."""
    from integraal.cli.progress import progress_bar
    from integraal.verify.mutation.analysis import Mutation
    from integraal.verify.mutation.mutants import mutants

    every = list(mutants(instrument))
    mutation = Mutation(instrument, examples)
    with progress_bar(shown=show) as bar:
        task = bar.add_task("", total=len(every))
        for number, mutant in enumerate(every, 1):
            said = words()("testing.progress", number=number, total=len(every))
            bar.update(task, completed=number - 1, description=said)
            yield mutation.fate_of(mutant)


def _result(groups: Sequence[Group], trials: Sequence[Trial], form: Format) -> Result:
    from integraal.report.data.sarif import sarif
    from integraal.report.data.trial import trial_data
    from integraal.report.pages.authors.trial import trial_page

    if form is Format.SARIF:
        return sarif(list(_findings(groups, trials)), words(), __version__)
    return trial_data(trials) if form is Format.JSON else trial_page(trials, words())


def _findings(groups: Sequence[Group], trials: Sequence[Trial]) -> Iterator[Finding]:
    from integraal.report.data.trial import trial_findings
    from integraal.verify.locator import Locator
    from integraal.verify.mutation.places import change_path

    for group, trial in zip(groups, trials, strict=True):
        instrument, locator = group.instrument, Locator(group.file)

        def locate(
            change: Change, instrument: Instrument = instrument, locator: Locator = locator
        ) -> Place:
            return locator.at(change_path(instrument, change))

        yield from trial_findings(trial, locate, words())
