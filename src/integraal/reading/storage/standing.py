"""What stands in a place before something is written there, and whether it still does after.

A sentence that says so after a failure must be true of what is on the disk then, and not of what
the program meant to do.
"""

import os
import stat
from pathlib import Path
from typing import TypeAlias

from integraal.model.finding import Faulty, faulty

Standing: TypeAlias = tuple[int, ...] | None
"""What tells a file from any other, and from itself at another time; None where there is none."""
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def standing(place: Path) -> Standing:
    """Look at what stands in a place; of a link, where it leads."""
    try:
        found = place.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def still(place: Path, before: Standing) -> str:
    """Say in one word what became of what stood in a place.

    Args:
        place: Where.
        before: What stood there.

    Returns: `nothing` where nothing stands and nothing stood, `there` where the same still stands,
        `changed` otherwise.
    """
    now = standing(place)
    if now is None and before is None:
        return "nothing"
    return "there" if now == before else "changed"


def not_saved(place: Path, before: Standing, error: OSError) -> Faulty:
    """The finding that something was not written, with what stands there now."""
    reason = error.strerror or str(error)
    return faulty("not-saved", place, reason=reason, still=still(place, before))


def check_not_read_only(place: Path) -> None:
    """Refuse to take the place of a file that somebody set to be read only.

    Moving another file over it would work, whatever it says of itself.

    Raises:
        Faulty: if it is.
    """
    try:
        found = os.stat(place)  # noqa: PTH116 - Path.exists fails on too long a name
    except (OSError, ValueError):
        return
    if stat.S_ISREG(found.st_mode) and not found.st_mode & _WRITABLE:
        raise faulty("not-saved", place, reason="read-only", still="there")
