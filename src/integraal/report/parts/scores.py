"""Lay out scores: each as a range with what it means, its bands and what it rests on."""

from collections.abc import Iterator

from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block, Item
from integraal.report.phrases.grounds import score_grounds
from integraal.report.phrases.score import bands_text, score_text
from integraal.report.prose import section
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words


def scores_blocks(assessment: Assessment, words: Words, *, about: bool = True) -> Iterator[Block]:
    """The scores of the instrument itself; nothing where it has none.

    Args:
        assessment: The case under advice.
        words: In the language of its instrument.
        about: Whether to say how a score is to be read, where there is room for it.
    """
    items = [
        Item(
            inline(
                strong(words("pair", name=score.name, value="")), score_text(score, found, words)
            ),
            (
                inline(quiet(words("score.bands", bands=bands_text(score, words)))),
                inline(quiet(score.grounds.because)),
                inline(quiet(score_grounds(score, assessment.reader, words))),
            ),
        )
        for found in assessment.advice.scores
        if not (score := assessment.instrument.score(found.score)).minimum_of
    ]
    yield from section(words("score.title"), items, about=words("score.about") if about else "")
