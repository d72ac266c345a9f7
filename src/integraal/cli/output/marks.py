"""Put into a result of which cases it was made, and until when it may be kept."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.model.case import Case
from integraal.model.keeping.kept import State
from integraal.model.keeping.mark import Mark, mark_of
from integraal.privacy.retention import state_of
from integraal.report.blocks import Document

_UNLIMITED = {State.NO_DAY: "keep.no_day", State.ENDLESS: "keep.endless"}
Made = TypeVar("Made", bound=Document | dict[str, Any])


def marked(result: Made, *cases: Case) -> Made:
    """The same page or data, with the mark of the cases that it was made of."""
    mark = mark_of(*cases)
    if isinstance(result, Document):
        return replace(result, mark=mark)
    day = mark.keep_until.isoformat() if mark.keep_until else None
    result["keep_until"] = day
    return result


def with_comment(made: str | bytes, document: Document) -> str | bytes:
    """A page in Markdown with its mark at the end, where readers do not see it."""
    if document.mark is None or isinstance(made, bytes):
        return made
    return f"{made}\n<!-- {document.mark} -->\n"


def say_unlimited(file: str, *results: object) -> None:
    """Say that what was written about a case has no day until which it may be kept.

    Args:
        file: Where it was written.
        results: What was written; what is about no case is passed over.
    """
    for result in results:
        match result:
            case Document(mark=Mark(keep_until=day)):
                tell_unlimited(day, file)
            case {"keep_until": written}:
                tell_unlimited(date.fromisoformat(written) if written else None, file)
            case _:
                pass


def tell_unlimited(day: date | None, file: str) -> None:
    """Say that a day until which a file may be kept is missing, or is none; else say nothing."""
    if key := _UNLIMITED.get(state_of(day, date.today())):
        screen.tell(words()(key, file=file))
