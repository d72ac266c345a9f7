"""Say what only the questions of the source leave out, or do not count."""

from collections.abc import Iterator, Sequence

from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block, Callout
from integraal.report.phrases.answer import lowered
from integraal.report.prose import paragraph
from integraal.words.words import Words


def not_of_source(assessments: Sequence[Assessment], words: Words) -> Iterator[Block]:
    """Which stored answers were left out of the page, safety among them maybe.

    Args:
        assessments: Of one instrument: of one case, or of several views of it.
        words: In the language of the page.
    """
    instrument = assessments[0].instrument
    left_out = dict.fromkeys(name for each in assessments for name in each.left_out)
    not_counted = dict.fromkeys(name for each in assessments for name in each.not_counted)
    names = [instrument.question(name).name for name in left_out]
    lines = [words("advice.left_out", questions=words.listed(names))] if names else []
    key = "advice.not_counted" if instrument.scale else "advice.not_of_source"
    lines += [words(key, question=lowered(instrument.question(name).name)) for name in not_counted]
    if lines:
        title = words("advice.left_out_title")
        yield Callout(title, tuple(map(paragraph, lines)), urgent=True)
