"""Lay out what advice rests on: its reasons with their grounds, and that nobody validated it.

No page about a case is without it: a page that has room shows all, others what decides.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from integraal.model.instrument import Rule
from integraal.model.reader import Reader
from integraal.model.results.advice import Reason
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level
from integraal.model.source import Support
from integraal.report.blocks import Block, Heading
from integraal.report.parts.advice_parts import decides
from integraal.report.phrases.answer import lowered
from integraal.report.phrases.grounds import legend, letter, short_grounds
from integraal.report.prose import Listed, first_sentence, paragraph, points, section
from integraal.report.text import inline, quiet, strong
from integraal.words.honest import honest_text
from integraal.words.words import Words

_MOST = 5
"""Reasons that there is room for beside something else."""


def grounds_blocks(assessment: Assessment, words: Words) -> Iterator[Block]:
    """What rests on a source and what on our choice, and that nobody validated it."""
    instrument, advice = assessment.instrument, assessment.advice
    routes = [outcome.reason for outcome in advice.outcomes if outcome.holds_now]
    used = [*routes, *advice.reasons, *advice.limits, *advice.actions]
    count = Counter(reason.rule.grounds.support for reason in used)
    yield Heading(2, words("grounds.title"))
    yield points(
        f"{letter(support, words)} {words(f'grounds.{support.value}', count=count[support])}"
        for support in Support
    )
    yield from _dangers([assessment], words)
    if assessment.reader.is_professional:  # pages for others end on a sentence of their own
        yield paragraph(honest_text(instrument, words))
    cited = {one.document for reason in used for one in reason.rule.grounds.citations}
    if instrument.scale is not None:
        cited.add(instrument.scale.citation.document)
    sources = [source for source in instrument.sources if source.id in cited]
    if sources:
        yield paragraph(quiet(words("grounds.sources")))
        yield points(inline(quiet(f"{s.id}  {s.title}. {s.where}")) for s in sources)


def grounds_in_short(
    told: Sequence[tuple[str, Assessment]], words: Words, *, title: str, most: int = _MOST
) -> Iterator[Block]:
    """The reasons behind one advice or several, each once; nothing where there are none.

    Args:
        told: The cases under advice, each with whose answers they are, or with nothing.
        words: In the language of the page.
        title: Above it.
        most: Of the reasons that there is room for.
    """
    whose: dict[str, list[str]] = {}
    rules: dict[str, Rule] = {}
    # By turns, so that nobody's reasons are the ones for which there is no room.
    turns = zip_longest(*(deciding(assessment) for _, assessment in told))
    for reasons in turns:
        for (who, _), reason in zip(told, reasons, strict=True):
            if reason is not None:
                rules.setdefault(reason.rule.id, reason.rule)
                whose.setdefault(reason.rule.id, []).append(who)
    reader = told[0][1].reader
    items: list[Listed] = []
    for name, rule in rules.items():
        who = words.listed(sorted(filter(None, whose[name])))
        grounds = quiet(f" {short_grounds(rule, reader, words)}")
        named = inline(strong(who), words("pair", name="", value="")) if who else ()
        items.append(inline(*named, rule.grounds.because, grounds))
    more = "sheet.more" if reader.is_professional else "family.more"
    yield from section(title, fitting(items, most, words, more))
    yield from lower_left_out([assessment for _, assessment in told], words)


def lower_left_out(assessments: Sequence[Assessment], words: Words) -> Iterator[Block]:
    """How many reasons ask for less than the advice, where a page does not name them."""
    carrying = {reason.rule.id for each in assessments for reason in deciding(each)}
    every = {reason.rule.id for each in assessments for reason in each.advice.reasons}
    if count := len(every - carrying):
        key = "sheet.lower" if assessments[0].reader.is_professional else "sheet.lower_others"
        yield paragraph(quiet(words(key, count=count)))


def deciding(assessment: Assessment) -> Iterator[Reason]:
    """What carries advice as it stands: reasons of its level, routes that hold, and limits."""
    advice = assessment.advice
    yield from (reason for reason in advice.reasons if decides(reason, advice))
    yield from (outcome.reason for outcome in advice.outcomes if outcome.holds_now)
    yield from advice.limits


def honest_end(assessments: Sequence[Assessment], words: Words) -> Iterator[Block]:
    """What the letters say, and that nobody validated it.

    Args:
        assessments: That the page is about; pages for others end on a sentence of their own.
        words: In the language of the page.
    """
    yield from _dangers(assessments, words)
    yield paragraph(quiet(" ".join((legend(words), *_honest(assessments, words)))))


def honest_line(assessment: Assessment, words: Words) -> str:
    """The same for a professional, in as few words as it can be said."""
    told = (legend(words, "short.support"), _danger_text([assessment], words))
    return " ".join(filter(None, (*told, *_honest([assessment], words))))


def _honest(assessments: Sequence[Assessment], words: Words) -> tuple[str, ...]:
    honest: tuple[str, ...] = ()
    if assessments[0].reader.is_professional:
        honest = tuple(dict.fromkeys(honest_text(each.instrument, words) for each in assessments))
    return honest


def _dangers(assessments: Iterable[Assessment], words: Words) -> Iterator[Block]:
    """What dangers rest on: above, where every second counts, is no room for it."""
    if text := _danger_text(assessments, words):
        yield paragraph(quiet(text))


def _danger_text(assessments: Iterable[Assessment], words: Words) -> str:
    dangers = (danger for each in assessments for danger in each.dangers)
    rules = {danger.reason.rule.id: danger.reason.rule for danger in dangers}
    if not rules:
        return ""
    told = words.apart(short_grounds(each, Reader.PROFESSIONAL, words) for each in rules.values())
    return words("danger.grounds", grounds=told)


def notes(levels: Iterable[Level | None], words: Words) -> Iterator[Block]:
    """What we add to these levels, each once: so nobody founds a team for one family."""
    noted = {level.id: level for level in levels if level is not None and level.note}
    for level in noted.values():
        ours = lowered(words("attention.note"))
        yield paragraph(strong(f"{level.name}. "), quiet(f"{level.note} ({ours})"))


def in_short(levels: Iterable[Level], words: Words) -> str:
    """The same where there is little room: how each note begins."""
    noted = [
        words("pair", name=level.name, value=first_sentence(level.note))
        for level in levels
        if level.note
    ]
    return " ".join((*noted, f"({lowered(words('attention.note'))})")) if noted else ""


def fitting(every: Sequence[Listed], most: int, words: Words, more: str) -> list[Listed]:
    """As many as there is room for, and how many that leaves out.

    Args:
        every: All of them.
        most: That there is room for.
        words: In the language of the page.
        more: The key of the sentence that says how many more there are.
    """
    left_out = len(every) - most
    if left_out <= 0:
        return list(every)
    return [*every[:most], inline(quiet(words(more, count=left_out)))]
