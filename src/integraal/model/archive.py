"""ZIP archives of which the same contents give the same bytes.

Spreadsheets and documents are such archives, and those hold the moment at which each part was put
in.
"""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

MOMENT = datetime(2026, 1, 1)
"""For a file that says when it was made; the true moment would make each one different."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold."""


def same_bytes(save: Callable[[io.BytesIO], object]) -> bytes:
    """An archive with every part of the oldest moment there is.

    Args:
        save: Writes the archive to a file; its parts keep their order.

    >>> def packed(second: int) -> bytes:
    ...     def save(file: io.BytesIO) -> None:
    ...         with zipfile.ZipFile(file, "w") as parts:
    ...             parts.writestr(zipfile.ZipInfo("a.txt", (2026, 11, 21, 9, 0, second)), "a")
    ...     return same_bytes(save)
    >>> packed(2) == packed(4)
    True
    """
    made, result = io.BytesIO(), io.BytesIO()
    save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(result, "w") as fixed:
        for part in parts.namelist():
            about = zipfile.ZipInfo(part, _OLDEST)
            fixed.writestr(about, parts.read(part), zipfile.ZIP_DEFLATED)
    return result.getvalue()
