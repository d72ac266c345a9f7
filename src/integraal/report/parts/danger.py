"""What comes before everything on a page: that somebody may be in danger, and whom to call.

Every page about a case for professionals carries it outside its own blocks, so that no format and
no kind of page can leave it out; a screen ends on it too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from integraal.model.results.danger import Danger, lines_of
from integraal.model.services.help_line import HelpLine
from integraal.report.blocks import Alarm, Callout, Item, Items
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.prose import first_sentence, paragraph, points
from integraal.report.text import Inline, Span, beside_each_other, inline, quiet, strong
from integraal.words.words import Words


def alarm(
    dangers: Sequence[Danger],
    country: str,
    words: Words,
    *,
    within: str = "",
    from_whom: Mapping[int, str] | None = None,
) -> Alarm | None:
    """Lay out dangers with whom to call; None where there are none.

    Args:
        dangers: Each cause once, the first one first.
        country: Where the case is; empty when nobody said, and then lines of every country stand
            there, apart.
        words: In the language of their instruments.
        within: Id of the instrument in view; of another it is said which one speaks.
        from_whom: Whose answers say so, by the number of the danger, where several people gave
            theirs.
    """
    if not dangers:
        return None
    items = [
        Item(
            inline(strong(danger.statement.text)),
            tuple(_below(danger, within, (from_whom or {}).get(number, ""), words)),
        )
        for number, danger in enumerate(dangers)
    ]
    called = lines_of(tuple(dangers), country)
    checked = f"{words('danger.again')} {checked_on(called, words)}"
    call = paragraph(strong(words("danger.call")))
    blocks = (points(items), call, numbers_of(called, words), paragraph(quiet(checked)))
    numbers = words.apart(_short(line, words) for line in called)
    what = dict.fromkeys(first_sentence(danger.statement.text) for danger in dangers)
    short = inline(strong(f"{words('danger.title')}. "), " ".join(what))
    last = inline(*short, f" {numbers}.")
    return Alarm(Callout(words("danger.title"), blocks, urgent=True), last, short)


def closer(
    made: Alarm, dangers: Sequence[Danger], country: str, words: Words, *, within: str, whole: bool
) -> Alarm:
    """The same where there is little room: the numbers on a line, and not each on its own.

    Args:
        made: What there is to say.
        dangers: That it says.
        country: Where the case is; empty when nobody said.
        words: In the language of the page.
        within: Id of the instrument in view.
        whole: Whether there is room for all that is to be done and why; else for how that begins,
            and at the end for the first number.
    """
    called = [_short(line, words) for line in lines_of(tuple(dangers), country)]
    numbers, again = words.apart(called), quiet(words("danger.again"))
    call = paragraph(strong(f"{words('danger.call')} "), f"{numbers}. ", again)
    items = points(_on_a_line(danger, within, words, whole=whole) for danger in dangers)
    last = made.last if whole else inline(*made.short, f" {called[0]}.")
    return replace(made, callout=replace(made.callout, blocks=(items, call)), last=last)


def _on_a_line(danger: Danger, within: str, words: Words, *, whole: bool) -> Inline:
    text = danger.statement.text
    if not whole:
        begins = first_sentence(text)
        return inline(strong(text if begins == text else f"{begins} …"))
    below = (span for line in _below(danger, within, "", words) for span in (Span(" "), *line))
    return inline(strong(text), *below)


def strip(lines: Sequence[HelpLine], words: Words) -> Inline:
    """The numbers of a form on one line, for whoever needs one while filling it in."""
    numbers = words.apart(_short(line, words) for line in lines)
    return inline(strong(f"{words('danger.strip')} "), f"{numbers}.")


def _below(danger: Danger, within: str, who: str, words: Words) -> Iterator[Inline]:
    told = [_said(danger, name, words) for name in danger.reason.answers]
    yield inline(quiet(f"{words('because')} {words.apart(told)}"))
    if danger.instrument.id != within:
        yield inline(quiet(words("danger.from", instrument=danger.instrument.title)))
    if who:
        yield inline(quiet(who))


def _said(danger: Danger, name: str, words: Words) -> str:
    question = danger.instrument.question(name)
    text = lowered(answer_text(question, danger.answers.get(name), words))
    return words("pair", name=question.name, value=text)


def numbers_of(lines: Iterable[HelpLine], words: Words) -> Items:
    """Each number with its name, where it is for and its hours."""
    told = []
    for line in lines:
        numbers = words.listed(list(line.numbers), "or")
        told.append(inline(strong(numbers), f"  {named(line, words)} · ", quiet(line.hours)))
    return points(told)


def numbers_by_place(lines: Iterable[HelpLine], words: Words) -> Items:
    """The same on a line for each place, with only hours that are not those of most."""
    every = list(lines)
    ((usual, _),) = Counter(line.hours for line in every).most_common(1)
    places: dict[str, list[Inline]] = {}
    for line in every:
        # No number is broken over two lines.
        numbers = words.listed(
            [number.replace(" ", "\N{NO-BREAK SPACE}") for number in line.numbers], "or"
        )
        told: list[str | Span] = [strong(numbers), f" {_name(line)}"]
        if line.hours != usual:
            told.append(quiet(f" ({line.hours.rstrip('.')})"))
        places.setdefault(place_of(line, words), []).append(inline(*told))
    items = [
        inline(words("pair", name=place, value="") if place else "", *beside_each_other(told))
        for place, told in places.items()
    ]
    return points([*items, inline(quiet(words("reader.hours", hours=usual)))])


def checked_on(lines: Iterable[HelpLine], words: Words) -> str:
    """On which day numbers were checked: of several, on the first of those days."""
    return words("danger.checked", day=words.date(min(line.checked for line in lines)))


def place_of(line: HelpLine, words: Words) -> str:
    """For which part of the world a line is; empty where it is for all we serve."""
    if line.community:
        return words(f"place.{line.community}")
    return words(f"place.{line.countries[0]}") if len(line.countries) == 1 else ""


def _name(line: HelpLine) -> str:
    return " ".join(word for word in line.name.split() if word != line.number)


def named(line: HelpLine, words: Words) -> str:
    """The name of a line without its number, and where it is for."""
    name = _name(line)
    place = place_of(line, words)
    return f"{name} ({place})" if place else name


def _short(line: HelpLine, words: Words) -> str:
    """A number with its name and where it is for, in a few words."""
    return f"{line.number} {named(line, words)}"
