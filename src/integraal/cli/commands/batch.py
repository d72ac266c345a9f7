"""`integraal batch`: a table of cases in, a table of advice out."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.commands.batch_controleer import Named, Red, check, check_usage
from integraal.cli.danger import sound, watching
from integraal.cli.exit_codes import INTERRUPTED
from integraal.cli.inputs import STDIN, open_instrument, put_down, table_path
from integraal.cli.interrupts import stoppable
from integraal.cli.language import words
from integraal.cli.options import Unknown
from integraal.cli.output.formats import PAGE, TABLE, Format, promised
from integraal.cli.output.marks import marked
from integraal.cli.output.paths import free_path
from integraal.cli.output.seam import Output, offers, pour
from integraal.cli.output.table_end import Ended, tell_end
from integraal.cli.output.table_refused import Refusal
from integraal.cli.template_check import check_template, instrument_for_table, mark_of_table
from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.finding import Faulty, faulty
from integraal.model.instrument import Instrument
from integraal.privacy.discreet import discreetly
from integraal.privacy.retention import kept_from
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.folders import yaml_files
from integraal.reading.ledger import note_path
from integraal.words.words import LANGUAGES, typed_in_any_language

if TYPE_CHECKING:
    from integraal.batch.columns import Counted
    from integraal.batch.duckdb.run import Batch


class Motor(StrEnum):
    """What a table can be evaluated with."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE, about="batch.")
    def batch_(
        source: Annotated[str, options.argument("batch_in", say("metavar.batch_in"))],
        out: Output,
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
        despite: Annotated[bool, options.option("--toch", key="despite")] = False,
        unknown: Annotated[Unknown, options.unknown_option()] = Unknown.REFUSE,
        sheets: Annotated[
            list[str] | None, options.option("--blad", key="sheets", metavar=say("metavar.sheet"))
        ] = None,
        only_check: Annotated[bool, options.option("--controleer", key="only_check")] = False,
        red: Annotated[
            str | None, options.option("--rood", key="red", metavar=say("metavar.file"))
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
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        from integraal.batch.duckdb.run import Batch

        is_spark = motor is Motor.SPARK or master is not None
        made = (Format.PARQUET,) if is_spark else TABLE
        promised(target, made, say("metavar.batch_out"), must_promise=not is_spark)
        promised(rejects, TABLE, "--afgekeurd")
        if rejects == STDIN:
            raise typer.BadParameter(say("usage.rejects_file"), param_hint="--afgekeurd")
        check_usage(target, red, only_check=only_check)
        _only_of_a_page(out, has_page=only_check or row is not None)
        mark = mark_of_table(source)
        named = instrument_for_table(mark, instrument)
        opened = open_instrument(named, say.language)
        watched = [each.instrument for each in watching(opened)]
        program = lower(opened, source_only=source_only, others=watched)
        others = _translated(named, program)
        if is_spark:
            from integraal.cli.commands.batch_spark import Asked, by_spark

            spoken = (others, typed_in_any_language("typed.dont_know"), _columns(groups))
            _not_with_spark({"--blad": bool(sheets), "--controleer": only_check})
            may_be = (unknown is Unknown.ALLOW, despite)
            asked = Asked(motor.value, master, source, target, rejects, row, out.overwrite, *may_be)
            with discreetly():
                counted, listed = by_spark(asked, program, *spoken)
            ended = Ended(asked.place, listed, "batch.rejects_by_file", _by_case(named))
            tell_end(counted, ended, source, quiet=quiet)
            return
        with discreetly(), stoppable(), put_down() as scratch:
            target_ = _target(target, needs_none=row is not None or only_check)
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
                may_be_near=unknown is Unknown.ALLOW,
                may_be_few=despite,
                overwrite=out.overwrite,
                sheets=tuple(sheets or ()),
                keep_until=kept_from(date.today()),
            )
            refusal = Refusal(batch)
            with refusal.heard():
                check_template(source, mark, opened, is_asked=instrument is not None, quiet=quiet)
                if row is not None:
                    _explain(batch, row, out)
                    return
                if only_check:
                    copy = Red(red, scratch / "red.xlsx", out.overwrite)
                    named_ = Named(source, _by_row(source, instrument))
                    check(refusal, batch, out, copy, named_, quiet=quiet)
                    return
                _check_places(batch, overwrite=out.overwrite)
                counted = _run(batch, quiet=quiet)
            if target_ == STDIN:
                pour(result)
        ended = Ended(target_, str(bad), "batch.rejects", _by_row(source, instrument))
        tell_end(counted, ended, source, quiet=quiet)

    return batch_


def _not_with_spark(given: Mapping[str, bool]) -> None:
    """Refuse options that only go with DuckDB."""
    for option, is_given in given.items():
        if is_given:
            raise typer.BadParameter(words()("usage.not_with_spark"), param_hint=option)


def _only_of_a_page(out: Output, *, has_page: bool) -> None:
    """Refuse to make a page where a table is made: its form hangs on the name of its place.

    Raises:
        typer.BadParameter: naming what goes without.
    """
    given = {
        "--uitvoer": out.target is not None,
        "--formaat": out.format is not Format.TERMINAL,
        "--groot": out.large,
    }
    for option, is_given in given.items():
        if is_given and not has_page:
            raise typer.BadParameter(words()("usage.only_of_a_page"), param_hint=option)


def _target(given: str | None, *, needs_none: bool) -> str:
    """Where the advice goes."""
    if given is None and not needs_none:
        raise typer.BadParameter(
            words()("usage.no_target"), param_hint=words()("metavar.batch_out")
        )
    return STDIN if given is None else given


def _translated(named: str, program: Program) -> tuple[Instrument, ...]:
    """The instrument, and those that ask what is watched beside it, in the other languages."""
    languages = [each for each in LANGUAGES if each != program.instrument.language]
    asked = program.watched_questions.keys()
    watched = dict.fromkeys(
        one.instrument.id
        for one in program.watched
        if any(question.id in asked for question in one.instrument.questions())
    )
    return tuple(open_instrument(name, each) for name in (named, *watched) for each in languages)


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


def _explain(batch: "Batch", line: int, out: Output) -> None:
    """Show the whole advice for one record; of one with a fault, the danger that it tells of.

    Raises:
        Faulty: if anything is wrong with the record.
    """
    from integraal.batch.duckdb.one_row import one_row
    from integraal.cli.output.advice_pages import advice_document
    from integraal.report.data.advice import advice_json

    row, instrument = one_row(batch, line), batch.program.instrument
    advised = assess(batch.program, row.case, watching(instrument))
    if row.faults:
        before = words()("danger.refused_row") if advised.dangers else ""
        sound(advised.dangers, advised.country, within=instrument.id, before=before)
        raise Faulty(row.faults)
    case = replace(row.case, keep_until=batch.keep_until)
    made = advice_json(advised, words()) if out.is_data else advice_document(advised, "")
    out.write_each([marked(made, case)])


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
    for read in (table, *yaml_files(table)):
        note_path(read)
    for path in (result, bad):
        free_path(str(path), overwrite=overwrite)
    if result.resolve() == bad.resolve():
        raise faulty("rejects-are-output", bad)
