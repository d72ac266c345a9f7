"""Look at the names in a file of which some parts have the wrong shape.

What does not fit is left out, or something neutral that fits stands in its place, nowhere in the
file. Of the names, only those are told that have nothing to do with it: so an author mends all
mistakes in one go, and none is told that is not there.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from integraal.model.finding import Finding, Place
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence, below, find, plain, word

if TYPE_CHECKING:
    from integraal.reading.shapes.base import Shape

_MOST = 25
"""Parts with the wrong shape; where there are more, those come first."""
_NEUTRAL = (
    "x",
    "choice",
    "one",
    "first",
    "integraal/instrument/1",
    "x/x",
    ["x"],
    {"document": "x"},
)
_TOLD = frozenset(
    {
        "count-out-of-range",
        "duplicate-id",
        "includes-one",
        "known-asks",
        "known-decides",
        "no-answer",
        "no-scale",
        "not-a-condition",
        "not-a-number",
        "not-a-test",
        "not-a-whole-number",
        "one-per-condition",
        "question-comes-later",
        "renamed-still-there",
        "renamed-twice",
        "reserved-id",
        "text-in-condition",
        "unknown-action",
        "unknown-help-line",
        "unknown-level",
        "unknown-option",
        "unknown-outcome",
        "unknown-question",
        "unknown-role",
        "unknown-scale",
        "unknown-source",
        "unknown-table",
        "unknown-test",
    }
)
_NAMING = {
    "sections": "unknown-question",
    "also_counts": "unknown-question",
    "actions": "unknown-action",
    "outcomes": "unknown-outcome",
    "roles": "unknown-role",
    "tables": "unknown-table",
    "sources": "unknown-source",
    "scale": "unknown-scale",
}
"""By the key at the top, what is said of a name that should stand below it."""
Path = tuple[str | int, ...]
Resolved = Callable[[Any, Node], Iterable[Finding]]
"""Gives what is wrong with the names in a shape that fits, and the tree it stood in."""


def names_besides(shape: "type[Shape]", tree: Node, resolved: Resolved) -> list[Finding]:
    """Say what is wrong with the names in a tree that may not fit.

    Args:
        shape: What it should fit.
        tree: As it was read.
        resolved: Looks at the names.
    """
    fitted, neutral, wrong = _fitted(shape, tree)
    if fitted is None:
        return []
    questions = {name for path in wrong if (name := _question(tree, path))}
    hidden = {_NAMING.get(str(path[0])) for path in wrong if path and _names(path)}
    return [
        finding
        for finding in resolved(fitted, neutral)
        if finding.code in _TOLD - hidden
        and finding.place.line
        and not questions & {value for _, value in finding.details}
    ]


def _fitted(shape: "type[Shape]", tree: Node) -> tuple[Any, Node, list[Path]]:
    """Fit a tree, with something neutral where it does not.

    Returns: The shape, or None where that is not possible; the tree; and what did not fit.
    """
    wrong: list[Path] = []
    while len(wrong) <= _MOST:
        fitted, paths = _tried(shape, tree)
        if fitted is not None:
            return fitted, tree, wrong
        path = paths[0]
        wrong.append(path)
        ways = [_without(tree, path), *(_with(tree, path, value) for value in _NEUTRAL)]
        better = (way for way in ways if path not in _tried(shape, way)[1])
        tree = next(better, tree)
        if path in wrong[:-1]:
            break
    return None, tree, wrong


def _tried(shape: "type[Shape]", tree: Node) -> tuple[Any, list[Path]]:
    from pydantic import ValidationError

    try:
        return shape.model_validate(plain(tree)), []
    except ValidationError as error:
        return None, [tuple(detail["loc"]) for detail in error.errors(include_url=False)]


def _question(tree: Node, path: Path) -> str:
    """The id of the question in which a path lies; empty for none."""
    asked = path[2:3] == ("questions",) and len(path) > len(("sections", 0, "questions", 0))
    counted = path[:1] == ("also_counts",) and len(path) > len(("also_counts", 0))
    if not asked and not counted:
        return ""
    return word(below(find(tree, path[:4] if asked else path[:2]), "id"))


def _names(path: Path) -> bool:
    """Whether something has no name to look up because of what is wrong there."""
    return path[-1] in ("id", "same_as") or len(path) <= 3 or isinstance(path[-1], int)  # noqa: PLR2004


def _without(node: Node, path: Path) -> Node:
    """A tree without what stands at a path."""
    if not path or isinstance(node, Scalar):
        return node
    return _changed(node, path, None)


def _with(node: Node, path: Path, value: Any) -> Node:
    """A tree with something else at a path."""
    return _changed(node, path, _made(value)) if path else node


def _changed(node: Node, path: Path, new: Node | None) -> Node:
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping) and isinstance(step, str):
        old = node.get(step)
        if not rest or old is None:
            here = () if new is None or rest else ((Scalar(step, Place("")), new),)
            kept = (entry for entry in node.entries if entry[0].value != step)
            return replace(node, entries=(*kept, *here))
        changed = _changed(old, rest, new)
        entries = ((key, changed if key.value == step else each) for key, each in node.entries)
        return replace(node, entries=tuple(entries))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        each = list(node.items)
        if rest:
            each[step] = _changed(each[step], rest, new)
        elif new is not None:
            each[step] = new
        return replace(node, items=tuple(each))
    return node


def _made(value: Any) -> Node:
    place = Place("")
    if isinstance(value, list):
        return Sequence(tuple(map(_made, value)), place, len(value) + 1)
    if isinstance(value, dict):
        entries = tuple((Scalar(key, place), _made(each)) for key, each in value.items())
        return Mapping(entries, place, len(entries) + 1)
    return Scalar(value, place)
