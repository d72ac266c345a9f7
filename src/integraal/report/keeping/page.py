"""What there is about people in folders: until when it may be kept, and what is past that."""

from collections.abc import Iterator, Mapping, Sequence

from integraal.model.keeping.kept import Found, Kept, Sort, State
from integraal.report.blocks import Block, Document, Heading, Item, Listing
from integraal.report.phrases.finding import finding_sentence
from integraal.report.prose import page, paragraph, points, section
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words

_NAMED = 3
_ORDER = (State.PAST, State.NO_DAY, State.ENDLESS, State.KEPT)


def kept_page(found: Found, words: Words) -> Document:
    """Compose the list: first what is past its day, then what has none, then the rest."""
    return page(words("bewaar.heading"), words, _blocks(found, words))


def going_page(title: str, going: Sequence[Kept], found: Found, words: Words) -> Document:
    """Compose the list of what would be taken away, before anybody agrees to it.

    Args:
        title: What it is about.
        going: What would go.
        found: All that was found.
        words: In the language of the reader.
    """
    staying = [one for one in found.kept if one not in going]
    blocks: list[Block] = [paragraph(strong(words("reader.professional")))]
    blocks.append(_listed(going, words) if going else paragraph(words("bewaar.nothing_to_go")))
    if staying:
        blocks.append(paragraph(words("bewaar.stays", count=len(staying))))
    return page(title, words, (*blocks, *_besides(found, words), *_elsewhere(words)))


def over_page(
    case: str, found: Found, contents: Mapping[str, Sequence[str]], words: Words
) -> Document:
    """Compose all that there is about one case: each file, and what stands in it.

    Args:
        case: The pseudonym.
        found: The files about it.
        contents: Of files that hold text of the case itself: its lines.
        words: In the language of the reader.
    """

    def blocks() -> Iterator[Block]:
        yield paragraph(strong(words("reader.professional")))
        if not found.kept:
            yield paragraph(words("bewaar.none_about", case=case))
        else:
            yield paragraph(words("bewaar.about_lead"))
            yield _listed(found.kept, words)
        for one in found.kept:
            if lines := contents.get(one.path):
                yield Heading(2, one.path)
                yield Listing(tuple(lines))
        yield from _besides(found, words)
        yield from _elsewhere(words)

    return page(words("bewaar.about", case=case), words, blocks())


def _blocks(found: Found, words: Words) -> Iterator[Block]:
    yield paragraph(strong(words("reader.professional")))
    counted = {state.value: len(found.in_state(state)) for state in State}
    yield paragraph(words("bewaar.counted", count=len(found.kept), **counted))
    for state in _ORDER:
        files = found.in_state(state)
        if files:
            yield Heading(2, words(f"bewaar.state.{state.value}"))
            yield paragraph(words(f"bewaar.about.{state.value}"))
            yield _listed(sorted(files, key=_by_day), words)
    if not all(one.is_ours for one in found.kept):
        yield paragraph(words("bewaar.not_ours"))
    if any(one.sort is Sort.REJECTS for one in found.kept):
        yield paragraph(words("bewaar.rejects"))
    yield from _besides(found, words)
    yield paragraph(quiet(words("bewaar.what_is_looked_at")))


def _elsewhere(words: Words) -> Iterator[Block]:
    """What nobody finds this way."""
    yield paragraph(quiet(words("bewaar.rejects")))
    yield paragraph(quiet(words("bewaar.elsewhere")))


def _besides(found: Found, words: Words) -> Iterator[Block]:
    """What was not looked into, so that nobody takes it for clean."""
    yield from section(
        words("bewaar.unread"),
        [f"{each.place.file}: {finding_sentence(each, words)}" for each in found.unread],
        about=words("bewaar.unread_about"),
    )
    yield from section(words("bewaar.links"), found.links, about=words("bewaar.links_about"))
    if found.others:
        yield paragraph(words("bewaar.others", count=found.others))


def _by_day(one: Kept) -> tuple[str, str]:
    return (one.keep_until.isoformat() if one.keep_until else "", one.path)


def _listed(files: Sequence[Kept], words: Words) -> Block:
    """The files, each with its whole name: nobody agrees to what was cut short."""
    return points(_item(one, words) for one in files)


def _item(one: Kept, words: Words) -> Item:
    until = words("bewaar.no_day")
    if one.keep_until:
        until = words("bewaar.until", day=words.date(one.keep_until))
    sort = words(f"bewaar.sort.{one.sort.value}")
    if not one.sure:
        sort = words("bewaar.damaged", sort=sort)
    about = " · ".join(filter(None, (sort, _cases(one, words), until)))
    return Item(inline(strong(one.path)), (inline(quiet(about)),))


def _cases(one: Kept, words: Words) -> str:
    shown = [name for name in one.cases if not name.startswith("#")]
    hidden = len(one.cases) - len(shown)
    if one.count > _NAMED:
        return words("bewaar.many_cases", cases=", ".join(shown[:_NAMED]), count=one.count)
    if hidden:
        shown.append(words("bewaar.by_digest"))
    return ", ".join(shown)
