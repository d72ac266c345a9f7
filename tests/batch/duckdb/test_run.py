"""A batch by itself: what it counts, and what it leaves behind when it fails."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from integraal.batch.duckdb.advice_table import advice_query, encoded_query
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.run import Batch, open_source, read_as, run
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.finding import Faulty
from integraal.model.instrument import Kind
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.library import Library
from integraal.reading.storage.atomic_write import clear_leftovers
from integraal.words.words import typed_in_any_language
from tests.batch.peoples_tables import EXPECTED, written
from tests.batch.tables import rows_of
from tests.conftest import INSTRUMENTS
from tests.killing import RENAMES, SCRATCH, killed_at_each_step

DIRTY = "casus,draaglast\nC-1,zwaar\nC-2,enorm\n"


def _batch(
    program: Program, folder: Path, target: str = "uit.csv", rejects: str = "af.csv"
) -> Batch:
    source = folder / "in.csv"
    source.write_text(DIRTY, "utf-8")
    return Batch(program, (), ("weet ik niet",), source, folder / target, folder / rejects)


def test_records_are_answered_or_rejected_and_counted(program: Program, tmp_path: Path) -> None:
    counted = run(_batch(program, tmp_path))
    assert (counted.records, counted.answered, counted.rejected) == (2, 1, 1)
    assert counted.reasons == (("no-such-answer", 1),)


def test_what_cannot_be_written_is_said_and_leaves_nothing(
    program: Program, tmp_path: Path
) -> None:
    with pytest.raises(Faulty) as faulty:
        run(_batch(program, tmp_path, target="nergens/uit.csv"))
    assert [finding.code for finding in faulty.value.findings] == ["not-written"]
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_rejects_that_cannot_be_written_keep_the_result_back_too(
    program: Program, tmp_path: Path
) -> None:
    with pytest.raises(Faulty):
        run(_batch(program, tmp_path, rejects="nergens/af.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_more_rows_than_a_sheet_can_hold_are_refused(program: Program, tmp_path: Path) -> None:
    import duckdb

    batch = replace(_batch(program, tmp_path, target="uit.xlsx"), source=tmp_path / "in.parquet")
    with duckdb.connect() as connection:
        query = "SELECT 'C-' || i AS casus, 'zwaar' AS draaglast FROM range(1048576) t(i)"
        connection.execute(f"COPY ({query}) TO '{batch.source}'")
    with pytest.raises(Faulty) as faulty:
        run(batch)
    assert [finding.code for finding in faulty.value.findings] == ["too-many-rows"]
    assert not batch.target.exists()


def test_whoever_watches_is_told_how_far_it_is(program: Program, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run(_batch(program, tmp_path), lambda done, records: told.append((done, records)))
    assert (told[0], told[-1]) == ((0, 2), (2, 2))


def test_names_that_identify_people_are_rejected_however_many_there_are(
    program: Program, tmp_path: Path
) -> None:
    batch = _batch(program, tmp_path)
    safe = [f"C-{n},zwaar" for n in range(3_000)]
    dates = [f"19800101.{n:04},zwaar" for n in range(2_500)]
    batch.source.write_text("\n".join(("casus,draaglast", *safe, *dates)), "utf-8")
    counted = run(batch)
    assert counted.answered == 3_000
    assert counted.reasons == (("case-identifies", 2_500),)


def test_a_column_with_too_many_values_is_no_group(program: Program, tmp_path: Path) -> None:
    batch = replace(_batch(program, tmp_path), groups=("team",))
    lines = (f"C-{n},zwaar,team-{n}" for n in range(1_001))
    batch.source.write_text("\n".join(("casus,draaglast,team", *lines)), "utf-8")
    with pytest.raises(Faulty) as faulty:
        run(batch)
    assert [finding.code for finding in faulty.value.findings] == ["too-many-groups"]


def test_a_group_with_one_value_of_a_person_is_not_copied(program: Program, tmp_path: Path) -> None:
    batch = replace(_batch(program, tmp_path), groups=("team",))
    lines = (f"C-{n},zwaar,{'a@voorbeeld.nl' if n == 9_000 else 'Noord'}" for n in range(9_999))
    batch.source.write_text("\n".join(("casus,draaglast,team", *lines)), "utf-8")
    with pytest.raises(Faulty) as faulty:
        run(batch)
    assert [finding.code for finding in faulty.value.findings] == ["column-identifies"]


def test_a_table_that_needs_more_memory_gets_it(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integraal.batch.duckdb.connection._MEGABYTES", 4)
    batch = _batch(program, tmp_path)
    lines = (f"C-{n},zwaar" for n in range(100_000))
    batch.source.write_text("\n".join(("casus,draaglast", *lines)), "utf-8")
    assert run(batch).answered == 100_000


@pytest.mark.parametrize("by_option", [False, True])
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_no_step_is_a_join_which_would_lose_the_order_and_keep_rows(
    tmp_path: Path, name: str, by_option: bool
) -> None:
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    asked = ["casus", "regio"]
    questions = [*program.every_question.values()]
    if program.instrument.keep_apart:
        questions = [*program.instrument.questions()]  # a column of a family's would be refused
    else:
        asked.append("md_direct_gevaar")
    for question in questions:
        each = [f"{question.id}.{option}" for option in question.option_ids]
        asked += each if by_option and question.kind is Kind.SEVERAL else [question.id]
    batch = replace(
        _batch(program, tmp_path),
        not_known=typed_in_any_language("typed.dont_know"),
        groups=("regio",),
        may_be_few=True,
        elsewhere=elsewhere(program.instrument),
    )
    batch.source.write_text(f"{','.join(asked)}\n", "utf-8")
    with connected() as (connection, scratch):
        opened, _ = open_source(connection, batch, scratch)
        records = read_as(batch, opened.columns)
        said = f"({encoded_query(program, records, opened.rows)})"
        query = advice_query(program, records, said, "csv")
        steps = str(connection.execute(f"EXPLAIN {query}").fetchall())
    assert "Projection" in steps
    assert "join" not in steps.casefold()


def test_rows_that_cannot_be_counted_are_not_written(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No table is known with which this happens; should one turn up, nothing is lost."""
    monkeypatch.setattr("integraal.batch.duckdb.run._expected", lambda _: 7)
    with pytest.raises(Faulty) as faulty:
        run(_batch(program, tmp_path))
    assert [finding.code for finding in faulty.value.findings] == ["records-uncounted"]
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


# --- Targets --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["uit.csv", "af.csv"])
@pytest.mark.parametrize("overwrite", [False, True])
def test_what_appears_during_a_run_goes_only_where_that_was_asked(
    program: Program, tmp_path: Path, name: str, overwrite: bool
) -> None:
    batch, place = replace(_batch(program, tmp_path), overwrite=overwrite), tmp_path / name

    def appear(done: int, records: int) -> None:
        place.write_text("van iemand anders")

    if overwrite:
        run(batch, appear)
        assert place.read_text() != "van iemand anders"
        return
    with pytest.raises(Faulty) as faulty:
        run(batch, appear)
    (finding,) = faulty.value.findings
    assert (finding.code, finding.place.file) == ("exists-already", str(place))
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", name}
    assert place.read_text() == "van iemand anders"


def test_a_place_that_is_a_link_is_written_through(program: Program, tmp_path: Path) -> None:
    batch, real = replace(_batch(program, tmp_path), overwrite=True), tmp_path / "elders.csv"
    real.write_text("van gisteren")
    batch.target.symlink_to(real)
    run(batch)
    assert batch.target.is_symlink()
    assert real.read_text("utf-8").startswith("casus,level")


def batch_over_an_older_one(here: Path, begin: Callable[[], None]) -> None:
    """Evaluate a table where the result and the rejects of another one stand."""
    for name in ("uit.csv", "af.csv"):
        (here / name).write_text(f"oude {name}")
    batch = replace(
        _batch(lower(Library().instrument("voor-wie-doen-we-wat")), here), overwrite=True
    )
    begin()
    run(batch)


def test_killed_at_each_rename_a_result_never_stands_beside_rejects_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, old = ("uit.csv", "af.csv"), ["oude uit.csv", "oude af.csv"]
    heres = killed_at_each_step(batch_over_an_older_one, tmp_path, RENAMES)
    assert len(heres) > 5
    new = [(heres[-1] / name).read_text("utf-8") for name in names]
    for here in heres:
        found = [(here / name).read_text("utf-8") for name in names if (here / name).exists()]
        assert found in (old, new) or not (here / "uit.csv").exists()
        monkeypatch.setattr(tempfile, "tempdir", str(here / SCRATCH))
        clear_leftovers()
        assert [(here / name).read_text("utf-8") for name in names] in (old, new)
        assert {path.name for path in here.iterdir()} == {"in.csv", *names, SCRATCH}
        assert list((here / SCRATCH).iterdir()) == []


def batch_to_a_workbook(here: Path, begin: Callable[[], None]) -> None:
    """Write a workbook: XlsxWriter puts its parts in temporary files first."""
    batch = _batch(lower(Library().instrument("voor-wie-doen-we-wat")), here, "uit.xlsx")
    begin()
    run(batch)


def test_killed_while_a_workbook_is_made_nothing_of_it_lies_about(tmp_path: Path) -> None:
    *killed, whole = killed_at_each_step(batch_to_a_workbook, tmp_path, ("remove",))
    for here in killed:
        (begun,) = (path for path in here.iterdir() if path.name not in ("in.csv", SCRATCH))
        assert begun.name.startswith(".uit.xlsx.")
        assert b"C-1" not in begun.read_bytes()  # it is packed
        (home,) = (here / SCRATCH).iterdir()
        assert home.stat().st_mode & 0o777 == 0o700
        assert [path for path in home.rglob("*") if path.is_file() and b"C-1" in path.read_bytes()]
    assert {path.name for path in whole.iterdir()} == {"in.csv", "uit.xlsx", "af.csv", SCRATCH}
    assert list((whole / SCRATCH).iterdir()) == []


@pytest.mark.parametrize("number", range(3))
def test_a_name_that_is_no_text_is_refused_before_anything_is_done(
    program: Program, tmp_path: Path, number: int
) -> None:
    batch = _batch(program, tmp_path)
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.csv"))
    paths = [batch.source, batch.target, batch.rejects]
    paths[number] = odd
    with pytest.raises(Faulty) as faulty:
        run(replace(batch, source=paths[0], target=paths[1], rejects=paths[2]))
    assert [finding.code for finding in faulty.value.findings] == ["name-not-utf8"]
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("name", EXPECTED)
def test_tables_as_people_hand_them_in_come_out_as_said(
    program: Program, tmp_path: Path, name: str
) -> None:
    expected, source = EXPECTED[name], written(name, tmp_path)
    target = tmp_path / "uit.csv"
    batch = Batch(program, (), ("weet_niet",), source, target, tmp_path / "af.csv")
    if expected.refused:
        with pytest.raises(Faulty) as refused:
            run(batch)
        assert {finding.code for finding in refused.value.findings} == {expected.refused}
        assert not target.exists()
        return
    told = run(batch)
    rows = tuple((row["casus"], row["level"]) for row in rows_of(target))
    assert (rows, told.rejected) == (expected.rows, expected.rejected)
    assert told.records == len(expected.rows) + expected.rejected
