"""What the cells of a list of services may say in any language: areas of life, sectors, tongues."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from integraal.model.services.network import KINDS, SECTORS, Target, TargetKind
from integraal.network.search import folded, words_in

NAMED = {"sector": SECTORS, "kind": KINDS}
"""By column, the question of which the options may stand there: sectors, and kinds of partners."""
_SPOKEN = {
    "nl": ("nederlands", "vlaams", "dutch", "neerlandais"),
    "fr": ("frans", "french", "francais"),
    "en": ("engels", "english", "anglais"),
    "de": ("duits", "german", "allemand", "deutsch"),
    "ar": ("arabisch", "arabic", "arabe"),
    "tr": ("turks", "turkish", "turc"),
    "es": ("spaans", "spanish", "espagnol"),
    "it": ("italiaans", "italian", "italien"),
    "pt": ("portugees", "portuguese", "portugais"),
    "pl": ("pools", "polish", "polonais"),
    "ru": ("russisch", "russian", "russe"),
    "uk": ("oekraiens", "ukrainian", "ukrainien"),
    "ro": ("roemeens", "romanian", "roumain"),
    "bg": ("bulgaars", "bulgarian", "bulgare"),
    "fa": ("farsi", "perzisch", "persian", "persan"),
    "so": ("somalisch", "somali"),
}
"""What languages are called in ours; any other stays as it is written."""
_CODE_OF = {name: code for code, names in _SPOKEN.items() for name in names}
_ALIKE = 0.75


def letters(text: str) -> str:
    """The letters and digits of a text, as they are compared.

    >>> letters("Werk of dagbesteding"), letters("Financiën ")
    ('werkofdagbesteding', 'financien')
    """
    return re.sub(r"[\W_]", "", folded(text))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What texts stand for."""

    ids: frozenset[str]
    """Of what a service can be for."""
    targets: Mapping[str, str]
    """These ids, by their letters and those of what they are called."""
    named_as: Mapping[str, Mapping[str, str]]
    """By column of an organisation, the ids of sectors and of kinds of partners, likewise."""
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of answers that have a word in what they are called, such as an area of life."""
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By column, what somebody said that a text stands for there."""

    def target(self, text: str) -> str:
        """The id of what a service is for; empty where nothing is called so."""
        return text if text in self.ids else self._found("for", text, self.targets)

    def named(self, column: str, text: str) -> str:
        """The id of a sector or of a kind of partner; empty where none is called so."""
        return self._found(column, text, self.named_as[column])

    def nearest_named(self, column: str, text: str) -> str:
        """The sector or kind of partner that was meant; empty where the text is like none."""
        near = get_close_matches(letters(text), self.named_as[column], n=1, cutoff=_ALIKE)
        return self.named_as[column][near[0]] if near else ""

    def every_named(self, column: str) -> tuple[str, ...]:
        """Whatever may stand in such a column, by their ids."""
        return tuple(dict.fromkeys(self.named_as[column].values()))

    def language(self, text: str) -> str:
        """The code of a language, or the text itself.

        >>> spoken = Vocabulary(frozenset(), {}, {})
        >>> spoken.language("Néerlandais"), spoken.language("FR"), spoken.language("Tamazight")
        ('nl', 'fr', 'Tamazight')
        """
        own = self.own.get("languages", {}).get(text)
        known = letters(text)
        return own or (known if known in _SPOKEN else _CODE_OF.get(known, text))

    def nearest_target(self, text: str) -> str:
        """What was meant by a text that nothing is called; empty where it is like nothing."""
        near = get_close_matches(letters(text), self.targets, n=1, cutoff=_ALIKE)
        with_it = self.words.get(letters(text), frozenset())
        return self.targets[near[0]] if near else min(with_it) if len(with_it) == 1 else ""

    def _found(self, column: str, text: str, known: Mapping[str, str]) -> str:
        return self.own.get(column, {}).get(text) or known.get(letters(text), "")


def vocabulary(
    targets: Iterable[Target], own: Mapping[str, Mapping[str, str]] | None = None
) -> Vocabulary:
    """Gather what texts stand for.

    Args:
        targets: What a service can be for, in every language; of two that are called the same,
            the first is meant.
        own: By column, what somebody said that a text stands for.
    """
    found: dict[str, str] = {}
    named: dict[str, dict[str, str]] = {column: {} for column in NAMED}
    columns = {question: column for column, question in NAMED.items()}
    ids: set[str] = set()
    words: dict[str, frozenset[str]] = {}
    for each in targets:
        ids |= {each.id, f"{each.instrument}/{each.id}"}
        for name in (letters(each.id), letters(each.label)):
            found.setdefault(name, each.id)
        if each.question in columns:
            for name in (each.id, each.label):
                named[columns[each.question]].setdefault(letters(name), each.id)
        elif each.kind is TargetKind.OPTION:
            for word in words_in(each.label):
                words[word] = words.get(word, frozenset()) | {each.id}
    return Vocabulary(frozenset(ids), found, named, words, own or {})
