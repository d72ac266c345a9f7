"""Read which answers never go together, so that no case of a study is impossible.

The questions of an instrument allow more than there is: one professional from three sectors, a team
that never speaks. What is ruled out for an instrument stands beside it, in `samen/ID.yaml`; a file
of an author's own comes on top of that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from integraal.model import condition as c
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument
from integraal.model.study.choice import RuledOut
from integraal.reading.library import Library
from integraal.reading.resolve.checks import Checks
from integraal.reading.resolve.conditions import ConditionReader
from integraal.reading.shapes.panel.ruled_out import RuledOutFileShape
from integraal.reading.trees import read_shape
from integraal.reading.yaml_tree import Node, find

FOLDER = "samen"
STORIES = "panel"
"""The folder of the sentences that tell answers."""


def beside(file: Path, instrument: Instrument) -> Path | None:
    """The file with what is ruled out for an instrument, beside its own; None without one."""
    path = file.parent / FOLDER / f"{instrument.id}.yaml"
    return path if path.is_file() else None


def check_ruled_out(path: Path) -> None:
    """Read what is ruled out for an instrument that stands beside the file, or a shipped one.

    Raises:
        Faulty: with every fault in the file, or in the instrument.
    """
    named = read_shape(RuledOutFileShape, path)[0].instrument
    read_ruled_out(path, instrument_around(path, named))


def instrument_around(path: Path, name: str, language: str = "") -> Instrument:
    """Read the instrument that a file is about: beside it, beside its folder, or a shipped one.

    Args:
        path: The file.
        name: Of the instrument.
        language: In which it is read; empty for the language of its author.

    Raises:
        Faulty: if there is none, or it has faults.
    """
    is_inside = path.parent.name in (FOLDER, STORIES)
    library = Library(path.parent.parent if is_inside else path.parent)
    return library.instrument_file(library.file_of(name, path), language)


def read_ruled_out(path: Path, instrument: Instrument) -> tuple[RuledOut, ...]:
    """Read what is ruled out for an instrument.

    Raises:
        Faulty: with every fault in the file, also if it is about another instrument.
    """
    shape, tree = read_shape(RuledOutFileShape, path)
    checks = Checks(tree)
    if shape.instrument != instrument.id:
        checks.found("other-instrument", ("instrument",), instruments=shape.instrument)
        raise Faulty(checks.findings)
    checks.unique([each.id for each in shape.never], ("never",))
    names = _Names({each.id: c.Defined(each.id, each.when) for each in instrument.definitions})
    found = []
    for index, each in enumerate(shape.never):
        reader = ConditionReader(
            {question.id: question for question in instrument.every_question()},
            each.id,
            findings=checks.findings,
            names=names,
            scores={score.id: score for score in instrument.scores},
        )
        when = reader.condition(find(tree, ("never", index, "when")))
        if when is not None:
            found.append(RuledOut(when, each.because))
    if checks.findings:
        raise Faulty(checks.findings)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Names:
    """The definitions of an instrument that was read."""

    known: Mapping[str, c.Defined] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        return list(self.known)

    def named(self, name: str, _node: Node) -> c.Defined | None:
        return self.known.get(name)

    def outcome(self, _name: str, _node: Node) -> c.Reached | None:
        return None  # never asked for: only a definition may look at an outcome
