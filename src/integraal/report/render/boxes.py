"""The boxes of a form as characters: square where several may be ticked, else round."""


def box(*, ticked: bool, several: bool) -> str:
    """The character of a box.

    >>> box(ticked=False, several=True) + box(ticked=True, several=False)
    '☐◉'
    """
    if several:
        return "☒" if ticked else "☐"
    return "◉" if ticked else "○"
