"""A meeting that is to come: when it is, what is on its agenda, and how people are invited."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.exchange.invitations import Occasion, invitations
from integraal.model.finding import Faulty, Place
from integraal.model.services.gathering import Plan
from integraal.model.services.network import SECTORS, Network, Target
from integraal.network.planning import FEWEST, plan_year
from integraal.network.recurring import remember
from integraal.privacy.desks import desk_faults, people_at_desks
from integraal.reading.services.holidays import read_holidays, shipped_holidays
from integraal.report.meetings.agenda import ITEMS, Coming
from integraal.report.meetings.invitation import invitation_text
from integraal.words.words import LANGUAGES, Words


def planned(network: Network, targets: Sequence[Target], today: date, count: int) -> Plan:
    """Plan a year, away from the holidays that the network names, or from all that we know."""
    every = read_holidays(shipped_holidays())
    wanted = network.gathered.holidays
    calendars = [each for each in every if not wanted or each.id in wanted]
    sectors = [each for each in targets if each.question == SECTORS]
    return plan_year(network, calendars, sectors, today, count)


def coming_meeting(
    network: Network,
    targets: Sequence[Target],
    day: date | None,
    begin: time | None,
    where: str,
) -> Coming:
    """The meeting of a day; else the next that the file has, else the first that is proposed."""
    check_where(where)
    today = date.today()
    plan = planned(network, targets, today, FEWEST)
    ahead = sorted(each.on for each in network.gathered.meetings if each.on >= today)
    wanted = day or next(iter(ahead), None)
    memory = remember(network, targets, today)
    chosen = wanted or plan.days[0].day
    return Coming(chosen, plan, memory, begin, where, is_proposal=wanted is None)


def check_where(where: str) -> None:
    """Look at a place as at that of a desk: it goes to everybody who is invited.

    Raises:
        Faulty: if it holds what is refused in any text.
    """
    texts, place = [(("address",), where)], Place("--waar")
    if faults := desk_faults(texts, lambda _: place):
        raise Faulty(faults)
    screen.report_all(people_at_desks(texts, lambda _: place))


def spoken_there(network: Network) -> list[Words]:
    """The languages of the network that we have words in; else that of this process."""
    named = network.gathered.languages or tuple(
        dict.fromkeys(each for one in network.services for each in one.languages)
    )
    if strange := [each for each in named if each not in LANGUAGES]:
        screen.tell(words()("meetings.no_text_in", languages=words().listed(strange)))
    found = [each for each in LANGUAGES if each in named] or [words().language]
    return [Words(each) for each in found]


def calendar_of(coming: Coming, days: Sequence[date]) -> bytes:
    """The invitation to a meeting on each of these days, for a calendar."""
    spoken, network = spoken_there(coming.plan.network), coming.plan.network
    summary = " / ".join(
        dict.fromkeys(each("meetings.invite_summary", network=network.title) for each in spoken)
    )
    told = [
        (
            day,
            "\n\n--\n\n".join(invitation_text(replace(coming, day=day), each) for each in spoken),
        )
        for day in days
    ]
    minutes = sum(minutes for _, minutes in ITEMS)
    occasion = Occasion(network.id, summary, coming.begin, minutes, coming.where)
    return invitations(occasion, told, date.today())
