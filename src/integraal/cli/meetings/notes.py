"""Note a meeting: ask what there is to know, or take it from what was typed with the command."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import typer

from integraal.cli import terminal as screen
from integraal.cli.interview.question_card import Done
from integraal.cli.language import words
from integraal.cli.meetings.listed import Listed, options_of
from integraal.cli.moments.agreed_line import day_of
from integraal.cli.moments.own_words import OwnWords, check_own_words
from integraal.model.finding import Place
from integraal.model.services.meeting import Arrangement, Meeting, Topic
from integraal.model.services.network import SECTORS, Network, Target
from integraal.network.recurring import heard
from integraal.reading.services.meetings import AGENDA
from integraal.report.render.visible import visible

_APART = re.compile(r"\s*/\s*")
_PARTS_OF_THEME, _PARTS_OF_AGREEMENT = 3, 4
_FEW = 20
"""Names that are listed whole to who typed something else; of more, some would be lost in it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed with the command."""

    sectors: str | None
    present: str | None
    chair: str | None
    next_chair: str | None
    items: str | None
    themes: tuple[str, ...]
    agreements: tuple[str, ...]

    @property
    def is_something(self) -> bool:
        """Whether anything was typed, so that nothing is asked."""
        named = (self.sectors, self.present, self.chair, self.next_chair, self.items)
        return bool(self.themes or self.agreements) or any(one is not None for one in named)


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody told: of a meeting, and of who comes after it."""

    meeting: Meeting
    next_chair: str = ""
    """Which organisation can take over the chair; empty where nobody said."""


class Lists:
    """What can be named at a meeting."""

    def __init__(self, network: Network, targets: Sequence[Target], today: date) -> None:
        self.sectors = _of_question(targets, SECTORS)
        self.items = _of_question(targets, AGENDA)
        self.organisations = options_of([(each.id, each.name) for each in network.organisations])
        about = {each.id: each.label for each in targets}
        self.about = options_of(list(about.items()))
        earlier = heard(network.gathered.held(today)).values()
        self.themes = options_of([(each.text, each.text) for each in earlier])


def _of_question(targets: Sequence[Target], question: str) -> Listed:
    return options_of([(each.id, each.label) for each in targets if each.question == question])


# --- What was typed with the command --------------------------------------------------------------


def typed_meeting(day: date, given: Given, lists: Lists) -> Noted:
    """The meeting that the options tell.

    Raises:
        typer.BadParameter: for a name that is not there, or a line that is not understood.
        Faulty: if a text tells who somebody is.
    """
    topics = tuple(_topic(each, lists) for each in given.themes)
    agreements = tuple(_agreement(each, lists) for each in given.agreements)
    texts = [each.text for each in topics]
    texts += [f"{each.what} · {each.who}" for each in agreements]
    check_own_words("meetings", ((text, Place("stdin", 1, 1)) for text in texts))
    meeting = Meeting(
        on=day,
        sectors=_named(given.sectors, lists.sectors, "--sectoren"),
        present=_named(given.present, lists.organisations, "--aanwezig"),
        themes=topics or None,
        agreements=agreements,
        chair=_first(given.chair, lists.organisations, "--voorzitter"),
        agenda=_named(given.items, lists.items, "--agendapunten"),
    )
    return Noted(meeting, _first(given.next_chair, lists.organisations, "--neemt-over"))


def _first(typed: str | None, listed: Listed, option: str) -> str:
    return "".join(_named(typed, listed, option)[:1])


def _named(typed: str | None, listed: Listed, option: str) -> tuple[str, ...]:
    found = listed.several(typed or "")
    if found is None:
        problem = _not_there(listed.strange(typed or ""), listed)
        raise typer.BadParameter(problem, param_hint=option)
    return found


def _not_there(typed: str, listed: Listed) -> str:
    """Say of a name that it is not in the list, and which are near it, or all of a short list."""
    say = words()
    if near := listed.near(typed):
        return say("usage.meeting_name_near", typed=typed, near=say.listed(near, "or"))
    names = [name for name, _ in listed.entries]
    if len(names) > _FEW:
        return say("usage.meeting_name_none", typed=typed, count=len(names))
    return say("usage.meeting_name", typed=typed, known=say.listed(names, "or"))


def _topic(line: str, lists: Lists) -> Topic:
    text, *more = _APART.split(line.strip())
    if not text or not more or len(more) >= _PARTS_OF_THEME:
        raise typer.BadParameter(words()("usage.meeting_theme", typed=line), param_hint="--thema")
    brought = _named(more[0], lists.organisations, "--thema")
    if not brought:
        raise typer.BadParameter(words()("usage.meeting_theme", typed=line), param_hint="--thema")
    about = _named(more[1], lists.about, "--thema") if more[1:] else ()
    return Topic(text, brought, about)


def _agreement(line: str, lists: Lists) -> Arrangement:
    what, *more = _APART.split(line.strip())
    who, day, theme = (*more, "", "", "")[: _PARTS_OF_AGREEMENT - 1]
    by = day_of(day) if day else None
    if not what or len(more) >= _PARTS_OF_AGREEMENT or (day and by is None):
        problem = words()("usage.meeting_agreed", typed=line)
        raise typer.BadParameter(problem, param_hint="--afspraak")
    return Arrangement(what, lists.organisations.by_words(who) or who, by, theme)


# --- What is asked --------------------------------------------------------------------------------


class Questions:
    """Asks for a meeting, on a terminal or from a pipe."""

    def __init__(self, lists: Lists, today: date, noted: Collection[date]) -> None:
        """Begin.

        Args:
            lists: What can be named.
            today: No meeting that was held is later.
            noted: Days of which there are notes: no others are taken.
        """
        self._lists = lists
        self._today = today
        self._noted = noted
        self._ask = OwnWords("meetings")

    def meeting(self, day: date | None) -> Noted:
        """Ask for all of it.

        Raises:
            Done: if somebody would rather stop.
        """
        screen.tell(words()("meetings.asks"))
        on = day or self._day()
        sectors = self._several("sectors", self._lists.sectors)
        present = self._several("present", self._lists.organisations)
        chair = self._several("chair", self._lists.organisations, is_shown=False)
        after = self._several("next_chair", self._lists.organisations, is_shown=False)
        items = self._several("items", self._lists.items)
        topics = tuple(self._topics())
        known = options_of([(each.text, each.text) for each in topics])
        agreements = tuple(self._agreements(known))
        told = Meeting(on, sectors, present, topics, agreements, "".join(chair[:1]), items)
        return Noted(told, "".join(after[:1]))

    def _day(self) -> date:
        while True:
            typed = self._ask.understood("meetings.ask_day", self._past_day, "meetings.no_day")
            day = self._past_day(typed) or self._today
            if day not in self._noted:
                return day
            # At once: else all that is asked after it would be told for nothing.
            self._ask.tell_wrong("meetings.day_noted", words().date(day))

    def _past_day(self, typed: str) -> date | None:
        day = day_of(typed)
        return day if day and day <= self._today else None

    def _several(self, name: str, listed: Listed, *, is_shown: bool = True) -> tuple[str, ...]:
        if is_shown:
            _show(listed)
        key = f"meetings.ask_{name}"
        while (found := listed.several(typed := self._ask.line(key))) is None:
            self._tell_strange(listed.strange(typed), listed)
        return found

    def _tell_strange(self, typed: str, listed: Listed) -> None:
        near = words().listed(listed.near(typed), "or")
        told = {"near": near} if near else {}
        self._ask.tell_wrong("meetings.near" if near else "meetings.not_listed", typed, **told)

    def _topics(self) -> Iterator[Topic]:
        if self._lists.themes.entries:
            screen.tell(words()("meetings.known_themes"))
            _show(self._lists.themes)
        while typed := self._ask.text("meetings.ask_theme", may_be_empty=True):
            text = self._lists.themes.exactly(typed) or typed
            brought = self._needed("brought", self._lists.organisations)
            about = self._several("about", self._lists.about, is_shown=False)
            yield Topic(text, brought, about)

    def _needed(self, name: str, listed: Listed) -> tuple[str, ...]:
        """Ask until there is one: a theme that nobody brought is no theme of this network."""
        while not (found := self._several(name, listed, is_shown=False)):
            self._ask.tell_wrong("meetings.not_listed", "")
        return found

    def _agreements(self, topics: Listed) -> Iterator[Arrangement]:
        while what := self._ask.text("meetings.ask_what", may_be_empty=True):
            said = self._ask.text("meetings.ask_who", may_be_empty=True)
            who = self._lists.organisations.by_words(said) or said if said else ""
            typed = self._ask.understood("meetings.ask_by", day_of, "meetings.no_date")
            theme = self._theme(topics)
            yield Arrangement(what, who, day_of(typed) if typed else None, theme)

    def _theme(self, topics: Listed) -> str:
        every = options_of([*topics.entries, *self._lists.themes.entries])
        if not every.entries:
            return ""
        _show(every)
        typed = self._ask.understood("meetings.ask_for_theme", every.one, "meetings.not_listed")
        return every.one(typed) or "" if typed else ""


def _show(listed: Listed) -> None:
    for number, name in enumerate(listed.names, 1):
        screen.tell(f"  {number}. {visible(name)}", hang=5)


def asked_meeting(
    lists: Lists, day: date | None, today: date, noted: Collection[date]
) -> Noted | None:
    """Ask for a meeting; None where somebody stopped halfway: then nothing is noted."""
    ask: Callable[[date | None], Noted] = Questions(lists, today, noted).meeting
    try:
        return ask(day)
    except Done:
        screen.tell(words()("meetings.stopped"))
        return None
