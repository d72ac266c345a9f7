"""The services of a region as a form in a browser has them: lines by what they are for."""

from datetime import date
from typing import Any

from integraal.model.instrument import Instrument
from integraal.model.services.region import Region
from integraal.report.parts.services import (
    desk_text,
    desks_behind,
    served_questions,
    services_for,
)
from integraal.report.text import Inline
from integraal.words.words import Words


def form_services(
    instrument: Instrument, region: Region, words: Words, day: date
) -> dict[str, Any]:
    """What pages say of the services, ready to be shown, each line as on a page.

    Args:
        instrument: In the language of its texts.
        region: Its services.
        words: In that language.
        day: On which the form is made: what is to be checked is so on that day.
    """
    levels = instrument.scale.levels if instrument.scale else ()
    asked = served_questions(instrument, region)
    ids = (
        *(outcome.id for outcome in instrument.outcomes),
        *(action.id for action in instrument.actions),
        *(option.id for question in asked for option in question.options),
        *(form.id for level in levels for form in level.forms),
    )
    lines = {each: list(services_for(region, each, words)) for each in dict.fromkeys(ids)}
    desks = {each.id: desks_behind(region, each.id) for each in instrument.outcomes}
    return {
        "lines": {name: list(map(_line, there)) for name, there in lines.items() if there},
        "asked": [question.id for question in asked],
        "forms": {
            level.id: [[words("service.form", form=each.name), each.id] for each in level.forms]
            for level in levels
        },
        "desks": {
            name: [desk_text(desk, words) for desk in there]
            for name, there in desks.items()
            if there
        },
        "note": region.note,
        "made": words("service.made", day=words.date(day)),
        "noted": [outcome.id for outcome in instrument.outcomes if outcome.services],
    }


def _line(line: Inline) -> list[str]:
    """What stands before the name of a service, its name, and what follows; or what is left."""
    arrow, name, about = (
        *(span.text for span in line),
        *[""] * (3 - len(line)),
    )
    return [arrow, name, about]
