"""What-if on a page: which change of a rule would have agreed better, and how little that says."""

from collections.abc import Iterator

from integraal.model.instrument import Instrument
from integraal.model.study.findings import PanelReport, Proposal
from integraal.report.blocks import Block, Callout, Heading, Listing
from integraal.report.phrases.panel import estimate_text, level_name, number
from integraal.report.prose import paragraph
from integraal.report.text import strong
from integraal.words.words import Words

_SHOWN = 5


def recalibration_blocks(
    report: PanelReport, instrument: Instrument, words: Words
) -> Iterator[Block]:
    """The best change of each rule; nothing where nobody asked for it."""
    found = report.recalibration
    if found is None:
        return
    cases = len({spread.case for part in report.parts for spread in part.spreads})
    warning = words("panel.report.herijk.warning", tried=found.tried, cases=cases)
    yield Heading(2, words("panel.report.herijk"))
    yield Callout(words("panel.report.herijk"), (paragraph(warning),))
    if not found.proposals:
        yield paragraph(words("panel.report.herijk.none"))
    for one in found.proposals[:_SHOWN]:
        yield from _proposal(one, instrument, words)


def _proposal(one: Proposal, instrument: Instrument, words: Words) -> Iterator[Block]:
    def text(key: str, **values: object) -> str:
        return words(f"panel.report.herijk.{key}", **values)

    ends = {"before": one.before or "–", "after": one.after or "–"}
    if one.change is None:
        named = {name: level_name(level, instrument) for name, level in ends.items()}
        title = text("level", rule=one.rule, **named)
    else:
        title = text("threshold", rule=one.rule, question=one.change.question, **ends)
    yield paragraph(strong(title))
    was, now = (number(part, words) for part in one.same)
    gain = estimate_text(one.gain, words)
    lines = [text("gain", cases=len(one.cases), gain=gain, was=was, now=now)]
    if not one.is_better:
        lines.append(text("chance"))
    held = one.held
    is_held = held is not None and held.value is not None
    lines.append(
        text("held", gain=estimate_text(held, words)) if held and is_held else text("held_none")
    )
    yield paragraph(" ".join(lines))
    if one.diff:
        yield paragraph(text("diff"))
        yield Listing(one.diff)
