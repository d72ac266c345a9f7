"""Write an archive anew so that the same contents give the same bytes.

Spreadsheets and documents are ZIP archives, and those hold the moment at which each part was put
in.
"""

import io
import zipfile

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold."""


def with_fixed_times(made: bytes) -> bytes:
    """Give the archive with the same parts in the same order, all of the oldest moment there is.

    >>> def packed(second: int) -> bytes:
    ...     file = io.BytesIO()
    ...     with zipfile.ZipFile(file, "w") as parts:
    ...         parts.writestr(zipfile.ZipInfo("a.txt", (2026, 11, 21, 9, 0, second)), "a")
    ...     return file.getvalue()
    >>> packed(2) == packed(4), with_fixed_times(packed(2)) == with_fixed_times(packed(4))
    (False, True)
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as parts, zipfile.ZipFile(result, "w") as fixed:
        for part in parts.namelist():
            about = zipfile.ZipInfo(part, _OLDEST)
            fixed.writestr(about, parts.read(part), zipfile.ZIP_DEFLATED)
    return result.getvalue()
