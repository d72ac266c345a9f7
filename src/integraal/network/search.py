"""Find services by what people type: without accents, in parts of compounds, with a slip.

A word fits a word of a service when it is the same, when one begins with the other, when it is a
part of a compound, or when it is nearly the same; the closer, the better. Words that say what the
service is weigh more than words about how one gets there.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

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
_ALIKE = 0.8
"""How much of two words is the same, of 1, where one is a slip of the other."""
SAME, BEGINS, PART, SLIP = 1.0, 0.9, 0.7, 0.5
"""How well a word fits."""
_NAME, _FOR, _ABOUT, _ACCESS = 4.0, 3.0, 2.0, 1.0
"""How much a word weighs that stands there."""


def folded(text: str) -> str:
    """Write a text as it is compared: no capitals, no accents.

    >>> folded("Écoute, crèche, œuvre")
    'ecoute, creche, oeuvre'
    """
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
    >>> fit("huisvseting", "huisvesting"), fit("wonen", "werken")
    (0.5, 0)
    """
    if typed == word:
        return SAME
    if len(typed) >= _SHORTEST_PART and typed in word:
        return BEGINS if word.startswith(typed) else PART
    # What people type may be longer by an ending; a word within it says little of what they want.
    if len(word) >= _SHORTEST_PART and typed.startswith(word) and len(typed) <= len(word) + _ENDING:
        return BEGINS
    return SLIP if _is_slip(typed, word) else 0


def _is_slip(typed: str, word: str) -> bool:
    """Whether two words are nearly the same, or one is nearly the first part of the other."""
    if len(typed) < _SHORTEST_SLIP or typed[0] != word[0] or len(word) < len(typed) - 2:
        return False
    match = SequenceMatcher(None, typed, word[: len(typed) + 2], autojunk=False)
    return match.real_quick_ratio() >= _ALIKE and match.ratio() >= _ALIKE


class Map:
    """The services of a network, ready to be looked through."""

    def __init__(self, network: Network, targets: Iterable[Target], idle: Iterable[str]) -> None:
        """Note the words of each service.

        Args:
            network: Of the services.
            targets: What a service can be for, in every language that people may type.
            idle: Words that say nothing, such as articles.
        """
        self.network = network
        self.idle = frozenset(folded(word) for word in idle)
        labels = _labels(targets)
        self._entries = [
            _Entry(each, tuple(self._texts(each, labels))) for each in network.services
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
        entries = [each for each in self._entries if _is_within(each.service, wanted)]
        fits = _Fits({word for each in entries for word in each.weights})
        scored = [(each.score(typed, fits), each) for each in entries]
        most = max((has for (has, _), _ in scored), default=0)
        if typed and not most:
            return Found(wanted, ())
        best = [(score, each.service) for (has, score), each in scored if has == most]
        best.sort(key=lambda one: (-one[0], not one[1].key_point, one[1].needs_check, one[1].name))
        return Found(wanted, tuple(service for _, service in best), most < len(typed))

    def _texts(self, service: Service, labels: dict[str, list[str]]) -> Iterator[tuple[float, str]]:
        owner = self.network.organisation(service.organisation)
        yield _NAME, service.name
        yield _FOR, " ".join(label for each in service.serves for label in labels.get(each, ()))
        yield _ABOUT, service.about
        yield _ABOUT, owner.name if owner else ""
        yield _ACCESS, f"{service.audience} {service.access} {' '.join(service.places)}"


@dataclass(frozen=True)
class _Entry:
    """A service with its words."""

    service: Service
    texts: tuple[tuple[float, str], ...]

    @cached_property
    def weights(self) -> dict[str, float]:
        """Each word, with the most that it weighs."""
        found: dict[str, float] = {}
        for weight, text in self.texts:
            for word in words_in(text):
                found[word] = max(weight, found.get(word, 0))
        return found

    def score(self, typed: Sequence[str], fits: "_Fits") -> tuple[int, float]:
        """How many of the words it has, and how well they fit together."""
        best = [
            max((weight * fits(each, word) for word, weight in self.weights.items()), default=0)
            for each in typed
        ]
        return sum(1 for one in best if one), sum(best)


class _Fits:
    """How well words fit, each pair looked at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._of: dict[str, dict[str, float]] = {}

    def __call__(self, typed: str, word: str) -> float:
        if typed not in self._of:
            found = {each: fit(typed, each) for each in self._words}
            self._of[typed] = {each: how for each, how in found.items() if how}
        return self._of[typed].get(word, 0)


def _is_within(service: Service, wanted: Wanted) -> bool:
    """Whether a service fits all that was said besides words."""
    speaks = not wanted.language or wanted.language in service.languages
    place = folded(wanted.place)
    is_near = not place or not service.places or place in map(folded, service.places)
    return speaks and is_near and all(service.is_for(each) for each in wanted.serves)


def _labels(targets: Iterable[Target]) -> dict[str, list[str]]:
    """What each id is called, by the two ways to write it."""
    found: dict[str, list[str]] = {}
    for target in targets:
        for name in (target.id, f"{target.instrument}/{target.id}"):
            found.setdefault(name, []).append(target.label)
    return found
