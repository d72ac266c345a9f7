"""Find on a sheet of which rater it says that it is."""

import re

from integraal.model.codes import CHECK

_SHEET = re.compile(rf"(?<![\w-])([A-Z]{{1,2}}) (?:· [^·\n]{{1,20}} )?{CHECK}(?!\w)")


def letters_in(text: str) -> frozenset[str]:
    """The letters that stand before a check.

    >>> letters_in("Vel A · controlecode 3NXX · De casussen zijn verzonnen.")
    frozenset({'A'})
    >>> letters_in("AB 3NXX"), letters_in("3NXX")
    (frozenset({'AB'}), frozenset())
    """
    return frozenset(_SHEET.findall(text))
