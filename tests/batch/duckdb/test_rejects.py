"""A record that is rejected still tells of danger, as far as its answers can be read."""

import random
from pathlib import Path

from integraal.batch.cells import FAULT
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.rejects import note_skipped
from integraal.batch.duckdb.run import Batch, run
from integraal.batch.table.source import open_table
from integraal.engine.dangers import danger_ids, watched_by
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from tests.batch.tables import csv_of, rows_of
from tests.engine.sql.rows import cell, made_up

NAME = "voor-wie-doen-we-wat"


def _program(name: str = NAME) -> Program:
    return lower(Library().instrument(name), others=neighbours(name, "nl"))


def _run(program: Program, folder: Path, *lines: str) -> list[dict[str, str]]:
    source = csv_of(folder / "in.csv", lines)
    batch = Batch(program, (), ("weet_niet",), source, folder / "uit.csv", folder / "af.csv")
    told = run(batch)
    rejects = rows_of(folder / "af.csv")
    in_danger = {row["line"] for row in rejects if row["urgent"]}
    assert told.rejected_in_danger == len(in_danger)
    return rejects


def test_the_answers_beside_a_fault_tell_of_danger(tmp_path: Path) -> None:
    rejects = _run(
        _program(),
        tmp_path,
        "casus,draaglast,direct_gevaar,md_acuut",
        "C-1,enorm,ja,",
        "C-2,enorm,nee,ja",
        "C-3,enorm,,",
        "C-4,enorm,jawel,misschien",
        "111222333,zwaar,ja,",
        ",zwaar,ja,",
    )
    assert [(row["line"], row["column"], row["urgent"]) for row in rejects] == [
        ("2", "draaglast", "bel-eerst-112"),
        ("3", "draaglast", "meldcode/wacht-niet-en-handel-samen"),
        ("4", "draaglast", ""),
        ("5", "direct_gevaar", ""),
        ("5", "draaglast", ""),
        ("5", "md_acuut", ""),
        ("6", "casus", "bel-eerst-112"),
        ("7", "casus", "bel-eerst-112"),
    ]


def test_a_word_that_is_nearly_an_answer_tells_of_danger(tmp_path: Path) -> None:
    rejects = _run(
        _program(),
        tmp_path,
        "casus,direct_gevaar,veiligheid,gezinsleden",
        "C-1,jaa,geen_zorg,twee",
        "C-2,Neee,zorgg,twee",
        "C-3,neen,geen_zorgen,tweee",
        "C-4,ja dat is er zeker want vandaag is er weer gebeld,,twee",
    )
    assert [(row["line"], row["column"], row["urgent"]) for row in rejects] == [
        ("2", "direct_gevaar", "bel-eerst-112"),
        ("3", "direct_gevaar", "veiligheidsroute"),
        ("3", "veiligheid", "veiligheidsroute"),
        ("4", "direct_gevaar", ""),
        ("4", "gezinsleden", ""),
        ("4", "veiligheid", ""),
        ("5", "direct_gevaar", ""),
    ]


def test_a_fault_under_one_of_two_names_keeps_what_the_other_says(tmp_path: Path) -> None:
    rejects = _run(
        _program("meldcode"),
        tmp_path,
        "casus,direct_gevaar,md_direct_gevaar",
        "C-1,ja,jawel",
        "C-2,jawel,ja",
        "C-3,jawel,nee",
        "C-4,nee,jaa",
        "C-5,jaa,nee",
    )
    assert FAULT < 0
    danger = "bel-eerst-112"
    assert [row["urgent"] for row in rejects] == [danger, danger, "", danger, danger]


def test_rejected_or_not_a_row_shows_the_dangers_of_its_case(tmp_path: Path) -> None:
    program = _program("kruispunt-onthaal")
    questions = [q for q in program.every_question.values() if q.options]
    watched = program.watched_questions.values()
    cases = list(made_up(program.instrument, 200, random.Random(3), watched))
    lines = [
        ",".join(("" if n % 2 else f"C-{n}", *(str(cell(q, a.get(q.id)) or "") for q in questions)))
        for n, a in enumerate(cases)
    ]
    rejects = _run(program, tmp_path, ",".join(("casus", *(q.id for q in questions))), *lines)
    beside = watched_by(program)
    expected = [";".join(danger_ids(program, beside, answers)) for answers in cases]
    assert [row["urgent"] for row in rejects] == expected[1::2]
    assert [row["urgent"] for row in rows_of(tmp_path / "uit.csv")] == expected[::2]
    assert len(set(expected)) > 3


def test_a_blank_line_that_is_no_record_either_is_skipped_once(tmp_path: Path) -> None:
    """Else every reject before it gets another line: millions of blank lines are such a one."""
    source = csv_of(tmp_path / "in.csv", ("casus,draaglast", "C-1,enorm", "", "", "C-2,enorm"))
    with connected() as (connection, scratch):
        opened = open_table(connection, source, scratch)
        connection.execute("CREATE OR REPLACE TEMP TABLE reject_errors AS SELECT 4 AS line")
        note_skipped(connection, opened)
        found = connection.execute("SELECT line, many FROM skipped").fetchall()
    assert found == [(3, 2)]
