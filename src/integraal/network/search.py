"""Find services by what people type: without accents, in parts of compounds, with a slip.

A word fits a word of a service when it is the same, when one begins with the other, when it is a
part of a compound, or when it is nearly the same; the closer, the better. Words that say what the
service is weigh more than words about how one gets there.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from integraal.model.services.care_map import Found, Wanted
from integraal.model.services.network import Network, Target
from integraal.model.services.region import Service

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_PART = 4
"""Letters of a part of a compound: in less, any word can be found."""
_ENDING = 3
"""Letters by which a word may be longer: one more house is two houses."""
_SHORTEST_SLIP = 5
"""Letters of a word in which a slip can be told from another word."""
_SHORTEST_END = 7
"""Letters of a word in which a slip can be told where it ends a compound."""
_ALIKE = 0.8
"""How much of two words is the same, of 1, where one is a slip of the other."""
_PLURAL = ("en", "s")
"""How many things end, where one of them begins a compound: schulden, schuldhulpverlening."""
SAME, BEGINS, PART, ONE_OF, SLIP = 1.0, 0.9, 0.7, 0.6, 0.5
"""How well a word fits."""
_NAME, _FOR, _ABOUT, _ACCESS = 4.0, 3.0, 2.0, 1.0
"""How much a word weighs that stands there."""


def folded(text: str) -> str:
    """Write a text as it is compared: no capitals, no accents.

    >>> folded("Écoute, crèche, œuvre")
    'ecoute, creche, oeuvre'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared.

    >>> words_in("Schuldhulp-verlening, 9300 Aalst")
    ('schuldhulp', 'verlening', '9300', 'aalst')
    """
    return tuple(_WORD.findall(folded(text)))


def fit(typed: str, word: str) -> float:
    """How well one word fits another, of 1; 0 where it does not.

    >>> fit("schuld", "schulden"), fit("hulpverlening", "schuldhulpverlening")
    (0.9, 0.7)
    >>> fit("schulden", "schuldhulpverlening"), fit("huisvseting", "huisvesting")
    (0.6, 0.5)
    >>> fit("wonen", "werken"), fit("a", "advies")
    (0, 0)
    """
    if typed == word:
        return SAME
    if len(typed) >= _SHORTEST_PART and typed in word:
        return BEGINS if word.startswith(typed) else PART
    # What people type may be longer by an ending; a word within it says little of what they want.
    if len(word) >= _SHORTEST_PART and typed.startswith(word) and len(typed) <= len(word) + _ENDING:
        return BEGINS
    one = _one_of(typed)
    if one and word.startswith(one):
        return ONE_OF
    return SLIP if _is_slip(typed, word) else 0


@lru_cache(maxsize=64)  # what people type is few words, held to thousands
def _one_of(typed: str) -> str:
    """A plural without its ending, as it begins a compound; empty for what is none.

    >>> _one_of("schulden"), _one_of("jongens"), _one_of("wonen"), _one_of("huur")
    ('schuld', 'jongen', '', '')
    """
    ending = next((each for each in _PLURAL if typed.endswith(each)), "")
    stem = typed.removesuffix(ending)
    return stem if ending and len(stem) >= _SHORTEST_SLIP else ""


def _is_slip(typed: str, word: str) -> bool:
    """Whether two words are nearly the same, or one is nearly the first or last part of the other.

    >>> _is_slip("pyscholoog", "eerstelijnspsycholoog"), _is_slip("wooning", "belasting")
    (True, False)
    """
    size = len(typed)
    if size < _SHORTEST_SLIP or len(word) < size - 2:
        return False
    is_compound = size >= _SHORTEST_END and len(word) > size + 2
    ends = (word[-each:] for each in (size, size - 1, size + 1)) if is_compound else ()
    return _is_alike(typed, word[: size + 2]) or any(_is_alike(typed, end) for end in ends)


def _is_alike(typed: str, part: str) -> bool:
    if typed[0] != part[0]:
        return False
    match = SequenceMatcher(None, typed, part, autojunk=False)
    return match.real_quick_ratio() >= _ALIKE and match.ratio() >= _ALIKE


class Map:
    """The services of a network, ready to be looked through."""

    def __init__(self, network: Network, targets: Iterable[Target], idle: Iterable[str]) -> None:
        """Note the texts of each service.

        Args:
            network: Of the services.
            targets: What a service can be for, in every language that people may type.
            idle: Words that say nothing, such as articles.
        """
        self.network = network
        self.idle = frozenset(folded(word) for word in idle)
        labels = _labels(targets)
        owners = {each.id: each.name for each in network.organisations}
        self._words: dict[str, tuple[str, ...]] = {}
        """The words of each text: many services have the same to say of how one gets there."""
        self._entries = [
            _Entry(each, tuple(_texts(each, owners, labels))) for each in network.services
        ]

    def texts(self) -> Iterator[tuple[Service, tuple[tuple[float, str], ...]]]:
        """Each service with its texts, and how much a word of each weighs."""
        for entry in self._entries:
            yield entry.service, entry.texts

    def find(self, wanted: Wanted) -> Found:
        """Find the services that fit; those with the best words first, then those with a key role.

        Where no service has all the words, those that have most of them.
        """
        typed = [word for word in words_in(wanted.words) if word not in self.idle]
        place = frozenset(words_in(wanted.place))
        entries = [each for each in self._entries if _is_within(each.service, wanted, place)]
        scored = self._scored(entries, typed) if typed else [((0, 0.0), each) for each in entries]
        most = max((has for (has, _), _ in scored), default=0)
        if typed and not most:
            return Found(wanted, ())
        best = [(score, each.service) for (has, score), each in scored if has == most]
        best.sort(key=lambda one: (-one[0], not one[1].key_point, one[1].needs_check, one[1].name))
        return Found(wanted, tuple(service for _, service in best), most < len(typed))

    def _scored(
        self, entries: Sequence["_Entry"], typed: Sequence[str]
    ) -> list[tuple[tuple[int, float], "_Entry"]]:
        """The entries with any of the words: how many, and how well they fit together."""
        texts = {text for entry in entries for _, text in entry.texts}
        for text in texts - self._words.keys():
            self._words[text] = words_in(text)
        every = {word for text in texts for word in self._words[text]}
        fits = {each: _fitting(each, every) for each in typed}
        fitting = {word for found in fits.values() for word in found}
        told = {
            text: [max(fits[each].get(word, 0) for word in words) for each in typed]
            for text in texts
            if not fitting.isdisjoint(words := self._words[text])
        }
        scored = (
            ([(weight, told[text]) for weight, text in entry.texts if text in told], entry)
            for entry in entries
        )
        return [(_score(fitted), entry) for fitted, entry in scored if fitted]


class _Entry(NamedTuple):
    """A service with its texts, and how much the words of each weigh."""

    service: Service
    texts: tuple[tuple[float, str], ...]


def _texts(
    service: Service, owners: dict[str, str], labels: dict[str, list[str]]
) -> Iterator[tuple[float, str]]:
    yield _NAME, service.name
    for each in service.serves:
        for label in labels.get(each, ()):
            yield _FOR, label
    yield _ABOUT, service.about
    yield _ABOUT, owners.get(service.organisation, "")
    for text in (service.audience, service.access, *service.places):
        yield _ACCESS, text


def _fitting(typed: str, words: Iterable[str]) -> dict[str, float]:
    """The words that one word fits, and how well."""
    found = ((word, fit(typed, word)) for word in words)
    return {word: how for word, how in found if how}


def _score(texts: Sequence[tuple[float, Sequence[float]]]) -> tuple[int, float]:
    """How many of the words stand in some texts, and how well they fit together.

    Args:
        texts: How much each weighs, and how well it has each of the words.
    """
    weighed = ([weight * how for how in fits] for weight, fits in texts)
    best = [max(each) for each in zip(*weighed, strict=True)]
    return sum(1 for one in best if one), sum(best)


def _is_within(service: Service, wanted: Wanted, place: frozenset[str]) -> bool:
    """Whether a service fits all that was said besides words.

    A place fits where its words stand in that of a service: "9300" in "9300 Aalst".
    """
    speaks = not wanted.language or wanted.language in service.languages
    there = ({*words_in(each)} for each in service.places)
    is_near = not place or not service.places or any(place <= each for each in there)
    return speaks and is_near and all(service.is_for(each) for each in wanted.serves)


def _labels(targets: Iterable[Target]) -> dict[str, list[str]]:
    """What each id is called, by the two ways to write it."""
    found: dict[str, list[str]] = {}
    for target in targets:
        for name in (target.id, f"{target.instrument}/{target.id}"):
            found.setdefault(name, []).append(target.label)
    return found
