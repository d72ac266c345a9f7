"""What raters read before they begin: what it is for, the levels, and how to fill in a sheet."""

from collections.abc import Iterator, Sequence
from math import ceil

from integraal.model.study.sheet import Marks, Vignette
from integraal.report.blocks import Block, Document, Heading
from integraal.report.pages.panel.sheet import marks_table
from integraal.report.prose import page, paragraph, points
from integraal.words.words import Words

_ROUND = 5
"""Minutes in all are rounded up to so many."""
_STEPS = ("mark", "sure", "why")


def instruction(title: str, marks: Marks, told: Sequence[Vignette], words: Words) -> Document:
    """The page for raters.

    Args:
        title: Of the instrument that is looked into.
        marks: What they can choose from.
        told: The cases that they get.
        words: In the language in which the cases are told.
    """
    return page(words("instruct.title"), words, _blocks(title, marks, told, words))


def _blocks(title: str, marks: Marks, told: Sequence[Vignette], words: Words) -> Iterator[Block]:
    minutes = ceil(sum(each.minutes for each in told) / _ROUND) * _ROUND
    yield paragraph(words("instruct.about", count=len(told), title=title))
    yield paragraph(words("instruct.honest"))
    yield Heading(2, words("instruct.levels" if marks.of_levels else "instruct.routes"))
    yield paragraph(words("instruct.choose" if marks.of_levels else "instruct.choose_routes"))
    yield marks_table(marks, words)
    yield Heading(2, words("instruct.how"))
    is_list = any(not each.opening for each in told)
    first = "read_list" if is_list else "read"
    steps = [words(f"instruct.step.{step}") for step in (first, *_STEPS)]
    yield points([*steps, words("instruct.step.on", minutes=minutes)], numbered=True)
    yield paragraph(words("instruct.sure"))
    yield Heading(2, words("instruct.blind"))
    yield points(words(f"instruct.blind.{each}") for each in ("alone", "letter", "names", "stop"))
    yield Heading(2, words("instruct.back"))
    yield points(words(f"instruct.back.{each}") for each in ("computer", "paper"))
