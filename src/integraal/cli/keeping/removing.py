"""Take away what somebody agreed may go; say of each file what became of it."""

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from integraal.cli import terminal as screen
from integraal.cli.keeping.survey import Survey
from integraal.cli.language import words
from integraal.model.finding import Faulty, faulty
from integraal.model.keeping.kept import Kept, Sort
from integraal.reading.kept.removal import remove_kept
from integraal.words.words import typed_in_any_language


def agreed(question: str) -> bool:
    """Ask, and take nothing but a yes for one; where nobody answers, it is none."""
    sys.stdout.flush()
    sys.stderr.write(question)
    sys.stderr.flush()
    typed = ""
    with suppress(OSError):
        typed = sys.stdin.readline()
    if not sys.stdin.isatty():
        screen.talk("")
    return typed.strip().casefold().rstrip(".!") in typed_in_any_language("typed.agreed")


def is_whole(one: Kept) -> bool:
    """Whether a file goes as a whole where one case is erased: there is no other case in it."""
    return one.sort is not Sort.RESULT or one.count <= 1


def remove(survey: Survey, files: Sequence[Kept], *, rows: bool = False) -> bool:
    """Take files away, or of a table the rows of the case.

    Args:
        survey: In which they were found.
        files: Those that may go.
        rows: Whether other cases in a table stay.

    Returns: Whether all of it went.
    """
    became: Counter[str] = Counter()
    for one in files:
        try:
            became[_removed(survey, one, rows=rows)] += 1
        except Faulty as refused:
            became["still_there"] += 1
            screen.report_all(refused.findings)
    gone = became["gone"] + became["other_names"]
    _tell("gone", gone)
    for name in ("rows_gone", "other_names", "still_there"):
        _tell(name, became[name])
    if gone or became["rows_gone"]:
        screen.tell(words()("bewaar.no_promise"))
    return not became["still_there"]


def _tell(name: str, count: int) -> None:
    if count:
        screen.tell(words()(f"bewaar.{name}", count=count))


def _removed(survey: Survey, one: Kept, *, rows: bool) -> str:
    """Take one file away, or the rows of the case in it; say what became of it."""
    if rows and not is_whole(one):
        _without(survey, one)
        return "rows_gone"
    return "other_names" if remove_kept(Path(one.path), survey.stood[one.path]) else "gone"


def _without(survey: Survey, one: Kept) -> None:
    try:
        survey.write_without(one.path)
    except OSError as error:
        told = {"reason": error.strerror or str(error), "still": "there"}
        raise faulty("not-removed", one.path, **told) from None
