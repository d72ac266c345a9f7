"""In few words: where an advice stands, or between which levels it still lies."""

from integraal.model.instrument import Instrument, Limit
from integraal.model.results.advice import Advice
from integraal.model.results.assessment import Assessment
from integraal.model.results.comparison import Standing
from integraal.model.results.versions import Picture
from integraal.model.scale import Level
from integraal.report.phrases.answer import lowered
from integraal.words.words import Words


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


def routes_text(
    routes: dict[str, str], outcomes: tuple[tuple[str, bool], ...], words: Words
) -> str:
    """Which routes hold, and which might.

    Args:
        routes: The text of every route, by its id.
        outcomes: Ids of the routes, each with whether it is certain.
        words: In the language of the page.
    """
    said = []
    for outcome, certain in outcomes:
        route = words("level.route", route=lowered(routes[outcome].rstrip(".")))
        said.append(route if certain else words("level.perhaps", level=route))
    return ", ".join(said)


def standing_text(standing: Standing | Picture, instrument: Instrument, words: Words) -> str:
    """An advice in few words: its level or range, and its routes."""
    routes = {outcome.id: outcome.text for outcome in instrument.outcomes}
    parts = [routes_text(routes, standing.outcomes, words)]
    if standing.level and standing.reach:
        parts.insert(0, range_text(standing.level, standing.reach, words))
    return words.apart(filter(None, parts)) or words("compare.no_outcome")
