"""From a named file to a tree, and to a shape: the two steps that every reader begins with."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from integraal.model.finding import Faulty, Finding
from integraal.reading.files import LISTING_BYTES, read_text
from integraal.reading.mistakes.lookalikes import named
from integraal.reading.mistakes.names_besides import Resolved, names_besides
from integraal.reading.shapes.fit import fit
from integraal.reading.yaml_tree import LISTING_NODES, Mapping, Node, compose

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
    return _sound(*compose(read_text(path), str(path)))


def read_listing(path: Path) -> Node:
    """Read a YAML file of services into a tree; it may be larger than any other.

    Raises:
        Faulty: as `read_tree`.
    """
    return _sound(*compose(read_text(path, LISTING_BYTES), str(path), LISTING_NODES))


def _sound(tree: Node | None, findings: tuple[Finding, ...]) -> Node:
    if findings or tree is None:
        raise Faulty(findings)
    return tree


def fitted(shape: "type[Fitted]", tree: Node) -> "Fitted":
    """Hold a tree to a shape.

    Raises:
        Faulty: with everything that is wrong with it as this shape.
    """
    if not isinstance(tree, Mapping):
        raise Faulty([Finding.at("not-a-mapping", tree.place, key="")])
    found, misfits = fit(shape, tree)
    if found is None:
        raise Faulty(named(misfits))
    return found


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
    fits, misfits = fit(shape, tree)
    if fits is None or findings:
        besides = names_besides(shape, tree, resolved) if resolved and not findings else []
        raise Faulty(named([*findings, *misfits, *besides]))
    return fits, tree
