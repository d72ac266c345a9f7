"""Ask to which moment answers belong: an older one is never written over."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

import typer

from integraal.cli import terminal as screen
from integraal.cli.interview.question_card import Asker, Done
from integraal.cli.keeping.until import until_in
from integraal.cli.language import words
from integraal.model.case import Case, Moment
from integraal.model.keeping.kept import State
from integraal.privacy.retention import state_of
from integraal.words.words import typed_in_any_language


class Start(Enum):
    """With what a new moment begins."""

    ONWARD = "onward"
    """With the answers of the last time."""
    ANEW = "anew"
    """With nothing."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Asks what has to be known before answers can be put in a file of another day."""

    start: Callable[[Moment], Start]
    """With what a new moment begins, after the one that the instrument looks at."""
    right_day: Callable[[Case, Moment], date | None]
    """The right day of a moment that is after today; None to leave it."""
    check_day: Callable[[Case, str], date | None]
    """Asks whether to go on with a file that is past the day until which it may be kept.

    Returns: Until when it may be kept from now on, where somebody said so.
    """


def begin_with(asker: Asker, *, by_code: bool) -> Begin:
    """Choose how to begin: where nobody is there to be asked, nobody is."""
    if by_code:
        start = anew
    elif sys.stdin.isatty():
        start = partial(ask_start, asker)
    else:
        start = onward
    right_day = partial(ask_day, asker) if sys.stdin.isatty() else _leave
    return Begin(start, right_day, partial(ask_past, asker))


def ask_past(asker: Asker, case: Case, file: str) -> date | None:
    """Ask whether to go on with a case that should have been deleted, or may stay longer after all.

    Where nobody is there to be asked, that it should is said of every case.

    Returns: The day until which it may stay, where somebody typed one.

    Raises:
        Done: if not.
    """
    day = case.keep_until
    if day is None or state_of(day, date.today()) is not State.PAST or not sys.stdin.isatty():
        return None
    while True:
        typed = asker.line(words()("keep.past", day=words().date(day))).casefold().rstrip(".!")
        if typed in typed_in_any_language("typed.yes"):
            return None
        if typed in (*typed_in_any_language("typed.no"), *typed_in_any_language("typed.stop")):
            screen.tell(words()("keep.past_left", file=file))
            raise Done
        found = until_in(typed)
        if isinstance(found, date):
            return found
        if any(map(str.isdigit, typed)):  # a day was meant
            screen.tell(found)


def _leave(_case: Case, _moment: Moment) -> None:
    """Leave a day as it is; that it is after today, is said of every case."""


def ask_start(asker: Asker, before: Moment) -> Start:
    """Ask whether to go on with the answers of the last time, or to begin anew.

    Raises:
        Done: if somebody would rather stop.
    """
    while True:
        day = words().date(before.day) if before.day else ""
        typed = asker.line(words()("moment.ask", day=day)).casefold().rstrip(".!")
        if typed in ("", *typed_in_any_language("typed.onward")):
            return Start.ONWARD
        if typed in typed_in_any_language("typed.anew"):
            return Start.ANEW
        if typed in typed_in_any_language("typed.stop"):
            raise Done


def onward(before: Moment) -> Start:
    """Go on with the answers of the last time, and say so: nobody is there to be asked."""
    if before.day and before.answers:
        screen.tell(words()("moment.onward", day=words().date(before.day)))
    return Start.ONWARD


def anew(before: Moment) -> Start:
    """Begin anew: a form that was filled in holds all that was said then."""
    if before.day and before.answers:
        screen.tell(words()("moment.anew", day=words().date(before.day)))
    return Start.ANEW


def ask_day(asker: Asker, case: Case, moment: Moment) -> date | None:
    """Ask for the right day of a moment that is after today; None to leave it.

    Raises:
        Done: if somebody would rather stop.
    """
    taken = {each.day for each in case.every_moment}
    question = words()("moment.ask_day", day=words().date(moment.day) if moment.day else "")
    while typed := asker.line(question):
        if typed.casefold().rstrip(".!") in typed_in_any_language("typed.stop"):
            raise Done
        day = day_in(typed)
        if day is not None and day <= date.today() and day not in taken:
            return day
        screen.tell(words()("moment.no_such_day"))
    return None


def day_in(text: str) -> date | None:
    """The day that a text is, as in 2026-11-21; None where it is none."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-21") else None
    except ValueError:
        return None


def past_day(given: str | None) -> str | None:
    """Check the day of `--datum`.

    Raises:
        typer.BadParameter: if it is no day, or one after today.
    """
    day = day_in(given or "")
    if given is not None and (day is None or day > date.today()):
        raise typer.BadParameter(words()("usage.past_day", given=given))
    return given
