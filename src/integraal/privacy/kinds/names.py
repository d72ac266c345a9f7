"""Find what could be the name of a person: by what stands before it, or because it is known.

Words are looked at one by one, with what stands before and after them. Many names are ordinary
words as well; those count where no ordinary word would stand.
"""

import re
from dataclasses import dataclass
from enum import Enum

from integraal.privacy.lexicon import folded, lexicon

_WORD = re.compile(r"(?<![\w@])[^\W\d_]+(?:-[^\W\d_]+)*(?!\d)")
_BEGINS = re.compile(r"(?:^|[.!?:;\n•(\"“«–/&])[\s*-]*$")
_TITLES = frozenset({
    "mevrouw", "mevr", "mw", "mvr", "meneer", "mijnheer", "dhr", "heer", "mr", "mrs", "ms",
    "miss", "madame", "mme", "monsieur", "mademoiselle", "mlle", "dr", "drs", "familie", "fam",
    "famille",
})  # fmt: skip
"""Before a name, if a capital follows."""
_SHORT = frozenset(
    {"mevr", "mw", "mvr", "dhr", "mr", "mrs", "ms", "mme", "mlle", "dr", "drs", "fam"}
)
"""Those with a full stop that ends no sentence."""
_ROLES = frozenset({
    "meester", "juf", "juffrouw", "dokter", "prof", "professor", "zuster", "pastoor", "imam",
    "gezin", "advocaat", "advocate", "tante", "oom", "nonkel", "oma", "opa", "moemoe", "vava",
    "bomma", "bompa", "buurvrouw", "buurman", "coach", "mentor", "begeleider", "begeleidster",
    "psycholoog", "psychologe", "huisarts", "voogd", "wijkagent", "pleegmoeder", "pleegvader",
    "stiefvader", "stiefmoeder", "zus", "zusje", "zusjes", "broer", "broertje", "nichtje",
    "neefje", "vriend", "vriendin", "leerkracht", "dochter", "zoon", "vader", "moeder", "papa",
    "mama", "ouders", "huisbaas", "vrijwilliger", "vrijwilligster", "hulpverlener",
    "hulpverleenster", "contactpersoon", "gezinscoach", "consulent", "consulente", "ambulant",
    "collega", "klasgenoot", "kinderen", "baby", "partner", "echtgenoot", "echtgenote", "ex",
    "aunt", "uncle", "teacher", "doctor", "brother", "sister", "maître", "docteur", "oncle",
    "grand-mère", "frère", "sœur", "jongen", "meisje", "zaak", "casus",
})  # fmt: skip
"""Before a name, or before anything else."""
_CLOSE = frozenset({
    "meester", "juf", "juffrouw", "tante", "oom", "nonkel", "oma", "opa", "bomma", "bompa", "aunt",
    "uncle", "oncle",
})  # fmt: skip
"""Those that people say before a first name, which is one there without a capital too."""
_CALLED = frozenset({
    "heet", "heten", "heette", "genaamd", "naam", "noemt", "named", "called", "appelle",
    "nommé", "nommée", "prénom", "voornaam", "achternaam", "roepnaam",
})  # fmt: skip
_BETWEEN = frozenset({
    "van", "de", "den", "der", "ten", "ter", "het", "vande", "vanden", "vander", "el", "al",
    "ben", "bin", "abd", "le", "la", "du", "d", "des", "von", "di", "da", "is", "zich", "à",
})  # fmt: skip
_WHO = frozenset({"wie", "door", "contact", "who", "by", "qui", "par"})
"""Before a colon, as before a name."""
_PARTICLES = frozenset({"van", "de", "den", "der", "ten", "ter", "vande", "vanden", "el", "ben"})
_NEVER = frozenset({
    "mei", "april", "juni", "juli", "augustus", "maart", "may", "june", "august", "mars",
    "avril", "noord", "oost", "zuid", "west", "kerst", "pasen", "will", "wil", "hoop", "kind",
    "gezin", "mark", "marks", "zaterdag", "zondag", "dimanche", "north", "south", "nederlands",
    "frans", "engels", "turks", "pools", "duits", "word", "school", "team", "zorg", "huis",
    "werk", "in", "kan", "mag", "can", "het", "van", "den", "der", "een", "les", "sint", "de",
    "la", "major", "server", "jong", "oud", "groot", "grote", "klein", "lang", "kort", "best",
    "beste", "do", "sis", "nederland", "vlaanderen", "holland", "brabant", "engeland",
    "zeeland", "post", "maan", "ster", "leger", "paris",
})  # fmt: skip
"""Names as well, and hardly ever meant so where no cue stands before them."""
_WITH = frozenset({
    "met", "volgens", "sprak", "bel", "vraag", "aan", "door", "van", "voor", "en", "dat", "of",
    "with", "and", "avec", "selon", "ziet", "zag",
})  # fmt: skip
"""Before a name, in the middle of a sentence."""
_DOES = frozenset({
    "wil", "wilt", "gaat", "heeft", "belt", "komt", "zegt", "vraagt", "woont", "slaapt", "doet",
    "kan", "moet", "mag", "krijgt", "ziet", "werkt", "helpt", "weet", "vindt", "volgt", "neemt",
    "blijft", "brengt", "haalt", "maakt", "zorgt", "zoekt", "leest", "schrijft", "praat",
    "drinkt", "speelt", "voelt", "is", "was", "had", "wou", "ging", "zei", "regelt", "spreekt",
    "wacht", "zit", "staat", "wordt", "durft", "wants", "has", "says", "goes", "calls", "lives",
    "veut", "va", "dit", "habite", "regarde", "kwam", "belde", "kreeg", "betaalt", "tekent",
    "luistert", "leert", "trekt", "loopt", "rijdt", "eet", "houdt", "geeft", "begrijpt",
    "hoopt", "vertelt",
})  # fmt: skip
"""What people do, at the beginning of a sentence: "Roos gaat naar school"."""
_NO_NAMES = _TITLES | _ROLES | _CALLED | _DOES | frozenset({
    "veilig", "thuis", "jeugdzorg", "jeugdhulp", "ocmw", "wijkteam", "gemeente", "clb", "caw",
    "telefonhilfe",
})  # fmt: skip
_INITIALS = re.compile(
    r"(?<![\w.])(?!(?:B\.V|N\.V|V\.Z\.W|A\.U\.B|P\.S|N\.V\.T|T\.A\.V|I\.V\.M|K\.B|D\.D|T\.E\.M|U\.S|"
    r"V\.N|C\.V|Z\.O\.Z|G\.O|E\.H\.B\.O)\b)"
    r"[A-Z]\.\s?(?:(?:v\.?d|d|v|van|de)\.?\s?){0,2}(?:[A-Z]\.\s?){1,4}"
)
_INITIAL = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){1,4}(?:(?:van|de[nr]?|ter?|el)\s){0,2}(?P<name>[A-ZÀ-Þ][^\W\d_]{2,})"
)
_SHORTEST = 4
"""Letters of a name without a capital and without a cue."""


class Told(Enum):
    """What of a name a text has."""

    NAME = "name"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    text: str
    start: int
    plain: str
    """Without accents, capitals and the s of "Nadia's"."""
    is_capital: bool
    """Whether it has a capital and is no abbreviation of capitals only."""
    begins: bool
    """Whether any word would have a capital there."""
    mark: str
    """The last sign before it that is no space; empty at the beginning."""


def words_in(text: str) -> list[Word]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        before = text[max(0, match.start() - 12) : match.start()]
        is_capital = word[0].isupper() and (len(word) == 1 or not word.isupper())
        begins = match.start() == 0 or bool(_BEGINS.search(before))
        mark = before.rstrip()[-1:]
        found.append(Word(word, match.start(), folded(word), is_capital, begins, mark))
    return found


def names(text: str, words: list[Word]) -> set[Told]:
    """Say whether a text has what could be somebody's name, or initials.

    >>> def told(text): return sorted(each.name for each in names(text, words_in(text)))
    >>> told("mevr. el amrani belt"), told("Roos gaat naar school"), told("een roos van haar klas")
    (['NAME'], ['NAME'], [])
    >>> told("meester jan zegt het"), told("een meester kan het")
    (['NAME'], [])
    >>> told("gesprek met M.B.")
    ['INITIALS']
    """
    found = {Told.INITIALS} if _INITIALS.search(text) else set()
    initials = any(folded(match["name"]) not in _NO_NAMES for match in _INITIAL.finditer(text))
    if initials or any(_is_name(words, place) for place in range(len(words))):
        found.add(Told.NAME)
    return found


def _is_name(words: list[Word], place: int) -> bool:
    word = words[place]
    if len(word.plain) < 2:  # noqa: PLR2004 - a letter is no name
        return False
    return _is_cued(words, place) or _is_known(words, place)


def _is_cued(words: list[Word], place: int) -> bool:
    """Whether what stands before a word says that it is a name."""
    word = words[place]
    if word.plain in _NO_NAMES or word.plain in _BETWEEN:
        return False
    first = place
    while first and place - first < 3 and words[first - 1].plain in _BETWEEN:  # noqa: PLR2004
        first -= 1
    if not first:
        return _after_a_particle(words, place)
    cue = words[first - 1].plain
    if word.begins and cue not in _SHORT:
        return _after_a_colon(word, cue) or _after_a_particle(words, place)
    if cue in _TITLES:
        return word.is_capital or _is_any(word.plain) or _is_unheard_of(word.plain)
    if cue in _CALLED:
        return word.is_capital or _is_only(word.plain)
    if cue in _ROLES and first == place:
        return _is_of_role(word, cue)
    return _after_a_particle(words, place)


def _is_of_role(word: Word, role: str) -> bool:
    """Whether a word behind a role is the name of who has it."""
    is_meant = word.is_capital or (role in _CLOSE and word.plain in lexicon().first_names)
    return (is_meant and word.plain not in _NEVER) or _is_only(word.plain)


def _after_a_colon(word: Word, cue: str) -> bool:
    """Whether it is a name behind "Moeder:" or "wie:", where other words have a capital too."""
    if word.mark != ":" or not word.is_capital or word.plain in _NEVER:
        return False
    of_somebody = _ROLES | _TITLES | _CALLED
    if word.plain in lexicon().first_names:
        return cue in of_somebody | _WHO
    return cue in of_somebody and _is_unheard_of(word.plain)


def _after_a_particle(words: list[Word], place: int) -> bool:
    """Whether it is a surname after "van den", "de" or "el", each as names have it."""
    word = words[place]
    if not place or not word.is_capital or words[place - 1].plain not in _PARTICLES:
        return False
    is_surname = word.plain in lexicon().surnames and word.plain not in _NEVER
    return is_surname and (place < 2 or not words[place - 2].begins or words[place - 2].is_capital)  # noqa: PLR2004


def _is_known(words: list[Word], place: int) -> bool:
    """Whether a word is known as a name and stands where no ordinary word would."""
    word, known = words[place], lexicon()
    plain = word.plain
    if plain in _NEVER or plain in _NO_NAMES:
        return False
    if not word.text[0].isupper():
        return _is_only(plain) or _has_a_name(word)
    if not word.is_capital:
        return False
    if _bare(plain) in known.first_names.only or _has_a_name(word):
        return True
    if plain in known.surnames.only:
        return not word.begins or len(words) == 1 or _beside_a_name(words, place)
    if _bare(plain) not in known.first_names:
        return _is_foreign(words, place)
    return not word.begins or len(words) == 1 or _beside_a_name(words, place) or _does(words, place)


def _is_foreign(words: list[Word], place: int) -> bool:
    """Whether a word with a capital is no ordinary word, and stands where a name does."""
    word = words[place]
    if len(word.plain) < _SHORTEST or "-" in word.plain or lexicon().is_ordinary(word.plain):
        return False
    if _does(words, place):
        return True
    before = words[place - 1].plain if place and not word.begins else ""
    return before in _WITH and word.plain not in lexicon().places


def _has_a_name(word: Word) -> bool:
    """Whether a part with a capital of its own is a name: "Dirk-Jan", "zaak-Benali"."""
    parts = [part for part in word.text.split("-") if part[0].isupper() and not part.isupper()]
    known = lexicon()
    return "-" in word.text and any(
        len(part) >= _SHORTEST
        and (folded(part) in known.first_names.only or folded(part) in known.surnames.only)
        for part in parts
    )


def _does(words: list[Word], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].plain in _DOES


def _beside_a_name(words: list[Word], place: int) -> bool:
    """Whether a name follows, at once or after "and"."""
    after = words[place + 1 : place + 3]
    if after and after[0].plain in {"en", "and", "et", "of"}:
        after = after[1:]
    return bool(after) and after[0].is_capital and _is_any(after[0].plain)


def _bare(plain: str) -> str:
    """Without the s of "Wessels moeder"."""
    is_longer = plain.endswith("s") and len(plain) > _SHORTEST
    return plain[:-1] if is_longer and plain not in lexicon().first_names else plain


def _is_only(plain: str) -> bool:
    return len(plain) >= _SHORTEST and plain in lexicon().first_names.only


def _is_unheard_of(plain: str) -> bool:
    return len(plain) >= _SHORTEST and not lexicon().is_ordinary(plain)


def _is_any(plain: str) -> bool:
    known = lexicon()
    parts = (plain, *plain.split("-"))
    return any(part in known.first_names or part in known.surnames for part in parts)
