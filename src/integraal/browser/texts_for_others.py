"""What a form in the browser says to others than professionals, by the ids of what says it."""

from collections.abc import Iterable
from typing import Any

from integraal.model.instrument import Instrument, Statement
from integraal.model.services.help_line import Caller, HelpLine, by_country
from integraal.words.honest import honest_for_others
from integraal.words.words import Words


def others_texts(instrument: Instrument, words: Words) -> dict[str, Any]:
    """The words of an instrument for a family and a child; what has none is not shown to them."""
    levels = instrument.scale.levels if instrument.scale else ()
    values = {"instrument": instrument.id, "version": instrument.version}
    return {
        "title": instrument.family_title_here,
        "speaks": instrument.speaks_to_families,
        "honest": honest_for_others(instrument, words),
        "footer": words("footer", **values),
        "family": {
            "levels": {level.id: level.for_family for level in levels},
            "outcomes": _said({one.id: one.for_family for one in instrument.outcomes}),
            "actions": _said({one.id: one.for_family for one in instrument.actions}),
        },
        "child": {
            "levels": {level.id: level.for_child or level.for_family for level in levels},
            "outcomes": _said({one.id: _to_child(one, instrument) for one in instrument.outcomes}),
            "actions": _said({one.id: _to_child(one, instrument) for one in instrument.actions}),
        },
        "rules": {
            rule.id: rule.grounds.for_family for rule in instrument.rules if rule.grounds.for_family
        },
    }


def _said(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}


def _to_child(statement: Statement, instrument: Instrument) -> str:
    return statement.for_child if instrument.speaks_to_children else statement.for_family


def lines_texts(lines: Iterable[HelpLine], words: Words) -> list[dict[str, Any]]:
    """The lines that others may call, in the order in which a page has them."""
    return [
        {
            "numbers": list(line.numbers),
            "name": " ".join(word for word in line.name.split() if word != line.number),
            "place": _place(line, words),
            "hours": line.hours,
            "callers": [caller.value for caller in line.callers],
            "countries": list(line.countries),
            "checked": line.checked.isoformat(),
        }
        for line in by_country(lines)
        if {Caller.ADULT, Caller.CHILD} & set(line.callers)
    ]


def _place(line: HelpLine, words: Words) -> str:
    if line.community:
        return words(f"place.{line.community}")
    return words(f"place.{line.countries[0]}") if len(line.countries) == 1 else ""
