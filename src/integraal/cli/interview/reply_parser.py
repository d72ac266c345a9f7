"""Read what somebody typed, or piped, strictly: an answer, a move, or something not understood.

An answer is a number, an id or a label, in full; yes and no have the letters of the paper form too.
Nothing is guessed from a beginning: a guess that records the wrong answer is worse than asking
again.
"""

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from integraal.model.answers import DONT_KNOW, Answer, several
from integraal.model.codes import NO_CODE, YES_CODE, shown_options, yes_and_no
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Kind, Misfit, Question
from integraal.privacy.discreet import hidden
from integraal.reading.cases.readable_answers import meant_option
from integraal.reading.numbers import number_in
from integraal.words.numbers import wanted
from integraal.words.words import Words


class Move(Enum):
    """What somebody can do besides answering."""

    SKIP = "skip"
    BACK = "back"
    WHY = "why"
    STOP = "stop"
    SHORT = "short"
    """Ask only what can still change the advice. It has no row in a menu; it is offered once."""
    ERASE = "erase"
    """Take an answer back. It has no row; the help names it."""
    HELP = "help"
    """Say what can be typed; no row either."""
    BLANK = "blank"
    """Blank the screen for a moment; a key does it in a menu, and the help names both."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Misread:
    """Not understood; `key` names the sentence that says so."""

    key: str
    word: str = ""
    wanted: str = ""
    """Which numbers answer the question; empty where it asks for none."""
    misfit: Misfit | None = None
    """Why a number is no answer."""


Reply: TypeAlias = Given | Move | Misread


class Misheard(Faulty):
    """A line that is no answer, and the option that it nearly names: danger is heard in it."""

    def __init__(self, finding: Finding, question: Question, word: str) -> None:
        super().__init__([finding])
        meant = meant_option(question, word) if question.kind is Kind.ONE else ""
        self.heard = {question.id: [meant]} if meant in question.option_ids else {}


def read_typed(question: Question, text: str, words: Words, others: Container[str] = ()) -> Reply:
    """Read a typed line as a reply to a question; what is misread is not repeated if it tells.

    Args:
        question: The one on the screen.
        text: The line. It may begin with the id of the question and a colon.
        words: For the words of moves and of "don't know" in the user's language.
        others: Ids of all questions: a line that names one of them is no free text.
    """
    return _discreet(_read(question, text, words, others))


def _read(question: Question, text: str, words: Words, others: Container[str]) -> Reply:
    text = text.strip()
    named = re.match(r"([a-z0-9_-]+)\s*[:=]\s*", text)
    is_meant = question.kind is not Kind.TEXT or (named and named[1] in others)
    if named and named[1] != question.id and is_meant:
        return Misread("typed.other_question", named[1])
    if named and named[1] == question.id:
        text = text[named.end() :]
    if question.kind is Kind.TEXT and not text.startswith(":"):
        return _free(text, words) if text else Move.SKIP
    word = _folded(text)
    # Options come first: what stands on the screen means what it says there.
    answered = _answer(question, text, words)
    return answered or _move(word.removeprefix(":"), words) or _misread(question, text, words)


def asks_help(text: str) -> bool:
    """Whether somebody wants to know what can be typed. On a pipe a `?` stays "don't know"."""
    return text.strip() == "?"


def read_review(text: str, codes: dict[str, str], words: Words) -> str | Move | Misread | None:
    """Read what somebody typed below all answers: a question to change, stop, or on to the advice.

    Args:
        text: The line; empty for the advice.
        codes: Question id to the code under which it stands on the page.
        words: For the words of moves in the user's language.
    """
    word = text.strip().casefold()
    by_code = {code.casefold(): question for question, code in codes.items()}
    if word in by_code or word in codes:
        return by_code.get(word, word)
    if move := next((one for one in (Move.STOP, Move.BLANK) if _is_typed(one, word, words)), None):
        return move
    if not word or word in words.typed("typed.ready"):
        return None
    return Misread("typed.not_a_code", hidden(word))


def _discreet(reply: Reply) -> Reply:
    is_kind = isinstance(reply, Misread) and reply.key == "typed.identifies"
    if not isinstance(reply, Misread) or is_kind:
        return reply
    return replace(reply, word=hidden(reply.word))


def _free(text: str, words: Words) -> Reply:
    """Take a text as it is, unless it has the shape of what identifies a person."""
    from integraal.privacy.guard import kinds_blocked

    kinds = kinds_blocked([text], date.today())
    return Misread("typed.identifies", words.detail("kinds", kinds)) if kinds else Given(text)


def _misread(question: Question, text: str, words: Words) -> Misread:
    if question.kind is not Kind.NUMBER:
        return Misread("typed.not_an_answer", text)
    number = _number(text)
    misfit = None if number is None else question.numbers.misfit(number)
    return Misread("typed.number", text, wanted(question, words), misfit)


def _number(text: str) -> float | None:
    return number_in(text.replace(",", "."))


def _answer(question: Question, text: str, words: Words) -> Reply | None:
    if question.kind is Kind.NUMBER:
        number = _number(text)
        if number is not None:
            fits = question.numbers.misfit(number) is None
            return Given(number) if fits else _misread(question, text, words)
    elif question.kind is Kind.SEVERAL:
        return _several(question, text, words)
    elif question.kind is Kind.ONE and (option := _option(question, text, words)) is not None:
        return Given(option)
    return Given(DONT_KNOW) if _is_unsure(text, words) else None


def _is_unsure(text: str, words: Words) -> bool:
    known = (*_words(words, "typed.dont_know"), *_words(words, "typed.dont_know_short"))
    return _folded(text) in known


def _several(question: Question, text: str, words: Words) -> Reply | None:
    if _folded(text) in _words(words, "typed.none"):
        return Given(frozenset())
    if (whole := _option(question, text, words)) is not None:
        return Given(frozenset({whole}))
    numbers_only = re.fullmatch(r"[\d\s]+", text)
    parts = [part.strip() for part in (text.split() if numbers_only else re.split("[,;]", text))]
    unsure = [part for part in parts if _is_unsure(part, words)]
    options = {part: _option(question, part, words) for part in parts if part not in unsure}
    wrong = [part for part, option in options.items() if option is None]
    if wrong:
        return Misread("typed.not_an_answer", ", ".join(wrong)) if len(parts) > 1 else None
    chosen = [option for option in options.values() if option is not None]
    if not (chosen or unsure):
        return None
    return Given(several(chosen, question.option_ids, unsure=bool(unsure)))


def _option(question: Question, text: str, words: Words) -> str | None:
    """Find the one option with this number, id or label; of yes or no also as paper has it."""
    word = _folded(text)
    found = {o.id for o in question.options if word in (_folded(o.id), _folded(o.label))}
    if both := yes_and_no(question):
        yes, no = both
        found |= {yes} if word in (YES_CODE, *_words(words, "typed.yes")) else set()
        found |= {no} if word in (NO_CODE, *_words(words, "typed.no")) else set()
    is_number = text.isascii() and text.isdigit() and len(text) < 4  # noqa: PLR2004 - of an option
    if is_number and 1 <= int(text) <= len(question.options):
        found.add(shown_options(question)[int(text) - 1].id)
    # A label that is the number of another option could mean either: better to ask again.
    return found.pop() if len(found) == 1 else None


def asks_blank(text: str, words: Words) -> bool:
    """Whether somebody wants a blank screen, where a line may say anything: with its colon only."""
    return text.startswith(":") and _is_typed(Move.BLANK, text.strip()[1:].casefold(), words)


def _is_typed(move: Move, word: str, words: Words) -> bool:
    return word in words.typed(f"typed.{move.value}")


def _move(word: str, words: Words) -> Move | None:
    if not word:
        return Move.SKIP
    for move in Move:
        row = f"menu.{move.value}"
        shown = (_folded(words(row)),) if row in words else ()
        if word in (*_words(words, f"typed.{move.value}"), *shown):
            return move
    return None


def _words(words: Words, key: str) -> tuple[str, ...]:
    return tuple(map(_folded, words.typed(key)))


def _folded(text: str) -> str:
    """Leave out what does not tell words apart: case, spacing, underscores, a full stop."""
    return " ".join(text.casefold().replace("_", " ").split()).rstrip(".!") or text.strip()
