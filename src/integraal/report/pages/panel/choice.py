"""Lay out which cases were chosen for a study, and what they do not tell apart."""

from collections.abc import Iterator

from integraal.model.instrument import Instrument
from integraal.model.study.choice import Choice, Untold, Why
from integraal.report.blocks import Block, Document, Heading, Item
from integraal.report.prose import paragraph, points
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words


def choice_page(choice: Choice, instrument: Instrument, folder: str, words: Words) -> Document:
    """Compose the page.

    Args:
        choice: What was chosen.
        instrument: Of the study, in the language of the page.
        folder: Where the study is, as the user wrote it.
        words: In whose language it is.
    """
    title = words("panel_cases.title", instrument=instrument.title)
    blocks = (Heading(1, title), *_counts(choice, folder, words))
    more = (*_untold(choice, words), *_unshown(choice, instrument, words))
    return Document(title, words.language, (*blocks, *more, *_next(choice, folder, words)))


def _counts(choice: Choice, folder: str, words: Words) -> Iterator[Block]:
    cases = choice.study.cases
    held_back = sum(case.held_back for case in cases)
    values = {
        "count": len(cases),
        "folder": folder,
        "first": len(cases) - held_back,
        "held_back": held_back,
        "repeated": sum(bool(case.repeats) for case in cases),
    }
    yield paragraph(words("panel_cases.count", **values))
    if len(cases) < choice.wanted:
        yield paragraph(words("panel_cases.fewer", wanted=choice.wanted, count=len(cases)))
    if choice.partly_known:
        yield paragraph(words("panel_cases.unknown", count=choice.partly_known))
    told = choice.rules - len(choice.untold)
    yield paragraph(
        strong(words("panel_cases.rules", told=told, rules=choice.rules)),
        f" {words('panel_cases.rules_about')}",
    )
    if choice.steps:
        shown = choice.steps - len(choice.steps_untold)
        yield paragraph(
            strong(words("panel_cases.steps", shown=shown, steps=choice.steps)),
            f" {words('panel_cases.steps_about')}",
        )


def _untold(choice: Choice, words: Words) -> Iterator[Block]:
    """The rules that no case tells, by why not."""
    for why in Why:
        rules = [each for each in choice.untold if each.why is why]
        if rules:
            yield Heading(2, words(f"panel_cases.why.{why.value}"))
            yield points(map(_rule, rules))
    if choice.unseen:
        yield Heading(2, words("panel_cases.unseen"))
        yield points(choice.unseen)


def _rule(untold: Untold) -> Item:
    code = untold.rule.grounds.code
    named = f"{untold.rule.id} ({code})" if code else untold.rule.id
    return Item(inline(strong(named), quiet(f" {untold.rule.grounds.because}")))


def _unshown(choice: Choice, instrument: Instrument, words: Words) -> Iterator[Block]:
    """By rule, the questions with a threshold that no two cases show."""
    if not choice.steps_untold:
        return
    by_rule: dict[str, dict[str, None]] = {}
    for rule, question in choice.steps_untold:
        name = str(instrument.question(question).name)
        by_rule.setdefault(rule, {})[name] = None
    yield Heading(2, words("panel_cases.steps_untold"))
    yield points(
        Item(inline(strong(rule), f": {', '.join(names)}")) for rule, names in by_rule.items()
    )


def _next(choice: Choice, folder: str, words: Words) -> Iterator[Block]:
    if choice.steps_untold or any(each.why is Why.NO_ROOM for each in choice.untold):
        yield paragraph(words("panel_cases.more", count=2 * choice.wanted))
    yield paragraph(words("panel_cases.next", folder=folder))
