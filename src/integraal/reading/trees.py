"""From a named file to a tree, and to a shape: the two steps that every reader begins with."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from integraal.model.finding import Faulty, Finding
from integraal.reading.files import read_text
from integraal.reading.shape_check import fit
from integraal.reading.yaml_tree import Mapping, Node, compose

if TYPE_CHECKING:
    from integraal.reading.shape import Shape

    Fitted = TypeVar("Fitted", bound=Shape)


def read_tree(path: Path) -> Node:
    """Read a YAML file into a tree.

    Raises:
        Faulty: with everything that is wrong with it as YAML.
    """
    node, findings = compose(read_text(path), str(path))
    if findings or node is None:
        raise Faulty(findings)
    return node


def read_shape(shape: "type[Fitted]", path: Path) -> "tuple[Fitted, Node]":
    """Read a YAML file of this shape.

    Raises:
        Faulty: with everything that is wrong with it as YAML or as this shape.
    """
    tree, findings = compose(read_text(path), str(path))
    if tree is None:
        raise Faulty(findings)
    if not isinstance(tree, Mapping):
        raise Faulty([*findings, Finding("not-a-mapping", tree.place, (("key", ""),))])
    fitted, misfits = fit(shape, tree)
    if fitted is None or findings:
        raise Faulty([*findings, *misfits])
    return fitted, tree
