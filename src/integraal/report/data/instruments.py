"""The instruments there are as data, in the schema `integraal/instrumenten/1`."""

from collections.abc import Sequence
from typing import Any

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
