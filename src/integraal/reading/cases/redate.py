"""Give moments of a case file another day, and nothing else."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from integraal.reading.cases.case_document import dumped, loaded
from integraal.reading.cases.moment_writer import moment_in
from integraal.reading.storage.atomic_write import write_atomically


def redate(path: Path, days: Mapping[date | None, date]) -> None:
    """Write the right day at each moment of a wrong one.

    Args:
        path: Of the file.
        days: The right day, by the wrong one.

    Raises:
        Faulty: if the file could not be written; what was in it is untouched.
    """
    document = loaded(path)
    for wrong, right in days.items():
        moment_in(document, wrong)["moment"] = right
    write_atomically(path, dumped(document), overwrite=True)
