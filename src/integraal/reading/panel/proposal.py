"""Say a change of a rule as a change of the file of its instrument; the file itself stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from integraal.model.results.trial import Change, Edit
from integraal.reading.files import read_text
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence, below, compose, items, word

_LEVEL = "at_least"
_AROUND = 3


@dataclass(frozen=True, slots=True)
class _Edit:
    """A text on one line that becomes another."""

    place: Scalar | Sequence
    before: str
    after: str


def proposed(
    path: Path, rule: str, change: Change | None, ends: tuple[str, str]
) -> tuple[str, ...]:
    """Lines of a unified diff; none where the change is not one of one place on one line.

    Args:
        path: The file.
        rule: Id of the rule.
        change: Of its condition; None where its level becomes another.
        ends: The level that it was, and the one that it becomes.
    """
    text = read_text(path)
    tree, _ = compose(text, str(path))
    rules = items(below(tree, "rules"))
    node = next((each for each in rules if word(below(each, "id")) == rule), None)
    found = _level(node, *ends) if change is None else _condition(node, change)
    changed = found and _changed(text, found)
    if not changed:
        return ()
    names = str(path.name), str(path.name)
    lines = unified_diff(text.splitlines(), changed.splitlines(), *names, lineterm="", n=_AROUND)
    return tuple(lines)


def changed_text(text: str, diff: tuple[str, ...]) -> str:
    """A text with the one line of a diff changed, as `patch` would."""
    [before] = [line[1:] for line in diff[2:] if line.startswith("-")]
    [after] = [line[1:] for line in diff[2:] if line.startswith("+")]
    first = int(diff[2].split()[1].lstrip("-").split(",")[0])
    at = first - 1 + next(n for n, line in enumerate(diff[3:]) if line.startswith("-"))
    lines = text.splitlines(keepends=True)
    lines[at] = lines[at].replace(before, after)
    return "".join(lines)


def _level(rule: Node | None, before: str, after: str) -> _Edit | None:
    level = below(rule, _LEVEL)
    return _Edit(level, before, after) if isinstance(level, Scalar) else None


def _condition(rule: Node | None, change: Change) -> _Edit | None:
    asked = list(_asked(below(rule, "when"), change.question))
    if len(asked) != 1:  # it does not say which of them is meant
        return None
    [value] = asked
    if change.edit is Edit.THRESHOLD:
        found = [each for each in _values(value) if each.value == change.before]
        return _Edit(found[0], change.before, change.after) if len(found) == 1 else None
    if isinstance(value, Scalar) and value.value and change.edit is Edit.WIDENED:
        return _Edit(value, value.value, f"{{in: [{value.value}, {change.after}]}}")
    return None


def _asked(node: Node | None, question: str) -> Iterator[Node]:
    """What is asked of a question, wherever in a condition."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if key.value == question:
                yield value
            else:
                yield from _asked(value, question)
    for each in items(node):
        yield from _asked(each, question)


def _values(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _values(value)


def _changed(text: str, edit: _Edit) -> str:
    """The text with the edit; empty where it does not stand there as it was read."""
    place, lines = edit.place.place, text.splitlines(keepends=True)
    line, at = lines[place.line - 1], place.column - 1
    if not line.startswith(edit.before, at):
        return ""
    lines[place.line - 1] = line[:at] + edit.after + line[at + len(edit.before) :]
    return "".join(lines)
