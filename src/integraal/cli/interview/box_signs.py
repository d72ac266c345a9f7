"""Read what stands behind the code of a question: the boxes that were crossed, or a number.

All of it is understood, or none: half of an answer may be its opposite. What can be heard in it all
the same is given beside it, for danger alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from integraal.model.answers import DONT_KNOW, Answer, several
from integraal.model.codes import NONE_CODE, UNKNOWN_CODE, option_signs, option_with, yes_and_no
from integraal.model.instrument import Kind, Question
from integraal.reading.numbers import number_in
from integraal.words.words import typed_in_any_language

Said: TypeAlias = frozenset[str] | float
"""Ids of options, with `0` and `?` for none of these and not known; or a number."""

_NUMBER = re.compile(
    r"(?:[-.:=_)/]\s*|\s*[:=]\s*|\s+-\s+|\s+)?(-?[0-9]+(?:[.,][0-9]+)?)\s*(.*?)[\s.,;:|]*",
    re.DOTALL,
)
_NOISE = re.compile(r"[\s,+&/;:.=_()\[\]|*•→>!☒☑✓✗●◉]+|(?:(?<=[\s,])|^)-+|-+(?=[\s>]|$)")
"""What stands between boxes."""
_TELLING = 5
"""Letters of a word that says something."""
_CROSS = "x"
"""Typed for the cross itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands behind a code."""

    said: Said | None
    """None where not all of it was understood, or where it says nothing."""
    heard: tuple[Answer, ...] = ()
    """Answers that may be meant, whether it was understood or not."""


def read_behind(question: Question, behind: str) -> Reading:
    """Read what stands behind the code of a question.

    >>> from integraal.reading.library import Library
    >>> asked = Library().instrument("voor-wie-doen-we-wat").question
    >>> sorted(read_behind(asked("leefgebieden"), "-a, c en d").said)
    ['financien', 'school', 'wonen']
    >>> read_behind(asked("direct_gevaar"), " misschien ja")
    Reading(said=None, heard=('ja',))
    """
    if question.kind is Kind.NUMBER:
        return _number(question, behind)
    text = _ranges_out(question, _phrases_out(question, behind))
    found = [_boxes(question, part) for part in _parts(question, text)]
    every = frozenset(box for boxes in found for box in boxes or ())
    is_whole = None not in found and fits(question, every) and not _is_unsure(text)
    letters = re.findall(r"[^\W\d_]+", text)
    heard = every | {box for each in letters for box in _letters(question, each) or ()}
    heard |= set(_with_words_of(question, behind.casefold()))
    return Reading(every if is_whole else None, tuple(_heard(question, heard)))


def _is_unsure(text: str) -> bool:
    """Whether a box may be doubted: "a ?" may be both boxes, or an a that nobody is sure of."""
    before = re.findall(r"([^\W\d_]+)\s+\?", text)
    return not {*before} <= {*typed_in_any_language("typed.joined")}


def fits(question: Question, boxes: frozenset[str]) -> bool:
    """Whether these boxes together are one answer."""
    if question.kind is Kind.SEVERAL:
        return bool(boxes) and not (NONE_CODE in boxes and len(boxes) > 1)
    return len(boxes) == 1 and NONE_CODE not in boxes


def answer_of(question: Question, said: Said) -> Answer:
    """The answer that boxes are, or that a number is."""
    if not isinstance(said, frozenset):
        return said
    if question.kind is not Kind.SEVERAL:
        (box,) = said
        return DONT_KNOW if box == UNKNOWN_CODE else box
    chosen = said - {UNKNOWN_CODE, NONE_CODE}
    return several(chosen, question.option_ids, unsure=UNKNOWN_CODE in said)


def _with_words_of(question: Question, text: str) -> Iterator[str]:
    """Options of which the label has a word of what was typed, or begins with a yes as it does."""
    typed = set(re.findall(r"[^\W\d_]+", text))
    yes = typed_in_any_language("typed.yes")
    for option in question.options:
        words = re.findall(r"[^\W\d_]+", option.label.casefold())
        long = {word for word in words if len(word) >= _TELLING}
        if typed & long or (words[:1] and words[0] in yes and typed & {*yes}):
            yield option.id


def _heard(question: Question, boxes: frozenset[str]) -> Iterator[Answer]:
    options = [option for option in question.option_ids if option in boxes]
    if question.kind is not Kind.SEVERAL:
        yield from options
    elif options:
        yield frozenset(options)
        yield from (frozenset({option}) for option in options if len(options) > 1)


def _number(question: Question, behind: str) -> Reading:
    if not _phrases_out(question, behind).strip(" \t?:=-.,;>|"):
        is_unknown = UNKNOWN_CODE in _phrases_out(question, behind)
        return Reading(frozenset({UNKNOWN_CODE}) if is_unknown else None)
    written = (number_in(each) for each in re.findall(r"[0-9]+", behind))
    heard = tuple(n for n in written if n is not None and question.numbers.misfit(n) is None)
    found = _NUMBER.fullmatch(behind)
    units = (question.unit.casefold(), *typed_in_any_language("typed.times"))
    if found is None or (found[2] and found[2].casefold() not in units):
        return Reading(None, heard)
    number = number_in(found[1].replace(",", "."))
    is_one = number is not None and question.numbers.misfit(number) is None
    return Reading(number if is_one else None, heard)


def _parts(question: Question, text: str) -> Iterator[str]:
    """What stands between spaces, commas and the like."""
    passed = {*typed_in_any_language("typed.joined")}
    if _CROSS not in option_signs(question).values():
        passed.add(_CROSS)
    yield from (part for part in _NOISE.sub(" ", text).split() if part not in passed)


def _phrases_out(question: Question, behind: str) -> str:
    """Put the sign of a box for its words: "weet niet", "geen van deze", the label of an option."""
    signs = dict.fromkeys(typed_in_any_language("typed.dont_know"), UNKNOWN_CODE)
    if question.kind is Kind.SEVERAL:
        signs |= dict.fromkeys(typed_in_any_language("typed.none"), NONE_CODE)
    if yes_and_no(question):
        for key, sign in (("typed.yes", "j"), ("typed.no", "n")):
            signs |= dict.fromkeys(typed_in_any_language(key), sign)
    for option, sign in option_signs(question).items():
        signs[question.option(option).label.casefold()] = sign
    text = " ".join(re.split(r"\s", behind.casefold()))
    for phrase in sorted(signs, key=len, reverse=True):
        if _is_phrase(question, phrase):
            # What is put in stands apart, and is not read as part of a later phrase.
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", f" {signs[phrase]} ", text)
    return text


def _is_phrase(question: Question, phrase: str) -> bool:
    """Whether these are words, and cannot be the letters of boxes."""
    is_word = len(phrase) > 1 and re.search(r"[^\W\d_]", phrase) is not None
    return is_word and _letters(question, phrase) is None


def _ranges_out(question: Question, text: str) -> str:
    """Write out "a t/m d"; only what says that the last one is meant too."""
    if question.kind is not Kind.SEVERAL:
        return text
    through = "|".join(map(re.escape, typed_in_any_language("typed.through")))
    signs = list(option_signs(question).values())

    def written_out(found: re.Match[str]) -> str:
        if not {found[1], found[2]} <= {*signs}:
            return found[0]
        return " ".join(signs[signs.index(found[1]) : signs.index(found[2]) + 1])

    return re.sub(rf"(?<!\w)([a-z])\s*(?:{through})\s*([a-z])(?!\w)", written_out, text)


def _boxes(question: Question, part: str) -> list[str] | None:
    """The boxes that a part stands for; None where any of it is none."""
    if set(part) == {UNKNOWN_CODE}:
        return [UNKNOWN_CODE]
    if part == NONE_CODE:
        return [NONE_CODE]
    if (whole := option_with(question, part)) is not None:
        return [whole]
    if question.kind is Kind.SEVERAL:
        return _letters(question, part)
    return _yes_or_no(question, part)


def _yes_or_no(question: Question, letter: str) -> list[str] | None:
    """The one option that begins with this letter, where it begins with a yes or a no.

    The boxes of *Ja / Deels / Nee* are a, b and c; who types a j means one thing all the same.
    """
    begins = [one for one in question.options if one.label.casefold().startswith(letter)]
    if len(letter) > 1 or len(begins) != 1:
        return None
    (word,) = re.findall(r"[^\W\d_]+", begins[0].label.casefold())[:1]
    is_said = word in typed_in_any_language("typed.yes") + typed_in_any_language("typed.no")
    return [begins[0].id] if is_said else None


def _letters(question: Question, part: str) -> list[str] | None:
    """The options of letters that stand against each other; None if one of them is no option."""
    found = [option_with(question, letter) for letter in part]
    return None if None in found else [option for option in found if option is not None]
