"""From a named file to a tree, and to a shape: the two steps that every reader begins with."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from integraal.model.finding import Faulty, Finding
from integraal.reading.files import read_text
from integraal.reading.mistakes.lookalikes import named
from integraal.reading.mistakes.names_besides import Resolved, names_besides
from integraal.reading.shapes.fit import fit
from integraal.reading.yaml_tree import Mapping, Node, compose

if TYPE_CHECKING:
    from integraal.reading.shapes.base import Shape

    Fitted = TypeVar("Fitted", bound=Shape)

Completed: TypeAlias = Callable[[Node], tuple[Node, tuple[Finding, ...]]]
"""Gives a tree written out, and what is wrong with it."""


def read_tree(path: Path) -> Node:
    """Read a YAML file into a tree.

    Raises:
        Faulty: with everything that is wrong with it as YAML.
    """
    node, findings = compose(read_text(path), str(path))
    if findings or node is None:
        raise Faulty(findings)
    return node


def read_shape(
    shape: "type[Fitted]",
    path: Path,
    completed: Completed | None = None,
    resolved: Resolved | None = None,
) -> "tuple[Fitted, Node]":
    """Read a YAML file of this shape.

    Args:
        shape: What it must fit.
        path: The file.
        completed: Writes out what the file only points to, before it is fitted.
        resolved: Looks at the names, for a file that does not fit: to say all at once.

    Raises:
        Faulty: with everything that is wrong with it as YAML or as this shape.
    """
    tree, findings = compose(read_text(path), str(path))
    if tree is None:
        raise Faulty(findings)
    if completed is not None:
        tree, incomplete = completed(tree)
        findings = (*findings, *incomplete)
    if not isinstance(tree, Mapping):
        raise Faulty([*findings, Finding.at("not-a-mapping", tree.place, key="")])
    fitted, misfits = fit(shape, tree)
    if fitted is None or findings:
        besides = names_besides(shape, tree, resolved) if resolved and not findings else []
        raise Faulty(named([*findings, *misfits, *besides]))
    return fitted, tree
