"""Compose YAML into a tree of nodes that know their place.

Scalars stay text: `no`, `012` and `1:30` mean what they say, and a shape decides what is a
number. What a file could hurt us with is refused here: tags, more than one document, duplicate
keys, aliases that grow without end, depth and size. All faults are collected, none is thrown at
an author.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from integraal.model.finding import Finding, Place
from integraal.reading.mistakes.stopped_yaml import mistake

MAX_DEPTH = 40
MAX_NODES = 100_000
"""Counted with aliases written out, so that an alias bomb counts for what it would become."""
LISTING_NODES = 5 * MAX_NODES
"""The same for a list of services: some ten thousand of them."""

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_NULLS = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; None when it was left empty or said `null`."""

    value: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place
    size: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what stands under them; no key occurs twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    size: int

    def get(self, key: str) -> "Node | None":
        """Find what stands under a key."""
        return next((node for name, node in self.entries if name.value == key), None)

    def key(self, key: str) -> Scalar | None:
        """Find the key itself, for its place."""
        return next((name for name, _ in self.entries if name.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """Turn a tree into dicts, lists, strings and None."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def below(node: Node | None, key: str) -> Node | None:
    """Find what stands under a key; None where nothing does, or where there are no keys."""
    return node.get(key) if isinstance(node, Mapping) else None


def items(node: Node | None) -> tuple[Node, ...]:
    """List what stands in a list; nothing where there is none."""
    return node.items if isinstance(node, Sequence) else ()


def word(node: Node | None) -> str:
    """Read a text; empty where there is none."""
    return node.value or "" if isinstance(node, Scalar) else ""


def find(node: Node, path: tuple[str | int, ...]) -> Node:
    """Walk down as far as the path leads; steps that lead nowhere are passed over."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step) or node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


class _Stop(Exception):  # noqa: N818 - leaves the composer, never this module
    """No use in reading on."""


@dataclass
class _Composer:
    file: str
    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    anchors: dict[str, Node | None] = field(default_factory=dict)
    nodes: int = 0
    most: int = MAX_NODES

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        line = start.line
        excerpt = self.lines[line] if line < len(self.lines) else ""
        same_line = end.line == line and end.column > start.column
        length = end.column - start.column if same_line else 1
        return Place(self.file, line + 1, start.column + 1, length, excerpt)

    def found(self, code: str, place: Place, **details: Any) -> None:
        self.findings.append(Finding.at(code, place, **details))

    def stop(self, code: str, place: Place, **details: Any) -> _Stop:
        self.found(code, place, **details)
        return _Stop()

    def counted(self, size: int, place: Place) -> None:
        self.nodes += size
        if self.nodes > self.most:
            raise self.stop("too-many-nodes", place, limit=self.most)

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        place = self.place(event)
        if depth > MAX_DEPTH:
            raise self.stop("too-deep", place, limit=MAX_DEPTH)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, place)
        self.counted(1, place)
        # "!" alone and none at all both leave the meaning to us.
        if event.tag not in (None, "!"):
            self.found("tag", place, tag=event.tag)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        node = self.composed(event, events, depth, place)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def composed(self, event: Any, events: Iterator[Any], depth: int, place: Place) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            # The C loader says "" where the pure one says None: a plain scalar.
            is_null = not event.style and event.value in _NULLS
            return Scalar(None if is_null else event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, depth, place)
        return self.mapping(events, depth, place)

    def alias(self, event: Any, place: Place) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            raise self.stop("alias", place, alias=event.anchor)
        self.counted(1 if isinstance(node, Scalar) else node.size, place)
        return node

    def sequence(self, events: Iterator[Any], depth: int, place: Place) -> Sequence:
        before = self.nodes
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(event, events, depth + 1))
        return Sequence(tuple(items), place, self.nodes - before + 1)

    def mapping(self, events: Iterator[Any], depth: int, place: Place) -> Mapping:
        before = self.nodes
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar) or key.value is None:
                self.found("key-not-text", key.place)
            elif key.value in seen:
                first = seen[key.value].place.line
                self.found("duplicate-key", key.place, key=key.value, first=first)
            else:
                seen[key.value] = key
                entries.append((key, value))
        return Mapping(tuple(entries), place, self.nodes - before + 1)


def compose(text: str, file: str, most: int = MAX_NODES) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read one YAML document.

    Args:
        text: The document.
        file: Its name.
        most: Nodes that it may have.

    Returns: The tree, or None when there is none to speak of; and every fault found. A tree that
    comes with faults is good enough to look for more faults in, not to use.
    """
    composer = _Composer(file, text.splitlines(), most=most)
    node: Node | None = None
    try:
        node = _document(composer, text)
    except _Stop:
        node = None
    except yaml.MarkedYAMLError as error:
        composer.findings.append(mistake(text, file, error))
    except yaml.reader.ReaderError as error:
        composer.found(
            "control-character", _character_place(composer, text), character=_code(error)
        )
    return node, tuple(composer.findings)


def _document(composer: _Composer, text: str) -> Node | None:
    events = iter(yaml.parse(text, Loader=_LOADER))
    next(events)  # the stream starts
    if isinstance(next(events), yaml.StreamEndEvent):
        composer.found("empty-file", Place(composer.file))
        return None
    node = composer.node(next(events), events, 0)
    next(events)  # the document ends
    event = next(events)
    if not isinstance(event, yaml.StreamEndEvent):
        composer.found("several-documents", composer.place(event))
    if isinstance(node, Scalar) and node.value is None:
        composer.found("empty-file", Place(composer.file))
        return None
    return node


def _code(error: yaml.reader.ReaderError) -> str:
    character = error.character
    return f"U+{ord(character) if isinstance(character, str) else character:04X}"


def _character_place(composer: _Composer, text: str) -> Place:
    """Find the first character that YAML does not allow.

    The C loader does not say where; the text does.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            if not _is_allowed(character):
                return Place(composer.file, number, column, 1, line)
    return Place(composer.file)


def _is_allowed(character: str) -> bool:
    return character in "\t\r\x85" or " " <= character <= "~" or character >= "\xa0"
