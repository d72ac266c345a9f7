"""Texts that say the same where readers must tell things apart, and texts with nothing in them.

Two options of one question with the same label leave nobody able to choose; a rule that gives the
same reason for the same effect says it twice. A level and an action may share a reason: they stand
in different places. And what says yes must be the yes: rules and paper codes look at the id `ja`,
people at its label, so labels that changed places turn every answer round.
"""

import re
from collections.abc import Callable, Iterator

from integraal.model.codes import NO_OPTION, NONE_OPTION, YES_OPTION, yes_and_no
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument, Kind, Question
from integraal.reading.overlay import Whole, texts
from integraal.words.words import LANGUAGES, Words

_TOLD_APART = (
    re.compile(r"(questions\.[^.]+\.options)\.[^.]+\.label"),
    re.compile(r"questions\.[^.]+\.(ask|name)"),
    re.compile(r"(definitions)\.[^.]+\.name"),
    re.compile(r"(sections)\.[^.]+\.title"),
    re.compile(r"(actions|outcomes)\.[^.]+\.text"),
    re.compile(r"(levels)\.[^.]+\.name"),
    re.compile(r"levels\.[^.]+\.(forms)\.[^.]+\.name"),
    re.compile(r"(levels\.[^.]+\.attention_points)\.[^.]+\.text"),
)
"""Keys of texts; those whose first group is the same must differ from each other."""
_FIRST_WORDS = {
    "nl": (("ja",), ("nee", "neen")),
    "en": (("yes",), ("no",)),
    "fr": (("oui",), ("non",)),
}
"""With which words a label may begin: of the option for yes, and of the one for no."""
_NOTHING = (
    "",
    "geen",
    "nee",
    "niet",
    "niets",
    "nvt",
    "no",
    "none",
    "nothing",
    "aucun",
    "non",
)
"""What an author may write for it where there are no words for the family."""
_SENTENCE = re.compile(r"\.(ask|why|because|about|text|for_family|for_professionals|note)$")
"""Keys of texts that are sentences."""
_ENDS = (".", "?", "!", ":", ")", "”", "»", "…")
_REASON = re.compile(r"rules\.([^.]+)\.because")


def wording_findings(whole: Whole, locate: Callable[[str], Place]) -> Iterator[Finding]:
    """The texts that are empty, or the same as another.

    Args:
        whole: An instrument, a scale or help lines, in any language.
        locate: Finds the place of the text with a key.
    """
    first: dict[tuple[object, str], str] = {}
    for key, text in texts(whole).items():
        plain = _plain(text)
        if _is_cut(key, text, locate(key)):
            yield Finding.warning("text-cut", locate(key), key=key)
        if not plain:
            yield Finding.warning("empty-text", locate(key), key=key)
            continue
        family = _family(whole, key)
        other = first.setdefault((family, plain), key) if family else key
        if other != key:
            yield Finding.warning("duplicate-text", locate(key), key=key, other=other)


def _is_cut(key: str, text: str, place: Place) -> bool:
    """Whether what follows a text on its line seems to be the rest of it, and not a remark.

    A remark has a space behind its `#`, and stands behind a whole sentence.
    """
    start = place.column - 1
    after = place.excerpt[start + place.length :]
    if place.excerpt[start : start + 1] in ("'", '"') or not re.match(r"\s+#", after):
        return False
    is_whole = not _SENTENCE.search(key) or text.rstrip().endswith(_ENDS)
    return not (is_whole and re.match(r"\s+#(\s|$)", after))


def yes_or_no_findings(instrument: Instrument, locate: Callable[[str], Place]) -> Iterator[Finding]:
    """The labels of yes and no that do not begin with the word for it.

    Args:
        instrument: In any language; one of which the words are not known is not looked at.
        locate: Finds the place of the text with a key.
    """
    for question in instrument.questions():
        for option, allowed in _held(question, instrument.language):
            label = question.option(option).label
            if _plain(label).split()[:1] not in [[word] for word in allowed]:
                key = f"questions.{question.id}.options.{option}.label"
                words = ", ".join(word.capitalize() for word in allowed)
                yield Finding.warning("yes-or-no-label", locate(key), key=key, words=words)


def own_unknown_findings(
    instrument: Instrument, locate: Callable[[str], Place]
) -> Iterator[Finding]:
    """The options that say that nobody knows, which each question has already.

    As an option it is an answer like any other: it can count as the highest need.

    Args:
        instrument: In any language; one of which the words are not known is not looked at.
        locate: Finds the place of the text with a key.
    """
    if instrument.language not in LANGUAGES:
        return
    said = [_plain(each) for each in Words(instrument.language)("own_unknown").split("|")]
    for question in instrument.questions():
        for option in question.options:
            if _plain(option.label) in said:
                key = f"questions.{question.id}.options.{option.id}.label"
                yield Finding.warning("own-unknown", locate(key), question=question.id)


def unsaid_findings(instrument: Instrument, place: Place) -> Iterator[Finding]:
    """What its author leaves to a sentence that would be true of any instrument.

    Args:
        instrument: In any language.
        place: Where the instrument says what it is.
    """
    missing = [] if instrument.validated else ["validated"]
    missing += [] if instrument.disclaimer_here else ["disclaimer"]
    if instrument.speaks_to_families and not instrument.family_title_here:
        missing.append("family_title")
    if missing:
        yield Finding.warning("not-said", place, keys=", ".join(missing))


def unspoken_findings(instrument: Instrument, locate: Callable[[str], Place]) -> Iterator[Finding]:
    """The actions and routes of which a family reads nothing, though it reads of others.

    Args:
        instrument: In the language of its author.
        locate: Finds the place of the text with a key.
    """
    if not instrument.speaks_to_families:
        return
    for listed in ("actions", "outcomes"):
        for one in getattr(instrument, listed):
            says_nothing = _plain(one.for_family) in _NOTHING
            if says_nothing and not (one.not_for_family or one.sensitive):
                place = locate(f"{listed}.{one.id}.text")
                yield Finding.warning("family-words-missing", place, statement=one.id)


def _held(question: Question, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The options of a question that say yes or no, each with the words it may begin with."""
    yes, no = _FIRST_WORDS.get(language, ((), ()))
    if not yes or question.kind is not Kind.ONE:
        return
    ids = question.option_ids
    against = [option for option in ids if option in (NO_OPTION, NONE_OPTION)]
    if YES_OPTION in ids and against:
        yield YES_OPTION, yes
        yield from ((option, no) for option in against)
    elif both := yes_and_no(question):
        yield from zip(both, (yes, no), strict=True)


def _family(whole: Whole, key: str) -> object:
    """With which texts this one must not be confused; None when it may be."""
    reason = _REASON.fullmatch(key)
    if reason and isinstance(whole, Instrument):
        return whole.rule(reason[1]).effect
    matches = (pattern.fullmatch(key) for pattern in _TOLD_APART)
    return next((match[1] for match in matches if match), None)


def _plain(text: str) -> str:
    """Leave out what readers do not hear."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).casefold().split())
