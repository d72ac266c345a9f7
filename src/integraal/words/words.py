"""The sentences of one language, by key.

A folder per language, a module per topic, so that a start reads one language. The languages have
the same keys and the same values to fill in; a test holds them to it.
"""

from importlib import import_module

LANGUAGES = ("nl", "en", "fr")
TOPICS = (
    "interface", "batch", "checklist", "comparison", "course", "findings", "paper", "proof",
    "signals", "spark", "template", "trial", "why",
)  # fmt: skip
"""A module each, in the folder of every language."""


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
        self._table: dict[str, str] = {}
        for topic in TOPICS:
            self._table |= import_module(f"integraal.words.{language}.{topic}").WORDS

    def __call__(self, key: str, /, **values: object) -> str:
        """Give a sentence with its values filled in.

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

    def count(self, number: int) -> str:
        """Write a whole number as this language does.

        >>> Words("nl").count(1234567), Words("en").count(999)
        ('1.234.567', '999')
        """
        return f"{number:,}".replace(",", self("thousands"))

    def date(self, year: int, month: int, day: int) -> str:
        """Write a date in full.

        >>> Words("nl").date(2026, 11, 21)
        '21 november 2026'
        """
        shown = self("first_of_month") if day == 1 else day
        return f"{shown} {self('months').split()[month - 1]} {year}"
