"""Signals as data, in the schema `integraal/signalen/2`: what the page shows, and no more."""

from typing import Any

from integraal.model.results.signals import UNKNOWN, Line, Reported, Signals, Theme
from integraal.report.data.plain import fields, plain
from integraal.report.phrases.signals import SignalsText
from integraal.words.words import Words

_THRESHOLDS = ("suppress_below", "round_to", "no_rate_below", "deviation")


def signals_data(reported: Reported, words: Words) -> dict[str, Any]:
    """The signals; every key is always there, and null is what is not shown."""
    signals, instrument = reported.signals, reported.instrument
    text = SignalsText(reported, words)
    return {
        "schema": "integraal/signalen/2",
        "day": plain(reported.day),
        "instrument": instrument.id,
        "version": signals.version,
        "same_version": signals.is_same_version,
        "language": words.language,
        "cases": signals.size,
        "per": signals.column or None,
        "groups": [
            {"group": None if group.is_rest else group.label, "cases": group.size}
            for group in signals.groups
        ],
        "themes": [_theme(theme, signals, text) for theme in signals.themes],
        "thresholds": {
            **fields(signals.thresholds, "valid_from", *_THRESHOLDS),
            "sources": [str(citation) for citation in signals.thresholds.citations],
        },
        "looser": list(signals.looser),
        "disclaimer": words("signals.talk"),
    }


def _theme(theme: Theme, signals: Signals, text: SignalsText) -> dict[str, Any]:
    lines = [*theme.lines, *([theme.unknown] if theme.unknown else [])]
    return {
        "about": theme.about.value,
        "id": theme.id or None,
        "text": text.item(theme) if theme.id else None,
        "counts": [_line(theme, line, signals) for line in lines],
    }


def _line(theme: Theme, line: Line, signals: Signals) -> dict[str, Any]:
    is_unknown = line.value == UNKNOWN
    places = (None, *range(len(signals.groups)))
    counts = [line.at(place) for place in places]
    rates = [None if is_unknown else signals.rate(theme, line, place) for place in places]
    return {
        "value": line.value,
        "cases": counts[0],
        "percent": rates[0],
        "by_group": [
            {"cases": count, "percent": rate}
            for count, rate in zip(counts[1:], rates[1:], strict=True)
        ],
    }
