"""The course of a case as data, in the schema `integraal/verloop/1`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from integraal.model.answers import answer_value
from integraal.model.instrument import Instrument
from integraal.model.results.course import Changed, Course, Stage


def course_data(courses: Sequence[Course], today: date) -> dict[str, Any]:
    """The course of a case, in the schema `integraal/verloop/1`; every key is always there."""
    case = courses[0].case
    return {
        "schema": "integraal/verloop/1",
        "casus": case.id,
        "instruments": [
            {
                "instrument": each.instrument.id,
                "version": each.instrument.version,
                "moments": [_stage(each.instrument, stage) for stage in each.stages],
            }
            for each in courses
        ],
        "agreements": [
            {
                "moment": moment.day.isoformat() if moment.day else None,
                "what": one.what,
                "who": one.who,
                "by": one.by.isoformat() if one.by else None,
                "done": one.done,
                "past": not one.done and one.by is not None and one.by < today,
            }
            for moment in case.moments
            for one in moment.agreements
        ],
    }


def _stage(instrument: Instrument, stage: Stage) -> dict[str, Any]:
    advice, day = stage.assessment.advice, stage.assessment.day
    return {
        "moment": day.isoformat() if day else None,
        "level": advice.level.id if advice.level else None,
        "reach": advice.reach.id if advice.reach else None,
        "current": advice.current.id if advice.current else None,
        "feasible": advice.feasible.id if advice.feasible else None,
        "outcomes": [{"id": o.id, "certain": o.certain} for o in advice.outcomes],
        "shift": stage.level_shift.value if stage.level_shift else None,
        "changed": [_changed(instrument, changed) for changed in stage.changed],
    }


def _changed(instrument: Instrument, changed: Changed) -> dict[str, Any]:
    question = instrument.question(changed.question)
    before, after = (
        None if answer is None else answer_value(answer, question.option_ids)
        for answer in (changed.before, changed.after)
    )
    return {"question": question.id, "before": before, "after": after, "shift": changed.shift.value}
