"""Lay out what people decided otherwise, beside the advice and never in its place."""

from collections.abc import Iterator

from integraal.model.case import Case
from integraal.model.case.decisions import Decided, decided_now
from integraal.model.instrument import Instrument
from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Block, Callout
from integraal.report.parts.known_before import day_text
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
    yield decided_text(found, assessment.instrument, words)
    until = assessment.until
    if found.day and until and until > found.day:
        yield words("decided.before_answers", day=words.date(until))


def decided_text(found: Decided, instrument: Instrument, words: Words) -> str:
    """A decision in a sentence, with its day and the reason people gave."""
    decision = found.decision
    key = "decided.text_by" if decision.who else "decided.text"
    return words(
        key,
        day=day_text(found.day, words),
        chosen=chosen_name(found, instrument),
        because=decision.because,
        who=decision.who,
    )


def chosen_name(found: Decided, instrument: Instrument) -> str:
    """How the level or route that people chose is called."""
    decision = found.decision
    if decision.level and instrument.scale is not None:
        levels = {level.id: lowered(level.plain[0]) for level in instrument.scale.levels}
        return levels.get(decision.level, decision.level)
    routes = {outcome.id: outcome.text for outcome in instrument.outcomes}
    return routes.get(decision.outcome, decision.outcome).rstrip(".")


def advice_line(assessment: Assessment, words: Words) -> str:
    """What the advice is now, for whoever is about to decide."""
    advice, instrument = assessment.advice, assessment.instrument
    if advice.level is not None and advice.reach is not None:
        said = range_text(advice.level, advice.reach, words)
    else:
        held = [instrument.outcome(one.id).text for one in advice.outcomes if one.holds_now]
        said = words.apart(text.rstrip(".") for text in held) or words("decided.no_advice")
    return words("decided.advice_now", advice=said)
