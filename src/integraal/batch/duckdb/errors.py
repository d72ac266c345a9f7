"""Findings for what DuckDB and the system refuse."""

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

from integraal.batch.table.source import unreadable
from integraal.model.finding import Faulty, faulty
from integraal.reading.storage.standing import Standing, standing, still

_FULL = os.strerror(errno.ENOSPC)
_OF_WRITING = [os.strerror(n) for n in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS)]
"""What no reading ends with: the table is not to blame."""
_FILE = re.compile(r'file \\?"([^"\\]+)')


@contextlib.contextmanager
def as_findings(source: Path, target: Path) -> Iterator[None]:
    """Turn errors of DuckDB and the system into findings.

    Args:
        source: The table that is read.
        target: Where the result goes.

    Raises:
        Faulty: if a disk is full, or something cannot be read or written.
        KeyboardInterrupt: if the user stops it.
    """
    import duckdb

    before = standing(target)
    try:
        yield
    except OSError as error:
        raise _not_written(target, before, error.strerror or str(error)) from None
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise _not_written(target, before, str(error)) from None
    except duckdb.Error as error:
        if any(told in str(error) for told in _OF_WRITING):
            raise _not_written(target, before, str(error)) from None
        raise unreadable(source, str(error)) from None
    except RuntimeError as error:
        if str(error) == "Query interrupted":  # so DuckDB says that the user pressed Ctrl-C
            raise KeyboardInterrupt from None
        raise


def _not_written(target: Path, before: Standing, told: str) -> Faulty:
    if _FULL in told:
        named = _FILE.search(told)  # which may be where the work waits, and not the result
        folder = Path(named[1]).parent if named else target.parent
        return faulty("disk-full", target, folder=folder, still=still(target, before))
    reason = told.splitlines()[0] if told else ""
    return faulty("not-written", target, reason=reason, still=still(target, before))
