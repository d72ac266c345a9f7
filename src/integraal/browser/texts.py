"""What advice says in words, in one language, beside a program that has none."""

from typing import Any

from integraal.model.codes import shown_options
from integraal.model.instrument import Instrument, Raise
from integraal.model.source import Grounds
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words

_LINE = ("id", "name", "number", "also", "community", "hours", "source")


def advice_texts(instrument: Instrument, words: Words) -> dict[str, Any]:
    """The texts of an instrument that advice as data holds, by the ids of what says them.

    Args:
        instrument: In the language of its texts.
        words: In that language.
    """
    return {
        "language": words.language,
        "disclaimer": disclaimer_text(instrument, words),
        "rules": {
            rule.id: {**_grounds(rule.grounds), "instrument": rule.minimum_of or instrument.id}
            for rule in instrument.rules
        },
        "outcomes": {one.id: one.text for one in instrument.outcomes},
        "actions": {one.id: one.text for one in instrument.actions},
        "attention_points": {
            level.id: [{"id": point.id, "text": point.text} for point in level.attention_points]
            for level in (instrument.scale.levels if instrument.scale else ())
        },
        "scores": {
            score.id: {
                **_grounds(score.grounds),
                "name": score.name,
                "bands": {band.id: band.name for band in score.bands},
                "instrument": score.minimum_of or instrument.id,
            }
            for score in instrument.scores
        },
        "task_notes": _task_notes(instrument),
        "help_lines": _help_lines(instrument),
    }


def danger_texts(instrument: Instrument) -> dict[str, Any]:
    """Of an instrument that is not asked itself: what it says beside those that are.

    That is where somebody may be in danger, and what it says otherwise of the same answers.
    """
    told = map(instrument.danger_of, instrument.danger_rules)
    tasks = [one for one in instrument.outcomes if one.task_below]
    raising = [rule for rule in instrument.rules_with(Raise) if not rule.minimum_of]
    return {
        "actions": {one.id: one.text for one in told},
        "rules": {rule.id: {"because": rule.grounds.because} for rule in raising},
        "outcomes": {one.id: one.text for one in tasks},
        "task_notes": _task_notes(instrument),
        "help_lines": _help_lines(instrument),
    }


def _task_notes(instrument: Instrument) -> dict[str, str]:
    return {one.id: one.task_note for one in instrument.outcomes if one.task_note}


def _help_lines(instrument: Instrument) -> list[dict[str, Any]]:
    return [
        {
            **{name: getattr(line, name) for name in _LINE},
            "countries": list(line.countries),
            "checked": line.checked.isoformat(),
        }
        for line in instrument.help_lines
    ]


def _grounds(grounds: Grounds) -> dict[str, str]:
    return {
        "code": grounds.code,
        "because": grounds.because,
        "for_professionals": grounds.for_professionals,
        "support": grounds.support.value,
        "source": "; ".join(str(citation) for citation in grounds.citations),
    }


def form_texts(instrument: Instrument) -> dict[str, Any]:
    """What a form in the browser asks: sections, and questions with their options."""
    return {
        "title": instrument.title,
        "about": instrument.about,
        "leads_to": {rule.id: rule.leads_to for rule in instrument.rules if rule.leads_to},
        "sections": [
            {
                "title": section.title,
                "about": section.about,
                "questions": [question.id for question in section.questions],
            }
            for section in instrument.sections
        ],
        "questions": {
            question.id: {
                "ask": question.ask,
                "name": question.name,
                "why": question.why,
                "prompts": list(question.prompts),
                "unit": question.unit,
                "options": {
                    option.id: {"label": option.label, "hint": option.hint}
                    for option in shown_options(question)
                },
            }
            for question in instrument.every_question()
        },
    }


def level_texts(instrument: Instrument) -> dict[str, Any]:
    """How the levels of an instrument are called, lowest first; none where it has no scale."""
    if instrument.scale is None:
        return {}
    return {
        level.id: {
            "name": level.name,
            "plain": level.plain[0],
            "gloss": level.plain[1],
            "note": level.note,
        }
        for level in instrument.scale.levels
    }
