"""What somebody filled in on a form in Word or in a browser, as it stands there: no answer yet.

Only what is ticked or written is there. What is blank says nothing, and what a program lost on the
way looks the same.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from integraal.model.codes import CHECK
from integraal.words.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What stands on a form."""

    checks: tuple[str, ...]
    """All that looks like the check of a form, the last one first."""
    ticked: tuple[str, ...] = ()
    """Codes of the boxes with a cross."""
    blank: int = 0
    """Boxes without one."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Code of a question, to what was written in its room."""
    day: str = ""
    """What was written behind the date."""
    nameless: int = 0
    """Boxes with a cross of which nothing says the code."""
    said: str = ""
    """All texts on it, its feet included."""
    as_made: bool = False
    """Whether all stands as it was printed: nobody changed it, or a program lost what they did."""

    @property
    def is_filled(self) -> bool:
        """Whether anything stands on it at all."""
        return bool(self.ticked or self.written or self.nameless)


Reader = Callable[[bytes], FilledForm | None]
"""Reads a file; None where it is none of its kind, or far too large."""


def checks_in(text: str) -> tuple[str, ...]:
    """Find what looks like the check of a form, the last one first: it stands at the foot.

    >>> checks_in("versie 2026.1 · controlecode 2KJD")
    ('2KJD',)
    """
    return tuple(re.findall(rf"(?<![\w-]){CHECK}(?!\w)", text))[::-1]


def is_date(label: str) -> bool:
    """Whether a field of the head is that of the day, in one or several languages."""
    called = {Words(language)("checklist.date") for language in LANGUAGES}
    return bool(called & {part.strip() for part in label.split("/")})
