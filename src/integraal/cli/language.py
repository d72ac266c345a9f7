"""In which language this process speaks to its user."""

import os
from collections.abc import Sequence

from integraal.words.words import LANGUAGES, Words

VARIABLE = "INTEGRAAL_TAAL"


def asked_language(arguments: Sequence[str]) -> str:
    """Find the language asked for, before the command line is parsed: help needs it too.

    >>> asked_language(["advies", "--taal", "fr"]), asked_language(["advies", "--taal=en"])
    ('fr', 'en')
    """
    wanted = os.environ.get(VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--taal":
            wanted = "".join(arguments[index + 1 : index + 2])
        elif argument.startswith("--taal="):
            wanted = argument.removeprefix("--taal=")
    # Several languages, as for a form, lead with the first one.
    first = wanted.split(",")[0].strip()
    return first if first in LANGUAGES else LANGUAGES[0]


_spoken: list[Words] = []


def speak(language: str) -> Words:
    """Settle the language of this process."""
    _spoken[:] = [Words(language)]
    return _spoken[0]


def words() -> Words:
    """Give the words of this process."""
    return _spoken[0] if _spoken else speak(asked_language([]))
