"""Keep out of tables and calendars what they cannot hold, and what a terminal would obey."""

import re

_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Lines and tabs they can hold."""
_PICTURES = 0x2400
"""Unicode has a picture for each of the first control characters, in the same order from here."""


def without_controls(text: str) -> str:
    r"""Replace control characters by something to see, and nothing else.

    >>> without_controls("rood \x1b[31m\nen nog een regel")
    'rood ␛[31m\nen nog een regel'
    """
    return _CONTROLS.sub(lambda found: _seen(found[0]), text)


def _seen(character: str) -> str:
    return chr(_PICTURES + ord(character)) if character < " " else "\ufffd"
