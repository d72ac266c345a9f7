"""The course of a case as data, in the schema `integraal/verloop/1`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from integraal.model.case.agreements import agreements_now
from integraal.model.case.decisions import decided_now
from integraal.model.instrument import Instrument
from integraal.model.results.assessment import Assessment
from integraal.model.results.course import Changed, Course, Stage
from integraal.model.services.network import Network
from integraal.report.care_map.behind_advice import services_of
from integraal.report.data.plain import answer_data, fields, plain, routes
from integraal.report.data.urgent import urgent_data
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words


def course_data(
    courses: Sequence[Course], today: date, words: Words, network: Network | None = None
) -> dict[str, Any]:
    """The course of a case, in the schema `integraal/verloop/1`.

    Every key is always there, but `services`, which needs a network.
    """
    case = courses[0].case
    return {
        "schema": "integraal/verloop/1",
        "casus": case.id,
        "instruments": [
            {
                "instrument": each.instrument.id,
                "version": each.instrument.version,
                "moments": [_stage(each.instrument, stage) for stage in each.stages],
                "urgent": urgent_data(each.now),
                "earlier": earlier_data(each.now),
                "decided": decided_data(each.now),
                **services_of(
                    [each.now], network.as_region(each.instrument.id) if network else None
                ),
            }
            for each in courses
        ],
        "agreements": [
            {
                "moment": plain(agreed.day),
                **fields(one, "what", "who", "by", "done", "dropped"),
                "past": not one.done and one.by is not None and one.by < today,
            }
            for agreed in agreements_now(case)
            for one in [agreed.agreement]
        ],
        "disclaimer": " ".join(
            dict.fromkeys(disclaimer_text(each.instrument, words) for each in courses)
        ),
    }


def _stage(instrument: Instrument, stage: Stage) -> dict[str, Any]:
    advice = stage.assessment.advice
    return {
        "moment": plain(stage.assessment.until),
        **fields(advice, "level", "reach", "current", "current_at_least", "feasible"),
        "searched_all": advice.searched_all,
        "outcomes": routes(advice.outcomes),
        "shift": plain(stage.level_shift),
        "less_known": stage.less_known,
        "changed": [_changed(instrument, changed) for changed in stage.changed],
    }


def _changed(instrument: Instrument, changed: Changed) -> dict[str, Any]:
    question = instrument.question(changed.question)
    return {
        "question": question.id,
        "before": answer_data(changed.before, question),
        "after": answer_data(changed.after, question),
        "shift": changed.shift.value,
        "knowledge": changed.knowledge.value,
    }


def along_data(assessment: Assessment) -> list[dict[str, Any]]:
    """The answers that count and were given at another moment than the one that is looked at."""
    question = assessment.instrument.question
    return [
        {
            "question": each.question,
            "answer": answer_data(each.answer, question(each.question)),
            "moment": plain(each.day),
        }
        for each in assessment.along
    ]


def earlier_data(assessment: Assessment) -> list[dict[str, Any]]:
    """The last known answers to what is open now."""
    question = assessment.instrument.question
    return [
        {
            "question": earlier.question,
            "answer": answer_data(earlier.answer, question(earlier.question)),
            "moment": plain(earlier.day),
            "was_asked": earlier.was_asked,
        }
        for earlier in assessment.earlier
    ]


def decided_data(assessment: Assessment) -> dict[str, Any] | None:
    """What people chose instead of this advice, if they did."""
    found = decided_now(assessment.case, assessment.instrument.id)
    if found is None:
        return None
    decision = found.decision
    return {
        "moment": plain(found.day),
        "level": decision.level or None,
        "outcome": decision.outcome or None,
        "because": decision.because,
        "who": decision.who or None,
    }
