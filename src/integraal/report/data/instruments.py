"""The instruments there are, and the levels of a scale, as data."""

from collections.abc import Sequence
from typing import Any

from integraal.model.scale import Level, Scale
from integraal.report.data.plain import fields, plain
from integraal.report.pages.instruments import Listed, source_of


def instruments_data(listed: Sequence[Listed]) -> dict[str, Any]:
    """Every instrument, with the languages it can be shown in."""
    return {
        "schema": "integraal/instrumenten/1",
        "instruments": [
            {
                **fields(instrument, "id", "title", "version"),
                "languages": list(languages),
                "source": source_of(instrument),
                "scale": plain(instrument.scale),
                "questions": sum(1 for _ in instrument.questions()),
                "rules": len(instrument.rules),
                "fingerprint": instrument.fingerprint,
            }
            for instrument, languages in listed
        ],
    }


def levels_data(scale: Scale) -> dict[str, Any]:
    """A scale: every level, lowest first, with its forms and what it asks of people."""
    return {
        "schema": "integraal/niveaus/1",
        **fields(scale, "id", "version", "title", "disclaimer"),
        "source": str(scale.citation),
        "levels": [_level(level) for level in scale.levels],
    }


def _level(level: Level) -> dict[str, Any]:
    return {
        **fields(level, "id", "name", "intensity", "what", "for_family", "note"),
        "forms": [fields(form, "id", "name", "what", "examples") for form in level.forms],
        "attention_points": [
            fields(point, "id", "short", "text", "place") for point in level.attention_points
        ],
    }
