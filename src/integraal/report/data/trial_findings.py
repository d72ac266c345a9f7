"""Of every case that fails, and of every slip that no case notices, where that is."""

from collections.abc import Callable, Iterator

from integraal.model.finding import Finding, Place
from integraal.model.results.trial import Change, Fate, Trial
from integraal.report.phrases.trial import change_text, difference_text
from integraal.words.words import Words


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
