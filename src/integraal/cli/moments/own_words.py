"""Ask for something in people's own words, and let none of it tell who somebody is."""

import sys
from collections.abc import Callable, Iterable
from datetime import date

import typer

from integraal.cli import terminal as screen
from integraal.cli.interview.doubt import is_kept, text_doubts
from integraal.cli.interview.plain_lines import PlainAsker, forget_typed_ahead
from integraal.cli.interview.question_card import Done
from integraal.cli.language import words
from integraal.model.finding import Faulty, Finding, Place
from integraal.words.words import typed_in_any_language


class OwnWords:
    """Asks; where nobody is there to be asked again, what cannot stay ends it."""

    def __init__(self, name: str) -> None:
        """Begin.

        Args:
            name: Of the key in a case file under which the words will stand.
        """
        self._asker = PlainAsker(words())
        self._name = name

    def line(self, key: str, **told: object) -> str:
        """Ask for a line that is no text of its own, such as a day; it may be empty.

        Raises:
            Done: if somebody would rather stop. So for the others.
        """
        typed = self._asker.line(words()(key, **told) if told else words()(key))
        if typed.casefold().rstrip(".!") in typed_in_any_language("typed.stop"):
            raise Done
        return typed

    def text(self, key: str, *, may_be_empty: bool = False, **told: object) -> str:
        """Ask for a text until there is one that may stay.

        Raises:
            Faulty: if what was piped may not stay.
        """
        while True:
            typed = self.line(key, **told)
            place = Place("stdin", max(self._asker.lines_read, 1), 1)
            if (typed or may_be_empty) and may_stay(self._name, typed, place, self._asker.line):
                return typed
            if not (typed or self._asker.is_typed):
                raise Done

    def understood(self, key: str, read: Callable[[str], object | None], wrong: str) -> str:
        """Ask until what is typed is understood, or nothing is; then give what was typed.

        Raises:
            BadParameter: if what was piped is not.
        """
        while (typed := self.line(key)) and read(typed) is None:
            self.tell_wrong(wrong, typed)
        return typed

    def tell_wrong(self, key: str, typed: str, **told: object) -> None:
        """Say that something was not understood.

        Raises:
            BadParameter: on a pipe, where the next line answers the next question.
        """
        problem = words()(key, typed=typed, **told)
        if not self._asker.is_typed:
            raise typer.BadParameter(problem, param_hint="stdin")
        forget_typed_ahead()
        screen.tell(problem)


def may_stay(name: str, typed: str, place: Place, line: Callable[[str], str]) -> bool:
    """Whether a text may stay; on a terminal, people are asked where it is doubtful.

    Args:
        name: Of the key under which it will stand.
        typed: The text; it is not repeated.
        place: Where it was typed.
        line: Asks for a line.

    Raises:
        Faulty: on a pipe, if it may not.
    """
    if not sys.stdin.isatty():
        check_own_words(name, [(typed, place)])
        return True
    for fault in refused(name, typed, place):
        forget_typed_ahead()
        kinds = words().detail("kinds", dict(fault.details)["kinds"])
        screen.tell(words()("typed.identifies", word=kinds))
        return False
    return is_kept(typed, words(), line)


def check_own_words(name: str, texts: Iterable[tuple[str, Place]]) -> None:
    """Refuse texts that tell who somebody is, and say of others that they may.

    Args:
        name: Of the key under which they will stand.
        texts: Each with where it was typed.

    Raises:
        Faulty: with every one that cannot stay.
    """
    texts = list(texts)
    check_refused(name, texts)
    for text, place in texts:
        screen.report_all(text_doubts(name, text, place))


def check_refused(name: str, texts: Iterable[tuple[str, Place]]) -> None:
    """Refuse texts that tell who somebody is; of what is doubtful people were asked before.

    Raises:
        Faulty: with every one that cannot stay.
    """
    if faults := [fault for text, place in texts for fault in refused(name, text, place)]:
        raise Faulty(faults)


def refused(name: str, text: str, place: Place) -> Iterable[Finding]:
    """What is said of a text with the shape of what identifies a person."""
    from integraal.privacy.guard import kinds_blocked

    kinds = kinds_blocked([text], date.today())
    return [Finding.at("text-identifies", place, where=name, kinds=kinds)] if kinds else []
