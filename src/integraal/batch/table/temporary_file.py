"""Write files beside their places: whole ones take their places together, and half ones go."""

import contextlib
import os
import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

_NOBODY_ELSE = 0o077


@contextlib.contextmanager
def written_beside(places: Sequence[Path]) -> Iterator[list[Path]]:
    """Give a path beside each place, for a file that nobody else can read from its first byte on.

    At the end those that were made are moved to their places. If anything fails before that, they
    are taken away, and what stood in the places still does.

    Raises:
        OSError: if a file cannot be moved.
    """
    beside = [path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp") for path in places]
    before = os.umask(_NOBODY_ELSE)
    try:
        yield beside
        for new, path in zip(beside, places, strict=True):
            if new.exists():
                new.replace(path)
    finally:
        os.umask(before)
        for new in beside:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
