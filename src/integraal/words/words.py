"""The sentences of one language, by key.

A folder per language, a module per topic, so that a start reads one language. The languages have
the same keys and the same values to fill in; a test holds them to it. What is the same in all of
them stands in `shared`.
"""

import errno
import os
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import import_module

from integraal.words.shared import SHARED

LANGUAGES = ("nl", "en", "fr")
TOPICS = (
    "interface", "agenda", "agreed", "authors", "batch", "browser", "care_map", "checklist",
    "codes", "comparison", "course", "danger", "findings", "interview", "keeping", "meetings",
    "moments", "network", "numbers", "panel", "panel_cases", "panel_report", "panel_sheets",
    "paper", "proof", "readers", "short", "signals", "spark", "template", "translation", "trial",
    "why",
)  # fmt: skip
"""A module each, in the folder of every language."""
_SPOKEN = "spoken."
_LONGEST_CODE = 3
SYSTEM = (
    "EACCES", "EPERM", "ENOENT", "EISDIR", "ENOTDIR", "EROFS", "ENOSPC", "ENAMETOOLONG", "EDQUOT",
    "EFBIG", "EIO", "EBUSY", "EMFILE", "ELOOP", "EBADF",
)  # fmt: skip
"""What a system may say of a file, as far as we say it ourselves."""


class Words:
    """The sentences of one language.

    >>> Words("nl")("advice.at_least", level="coördinatie")
    'Minstens coördinatie.'
    """

    def __init__(self, language: str) -> None:
        """Read a language.

        Raises:
            KeyError: if it is none of LANGUAGES.
        """
        if language not in LANGUAGES:
            raise KeyError(language)
        self.language = language
        self._table: dict[str, str] = dict(SHARED)
        for topic in TOPICS:
            self._table |= import_module(f"integraal.words.{language}.{topic}").WORDS

    def __call__(self, key: str, /, **values: object) -> str:
        """A sentence with its values filled in.

        Raises:
            KeyError: if there is no such sentence.
        """
        sentence = self._table[key]
        return sentence.format(**values) if values else sentence

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def keys(self) -> frozenset[str]:
        """List the keys."""
        return frozenset(self._table)

    def detail(self, name: str, value: str) -> str:
        """Write a value of a finding as people call it in this language.

        >>> Words("en").detail("kinds", "email, telefoon"), Words("en").detail("column", "regio")
        ('e-mail address, phone number', 'regio')
        """
        match name:
            case "kind" | "kinds":  # of a file, or of what identifies a person
                topic = "kind" if name == "kind" else "identifier"
                keys = {kind: f"{topic}.{kind}" for kind in value.split(", ")}
                return ", ".join(self(key) if key in self else kind for kind, key in keys.items())
            case "where":
                return self(f"where.{value}") if f"where.{value}" in self else value
            case "sign":
                return self(f"sign.{value}") if f"sign.{value}" in self else value
            case "reason":
                return self._system(value)
            case "still" | "became":  # what stands in a place, and what became of it
                return self(f"{name}.{value}") if f"{name}.{value}" in self else value
            case _:
                return value

    def _system(self, told: str) -> str:
        """What a system says of a file, in this language, or that it is the system that says so."""
        if f"system.{told}" in self:
            return self(f"system.{told}")
        known = {name: getattr(errno, name, None) for name in SYSTEM}
        names = (name for name, number in known.items() if number and os.strerror(number) in told)
        if name := next(names, ""):
            return self(f"system.{name}")
        is_theirs = told in map(os.strerror, errno.errorcode)
        return self("system.other", told=told) if is_theirs else told

    def typed(self, key: str) -> tuple[str, ...]:
        """List what people may type for something, in lower case."""
        return tuple(word.casefold() for word in self(key).split("|"))

    def listed(self, names: "list[str] | tuple[str, ...]", last: str = "and") -> str:
        """Join names as this language does.

        Args:
            names: Any number of them.
            last: What stands before the last one: `and` or `or`.

        >>> Words("nl").listed(["a", "b", "c"])
        'a, b en c'
        """
        if len(names) < 2:  # noqa: PLR2004 - one needs no joining
            return "".join(names)
        return f"{', '.join(names[:-1])} {self(last)} {names[-1]}"

    def apart(self, parts: Iterable[str]) -> str:
        """Parts that may have commas in them, with a sign between them that keeps them apart.

        >>> Words("nl").apart(["wonen, werk", "geld"])
        'wonen, werk; geld'
        """
        return self._table["apart"].join(parts)

    def spoken(self, languages: Iterable[str]) -> str:
        """What languages are called that people speak somewhere; any that has no name here stays.

        >>> Words("nl").spoken(["nl", "fr", "Tigrinya"])
        'Nederlands, Frans, Tigrinya'
        """
        keys = ((each, f"spoken.{each}") for each in languages)
        return ", ".join(self(key) if key in self else each for each, key in keys)

    def count(self, number: int) -> str:
        """Write a whole number as this language does.

        >>> Words("nl").count(1234567), Words("en").count(999)
        ('1.234.567', '999')
        """
        return f"{number:,}".replace(",", self("thousands"))

    def date(self, day: date) -> str:
        """Write a date in full.

        >>> Words("nl").date(date(2026, 11, 21))
        '21 november 2026'
        """
        shown = self("first_of_month") if day.day == 1 else day.day
        return f"{shown} {self('months').split()[day.month - 1]} {day.year}"


@cache
def typed_in_any_language(key: str) -> tuple[str, ...]:
    """List what people may type for something in any of LANGUAGES, in lower case.

    >>> {"weet ik niet", "not sure"} <= set(typed_in_any_language("typed.dont_know"))
    True
    """
    typed = (word for language in LANGUAGES for word in Words(language).typed(key))
    return tuple(dict.fromkeys(typed))


def code_of_language(name: str) -> str:
    """The code of a language that is called so in any of ours; empty where none is.

    >>> code_of_language("Frans"), code_of_language("arabe"), code_of_language("Tigrinya")
    ('fr', 'ar', '')
    """
    # Codes are short: who only has those does not read the words of every language.
    return _codes().get(name.strip().casefold(), "") if len(name) > _LONGEST_CODE else ""


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for words in map(Words, LANGUAGES):
        every = words.keys()
        spoken = (key for key in every if key.startswith(_SPOKEN))
        found |= {words(key).casefold(): key.removeprefix(_SPOKEN) for key in spoken}
    return found
