"""`integraal batch --motor spark`: the same table, in many pieces, on any master."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from integraal.cli import terminal as screen
from integraal.cli.exit_codes import INTERRUPTED
from integraal.cli.inputs import STDIN
from integraal.cli.language import words
from integraal.cli.output.paths import free_path
from integraal.cli.output.table_refused import Refusal
from integraal.engine.program import Program
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.privacy.retention import kept_from
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.files import check_utf8
from integraal.reading.folders import files

if TYPE_CHECKING:
    from integraal.batch.columns import Counted


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks, as it was typed."""

    motor: str
    master: str | None
    source: str
    target: str | None
    rejects: str | None
    row: int | None
    overwrite: bool
    may_be_near: bool
    may_be_few: bool

    @property
    def place(self) -> str:
        """Where the result must come."""
        return (self.target or "").rstrip("/") or "/"


def by_spark(
    asked: Asked,
    program: Program,
    translated: tuple[Instrument, ...],
    not_known: tuple[str, ...],
    groups: tuple[str, ...],
) -> tuple["Counted", str]:
    """Evaluate a table with Spark; give what became of it, and where the rejects are.

    Raises:
        typer.BadParameter: if the command line asks something that Spark does not do.
        Faulty: if Spark is not there, a place is taken, or the table cannot be read.
        typer.Exit: if the user stops it; then nothing is left behind.
    """
    from integraal.batch.spark.run import SparkBatch, run
    from integraal.batch.spark.session import is_local, master_of, spark_session
    from integraal.batch.spark.target import Target

    _check_usage(asked)
    is_local_ = is_local(master_of(asked.master))
    is_here = is_local_ and not _is_address(asked.place)
    rejects = asked.rejects or f"{asked.place}-afgekeurd{'.csv' if is_here else ''}"
    check_utf8(asked.source, asked.place, rejects)
    if is_local_ and not _is_address(asked.source):
        check_utf8(*files(Path(asked.source)))  # Java would pass over such a file in silence
    if is_here:
        _check_places(asked, rejects)
    elif _overlap(asked.source, asked.place) or _overlap(asked.source, rejects):
        raise faulty("output-is-input", asked.place)
    batch = SparkBatch(
        program,
        translated,
        not_known,
        source=asked.source,
        is_here=is_local_ and not _is_address(asked.source),
        target=Target(asked.place, rejects, is_here, asked.overwrite),
        groups=groups,
        elsewhere=elsewhere(program.instrument),
        may_be_near=asked.may_be_near,
        may_be_few=asked.may_be_few,
        keep_until=kept_from(date.today()),
    )
    try:
        with Refusal(batch).heard(), spark_session(asked.master) as session:
            return run(session, batch), rejects
    except KeyboardInterrupt:
        screen.tell(words()("batch.stopped_unwatched"))
        raise typer.Exit(INTERRUPTED) from None


def _check_usage(asked: Asked) -> None:
    """Refuse what only goes with DuckDB, or only with Spark."""
    say = words()
    if asked.motor != "spark":
        raise typer.BadParameter(say("usage.needs_spark"), param_hint="--spark-master")
    if asked.row is not None:
        raise typer.BadParameter(say("usage.not_with_spark"), param_hint="--uitleg")
    if asked.target is None:
        raise typer.BadParameter(say("usage.no_target"), param_hint=say("metavar.batch_out"))
    if STDIN in (asked.source, asked.target):
        raise typer.BadParameter(say("usage.spark_no_stream"), param_hint="--motor")


def _is_address(name: str) -> bool:
    """Whether something is on a file system of its own, such as `s3a://bucket/table`."""
    return "://" in name


def _overlap(one: str, other: str) -> bool:
    """Whether two addresses are the same, or one of them is inside the other."""
    one, other = f"{one.rstrip('/')}/", f"{other.rstrip('/')}/"
    return one.startswith(other) or other.startswith(one)


def _check_places(asked: Asked, rejects: str) -> None:
    """Refuse to write over what is read, over what is not ours, or anything without being asked.

    Raises:
        Faulty: if a place is taken, or its folder is not there.
    """
    target, bad = Path(asked.place), Path(rejects)
    for path in (target, bad):
        if not path.parent.is_dir():
            raise faulty("no-such-folder", path, folder=path.parent)
    source = Path(asked.source).resolve()
    for path in (target.resolve(), bad.resolve()):
        if source == path or source in path.parents or path in source.parents:
            raise faulty("output-is-input", path)
    if bad.suffix.lower() != ".csv":
        raise faulty("unknown-form", rejects, known=".csv")
    if target.resolve() == bad.resolve() or target.resolve() in bad.resolve().parents:
        raise faulty("rejects-are-output", rejects)
    _check_folder(target, overwrite=asked.overwrite)
    free_path(rejects, overwrite=asked.overwrite)


def _check_folder(target: Path, *, overwrite: bool) -> None:
    """Refuse a folder that is there, unless it may go and holds a result and nothing else."""
    from integraal.batch.spark.target import is_result

    if not target.exists():
        return
    if not overwrite:
        raise faulty("exists-already", target)
    if not (target.is_dir() and is_result(target)):
        raise faulty("folder-taken", target)
