"""The invitation to a meeting, as people mail it: in each language that the network has."""

from collections.abc import Iterator, Sequence

from integraal.report.blocks import Block, Document
from integraal.report.meetings.agenda import ITEMS, Coming
from integraal.report.meetings.days import clock, weekday_of
from integraal.report.prose import in_turn, page, paragraph, section
from integraal.words.words import Words


def invitation_page(coming: Coming, languages: Sequence[Words]) -> Document:
    """Compose the page: the same in each language, after each other."""
    return in_turn([_invitation(coming, words) for words in languages])


def invitation_text(coming: Coming, words: Words) -> str:
    """The same as running text, for a calendar."""
    items = "\n".join(f"- {each}" for each in _items(words))
    lead = words("pair", name=words("meetings.invite_items"), value="").rstrip()
    told = (*_told(coming, words), f"{lead}\n{items}")
    return "\n\n".join((*told, words("meetings.invite_rule")))


def _invitation(coming: Coming, words: Words) -> Document:
    return page(words("meetings.invite"), words, _blocks(coming, words))


def _blocks(coming: Coming, words: Words) -> Iterator[Block]:
    yield paragraph(words("meetings.invite_hello"))
    for told in _told(coming, words):
        yield paragraph(told)
    yield from section(words("meetings.invite_items"), _items(words))
    yield paragraph(words("meetings.invite_rule"))
    yield paragraph(words("meetings.invite_bye"))


def _told(coming: Coming, words: Words) -> Iterator[str]:
    at = words("meetings.invite_at", time=clock(coming.begin)) if coming.begin else ""
    yield words(
        "meetings.invite_when",
        network=coming.plan.network.title,
        weekday=weekday_of(coming.day, words),
        day=words.date(coming.day),
        time=at,
    )
    if coming.where:
        yield words("meetings.invite_where", where=coming.where)
    yield words("meetings.invite_open")


def _items(words: Words) -> Iterator[str]:
    for name, _ in ITEMS:
        if name != "welcome":
            yield words(f"meetings.item.{name}")
