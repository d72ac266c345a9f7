"""Turn the old names of questions and options into model values, with the new ones checked."""

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
    for index, old in enumerate(shape.renamed):
        path: Path = ("renamed", index)
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
