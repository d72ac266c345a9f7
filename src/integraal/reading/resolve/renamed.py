"""Turn the old names of questions and options, and those that went away, into model values, with
the names of today checked.
"""

from collections.abc import Mapping

from integraal.model import instrument as m
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.shapes import instrument as s
from integraal.reading.shapes.fit import nearest, strange


def renamed(
    shape: s.InstrumentShape, checks: Checks, questions: Mapping[str, m.Question]
) -> tuple[m.Renamed, ...]:
    """Make the old names; note a new name that is none.

    Args:
        shape: Of the whole file.
        checks: Collects what is wrong.
        questions: Those that there are, by id.
    """
    seen: set[tuple[str, str]] = set()
    for index, old in enumerate(shape.renamed):
        path: Path = ("renamed", index)
        _check_old(old, path, checks, questions)
        word = (old.question, old.option or "")
        if word in seen:
            checks.found("renamed-twice", (*path, *_key(old)), word=old.option or old.question)
        seen.add(word)
        name, key = (old.question, "question") if old.option else (old.to, "to")
        if name not in questions:
            details = {"owner": "renamed", "question": name}
            suggestion = nearest(name, list(questions))
            checks.found("unknown-question", (*path, key), suggestion, **details)
            continue
        options = questions[name].option_ids
        if old.option and old.to not in options:
            place = checks.place((*path, "to"))
            details = {"question": name, "option": old.to}
            checks.findings.append(strange("unknown-option", place, old.to, options, **details))
    return tuple(m.Renamed(each.question, each.to, each.option or "") for each in shape.renamed)


def retired(
    shape: s.InstrumentShape, checks: Checks, questions: Mapping[str, m.Question]
) -> tuple[m.Retired, ...]:
    """Make what went away; note what is still there, or has another name now.

    Args:
        shape: Of the whole file.
        checks: Collects what is wrong.
        questions: Those that there are, by id.
    """
    moved = {(each.question, each.option or "") for each in shape.renamed}
    for index, gone in enumerate(shape.retired):
        path: Path = ("retired", index)
        own, word = questions.get(gone.question), gone.option or gone.question
        if own is None and gone.option:
            suggestion = nearest(gone.question, list(questions))
            details = {"owner": "retired", "question": gone.question}
            checks.found("unknown-question", (*path, "question"), suggestion, **details)
            continue
        names = own.option_ids if own and gone.option else tuple(questions)
        if word in names or (gone.question, gone.option or "") in moved:
            checks.found("retired-still-there", (*path, *_key(gone)), word=word)
    return tuple(m.Retired(each.question, each.option or "") for each in shape.retired)


def _key(old: s.RenamedShape | s.RetiredShape) -> Path:
    return ("option",) if old.option else ("question",)


def _check_old(
    old: s.RenamedShape, path: Path, checks: Checks, questions: Mapping[str, m.Question]
) -> None:
    """Note an old name that is a name now: an answer to the one would pass for the other."""
    own = questions.get(old.question)
    names = own.option_ids if own and old.option else () if old.option else tuple(questions)
    if (old.option or old.question) in names:
        word = old.option or old.question
        checks.found("renamed-still-there", (*path, *_key(old)), word=word, to=old.to)
