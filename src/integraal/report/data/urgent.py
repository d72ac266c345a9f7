"""What comes first in a case, as data: the same in every JSON about it."""

from collections.abc import Iterable
from typing import Any

from integraal.model.instrument import Urgency
from integraal.model.results.assessment import Assessment
from integraal.model.results.danger import Danger
from integraal.model.services.help_line import HelpLine
from integraal.report.data.plain import fields


def urgent_data(assessment: Assessment) -> list[dict[str, Any]]:
    """What comes first, as data: dangers of every instrument, then what must be asked first."""
    instrument, country = assessment.instrument, assessment.country
    asks = [
        {
            **fields(instrument.action_of(reason.rule), "id", "text"),
            "kind": Urgency.ASK.value,
            "calls": [],
            "because": list(reason.answers),
            "instrument": instrument.id,
        }
        for reason in assessment.to_ask_first
    ]
    return [*danger_data(assessment.dangers, country), *asks]


def danger_data(dangers: Iterable[Danger], country: str) -> list[dict[str, Any]]:
    """Dangers as data, each with whom to call in a country; in every one where it is empty."""
    return [
        {
            **fields(danger.statement, "id", "text"),
            "kind": Urgency.DANGER.value,
            "calls": [_call(line) for line in danger.calls(country)],
            "because": list(danger.reason.answers),
            "instrument": danger.instrument.id,
        }
        for danger in dangers
    ]


def _call(line: HelpLine) -> dict[str, Any]:
    names = ("id", "name", "number", "also", "countries", "community", "hours", "checked", "source")
    return fields(line, *names)
