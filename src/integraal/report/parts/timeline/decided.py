"""Lay out what people decided otherwise, beside the advice and never in its place."""

from collections.abc import Iterator

from integraal.model.case import Case
from integraal.model.case.decisions import Decided, decided_now
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block, Callout
from integraal.report.parts.timeline.known_before import day_text
from integraal.report.phrases.answer import lowered
from integraal.report.phrases.level import range_text
from integraal.report.prose import paragraph
from integraal.report.text import strong
from integraal.words.words import Words


def decided_blocks(assessment: Assessment, words: Words) -> Iterator[Block]:
    """What people chose instead of this advice, in a frame; nothing where they chose nothing."""
    lines = list(decided_lines(assessment, words))
    if lines:
        yield Callout(words("decided.title"), tuple(map(paragraph, lines)))


def decided_before(case: Case, instrument: Instrument, words: Words) -> Iterator[Block]:
    """The same on a form, which has no advice yet."""
    if found := decided_now(case, instrument.id):
        line = paragraph(decided_text(found, instrument, words))
        yield Callout(words("decided.title"), (line,))


def decided_in_short(assessment: Assessment, words: Words) -> Iterator[Block]:
    """The same, without a frame."""
    lines = list(decided_lines(assessment, words))
    if lines:
        title = strong(words("pair", name=words("decided.title"), value=""))
        yield paragraph(title, " ".join(lines))


def decided_lines(assessment: Assessment, words: Words) -> Iterator[str]:
    """The same, as sentences: what and when, why, and that answers came since."""
    found = decided_now(assessment.case, assessment.instrument.id)
    if found is None:
        return
    for_family = assessment.reader in (Reader.FAMILY, Reader.CHILD)
    yield decided_text(found, assessment.instrument, words, for_family=for_family)
    until = assessment.until
    if found.day and until and until > found.day:
        yield words("decided.before_answers", day=words.date(until))


def decided_text(
    found: Decided, instrument: Instrument, words: Words, *, for_family: bool = False
) -> str:
    """A decision in a sentence, with its day and the reason people gave."""
    decision = found.decision
    key = "decided.text_by" if decision.who else "decided.text"
    return words(
        key,
        day=day_text(found.day, words),
        chosen=_chosen(found, instrument, for_family=for_family),
        because=decision.because,
        who=decision.who,
    )


def _chosen(found: Decided, instrument: Instrument, *, for_family: bool) -> str:
    """How the level or route that people chose is called, in the words of the reader."""
    decision = found.decision
    levels = instrument.scale.levels if instrument.scale else ()
    names = {level.id: (lowered(level.plain[0]), level.for_family) for level in levels}
    routes = {outcome.id: (outcome.text, outcome.for_family) for outcome in instrument.outcomes}
    known = names if decision.level else routes
    id_ = decision.level or decision.outcome
    name, in_their_words = known.get(id_, (id_, ""))
    return (lowered(in_their_words) if for_family and in_their_words else name).rstrip(".")


def advice_line(assessment: Assessment, words: Words) -> str:
    """What the advice is now, for whoever is about to decide."""
    advice, instrument = assessment.advice, assessment.instrument
    if advice.level is not None and advice.reach is not None:
        said = range_text(advice.level, advice.reach, words)
    else:
        held = [instrument.outcome(one.id).text for one in advice.outcomes if one.holds_now]
        said = words.apart(text.rstrip(".") for text in held) or words("decided.no_advice")
    return words("decided.advice_now", advice=said)
