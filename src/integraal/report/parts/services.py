"""The services of a region that are for something on a page, a few lines below it."""

from collections.abc import Iterable, Iterator, Sequence

from integraal.model.answers import Answer, Partly
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level
from integraal.model.services.region import Region, Service
from integraal.report.blocks import Block, Heading, Item
from integraal.report.phrases.answer import lowered
from integraal.report.phrases.waiting import waited
from integraal.report.prose import Listed, paragraph, points, section
from integraal.report.text import Inline, Span, inline, quiet, strong
from integraal.words.words import Words

MOST = 3
"""Services below one thing; more would hide it."""


def services_for(region: Region | None, wanted: str, words: Words) -> Iterator[Inline]:
    """A line for each service that is for it: key points first, then those checked lately.

    Args:
        region: None where nobody named one.
        wanted: The id of a route, an action, an answer or a form of its instrument.
        words: In the language of the page.
    """
    there = ranked(region, wanted)
    for service in there[:MOST]:
        yield inline(Span("→ "), strong(service.name), _about(service, words))
    if (left := len(there) - MOST) > 0:
        yield inline(quiet(words("service.more", count=left)))


def ranked(region: Region | None, wanted: str) -> list[Service]:
    """The services that are for it, in the order in which a page names them."""
    there = () if region is None else region.services
    found = [each for each in there if region and each.is_for(wanted, region.instrument)]
    return sorted(found, key=lambda each: (not each.key_point, each.needs_check))


def services_at_answers(
    assessment: Assessment, region: Region | None, words: Words
) -> Iterator[Block]:
    """The services for what people answered: areas of life, barriers; and for what there is none.

    What is sensitive is for professionals only, and what describes the present asks for nobody.

    Args:
        assessment: The case under advice, as its reader may see it.
        region: None where nobody named one.
        words: In the language of the page.
    """
    named = answered_targets(assessment, region)
    items, without = [], []
    for name, label in named:
        below = tuple(services_for(region, name, words))
        if below:
            items.append(Item(inline(strong(label)), below))
        else:
            without.append(lowered(label))
    if named:
        yield Heading(2, words("service.at_answers"))
    if items:
        yield points(items)
    if without:
        yield paragraph(quiet(words("service.nobody", labels=words.apart(without))))


def services_behind(
    views: Sequence[Assessment], region: Region | None, words: Words
) -> Iterator[Block]:
    """Who there is, below a heading of its own: for a page that tells advices apart or beside each
    other, and has no place for services at each route and action.

    Args:
        views: The case under advice in one view or several, as their reader may see it.
        region: None where nobody named one.
        words: In the language of the page.
    """
    yield from section(words("service.who"), behind_items(views, region, words))
    yield from nobody_behind(views, region, words)


def behind_items(views: Sequence[Assessment], region: Region | None, words: Words) -> list[Listed]:
    """The services for what holds in any view: routes, actions, answers and ways of working."""
    named = dict(each for view in views for each in targets_behind(view, region))
    there = {name: tuple(services_for(region, name[1], words)) for name in named}
    return [
        Item(inline(strong(label)), there[name]) for name, label in named.items() if there[name]
    ]


def nobody_behind(
    views: Sequence[Assessment], region: Region | None, words: Words
) -> Iterator[Block]:
    """For which answers in any view there is nobody: that is said, however little room there is."""
    named = dict(each for view in views for each in answered_targets(view, region))
    without = [lowered(label) for name, label in named.items() if not ranked(region, name)]
    if without:
        yield paragraph(quiet(words("service.nobody", labels=words.apart(without))))


def targets_behind(
    assessment: Assessment, region: Region | None
) -> Iterator[tuple[tuple[str, str], str]]:
    """What of advice a service can be for: its kind and id, and what it is called."""
    advice, instrument = assessment.advice, assessment.instrument
    held = {outcome.id for outcome in advice.outcomes if outcome.holds_now}
    stated = (
        *(("outcome", each) for each in instrument.outcomes if each.id in held),
        *(("action", each) for each in instrument.actions if each.id in advice.action_ids),
    )
    for kind, each in stated:
        if assessment.reader.is_professional or not each.sensitive:
            yield (kind, each.id), each.text
    for name, label in answered_targets(assessment, region):
        yield ("option", name), label
    for form in advice.level.forms if advice.level else ():
        yield ("form", form.id), form.name


def answered_targets(assessment: Assessment, region: Region | None) -> list[tuple[str, str]]:
    """What was answered that a service can be for, as its reader may see it: ids and labels."""
    return [
        (option.id, option.label)
        for question in served_questions(assessment.instrument, region)
        if _is_shown(question, assessment)
        for option in question.options
        if option.id in _chosen(assessment.answers[question.id])
    ]


def served_questions(instrument: Instrument, region: Region | None) -> list[Question]:
    """The questions with several answers for which the region has a service, for any of them."""
    present = instrument.present.question if instrument.present else ""
    return [
        question
        for question in instrument.questions()
        if question.kind is Kind.SEVERAL
        and question.id != present
        and any(ranked(region, option.id) for option in question.options)
    ]


def services_at_forms(
    levels: Iterable[Level], region: Region | None, words: Words
) -> Iterator[Block]:
    """Who does it here, for each way of working of levels that the region has a service for."""
    forms = {form.id: form for level in levels for form in level.forms}
    items = [
        Item(inline(strong(words("service.form", form=form.name))), below)
        for form in forms.values()
        if (below := tuple(services_for(region, form.id, words)))
    ]
    if items:
        yield points(items)


def desks_behind(region: Region, route: str) -> list[Service]:
    """The services behind a route that a family can turn to by itself, as many as a page names."""
    return [each for each in ranked(region, route) if each.contact][:MOST]


def desk_text(desk: Service, words: Words) -> str:
    """A desk as a family reads it: how one reaches it, and that it may have changed."""
    key = "family.desk_unsure" if desk.needs_check else "family.desk"
    return words(key, name=desk.name, contact=desk.contact)


def _is_shown(question: Question, assessment: Assessment) -> bool:
    is_open = assessment.reader.is_professional or not question.sensitive
    return is_open and question.id in assessment.answers


def _chosen(answer: Answer) -> frozenset[str]:
    """What was surely chosen."""
    if isinstance(answer, Partly):
        return answer.chosen
    return answer if isinstance(answer, frozenset) else frozenset()


def _about(service: Service, words: Words) -> str:
    told = [service.audience, service.access, service.cost, service.contact]
    if service.wait is not None:
        told.append(waited(service, words))
    if service.languages:
        told.append(words.spoken(service.languages))
    if service.key_point:
        told.append(words("service.key_point"))
    if service.needs_check:
        told.append(words("service.needs_check"))
    return "".join(f" · {part}" for part in told if part)
