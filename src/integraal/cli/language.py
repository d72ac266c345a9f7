"""The language in which a command speaks to its user; it is settled for as long as one lasts."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from integraal.words.words import LANGUAGES, Words

VARIABLE = "INTEGRAAL_TAAL"
_spoken: ContextVar[Words] = ContextVar("integraal.spoken")


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


@contextmanager
def speaking(language: str) -> Iterator[Words]:
    """Speak a language until the end of the block.

    >>> with speaking("en"):
    ...     words()("and")
    'and'
    """
    before = _spoken.set(Words(language))
    try:
        yield _spoken.get()
    finally:
        _spoken.reset(before)


def with_nearest(sentence: str, word: str, known: Sequence[str]) -> str:
    """A sentence about a word that is not known, with the known one that is most like it."""
    from integraal.reading.shapes.fit import nearest

    suggestion = nearest(word, known)
    hint = words()("remedy.did_you_mean", suggestion=suggestion) if suggestion else ""
    return f"{sentence} {hint}".strip()


def words() -> Words:
    """The words of the command that runs; without one, those that the environment asks for."""
    spoken = _spoken.get(None)
    return spoken if spoken is not None else Words(asked_language([]))
