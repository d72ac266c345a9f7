"""In few words: where advice stands, or between which levels it still lies."""

from collections.abc import Iterable

from integraal.model.instrument import Instrument, Limit
from integraal.model.results.advice import Advice, Outcome, RouteNow
from integraal.model.results.assessment import Assessment
from integraal.model.results.comparison import Standing
from integraal.model.results.versions import Picture
from integraal.model.scale import Level
from integraal.report.phrases.answer import lowered
from integraal.report.prose import sentences
from integraal.words.words import Words

NAMED = 2
"""Routes that might hold: how many of them few words have room for."""


def certain_text(level: Level, reach: Level, words: Words) -> str:
    """What is certain: the level, or at least that level."""
    name = lowered(level.name)
    return name if level == reach else words("level.at_least", level=name)


def possible_text(level: Level, reach: Level, words: Words) -> str:
    """What it could become: the level, or perhaps a higher one."""
    name = lowered(reach.name)
    return name if level == reach else words("level.perhaps", level=name)


def range_text(level: Level, reach: Level, words: Words) -> str:
    """Both; one level when it is settled."""
    certain = certain_text(level, reach, words)
    return certain if level == reach else f"{certain}, {possible_text(level, reach, words)}"


def present_text(assessment: Assessment, words: Words) -> str:
    """At which level people work together now, as far as that is known."""
    advice, present = assessment.advice, assessment.instrument.present
    if advice.current_at_least is None:
        is_none = present is not None and assessment.answers.known(present.question)
        return words("level.nowhere" if is_none else "level.not_known")
    name = lowered(advice.current_at_least.name)
    return name if advice.current else words("level.at_least", level=name)


def limit_text(advice: Advice, instrument: Instrument, words: Words) -> str:
    """What is feasible at most; no limit that is known is not the same as no limit."""
    if advice.feasible is not None:
        return lowered(advice.feasible.name)
    still_open = set(advice.rules_open)
    may_come = any(rule.id in still_open for rule in instrument.rules_with(Limit))
    return words("level.no_limit_known" if may_come else "level.no_limit")


def route_name(
    instrument: Instrument, outcome: str, words: Words, *, has_title: bool = False
) -> str:
    """A route within a sentence: as many of its sentences as no other route begins with.

    Args:
        instrument: Whose routes they are.
        outcome: Its id.
        words: In the language of the page.
        has_title: Whether the question that it answers stands beside it, so that a route of
            another question may begin alike: *ja*.
    """
    own = instrument.outcome(outcome)
    told = sentences(own.text)
    others = [
        sentences(other.text)
        for other in instrument.outcomes
        if other.id != outcome and (not has_title or other.table == own.table)
    ]
    enough = (n for n in range(1, len(told)) if all(o[:n] != told[:n] for o in others))
    begin = " ".join(told[: next(enough, len(told))])
    return words("level.route", route=lowered(begin.rstrip(".")))


def routes_text(
    instrument: Instrument,
    outcomes: Iterable[RouteNow | Outcome],
    words: Words,
    most: int = NAMED,
    *,
    has_title: bool = False,
) -> str:
    """Which routes hold, and which might.

    Args:
        instrument: Whose routes they are.
        outcomes: Of one advice.
        words: In the language of the page.
        most: Of those that might, how many are named; the others are counted.
        has_title: Whether the question that they answer stands beside them.
    """
    holding: list[str] = []
    possible: list[str] = []
    for outcome in outcomes:
        route = route_name(instrument, outcome.id, words, has_title=has_title)
        if not outcome.holds_now:
            possible.append(words("level.perhaps", level=route))
        else:
            holding.append(route if outcome.certain else route + words("outcomes.may_change"))
    more = len(possible) - most
    rest = [words("level.perhaps_more", count=more)] if more > 0 else []
    return ", ".join([*holding, *possible[:most], *rest])


def standing_text(
    standing: Standing | Picture, instrument: Instrument, words: Words, most: int = NAMED
) -> str:
    """Advice in few words: its level or range, and its routes."""
    parts = [routes_text(instrument, standing.outcomes, words, most)]
    if standing.level and standing.reach:
        parts.insert(0, range_text(standing.level, standing.reach, words))
    return words.apart(filter(None, parts)) or words("compare.no_outcome")
