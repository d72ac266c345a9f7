"""Check names in a tree: collect what is wrong with them, each with its place."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from integraal.model.finding import Finding, Place
from integraal.model.instrument import Validation
from integraal.model.source import Citation
from integraal.reading.shapes.base import NOBODY, CitationShape, ValidationShape
from integraal.reading.shapes.fit import nearest
from integraal.reading.yaml_tree import Node, find

Path = tuple[str | int, ...]
"""Keys and indices that lead to a node."""
_FEW = 20
"""Names that can be told all together."""


@dataclass
class Checks:
    """Findings about names, with the tree to say where."""

    tree: Node
    findings: list[Finding] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """Find the place of a node."""
        return find(self.tree, path).place

    def found(self, code: str, path: Path, suggestion: str = "", **details: Any) -> None:
        """Note a finding."""
        self.findings.append(Finding.at(code, self.place(path), suggestion=suggestion, **details))

    def unique(self, ids: Iterable[str], path: Path) -> None:
        """Note ids that occur twice."""
        seen: set[str] = set()
        for index, name in enumerate(ids):
            if name in seen:
                self.found("duplicate-id", (*path, index, "id"), id=name)
            seen.add(name)

    def free(self, name: str, reserved: Container[str], path: Path) -> None:
        """Note an id that means something else already."""
        if name in reserved:
            self.found("reserved-id", path, id=name, way=name)

    def known(self, kind: str, name: str, names: Sequence[str], path: Path) -> bool:
        """Whether a name exists; note it when it does not."""
        if name in names:
            return True
        few = 0 < len(names) <= _FEW
        ways = {"way": "known", "expected": ", ".join(names)} if few else {}
        self.found(f"unknown-{kind}", path, nearest(name, list(names)), **{kind: name}, **ways)
        return False


def citation_of(shape: CitationShape) -> Citation:
    """Turn the shape of a citation into a Citation."""
    return Citation(shape.document, shape.place)


def validation(
    said: ValidationShape | None, cite: Callable[[CitationShape, Path], Citation | None]
) -> Validation | None:
    """Who studied it; None where nothing is said of that.

    Args:
        said: What fitted; None where nothing was said.
        cite: Notes that a source is cited.
    """
    if said is None or said is NOBODY:
        return None if said is None else Validation()
    return Validation(said.by, cite(said.source, ("validated", "source")))
