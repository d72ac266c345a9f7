"""`integraal batch`: a table of cases in, a table of advice out."""

import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import sound, watching
from integraal.cli.exit_codes import FINDINGS, INTERRUPTED
from integraal.cli.inputs import STDIN, open_instrument, put_down, table_path
from integraal.cli.interrupts import stoppable
from integraal.cli.language import words
from integraal.cli.output.formats import TABLE, Format, promised
from integraal.cli.output.paths import free_path
from integraal.cli.output.seam import show
from integraal.cli.template_check import check_template, instrument_for_table, mark_of_table
from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.finding import Faulty, Finding, faulty
from integraal.model.instrument import Instrument
from integraal.model.sheet import GROUPING
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.ledger import note_path
from integraal.words.words import LANGUAGES, typed_in_any_language

if TYPE_CHECKING:
    from integraal.batch.columns import Counted
    from integraal.batch.duckdb.run import Batch

_FEW = 20


class Motor(StrEnum):
    """What a table can be evaluated with."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def batch_(
        source: Annotated[str, options.argument("batch_in", say("metavar.batch_in"))],
        target: Annotated[
            str | None, options.argument("batch_out", say("metavar.batch_out"))
        ] = None,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        rejects: Annotated[
            str | None, options.option("--afgekeurd", key="rejects", metavar=say("metavar.file"))
        ] = None,
        groups: Annotated[
            str | None, options.option("--groepeer", key="groups", metavar=say("metavar.columns"))
        ] = None,
        row: Annotated[
            int | None,
            options.option(
                "--uitleg", key="row", metavar=say("metavar.row"), parser=options.whole_number
            ),
        ] = None,
        motor: Annotated[Motor, options.option("--motor", key="motor")] = Motor.DUCKDB,
        master: Annotated[
            str | None, options.option("--spark-master", key="spark_master", metavar="URL")
        ] = None,
        source_only: Annotated[bool, options.source_only_option()] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        from integraal.batch.duckdb.run import Batch

        is_spark = motor is Motor.SPARK or master is not None
        made = (Format.PARQUET,) if is_spark else TABLE
        promised(target, made, say("metavar.batch_out"), must_promise=not is_spark)
        promised(rejects, TABLE, "--afgekeurd")
        if rejects == STDIN:
            raise typer.BadParameter(say("usage.rejects_file"), param_hint="--afgekeurd")
        mark = mark_of_table(source)
        named = instrument_for_table(source, mark, instrument)
        opened = open_instrument(named, language.value)
        others = _translated(named, opened)
        check_template(source, mark, opened, quiet=quiet)
        watched = [each.instrument for each in watching(opened)]
        program = lower(opened, source_only=source_only, others=watched)
        if is_spark:
            from integraal.cli.commands.batch_spark import Asked, by_spark

            spoken = (others, typed_in_any_language("typed.dont_know"), _columns(groups))
            asked = Asked(motor.value, master, source, target, rejects, row, overwrite)
            counted, listed = by_spark(asked, program, *spoken)
            ended = Ended(asked.place, listed, "batch.rejects_by_file", _by_case(named))
            _end(counted, ended, source, quiet=quiet)
            return
        with stoppable(), put_down() as scratch:
            target_ = target if target is not None or row is None else STDIN
            if target_ is None:
                raise typer.BadParameter(
                    words()("usage.no_target"), param_hint=words()("metavar.batch_out")
                )
            result = _out(target_, scratch)
            bad = Path(rejects) if rejects else _beside(source if target_ == STDIN else target_)
            batch = Batch(
                program=program,
                translated=others,
                not_known=typed_in_any_language("typed.dont_know"),
                source=table_path(source, scratch),
                target=result,
                rejects=bad,
                elsewhere=elsewhere(opened),
                groups=_columns(groups),
            )
            if row is not None:
                _explain(batch, row)
                return
            _check_places(batch, overwrite=overwrite)
            counted = _run(batch, quiet=quiet)
            if target_ == STDIN:
                with result.open("rb") as file:
                    shutil.copyfileobj(file, sys.stdout.buffer)
        ended = Ended(target_, str(bad), "batch.rejects", _by_row(source, instrument))
        _end(counted, ended, source, quiet=quiet)

    return batch_


@dataclass(frozen=True, slots=True)
class Ended:
    """Where all of it went, and how to look further."""

    target: str
    rejects: str
    told: str
    """Key of the sentence about the rejects."""
    closer: str
    """The command that shows whom to call."""


def _translated(named: str, opened: Instrument) -> tuple[Instrument, ...]:
    """The instrument, and those that look for danger beside it, in the other languages."""
    languages = [each for each in LANGUAGES if each != opened.language]
    own = [open_instrument(named, each) for each in languages]
    return (*own, *(one for each in languages for one in neighbours(opened.id, each)))


def _by_row(source: str, instrument: str | None) -> str:
    named = f" --instrument {shlex.quote(instrument)}" if instrument else ""
    return f"integraal batch {shlex.quote(source)}{named} --uitleg {words()('metavar.row')}"


def _by_case(instrument: str) -> str:
    case = words()("metavar.case")
    return f"integraal advies {case} --instrument {shlex.quote(instrument)}"


def _columns(given: str | None) -> tuple[str, ...]:
    """Read names of columns with commas between them."""
    named = (name.strip() for name in (given or "").split(","))
    return tuple(dict.fromkeys(name for name in named if name))


def _run(batch: "Batch", *, quiet: bool) -> "Counted":
    """Evaluate the table, and show how far it is.

    Raises:
        typer.Exit: if the user stops it; then nothing is left behind.
    """
    from integraal.batch.duckdb.run import run
    from integraal.cli.progress import progress_bar

    say = words()
    with progress_bar(shown=not quiet) as bar:
        bar.add_task("", total=None, visible=False)
        [task] = bar.tasks

        def watch(done: int, records: int) -> None:
            text = say("batch.progress", done=say.count(done), records=say.count(records))
            rate = say("batch.rate", rate=say.count(int(task.speed))) if task.speed else ""
            bar.update(task.id, total=records, completed=done, visible=True)
            bar.update(task.id, description=f"{text} {rate}")

        try:
            return run(batch, None if bar.disable else watch)
        except KeyboardInterrupt:
            bar.stop()
            done, records = say.count(int(task.completed)), say.count(int(task.total or 0))
            told = say("batch.stopped", done=done, records=records)
            screen.tell(told if task.total else say("batch.stopped_unwatched"))
            raise typer.Exit(INTERRUPTED) from None


def _explain(batch: "Batch", line: int) -> None:
    """Show the whole advice for one record; of one with a fault, the danger that it tells of.

    Raises:
        Faulty: if anything is wrong with the record.
    """
    from integraal.batch.duckdb.one_row import one_row
    from integraal.cli.commands.advies import advice_document

    row, instrument = one_row(batch, line), batch.program.instrument
    advised = assess(batch.program, row.case, watching(instrument))
    if row.faults:
        before = words()("danger.refused_row") if advised.dangers else ""
        sound(advised.dangers, advised.country, within=instrument.id, before=before)
        raise Faulty(row.faults)
    show(advice_document(advised, ""))


def _out(name: str, scratch: Path) -> Path:
    return scratch / "stdout.csv" if name == STDIN else Path(name)


def _beside(name: str) -> Path:
    """Name the file of rejects after the result."""
    path = Path("stdin.csv" if name == STDIN else name)
    if not path.name.strip("."):  # the folder we are in, or one above: it has a name all the same
        path = path.resolve()
    return path.parent / f"{path.stem}-afgekeurd.csv"


def _check_places(batch: "Batch", *, overwrite: bool) -> None:
    """Refuse to write over what is read, over anything without being asked, or twice in one place.

    Raises:
        Faulty: if a place is taken, or its folder is not there.
    """
    table, result, bad = batch.source, batch.target, batch.rejects
    for read in (table, *(table.rglob("*.yaml") if table.is_dir() else ())):
        note_path(read)
    for path in (result, bad):
        free_path(str(path), overwrite=overwrite)
    if result.resolve() == bad.resolve():
        raise faulty("rejects-are-output", bad)


def _end(counted: "Counted", ended: Ended, source: str, *, quiet: bool) -> None:
    """Say what became of every record, and end with the code that says so too.

    Whoever wants to hear nothing still hears that somebody may be in danger.

    Raises:
        typer.Exit: if any was rejected.
    """
    if not quiet:
        _say(counted, source)
        if counted.rejected:
            screen.tell(words()(ended.told, file=ended.rejects))
        if ended.target != STDIN:
            screen.tell(words()("written", file=ended.target))
    _say_danger(counted, ended)
    if counted.rejected:
        raise typer.Exit(FINDINGS)


def _say_danger(counted: "Counted", ended: Ended) -> None:
    """Say in how many records somebody may be in danger, and where to read whom to call."""
    say = words()
    if counted.in_danger:
        numbers = {"count": say.count(counted.in_danger), "of": say.count(counted.answered)}
        screen.tell(say("batch.in_danger", **numbers))
    if counted.rejected_in_danger:
        numbers = {
            "count": say.count(counted.rejected_in_danger),
            "of": say.count(counted.rejected),
        }
        screen.tell(say("batch.rejected_in_danger", **numbers, file=ended.rejects))
    if counted.in_danger or counted.rejected_in_danger:
        screen.tell(say("batch.whom_to_call", command=ended.closer))


def _say_names(counted: "Counted", source: str) -> None:
    """Say what was read under old names."""
    for old, new in counted.moved:
        screen.report(Finding.warning("moved", source, old=old, new=new))
    for remark, count in counted.remarks:
        numbers = {"question": remark.question, "old": remark.old, "count": words().count(count)}
        code = "old-answer" if remark.new else "answered-in-two-columns"
        screen.report(Finding.warning(code, source, **numbers, new=remark.new))


def _say(counted: "Counted", source: str) -> None:
    """Say what became of every record, on stderr."""
    say = words()
    _say_names(counted, source)
    if counted.encoding != "utf-8":
        screen.tell(say("batch.encoding", encoding=counted.encoding))
    if counted.other_sheets:
        screen.tell(say("batch.other_sheets", sheets=", ".join(counted.other_sheets)))
    if counted.past_date:
        past = {"count": say.count(len(counted.past_date)), "files": _some(counted.past_date)}
        screen.tell(say("batch.past_date", **past))
    to_group_by = [name for name in counted.unknown_columns if name in GROUPING]
    others = [name for name in counted.unknown_columns if name not in GROUPING]
    if others:
        screen.tell(say("batch.unknown_columns", columns=_some(others)))
    if to_group_by:
        screen.tell(say("batch.not_grouped", columns=",".join(to_group_by)))
    screen.tell(
        say(
            "batch.counted",
            records=say.count(counted.records),
            answered=say.count(counted.answered),
            rejected=say.count(counted.rejected),
        )
    )
    for reason, count in counted.reasons:
        key = f"batch.reason.{reason}"
        told = say(key) if key in say else say("batch.reason.other", code=reason)
        screen.tell(f"  {say.count(count)} × {told}")


def _some(names: Sequence[str]) -> str:
    """Name a few, and say that there are more."""
    return ", ".join((*names[:_FEW], *(("…",) if len(names) > _FEW else ())))
