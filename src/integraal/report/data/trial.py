"""What an author's cases showed as data, and as findings each with its place, for machines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from integraal.model.finding import Finding, Place
from integraal.model.results.trial import CaseRun, Change, Fate, MutantResult, Owner, Trial
from integraal.report.phrases.trial import change_text, difference_text
from integraal.words.words import Words


def trial_data(trials: Sequence[Trial]) -> dict[str, Any]:
    """What the cases of each instrument showed; every key is always there."""
    return {
        "schema": "integraal/test-report/1",
        "clean": all(trial.is_clean for trial in trials),
        "instruments": [_trial(trial) for trial in trials],
    }


def _trial(trial: Trial) -> dict[str, Any]:
    return {
        "instrument": trial.instrument,
        "version": trial.version,
        "cases": [_run(run) for run in trial.runs],
        "rules": [asdict(seen) for seen in trial.rules],
        "score": None if trial.mutants is None else trial.score,
        "mutants": None if trial.mutants is None else [_mutant(m) for m in trial.mutants],
    }


def _run(run: CaseRun) -> dict[str, Any]:
    place = run.example.place
    return {
        "case": run.example.id,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "as_expected": not run.differences,
        "differences": [asdict(difference) for difference in run.differences],
    }


def _mutant(mutant: MutantResult) -> dict[str, Any]:
    change = mutant.change
    return {
        "fate": mutant.fate.value,
        "edit": change.edit.value,
        **{kind.value: change.owner if change.of is kind else None for kind in Owner},
        "part": change.part or None,
        "question": change.question or None,
        "before": change.before or None,
        "after": change.after or None,
        "caught_by": mutant.caught_by or None,
        "covered_by": list(mutant.covered_by) if mutant.fate is Fate.EQUIVALENT else None,
        "witness": mutant.witness or None,
    }


def trial_findings(
    trial: Trial, locate: Callable[[Change], Place], words: Words
) -> Iterator[Finding]:
    """The outcome of a test as findings.

    Args:
        trial: The outcome.
        locate: Says where in the instrument's file a change is made.
        words: In the language of the findings.
    """
    for run in trial.failing:
        told = "; ".join(difference_text(difference, words) for difference in run.differences)
        place, named = run.example.place or Place(""), ("case", run.example.id)
        yield Finding("case-differs", place, (named, ("differences", told)))
    for mutant in trial.with_fate(Fate.SURVIVED):
        told = change_text(mutant.change, words)
        yield Finding.at("change-unnoticed", locate(mutant.change), change=told)
