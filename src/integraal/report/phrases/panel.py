"""Say measures, estimates and marks of a panel in words."""

from integraal.model.instrument import Instrument
from integraal.model.study.criteria import Measure
from integraal.model.study.findings import Estimate
from integraal.words.words import Words


def number(value: float, words: Words) -> str:
    """A number with two decimals, as this language writes it."""
    shown = f"{value:.2f}"
    return shown if words.language == "en" else shown.replace(".", ",")


def estimate_text(one: Estimate, words: Words) -> str:
    """A measure with its interval, or that there is none."""
    if one.value is None:
        return words("panel.report.none")
    if one.low is None or one.high is None:
        return number(one.value, words)
    ends = {name: number(end, words) for name, end in (("low", one.low), ("high", one.high))}
    return words("panel.report.interval", value=number(one.value, words), **ends)


def measure_text(measure: Measure, words: Words) -> str:
    """What a measure is called, with whom it is about."""
    who, _, what = measure.value.partition("_")
    if f"panel.report.m.{measure.value}" in words:
        return words(f"panel.report.m.{measure.value}")
    return words(f"panel.report.who.{who}", what=words(f"panel.report.m.{what}"))


def level_name(level: str, instrument: Instrument) -> str:
    """A level as people call it."""
    levels = instrument.scale.levels if instrument.scale else ()
    return next((one.name for one in levels if one.id == level), level)
