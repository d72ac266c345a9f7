"""What an author's cases showed as data, for machines that watch over an instrument."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from integraal.model.results.trial import CaseRun, Fate, MutantResult, Owner, Trial


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
