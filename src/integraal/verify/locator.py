"""Find the line and column of something in a file: by its path, or by the key of its text.

The model has no positions, so the file is read again; but only once something is to be said of it.
"""

from functools import cached_property
from pathlib import Path as File

from integraal.model.finding import Place
from integraal.reading.instruments import instrument_tree
from integraal.reading.library import Library
from integraal.reading.yaml_tree import Mapping, Node, Sequence, below, find, items, word
from integraal.verify.paths import Path


class Locator:
    """Finds places in one file."""

    def __init__(self, file: File) -> None:
        self._file = file

    @cached_property
    def _tree(self) -> Node:
        return instrument_tree(self._file, Library(self._file.parent).shelf())

    def at(self, path: Path) -> Place:
        """Find the place of what stands at a path."""
        return find(self._tree, path).place

    def text(self, key: str) -> Place:
        """Find the place of the text with a key, such as `questions.wonen.ask`."""
        node = self._tree
        for step in key.split("."):
            node = _below(node, step) or node
        return node.place

    def translation(self, key: str) -> Place:
        """Find the place of the text with a key in an overlay."""
        return self.at(("texts", key, "text"))


def _below(node: Node, step: str) -> Node | None:
    """Take one step down: by key, by id, or by number from 1; questions in whichever section."""
    if isinstance(node, Sequence):
        if step.isdigit() and not isinstance(next(iter(node.items), None), Mapping):
            return find(node, (int(step) - 1,))
        return next((item for item in node.items if word(below(item, "id")) == step), None)
    if not isinstance(node, Mapping):
        return None
    if step == "questions" and (sections := node.get("sections")) is not None:
        listed = [items(below(section, "questions")) for section in items(sections)]
        questions = tuple(question for some in listed for question in some)
        return Sequence(questions, sections.place, len(questions))
    return node.get(step)
