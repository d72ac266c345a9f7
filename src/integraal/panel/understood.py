"""Understand what raters write for a level, a route, and how sure they are; as people type it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from integraal.model.study.ratings import Sureness
from integraal.model.study.sheet import Mark, Marks
from integraal.reading.shapes.fit import nearest
from integraal.words.words import typed_in_any_language

NONE = "0"
"""For a route: none of them fits."""
_BETWEEN = re.compile(r"\s*(?:[,;/+&|\n]|\b(?:of|en|or|and|ou|et|tot)\b)\s*")
_BEFORE = re.compile(r"^(?:tussen|between|entre|niveau|level|route|voie|letter|nr\.?)\s+")
_RANGE = re.compile(r"^(\w{1,2})\s*[-\u2013]\s*(\w{1,2})$")
_LED = re.compile(r"^(\w{1,2})(?:[.:\s\-\u2013]+)(.+)$")


class Understood:
    """What one text says of the marks of a study."""

    def __init__(self, marks: Marks) -> None:
        """Know what can be marked."""
        self.marks = marks
        self._known: dict[str, Mark] = {}
        for number, mark in enumerate(marks.choices, 1):
            self._known |= {mark.sign: mark, _bare(mark.name): mark, folded(mark.id): mark}
            if marks.of_levels:
                # Of routes a number is no place in a row that anybody counts.
                self._known[str(number)] = mark
                self._known[_bare(mark.name.partition("(")[0])] = mark

    def marked(self, texts: Iterable[str]) -> tuple[tuple[str, ...], str]:
        """The ids that texts name, each once, and the first piece that names none.

        >>> from integraal.reading.library import Library
        >>> from integraal.model.study.sheet import marks_of
        >>> levels = Understood(marks_of(Library().instrument("voor-wie-doen-we-wat")))
        >>> levels.marked(["d) Coöperatie"]), levels.marked(["3"]), levels.marked(["c/d"])
        ((('cooperatie',), ''), (('coordinatie',), ''), (('coordinatie', 'cooperatie'), ''))
        """
        found: dict[str, None] = {}
        for text in texts:
            for piece in self._pieces(_bare(text)):
                ids = self._of(piece)
                if ids is None:
                    return tuple(found), piece
                found |= dict.fromkeys(ids)
        return tuple(found), ""

    def says_none(self, texts: Iterable[str]) -> bool:
        """Whether it says that no route fits."""
        said = [folded(text) for text in texts if text.strip()]
        nothing = {NONE, *map(folded, typed_in_any_language("typed.none"))}
        return not self.marks.of_levels and bool(said) and all(each in nothing for each in said)

    def nearest(self, piece: str) -> str:
        """The name that looks most like a text; empty when none does."""
        names = {folded(mark.name): mark.name for mark in self.marks.choices}
        return names.get(nearest(piece, list(names)), "")

    def is_sign(self, text: str) -> bool:
        """Whether a text is the letter or the number of a mark, and no more."""
        bare = _bare(text).strip(".,;:")
        return bare in self._known and len(bare) <= 2  # noqa: PLR2004 - letters after z have two

    def _pieces(self, text: str) -> Iterator[str]:
        if text in self._known:
            yield text
            return
        for part in _BETWEEN.split(text):
            piece = _BEFORE.sub("", part.strip(" .,;:"))
            if match := _RANGE.fullmatch(piece):
                yield from match.groups()
            elif piece:
                yield piece

    def _of(self, piece: str) -> tuple[str, ...] | None:
        """The ids that a piece names: a letter with a name behind it may name two."""
        if piece in self._known:
            return (self._known[piece].id,)
        led = _LED.fullmatch(piece)
        if led and led[1] in self._known and led[2] in self._known:
            return (self._known[led[1]].id, self._known[led[2]].id)
        return None


def sure_in(texts: Iterable[str]) -> tuple[Sureness | None, bool]:
    """How sure somebody is, and whether all of it was understood.

    >>> sure_in(["2 vrij zeker"]), sure_in(["zeker"]), sure_in([]), sure_in(["heel erg"])
    ((<Sureness.FAIRLY: 2>, True), (<Sureness.SURE: 3>, True), (None, True), (None, False))
    """
    found = {_sure(folded(text)) for text in texts if text.strip()}
    if not found:
        return None, True
    return (found.pop(), True) if len(found) == 1 and None not in found else (None, False)


def _sure(text: str) -> Sureness | None:
    bare = text.strip(" .,;:()!")
    number, _, words = bare.partition(" ")
    by_word = {
        folded(word): each
        for each in Sureness
        for word in typed_in_any_language(f"typed.sure.{each.value}")
    }
    if number in ("1", "2", "3"):
        by_number = Sureness(int(number))
        behind = words.strip(" .,;:()-\u2013")
        return by_number if not behind or by_word.get(behind) is by_number else None
    return by_word.get(bare)


def _bare(text: str) -> str:
    """A text in small letters without accents and without the signs of brackets."""
    return " ".join(re.sub(r"[()\[\]]", " ", folded(text)).split())


def folded(text: str) -> str:
    """A text in small letters without accents, its spaces single.

    >>> folded("  Coöperatie ")
    'cooperatie'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
