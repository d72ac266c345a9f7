"""What goes wrong is said in our words; the messages are those that DuckDB and Linux give."""

import errno
from pathlib import Path

import pytest

from integraal.batch.duckdb.errors import as_findings
from integraal.model.finding import Faulty, Finding

ASYNC = (
    'IO Error: Async write failed for range [offset=119, size=14979476]: {"exception_type":"IO",'
    '"exception_message":"Could not write file \\"/data/.u.csv.0c014a11.tmp\\": No space left on'
    ' device","errno":"28"}'
)
WAITING = 'IO Error: Could not write file "/scratch/integraal-x/said.db": No space left on device'


def said(error: Exception) -> Finding:
    with pytest.raises(Faulty) as faulty, as_findings(Path("in.csv"), Path("map/uit.csv")):
        raise error
    (finding,) = faulty.value.findings
    return finding


@pytest.mark.parametrize(
    ("told", "folder"), [(ASYNC, "/data"), (WAITING, "/scratch/integraal-x"), (None, "map")]
)
def test_a_full_disk_is_named_with_its_folder(told: str | None, folder: str) -> None:
    import duckdb

    by_system = OSError(errno.ENOSPC, "No space left on device")
    finding = said(duckdb.IOException(told) if told else by_system)
    assert (finding.code, finding.place.file) == ("disk-full", "map/uit.csv")
    assert dict(finding.details) == {"folder": folder, "still": "nothing"}


def test_what_else_cannot_be_written_or_read_gives_its_first_line() -> None:
    import duckdb

    finding = said(duckdb.IOException("IO Error: no\nmore"))
    assert (finding.code, dict(finding.details)) == (
        "not-written",
        {"reason": "IO Error: no", "still": "nothing"},
    )
    finding = said(duckdb.InvalidInputException("Invalid Input Error: no\nmore"))
    assert (finding.code, finding.place.file) == ("unreadable-table", "in.csv")


def test_ctrl_c_is_ctrl_c() -> None:
    with pytest.raises(KeyboardInterrupt), as_findings(Path("a"), Path("b")):
        raise RuntimeError("Query interrupted")
