"""Find the comments in an overlay, each with the key that it is about.

Which lines are comments follows from the tokens of YAML: what no token covers and begins with `#`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import yaml

from integraal.reading.yaml_tree import Mapping, Node

Comments: TypeAlias = dict[tuple[str, ...], tuple[str, ...]]
"""Lines, by the path of the key above which they stand; by an empty one those at the end."""

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_NESTED = ("texts", "unused")
_BLOCK = re.compile(r"[|>][-+0-9]*")


def comments_in(text: str, tree: Node) -> Comments:
    """List the comments.

    What stands beside or inside an entry is about that entry; a line between two is about the
    second.

    Args:
        text: A whole overlay that can be read.
        tree: The same as a tree.
    """
    lines = text.splitlines()
    ends, inside = behind_tokens(text, lines)
    covered, keys = [-1, *sorted(ends)], sorted(_keys(tree))
    begins = [line for line, _ in keys]
    found: dict[tuple[str, ...], list[str]] = {}
    for number, line in enumerate(lines):
        rest = line[ends.get(number, 0) :].strip()
        if number in inside or not rest.startswith("#"):
            continue
        at = bisect_right(begins, number)
        below = begins[at] if at < len(keys) else len(lines)
        last = covered[bisect_left(covered, below) - 1]
        about = keys[at - 1 : at] if number <= last else keys[at : at + 1]
        found.setdefault(about[0][1] if about else (), []).append(rest)
    return {path: tuple(said) for path, said in found.items()}


def behind_tokens(text: str, lines: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """Find what of each line is no comment.

    Returns: Of each line with a token the column behind its last one; and the lines of which all
    is inside one.
    """
    ends: dict[int, int] = {}
    inside: set[int] = set()
    for token in yaml.scan(text, Loader=_LOADER):
        start, end = token.start_mark, token.end_mark
        if start.line == end.line:
            if start.column != end.column:
                ends[start.line] = max(ends.get(start.line, 0), end.column)
            continue
        inside.update(range(start.line + 1, end.line))
        # Behind the sign of a text of several lines there may be a remark; inside quotes none.
        head = _BLOCK.match(lines[start.line], start.column)
        ends[start.line] = head.end() if head else len(lines[start.line])
        if end.column:
            ends[end.line] = max(ends.get(end.line, 0), end.column)
    return ends, inside


def _keys(tree: Node) -> Iterator[tuple[int, tuple[str, ...]]]:
    """List the keys that comments may stand above, each with its line, counted from 0."""
    if not isinstance(tree, Mapping):
        return
    for key, below in tree.entries:
        name = key.value or ""
        yield key.place.line - 1, (name,)
        if name in _NESTED and isinstance(below, Mapping):
            for each, _ in below.entries:
                yield each.place.line - 1, (name, each.value or "")
