"""Several views of one case as data, in the schema `integraal/vergelijk/1`."""

from collections.abc import Iterable, Sequence
from typing import Any

from integraal.model.answers import answer_value
from integraal.model.instrument import Instrument
from integraal.model.results.comparison import (
    Comparison,
    Difference,
    Standing,
    Swap,
    View,
)
from integraal.words.words import Words


def comparison_data(people: Sequence[str], comparison: Comparison, words: Words) -> dict[str, Any]:
    """Where views agree and part; a view is told by its place in `views`, 0 for the first.

    Args:
        people: How each is named, in the order of the views.
        comparison: What the engine found.
        words: In the language of what must be said with it.
    """
    instrument = comparison.instrument
    cases = dict.fromkeys(view.assessment.case.id for view in comparison.views)

    def differences(found: Iterable[Difference]) -> list[dict[str, Any]]:
        return [_difference(difference, instrument) for difference in found]

    return {
        "schema": "integraal/vergelijk/1",
        "casus": ", ".join(cases),
        "instrument": instrument.id,
        "version": instrument.version,
        "language": words.language,
        "views": [_view(*each) for each in zip(people, comparison.views, strict=True)],
        "same_advice": comparison.same_advice,
        "disagreements": differences(comparison.disagreements),
        "to_ask": differences(comparison.to_ask),
        "asides": differences(comparison.asides),
        "unknown_to_all": list(comparison.unknown_to_all),
        "agreed": list(comparison.agreed),
        "common_ground": _standing(comparison.common_ground),
        "disclaimer": words("disclaimer"),
    }


def _view(person: str, view: View) -> dict[str, Any]:
    day = view.assessment.day
    moment = day.isoformat() if day else None
    return {"name": person, "moment": moment, **_standing(view.standing)}


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "level": standing.level.id if standing.level else None,
        "reach": standing.reach.id if standing.reach else None,
        "outcomes": [{"id": name, "certain": certain} for name, certain in standing.outcomes],
        "urgent": sorted(standing.urgent),
    }


def _difference(difference: Difference, instrument: Instrument) -> dict[str, Any]:
    options = instrument.question(difference.question).option_ids
    return {
        "question": difference.question,
        "answers": [
            {
                "answer": None if said.answer is None else answer_value(said.answer, options),
                "views": list(said.views),
            }
            for said in difference.said
        ],
        "swaps": [_swap(swap) for swap in difference.swaps],
    }


def _swap(swap: Swap) -> dict[str, Any]:
    """What the advice of one view becomes with the answer of others."""
    changes = {"before": _standing(swap.before), "after": _standing(swap.after)}
    return {"view": swap.view, "with_answer_of": list(swap.givers), **changes}
