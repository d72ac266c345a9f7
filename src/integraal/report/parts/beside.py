"""Lay out what another instrument says otherwise of the same case, and why."""

from collections.abc import Iterator
from typing import assert_never

from integraal.model.results.assessment import Assessment
from integraal.model.results.beside import Beside, HigherLevel, TaskBeside
from integraal.report.blocks import Block, Callout, Paragraph
from integraal.report.phrases.level import certain_text
from integraal.report.prose import paragraph
from integraal.words.words import Words


def beside_blocks(assessment: Assessment, words: Words) -> Iterator[Block]:
    """What others say, in a frame; nothing where they say nothing else."""
    lines = [line for each in assessment.beside for line in _lines(each, words)]
    if lines:
        yield Callout(words("beside.title"), tuple(lines))


def _lines(beside: Beside, words: Words) -> Iterator[Paragraph]:
    names = {
        "instrument": beside.instrument.title,
        "level": certain_text(beside.level, beside.reach, words),
    }
    match beside:
        case HigherLevel(because=because):
            yield paragraph(words("beside.higher", **names))
            yield from map(paragraph, because)
        case TaskBeside(task=task, is_asked_there=is_asked_there):
            key = "beside.task_there" if is_asked_there else "beside.level_there"
            yield paragraph(words(key, task=task.text, **names))
            yield paragraph(task.task_note)
        case _:
            assert_never(beside)
