"""Several views of one case as data (`integraal/vergelijk/2`), and the agenda of a meeting."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from integraal.model.case.agreements import agreements_now
from integraal.model.instrument import Instrument
from integraal.model.results.comparison import Comparison, Difference, Standing, Swap, Turn, View
from integraal.model.services.region import Region
from integraal.report.care_map.behind_advice import services_of
from integraal.report.data.course import earlier_data
from integraal.report.data.plain import answer_data, fields, plain, routes
from integraal.report.data.urgent import urgent_data
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words


def comparison_data(
    people: Sequence[str], comparison: Comparison, words: Words, region: Region | None = None
) -> dict[str, Any]:
    """Where views agree and part; a view is told by its place in `views`, 0 for the first.

    Args:
        people: How each is named, in the order of the views.
        comparison: What the engine found.
        words: In the language of what must be said with it.
        region: Its services, where somebody named them.
    """
    instrument = comparison.instrument
    cases = dict.fromkeys(view.assessment.case.id for view in comparison.views)

    def differences(found: Iterable[Difference]) -> list[dict[str, Any]]:
        return [_difference(difference, instrument) for difference in found]

    return {
        "schema": "integraal/vergelijk/2",
        "casus": ", ".join(cases),
        "instrument": instrument.id,
        "version": instrument.version,
        "language": words.language,
        "source_only": comparison.views[0].assessment.source_only,
        "views": [_view(*each) for each in zip(people, comparison.views, strict=True)],
        "same_advice": comparison.same_advice,
        "disagreements": differences(comparison.disagreements),
        "to_ask": differences(comparison.to_ask),
        "asides": differences(comparison.asides),
        "unknown_to_all": list(comparison.unknown_to_all),
        "agreed": list(comparison.agreed),
        "common_ground": _standing(comparison.common_ground),
        **services_of([view.assessment for view in comparison.views], region),
        "disclaimer": disclaimer_text(instrument, words),
    }


def _view(person: str, view: View) -> dict[str, Any]:
    moment, earlier = plain(view.assessment.day), earlier_data(view.assessment)
    return {
        "name": person,
        "moment": moment,
        **_standing(view.standing),
        "searched_all": view.assessment.advice.searched_all,
        "urgent": urgent_data(view.assessment),
        "left_out": list(view.assessment.left_out),
        "not_counted": list(view.assessment.not_counted),
        "earlier": earlier,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        **fields(standing, "level", "reach"),
        "outcomes": routes(standing.outcomes),
        "urgent": sorted(standing.urgent),
    }


def _difference(difference: Difference, instrument: Instrument) -> dict[str, Any]:
    question = instrument.question(difference.question)
    return {
        "question": question.id,
        "answers": [
            {"answer": answer_data(said.answer, question), "views": list(said.views)}
            for said in difference.said
        ],
        "does_not_apply": list(difference.does_not_apply),
        "swaps": [_swap(swap) for swap in difference.swaps],
    }


def _swap(swap: Swap) -> dict[str, Any]:
    """What the advice of one view becomes with the answer of others."""
    changes = {"before": _standing(swap.before), "after": _standing(swap.after)}
    givers = {"with_answer_of": list(swap.givers), "less_known": swap.less_known}
    return {"view": swap.view, **givers, **changes}


def agenda_data(
    turns: Sequence[Turn], words: Words, *, minutes: int, begin: time | None
) -> dict[str, Any]:
    """The agenda, in the schema `integraal/agenda/1`; only `services` needs a network."""
    views = [view for turn in turns for view in turn.views]
    return {
        "schema": "integraal/agenda/1",
        "begin": None if begin is None else begin.strftime("%H:%M"),
        "minutes": minutes,
        "cases": [
            {
                "casus": turn.now.case.id,
                "instrument": turn.now.instrument.id,
                "version": turn.now.instrument.version,
                "moments": [plain(view.day) for view in turn.views],
                "urgent": [one for view in turn.views for one in urgent_data(view)],
                "disagreements": [
                    fields(one, "question", "changes_advice")
                    for one in (turn.comparison.disagreements if turn.comparison else ())
                ],
                "agreements": [
                    {"moment": plain(agreed.day), **fields(one, "what", "who", "by", "done")}
                    for view in turn.views
                    for agreed in agreements_now(view.case)
                    for one in [agreed.agreement]
                ],
                **services_of(turn.views, turn.region),
            }
            for turn in turns
        ],
        "disclaimer": " ".join(
            dict.fromkeys(disclaimer_text(view.instrument, words) for view in views)
        ),
    }
