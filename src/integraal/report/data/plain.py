"""Values of the model as JSON has them; the names of fields are a contract, so they stay."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from integraal.model.answers import Answer, answer_value
from integraal.model.instrument import Instrument, Question
from integraal.model.results.advice import Outcome, RouteNow
from integraal.model.scale import Level, Scale


def plain(value: object) -> Any:
    """A level by its id, a day as ISO 8601 writes it, a tuple as a list; what is plain stays."""
    match value:
        case Level() | Scale():
            return value.id
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return list(map(plain, value))
        case _:
            return value


def fields(of: object, *names: str) -> dict[str, Any]:
    """The fields of these names."""
    return {name: plain(getattr(of, name)) for name in names}


def instrument_fields(instrument: Instrument) -> dict[str, str]:
    """Which instrument, of which version, to the letter."""
    return {"instrument": instrument.id, **fields(instrument, "version", "fingerprint")}


def routes(outcomes: Iterable[RouteNow | Outcome]) -> list[dict[str, Any]]:
    """Ids of routes, each with whether it holds now, and whether that is certain."""
    return [fields(outcome, "id", "certain", "holds_now") for outcome in outcomes]


def answer_data(answer: Answer | None, question: Question) -> Any:
    """An answer by the ids of its options; null where there is none."""
    return None if answer is None else answer_value(answer, question.option_ids)
