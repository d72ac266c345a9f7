"""Meetings of a network, as data."""

from collections.abc import Iterable, Sequence
from typing import Any

from integraal.model.results.signals import YES, About, Reported, Theme
from integraal.model.services.gathering import Memory, Plan, Presence
from integraal.model.services.network import Organisation, Target
from integraal.report.data.plain import fields, plain
from integraal.report.meetings.agenda import ITEMS, Coming
from integraal.report.meetings.invitation import invitation_text
from integraal.report.meetings.memory import is_served, shown
from integraal.words.words import Words


def plan_data(plan: Plan) -> dict[str, Any]:
    """A year of meetings, in the schema `integraal/overlegplan/1`."""
    return {
        "schema": "integraal/overlegplan/1",
        **fields(plan.network, "id", "title"),
        "from": plain(plan.today),
        "days": [
            {
                "day": plain(each.day),
                "unknown_to": [one.id for one in each.unknown_to],
                "closed_to": [one.id for one in each.closed_to],
            }
            for each in plan.days
        ],
        "calendars": [each.id for each in plan.calendars],
        "held": [plain(each.on) for each in plan.held],
        "is_recorded": plan.is_recorded,
        "there": [_presence(each) for each in plan.there],
        "missing": [
            {**_presence(each), "organisations": [one.id for one in organisations]}
            for each, organisations in plan.missing
        ],
        "long_away": [_presence(each) for each in plan.long_away],
    }


def agenda_data(coming: Coming) -> dict[str, Any]:
    """An agenda, in the schema `integraal/overlegagenda/1`."""
    return {
        "schema": "integraal/overlegagenda/1",
        **_coming(coming),
        "items": [{"id": name, "minutes": minutes} for name, minutes in ITEMS],
        "open": _open(coming.memory),
        "recurring": [one.text for one in coming.memory.recurring],
        "next_chair": coming.plan.network.gathered.next_chair or None,
    }


def invitation_data(coming: Coming, languages: Sequence[Words]) -> dict[str, Any]:
    """An invitation, in the schema `integraal/overleguitnodiging/1`."""
    return {
        "schema": "integraal/overleguitnodiging/1",
        **_coming(coming),
        "texts": {words.language: invitation_text(coming, words) for words in languages},
    }


def memory_data(memory: Memory, reported: Iterable[Reported]) -> dict[str, Any]:
    """What recurs, in the schema `integraal/terugkerend/1`."""
    return {
        "schema": "integraal/terugkerend/1",
        **fields(memory.network, "id", "title"),
        "day": plain(memory.today),
        "since": plain(memory.since),
        **fields(memory, "meetings", "unnoted"),
        "recurring": [
            {
                "theme": one.text,
                "meetings": [plain(day) for day in one.meetings],
                "brought_by": _ids(one.brought_by),
                "about": _targets(one.about),
                "services": [each.id for each in one.services],
                "unserved": _targets(one.unserved),
                "agreed": [
                    {"on": plain(day), **fields(each, "what", "who", "by", "done")}
                    for day, each in one.agreed
                ],
            }
            for one in memory.recurring
        ],
        "watched": [
            {
                "theme": one.text,
                "meetings": [plain(day) for day in one.meetings],
                "brought_by": _ids(one.brought_by),
            }
            for one in memory.watched
        ],
        "alike": [list(pair) for pair in memory.alike],
        "open": _open(memory),
        "cases": [_cases(one, memory) for one in reported],
    }


def _cases(reported: Reported, memory: Memory) -> dict[str, Any]:
    """Counts that may be shown, and no others."""
    routes = (About.OUTCOME, About.ACTION)

    def is_unserved(theme: Theme) -> bool:
        return not is_served(theme, reported, memory.network)

    return {
        "instrument": reported.instrument.id,
        "limits": [_count(one) for one in shown(reported, (About.LIMIT,), lambda _: True)],
        "unserved": [_count(one) for one in shown(reported, routes, is_unserved)],
    }


def _count(theme: Theme) -> dict[str, Any]:
    return {"about": theme.about.value, "id": theme.id, "cases": theme.line(YES).total}


def _coming(coming: Coming) -> dict[str, Any]:
    return {
        **fields(coming.plan.network, "id", "title"),
        "day": plain(coming.day),
        "is_proposal": coming.is_proposal,
        "begin": coming.begin.isoformat("minutes") if coming.begin else None,
        "where": coming.where or None,
    }


def _open(memory: Memory) -> list[dict[str, Any]]:
    return [
        {"on": plain(day), **fields(one, "what", "who", "by", "theme")} for day, one in memory.open
    ]


def _presence(one: Presence) -> dict[str, Any]:
    return fields(one, "id", "name", "last", "missed")


def _ids(organisations: Iterable[Organisation]) -> list[str]:
    return [each.id for each in organisations]


def _targets(targets: Iterable[Target]) -> list[dict[str, Any]]:
    return [fields(each, "instrument", "id", "label") for each in targets]
