"""Find what recurs: themes of several meetings, from several organisations.

The same theme has the same words, whatever their accents, capitals and signs. What is nearly the
same is never taken together: it is told, so that people can say whether they mean the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

from integraal.model.services.gathering import Memory, Recurring, Watched
from integraal.model.services.meeting import Arrangement, Meeting
from integraal.model.services.network import Network, Organisation, Target
from integraal.network.search import words_in

MEETINGS, ORGANISATIONS = 2, 2
"""In so many meetings, and from so many organisations, a theme recurs (brief, N5)."""
_ALIKE = 0.8
"""How much of two themes is the same, of 1, where they may be one."""
_MOST_COMPARED = 200
"""Beyond so many themes nobody reads which are alike."""


@dataclass
class Heard:
    """A theme over meetings."""

    text: str
    """As it was last said."""
    on: list[date] = field(default_factory=list)
    brought_by: dict[str, None] = field(default_factory=dict)
    """Ids of organisations, in the order in which they brought it."""
    about: dict[str, None] = field(default_factory=dict)

    @property
    def recurs(self) -> bool:
        """Whether it does, by both counts."""
        return len(self.on) >= MEETINGS and len(self.brought_by) >= ORGANISATIONS


def heard(meetings: Iterable[Meeting]) -> dict[tuple[str, ...], Heard]:
    """Every theme of meetings, by its words as they are compared.

    >>> from datetime import date
    >>> from integraal.model.services.meeting import Topic
    >>> first = Meeting(date(2026, 3, 3), themes=(Topic("Wachttijden", ("caw",)),))
    >>> later = Meeting(date(2026, 6, 2), themes=(Topic("wachttijden!", ("ocmw",)),))
    >>> [(each.text, each.recurs) for each in heard([first, later]).values()]
    [('wachttijden!', True)]
    """
    found: dict[tuple[str, ...], Heard] = {}
    for meeting in meetings:
        for topic in meeting.themes or ():
            one = found.setdefault(key_of(topic.text), Heard(topic.text))
            one.text = topic.text
            if meeting.on not in one.on:
                one.on.append(meeting.on)
            one.brought_by.update(dict.fromkeys(topic.brought_by))
            one.about.update(dict.fromkeys(topic.about))
    return found


def key_of(theme: str) -> tuple[str, ...]:
    """The words of a theme as they are compared."""
    return words_in(theme) or (theme,)


def remember(network: Network, targets: Sequence[Target], today: date) -> Memory:
    """Say what the meetings of a network remember.

    Args:
        network: With its meetings.
        targets: What a theme can be about, with its name.
        today: Later meetings were not held yet.
    """
    held = network.gathered.held(today)
    themes = heard(held)
    agreed = [(each.on, one) for each in held for one in each.agreements]
    recurring = [(key, one) for key, one in themes.items() if one.recurs]
    recurring.sort(key=lambda each: (-len(each[1].on), -len(each[1].brought_by), each[1].on[0]))
    return Memory(
        network=network,
        today=today,
        since=held[0].on if held else None,
        meetings=len(held),
        unnoted=sum(each.themes is None for each in held),
        recurring=tuple(_recurring(key, one, network, targets, agreed) for key, one in recurring),
        watched=tuple(
            Watched(one.text, tuple(one.on), tuple(_owners(network, one.brought_by)))
            for one in themes.values()
            if not one.recurs
        ),
        alike=tuple(_alike(themes.values())),
        open=tuple((day, one) for day, one in agreed if not one.done),
    )


def _recurring(
    key: tuple[str, ...],
    one: Heard,
    network: Network,
    targets: Sequence[Target],
    agreed: Sequence[tuple[date, Arrangement]],
) -> Recurring:
    about = tuple(target for name in one.about for target in _called(name, targets))
    services = {
        each.id: each
        for target in about
        for each in network.services
        if each.is_for(target.id, target.instrument)
    }
    return Recurring(
        text=one.text,
        meetings=tuple(one.on),
        brought_by=tuple(_owners(network, one.brought_by)),
        about=about,
        agreed=tuple(
            (day, each) for day, each in agreed if each.theme and key_of(each.theme) == key
        ),
        services=tuple(services.values()),
        unserved=tuple(
            target
            for target in about
            if not any(each.is_for(target.id, target.instrument) for each in network.services)
        ),
    )


def _called(name: str, targets: Sequence[Target]) -> Iterator[Target]:
    """The target of this id: the first, where several instruments have the same thing."""
    found = (each for each in targets if name in (each.id, f"{each.instrument}/{each.id}"))
    yield from [one for one in [next(found, None)] if one is not None]


def _owners(network: Network, ids: Iterable[str]) -> Iterator[Organisation]:
    for each in ids:
        yield network.organisation(each) or Organisation(each, each)


def _alike(themes: Iterable[Heard]) -> Iterator[tuple[str, str]]:
    """Pairs of themes that may be one in other words."""
    texts = [(one.text, " ".join(key_of(one.text))) for one in themes][:_MOST_COMPARED]
    for (one, this), (other, that) in combinations(texts, 2):
        match = SequenceMatcher(None, this, that, autojunk=False)
        if (
            this in that
            or that in this
            or (match.real_quick_ratio() >= _ALIKE and match.ratio() >= _ALIKE)
        ):
            yield one, other
