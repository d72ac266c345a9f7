"""A scale to take notice of: every level with its forms and what it asks of people, on one side."""

from collections.abc import Iterator
from dataclasses import replace

from integraal.model.codes import MARKED_BY
from integraal.model.scale import Level, Scale
from integraal.model.services.region import Region
from integraal.model.source import Source
from integraal.report.blocks import Block, Document, Heading, Table
from integraal.report.figures import Ladder, Rung
from integraal.report.pages.advice import in_its_language
from integraal.report.parts.foreign import foreign
from integraal.report.parts.grounds import notes
from integraal.report.parts.services import services_at_forms
from integraal.report.prose import page, paragraph
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words


def levels_page(
    scale: Scale, source: Source | None, words: Words, region: Region | None = None
) -> Document:
    """Compose the page.

    Args:
        scale: In the language of the page.
        source: The document that it is from, where that is known.
        words: In the language of the page.
        region: Its services for the forms; None where nobody named one.
    """
    rungs = tuple(
        Rung(rank, level.name, level.intensity, about=level.what)
        for rank, level in enumerate(scale.levels, 1)
    )
    whose = tuple(words(f"checklist.{who}") for who in MARKED_BY)
    blocks: tuple[Block, ...] = (
        paragraph(strong(words("levels.about"))),
        *((paragraph(scale.disclaimer),) if scale.disclaimer else ()),
        paragraph(quiet(words("checklist.mark_ladder"))),
        Ladder(rungs, whose, to_mark=True, head=words("checklist.level")),
        Heading(2, words("levels.table")),
        Table(
            (words("checklist.level"), words("levels.forms"), words("levels.points")),
            tuple(_row(level, words) for level in reversed(scale.levels)),
        ),
        *services_at_forms(reversed(scale.levels), region, words),
        *notes(scale.levels, words),
        *_source(scale, source, words),
    )
    foot = f"{words('levels.footer')}{in_its_language(scale, words)}"
    return replace(page(scale.title, words, blocks, foot, foreign([scale], words)), is_sheet=True)


def _row(level: Level, words: Words) -> tuple[Inline, ...]:
    forms = words.apart(form.name for form in level.forms)
    asked = " ".join(f"{n}. {point.text}" for n, point in enumerate(level.attention_points, 1))
    return (strong(level.name),), inline(forms), inline(asked)


def _source(scale: Scale, source: Source | None, words: Words) -> Iterator[Block]:
    cited = str(scale.citation)
    title = f". {source.title}. {source.where}" if source else ""
    yield paragraph(quiet(words("levels.source", source=f"{cited}{title}")))
