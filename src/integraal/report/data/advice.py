"""Advice as data (`integraal/advies/2`), or what of it is one's own (`integraal/rol/1`)."""

from typing import Any

from integraal.model.instrument import Band, Instrument, Limit, Raise, Role, Statement
from integraal.model.results.advice import Advice, Outcome, Reason, ScoreRange
from integraal.model.results.assessment import Assessment
from integraal.model.results.beside import Beside, TaskBeside
from integraal.report.data.course import along_data, decided_data, earlier_data
from integraal.report.data.plain import answer_data, fields, instrument_fields, plain
from integraal.report.data.urgent import urgent_data
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words


def advice_json(assessment: Assessment, words: Words) -> dict[str, Any]:
    """Make the object for one case; every key is always there."""
    instrument, advice = assessment.instrument, assessment.advice
    return {
        "schema": "integraal/advies/2",
        "casus": assessment.case.id,
        "moment": plain(assessment.day),
        **instrument_fields(instrument),
        "language": words.language,
        "source_only": assessment.source_only,
        "urgent": urgent_data(assessment),
        **fields(advice, "level", "reach"),
        "settled": advice.is_settled,
        "searched_all": advice.searched_all,
        **fields(advice, "provisional", "current", "current_at_least", "feasible", "direction"),
        "reasons": [_reason(reason, assessment) for reason in advice.reasons],
        "limits": [_reason(reason, assessment) for reason in advice.limits],
        "open_questions": [fields(q, "question", "could_become") for q in advice.open_questions],
        "open_routes": [fields(route, "question", "outcomes") for route in advice.open_routes],
        "outcomes": [_outcome(outcome, assessment) for outcome in advice.outcomes],
        "actions": [_action(reason, assessment) for reason in advice.actions],
        "attention_points": _attention_points(instrument, advice),
        "rules_open": list(advice.rules_open),
        "disclaimer": disclaimer_text(instrument, words),
        "left_out": list(assessment.left_out),
        "not_counted": list(assessment.not_counted),
        "earlier": earlier_data(assessment),
        "along": along_data(assessment),
        "decided": decided_data(assessment),
        "beside": [_beside(each) for each in assessment.beside],
        "scores": [_score(found, assessment) for found in advice.scores],
    }


def role_data(assessment: Assessment, role: Role, words: Words) -> dict[str, Any]:
    """What is the part of one professional, in the schema `integraal/rol/1`; every key is there.

    Args:
        assessment: The case under advice, as a professional sees it.
        role: One of the roles of its instrument.
        words: In the language of its instrument.
    """
    instrument, advice = assessment.instrument, assessment.advice

    def action(reason: Reason) -> dict[str, Any]:
        stated = instrument.action_of(reason.rule)
        return {**_action(reason, assessment), **_who(stated)}

    def route(outcome: Outcome) -> dict[str, Any]:
        return {**_outcome(outcome, assessment), **_who(instrument.outcome(outcome.id))}

    return {
        "schema": "integraal/rol/1",
        "casus": assessment.case.id,
        "moment": plain(assessment.day),
        **instrument_fields(instrument),
        "language": words.language,
        "source_only": assessment.source_only,
        "role": fields(role, "id", "name", "does", "may", "hands_over", "escalates"),
        "source": str(role.citation),
        "urgent": urgent_data(assessment),
        "outcomes": [route(outcome) for outcome in advice.outcomes if outcome.holds_now],
        "actions": {
            part: list(map(action, reasons))
            for part, reasons in assessment.actions_by_part(role.id).items()
        },
        "open_questions": [fields(q, "question", "could_become") for q in advice.open_questions],
        "open_routes": [fields(route, "question", "outcomes") for route in advice.open_routes],
        "disclaimer": disclaimer_text(instrument, words),
    }


def _who(stated: Statement) -> dict[str, Any]:
    """Whose part it is, by the ids of the roles; of everybody where there are none."""
    return {"who": list(stated.who)}


def _beside(beside: Beside) -> dict[str, Any]:
    """What another instrument says of the same case, where it is something else."""
    task = beside.task.id if isinstance(beside, TaskBeside) else None
    return {"instrument": beside.instrument.id, "level": beside.level.id, "outcome": task}


def _reason(reason: Reason, assessment: Assessment) -> dict[str, Any]:
    effect, grounds = reason.rule.effect, reason.rule.grounds
    answers = assessment.answers
    return {
        "rule": reason.rule.id,
        "code": grounds.code,
        "level": effect.level if isinstance(effect, (Raise, Limit)) else None,
        "because": grounds.because,
        "for_professionals": grounds.for_professionals if assessment.reader.is_professional else "",
        "certain": reason.certain,
        "support": grounds.support.value,
        "source": "; ".join(str(citation) for citation in grounds.citations),
        "instrument": reason.rule.minimum_of or assessment.instrument.id,
        "answers": {
            name: answer_data(answers[name], assessment.instrument.question(name))
            for name in reason.answers
            if name in answers
        },
    }


def _outcome(outcome: Outcome, assessment: Assessment) -> dict[str, Any]:
    """A route, with what it rests on."""
    stated = assessment.instrument.outcome(outcome.id)
    return {
        **_reason(outcome.reason, assessment),
        "id": outcome.id,
        "table": outcome.table,
        "text": stated.text,
        **fields(outcome, "certain", "holds_now"),
        "leads_to": stated.leads_to or None,
    }


def _action(reason: Reason, assessment: Assessment) -> dict[str, Any]:
    """What to do or discuss, with what it rests on."""
    action = assessment.instrument.action_of(reason.rule)
    return {
        **_reason(reason, assessment),
        **fields(action, "id", "text"),
        "leads_to": action.leads_to or None,
    }


def _attention_points(instrument: Instrument, advice: Advice) -> list[dict[str, str]]:
    """List the points of the level and, below it, those of the lower levels that keep applying."""
    if instrument.scale is None or advice.level is None:
        return []
    upto = instrument.scale.rank(advice.level.id)
    return [
        {"level": level.id, "id": point.id, "text": point.text}
        for level in reversed(instrument.scale.levels[: upto + 1])
        for point in level.attention_points
    ]


def _score(found: ScoreRange, assessment: Assessment) -> dict[str, Any]:
    """A score: never a sum without the bands and the source that say what it means."""
    score = assessment.instrument.score(found.score)
    grounds = score.grounds
    return {
        **fields(score, "id", "name"),
        **fields(found, "low", "high", "most"),
        "bands": [_band(band) for band in score.bands if band.id in found.bands],
        "every_band": [_band(band) for band in score.bands],
        "open_questions": list(found.open),
        "counted": [fields(each, "question", "low", "high") for each in found.counted],
        "because": grounds.because,
        "support": grounds.support.value,
        "source": "; ".join(str(citation) for citation in grounds.citations),
        "instrument": score.minimum_of or assessment.instrument.id,
    }


def _band(band: Band) -> dict[str, Any]:
    return {**fields(band, "id", "name"), "from": band.low, "to": band.high}
