"""Find a moment in the document of a case file, or add one; whatever else is in it stays."""

import copy
from datetime import date
from typing import Any

_OF_A_MOMENT = ("moment", "instruments", "answers", "agreements", "decisions")


def moment_in(document: Any, day: date | None) -> Any:
    """Find the moment of a day; what it shares with another by alias becomes its own.

    Args:
        document: As ruamel reads it.
        day: Of the moment; None for the only one, which has none.

    Returns: The mapping that holds it; None where there is none of that day.
    """
    moments = document.get("moments")
    if not moments:
        is_it = day is None or _is_of(document, day)
        return document if is_it else None
    found = next((moment for moment in moments if day and _is_of(moment, day)), None)
    if found is not None and _shares_answers(found, moments):
        found["answers"] = copy.deepcopy(found.get("answers"))
        found["answers"].yaml_set_anchor(None)
    return found


def add_moment(document: Any, day: date | None) -> Any:
    """Add a moment, in order of time; one that stood at the top becomes the first of a list.

    Returns: The mapping that holds it.
    """
    from ruamel.yaml.comments import CommentedMap

    if not document.get("moments"):
        _into_list(document)
    moments = document["moments"]
    added = CommentedMap(moment=day)
    before = sum(1 for moment in moments if str(moment.get("moment", "")) < str(day))
    moments.insert(before, added)
    return added


def _into_list(document: Any) -> None:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    first = CommentedMap()
    for key in (key for key in list(document) if key in _OF_A_MOMENT):
        comment = document.ca.items.pop(key, None)
        first[key] = document.pop(key)
        if comment is not None:
            first.ca.items[key] = comment
    document["moments"] = CommentedSeq([first])


def _is_of(moment: Any, day: date) -> bool:
    return str(moment.get("moment", "")) == day.isoformat()


def _shares_answers(found: Any, moments: Any) -> bool:
    answers = found.get("answers")
    others = (moment.get("answers") for moment in moments if moment is not found)
    return answers is not None and any(other is answers for other in others)
