"""Lay out what an author's cases showed: what fails, what each rule did, what goes unnoticed."""

from collections.abc import Iterator, Sequence

from integraal.model.results.trial import CaseRun, Fate, MutantResult, Trial
from integraal.report.blocks import Block, Document, Heading, Item, Listing, Table
from integraal.report.phrases.trial import change_text, difference_text, noticing_cases
from integraal.report.prose import paragraph, points, section
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words

_COLUMNS = ("rule", "true", "false", "unknown", "deciding")


def trial_page(trials: Sequence[Trial], words: Words) -> Document:
    """Compose the page, one part for each instrument."""
    blocks = [block for trial in trials for block in _trial(trial, words)]
    if lines := noticing_cases(trials, words):
        blocks.append(Listing(tuple(lines)))
    title = ", ".join(trial.instrument for trial in trials)
    return Document(title, words.language, tuple(blocks))


def _trial(trial: Trial, words: Words) -> Iterator[Block]:
    named = {"instrument": trial.instrument, "version": trial.version}
    good = len(trial.runs) - len(trial.failing)
    yield Heading(1, words("testing.title", **named))
    yield paragraph(words("testing.as_expected", good=good, count=len(trial.runs)))
    yield from section(words("testing.failing"), (_failing(run, words) for run in trial.failing))
    yield Heading(2, words("testing.rules"))
    yield paragraph(words("testing.rules_about"))
    yield _rules(trial, words)
    if trial.mutants is not None:
        yield from _mutants(trial, words)


def _failing(run: CaseRun, words: Words) -> Item:
    example = run.example
    place = f" ({example.place.file}:{example.place.line})" if example.place else ""
    below: list[Inline] = [inline(example.about)] if example.about else []
    below += [inline(difference_text(difference, words)) for difference in run.differences]
    return Item(inline(strong(example.id), quiet(place)), tuple(below))


def _rules(trial: Trial, words: Words) -> Table:
    return Table(
        tuple(words(f"testing.column.{name}") for name in _COLUMNS),
        tuple(tuple(inline(str(getattr(seen, name))) for name in _COLUMNS) for seen in trial.rules),
    )


def _mutants(trial: Trial, words: Words) -> Iterator[Block]:
    caught, survived = trial.with_fate(Fate.CAUGHT), trial.with_fate(Fate.SURVIVED)
    equivalent = trial.with_fate(Fate.EQUIVALENT)
    total = len(caught) + len(survived)
    score = words("testing.score", score=trial.score, caught=len(caught), total=total)
    yield Heading(2, words("testing.mutants"))
    yield paragraph(words("testing.mutants_about"))
    yield paragraph(strong(score))
    if equivalent:
        yield Heading(3, words("testing.equivalent"))
        yield paragraph(words("testing.equivalent_about"))
        yield points(_equivalent(mutant, words) for mutant in equivalent)
    if survived:
        yield Heading(3, words("testing.survived"))
        yield from _survivors(survived, words)


def _survivors(survived: Sequence[MutantResult], words: Words) -> Iterator[Block]:
    """Name those without a case to show; lead up to the cases for the others, at the end."""
    bare = [mutant for mutant in survived if not mutant.witness]
    if bare:
        yield paragraph(words("testing.no_witness"))
        yield points(change_text(mutant.change, words) for mutant in bare)
    if len(bare) < len(survived):
        yield paragraph(words("testing.paste"))


def _equivalent(mutant: MutantResult, words: Words) -> Item:
    rules = words.listed(mutant.covered_by)
    below = (inline(words("testing.covered", rules=rules)),) if rules else ()
    return Item(inline(change_text(mutant.change, words)), below)
