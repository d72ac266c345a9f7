"""Who studied whether the questions of an instrument lead where they should."""

from dataclasses import dataclass

from integraal.model.source import Citation
from integraal.model.text import Text


@dataclass(frozen=True, slots=True)
class Validation:
    """What its author says of it.

    >>> Validation().is_studied
    False
    """

    by: Text = ""
    """Empty where nobody studied it."""
    citation: Citation | None = None
    """Where the study can be read; None where nobody studied it."""

    @property
    def is_studied(self) -> bool:
        """Whether somebody studied it."""
        return bool(self.by)
