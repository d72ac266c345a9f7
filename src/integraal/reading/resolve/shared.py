"""Put questions that an instrument shares with another in place, as the other one asks them.

An author writes `same_as: instrument/question`, with `ask_when` and `own_addition` where they are
needed; all else comes from the other instrument, so that one answer serves both. This works on
trees, before anything else is looked at: from there on a shared question is a question like any
other.
"""

from collections.abc import Mapping as Mapped
from dataclasses import replace
from pathlib import Path

from integraal.model.finding import Faulty, Finding
from integraal.reading.shapes.fit import nearest
from integraal.reading.trees import read_tree
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence, below, find, items, word

_OWN = ("same_as", "ask_when", "own_addition")


def with_shared(instruments: Mapped[str, Path], tree: Node) -> tuple[Node, tuple[Finding, ...]]:
    """Write the shared questions of an instrument out.

    Args:
        instruments: The files of the instruments that it may share questions with, by id.
        tree: The instrument's file.

    Returns: The tree, without the questions that could not be found; and what is wrong with those.
    """
    writing = _Writing(instruments)
    sections, counting = below(tree, "sections"), below(tree, "also_counts")
    if not isinstance(tree, Mapping):
        return tree, ()
    if isinstance(counting, Sequence):
        tree = _with(tree, "also_counts", writing.questions_in(counting))
    if isinstance(sections, Sequence):
        written = replace(sections, items=tuple(map(writing.section, sections.items)))
        tree = _with(tree, "sections", written)
    return tree, tuple(writing.findings)


class _Writing:
    def __init__(self, instruments: Mapped[str, Path]) -> None:
        self.instruments = instruments
        self.findings: list[Finding] = []

    def section(self, section: Node) -> Node:
        questions = below(section, "questions")
        if not isinstance(section, Mapping) or not isinstance(questions, Sequence):
            return section
        return _with(section, "questions", self.questions_in(questions))

    def questions_in(self, listed: Sequence) -> Sequence:
        """Write a list of questions out."""
        written = map(self.question, listed.items)
        return replace(listed, items=tuple(each for each in written if each is not None))

    def question(self, question: Node) -> Node | None:
        name = below(question, "same_as")
        if not isinstance(question, Mapping) or not isinstance(name, Scalar) or not name.value:
            return question
        for key, _ in question.entries:
            if key.value not in _OWN:
                self.findings.append(Finding.at("shared-changed", key.place, key=key.value))
        asked = self.asked(name)
        if asked is None:
            return None
        key = next(key for key, _ in question.entries if key.value == "same_as")
        here = Scalar(name.value.rpartition("/")[2], name.place)
        own = (entry for entry in question.entries if entry[0].value in _OWN)
        theirs = (entry for entry in asked.entries if entry[0].value not in (*_OWN, "id"))
        return replace(question, entries=((Scalar("id", key.place), here), *own, *theirs))

    def asked(self, name: Scalar) -> Mapping | None:
        """Find the question as the other instrument asks it, with where it comes from."""
        instrument, _, wanted = (name.value or "").partition("/")
        known: dict[str, str] = {}
        for section, question in self.questions(instrument):
            own, first = word(question.get("id")), word(question.get("same_as"))
            if own == wanted and not first:
                source = section.get("source")
                return question if source is None else _cited(question, source)
            known[first.rpartition("/")[2] or own] = first or f"{instrument}/{own}"
        near = nearest(wanted, list(known)) if known else ""
        suggestion = known.get(near) or nearest(instrument, list(self.instruments))
        self.findings.append(
            Finding.at("unknown-shared", name.place, shared=name.value or "", suggestion=suggestion)
        )
        return None

    def questions(self, instrument: str) -> list[tuple[Mapping, Mapping]]:
        """List the questions of an instrument, each with its section."""
        if instrument not in self.instruments:
            return []
        try:
            sections = find(read_tree(self.instruments[instrument]), ("sections",))
        except Faulty:  # that file has its own findings, when it is looked at itself
            return []
        return [
            (section, question)
            for section in items(sections)
            for question in items(below(section, "questions"))
            if isinstance(section, Mapping) and isinstance(question, Mapping)
        ]


def _cited(question: Mapping, source: Node) -> Mapping:
    """Give a question the source of its section, where it names none itself."""
    if question.get("source") is not None:
        return question
    entry = (Scalar("source", source.place), source)
    return replace(question, entries=(*question.entries, entry))


def _with(mapping: Mapping, key: str, value: Node) -> Mapping:
    entries = tuple((k, value if k.value == key else v) for k, v in mapping.entries)
    return replace(mapping, entries=entries)
