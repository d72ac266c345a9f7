"""Where Spark leaves what it makes: whole, or not at all."""

import contextlib
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.spark.session import NOT_FOUND, failing_as, stop
from integraal.batch.spark.source import address_of
from integraal.model.finding import Place, faulty
from integraal.reading.storage.atomic_write import written_together
from integraal.reading.storage.standing import standing, still

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

DONE = "_SUCCESS"
"""An empty file that Spark puts beside the parts of a table that is whole."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the results are written first."""

    answers: str
    """Address of a folder."""
    rejects: Path | str
    """A file here, or the address of a folder elsewhere."""
    mode: str

    def write_rejects(self, rejects: "DataFrame") -> None:
        """Write the rejects: here as one CSV file, row by row; elsewhere as a folder of CSV."""
        if isinstance(self.rejects, str):
            rejects.write.mode(self.mode).csv(self.rejects, header=True)
            return
        with self.rejects.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(rejects.columns)
            writer.writerows(rejects.toLocalIterator())


@dataclass(frozen=True, slots=True)
class Target:
    """Where the results must come."""

    answers: str
    rejects: str
    is_here: bool
    """Whether these are paths of this machine, and not addresses."""
    overwrite: bool

    @property
    def mode(self) -> str:
        """What Spark does where something is already."""
        return "overwrite" if self.overwrite else "errorifexists"

    @contextmanager
    def written(self, spark: "SparkSession") -> Iterator[Places]:
        """Hand out places to write to, and move all of it to its place at the end.

        Raises:
            Faulty: if that cannot be done. Then what was there still is.
        """
        if not self.is_here:
            for address in () if self.overwrite else (self.answers, self.rejects):
                _check_free(spark, address)
            yield Places(self.answers, self.rejects, self.mode)
            return
        here = (Path(self.answers), Path(self.rejects))
        before = standing(here[0])
        try:
            with written_together(*here, overwrite=self.overwrite) as (answers, rejects):
                try:
                    yield Places(address_of(str(answers)), rejects, self.mode)
                    if self.overwrite:
                        _check_still_ours(here[0])
                except KeyboardInterrupt:
                    with contextlib.suppress(Exception):
                        stop(spark)  # or it would go on writing in what is taken away here
                    raise
        except OSError as error:
            told = {"reason": error.strerror or str(error), "still": still(here[0], before)}
            raise faulty("not-written", self.answers, **told) from None


def _check_free(spark: "SparkSession", address: str) -> None:
    """Refuse an address at which something is.

    Raises:
        Faulty: if so, or if nobody can tell.
    """
    from pyspark.errors import AnalysisException

    place = Place(address)
    with failing_as("not-written", place):
        try:
            spark.read.format("binaryFile").load(address)
        except AnalysisException as error:
            if error.getCondition() == NOT_FOUND:
                return
            raise
    raise faulty("exists-already", place)


def _check_still_ours(folder: Path) -> None:
    """Refuse to replace a folder in which somebody put something meanwhile.

    Raises:
        Faulty: if somebody did.
    """
    if folder.is_dir() and not is_result(folder):
        raise faulty("folder-taken", folder)


def is_result(folder: Path) -> bool:
    """Whether a folder holds a table that Spark wrote, and nothing else."""
    names = [path.name.lstrip(".") for path in folder.iterdir()]
    return DONE in names and all(name.startswith((DONE, "part-")) for name in names)
