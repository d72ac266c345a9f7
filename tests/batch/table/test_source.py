"""What people do to a table: nothing of it is lost, and no answer is read wrongly in silence."""

import csv
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest
from openpyxl import Workbook

from tests.batch.tables import rows_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

FILES = Path(__file__).parent / "files"
TWO = [("C-1", "twee"), ("C-2", "een")]
PLAIN = "casus,gezinsleden\nC-1,twee\nC-2,een\n"
LIKE_PLAIN = {
    "capitals": "Casus,GEZINSLEDEN\nC-1,Twee\nC-2,EEN\n",
    "spaces around a name": "casus , gezinsleden \nC-1,twee\nC-2,een\n",
    "a space that does not break": "casus,gezinsleden\u00a0\nC-1,\u00a0twee\nC-2,een\u00a0\n",
    "signs without width": "\ufeffcasus,gezins\u200bleden\u00ad\nC-1,twee\nC-2,een\n",
    "wide letters": "casus,ｇｅｚｉｎｓｌｅｄｅｎ\nC-1,twee\nC-2,een\n",
    "a break in a name": 'casus,"gezinsleden\n"\nC-1,twee\nC-2,een\n',
    "the line of Excel": "sep=;\ncasus;gezinsleden\nC-1;twee\nC-2;een\n",
    "the line of Excel in quotes": '"sep=;"\ncasus;gezinsleden\nC-1;twee\nC-2;een\n',
    "empty columns at the end": "casus,gezinsleden,,\nC-1,twee,,\nC-2,een,,\n",
    "an empty column inside": "casus,,gezinsleden\nC-1,,twee\nC-2,,een\n",
    "a sign at the end of its names only": "casus,gezinsleden,\nC-1,twee\nC-2,een\n",
    "a sign at the end of its rows only": "casus,gezinsleden\nC-1,twee,\nC-2,een,\n",
    "a title": "Onze wijk; voorjaar\n\n,,\ncasus,gezinsleden\nC-1,twee\nC-2,een\n",
    "numbered from 0": ",casus,gezinsleden\n0,C-1,twee\n1,C-2,een\n",
    "numbered from 1": ",casus,gezinsleden\n1,C-1,twee\n2,C-2,een\n",
}


def answered(integraal: Run, folder: Path, name: str, *more: str) -> list[tuple[str, str]]:
    """The cases and levels that come out of a table; all that goes in."""
    done = integraal("batch", name, "uit.csv", *more)
    assert done.returncode == 0, done.stderr
    return [(row["casus"], row["level"]) for row in rows_of(folder / "uit.csv")]


def expected(integraal: Run, folder: Path) -> list[tuple[str, str]]:
    """What the plain table gives: a level each, and not the same."""
    (folder / "gewoon.csv").write_text(PLAIN, "utf-8")
    found = answered(integraal, folder, "gewoon.csv", "--overschrijf")
    assert [case for case, _ in found] == [case for case, _ in TWO]
    assert len({level for _, level in found}) == len(TWO)
    return found


def refused(integraal: Run, name: str | Path, *more: str) -> str:
    """Why a table is refused; nothing is written then."""
    done = integraal("batch", name, "geen.csv", *more)
    assert done.returncode == 1
    return " ".join(done.stderr.split())


@pytest.mark.parametrize("text", LIKE_PLAIN.values(), ids=LIKE_PLAIN)
def test_how_a_name_is_written_makes_no_difference(
    integraal: Run, tmp_path: Path, text: str
) -> None:
    (tmp_path / "in.csv").write_text(text, "utf-8")
    plain = expected(integraal, tmp_path)
    assert answered(integraal, tmp_path, "in.csv", "--overschrijf") == plain


def test_a_workbook_with_a_break_in_a_name_loses_no_row(integraal: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("casus", "gezinsleden\n", "Opmerking\nvan de wijk"), *((*r, "x") for r in TWO)):
        sheet.append(row)
    book.save(tmp_path / "in.xlsx")
    plain = expected(integraal, tmp_path)
    assert answered(integraal, tmp_path, "in.xlsx", "--overschrijf") == plain


def test_a_list_of_objects_is_read_as_lines_of_them(integraal: Run, tmp_path: Path) -> None:
    objects = [{"casus": case, "Gezinsleden ": said} for case, said in TWO]
    plain = expected(integraal, tmp_path)
    for name, text in (("a", json.dumps(objects)), ("b", json.dumps(objects, indent=2))):
        (tmp_path / f"{name}.jsonl").write_text(text, "utf-8")
        assert answered(integraal, tmp_path, f"{name}.jsonl", "--overschrijf") == plain


def test_of_a_key_that_stands_twice_nobody_takes_one(integraal: Run, tmp_path: Path) -> None:
    twice = '{"casus":"C-1","gezinsleden":"twee","gezinsleden":"een"}\n'
    for more in ("", '{"casus":"C-2","gezinsleden":"een"}\n'):
        (tmp_path / "in.jsonl").write_text(twice + more, "utf-8")
        done = integraal("batch", "in.jsonl", "uit.csv", "--overschrijf")
        assert done.returncode == 1
        assert [row["casus"] for row in rows_of(tmp_path / "uit.csv")] == ["C-2"] * bool(more)
        (reject,) = rows_of(tmp_path / "uit-afgekeurd.csv")
        assert reject["line"] == "1"


def test_of_a_column_that_stands_twice_nobody_takes_one(integraal: Run, tmp_path: Path) -> None:
    assert "'gezinsleden'" in refused(integraal, FILES / "duplicate-column.parquet")
    # What stands inside another column is no column.
    import duckdb

    inside = "{'gezinsleden': 1, 'meer': {'diep': 2}} AS erin"
    rows = ", ".join(map(str, TWO))
    query = f"SELECT casus, {inside}, said AS gezinsleden FROM (VALUES {rows}) t(casus, said)"
    duckdb.sql(f"COPY ({query}) TO '{tmp_path / 'in.parquet'}'")
    plain = expected(integraal, tmp_path)
    assert answered(integraal, tmp_path, "in.parquet", "--overschrijf") == plain


def test_a_formula_that_nobody_calculated_is_no_answer(integraal: Run, tmp_path: Path) -> None:
    done = integraal("batch", FILES / "formula-never-calculated.xlsx", "uit.csv")
    assert done.returncode == 1
    assert rows_of(tmp_path / "uit.csv") == []
    rejected = {row["column"] for row in rows_of(tmp_path / "uit-afgekeurd.csv")}
    assert "veiligheid" in rejected or len(rejected) > 1, rejected


@pytest.mark.parametrize(("trusted", "level"), [(True, "connectie"), (False, None)])
def test_what_a_formula_came_to_is_read_where_it_was_calculated(
    integraal: Run, tmp_path: Path, trusted: bool, level: str | None
) -> None:
    with zipfile.ZipFile(FILES / "formula-never-calculated.xlsx") as made:
        parts = {name: made.read(name) for name in made.namelist()}
    sheet, book = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
    parts[sheet] = re.sub(rb"<c r=\"([C-K]2)\"><f>.*?</f><v>0</v>", rb'<c r="\1">', parts[sheet])
    formula = b'<c r="B2" t="str"><f>"twee"</f><v>twee</v></c>'
    parts[sheet] = re.sub(rb'<c r="B2".*?</c>', formula, parts[sheet])
    if trusted:
        parts[book] = parts[book].replace(b' fullCalcOnLoad="1"', b"")
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as written:
        for name, part in parts.items():
            written.writestr(name, part)
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == (0 if trusted else 1), done.stderr
    assert [row["level"] for row in rows_of(tmp_path / "uit.csv")] == ([level] if level else [])


def test_a_stray_byte_spoils_its_own_cell_and_no_other(integraal: Run, tmp_path: Path) -> None:
    done = integraal("batch", FILES / "stray-byte.csv", "uit.csv", "--groepeer", "regio", "--toch")
    assert "niet alles UTF-8 (1 ×)" in done.stderr
    regions = {row["regio"] for row in rows_of(tmp_path / "uit.csv")}
    assert not any("Ã" in region for region in regions), regions
    assert sum("\ufffd" in region for region in regions) <= 1


@pytest.mark.parametrize("where", ["begin", "end"])
def test_windows_1252_is_told_by_the_whole_file(integraal: Run, tmp_path: Path, where: str) -> None:
    """Also where all but one of very many rows are plain letters."""
    many = [f"C-{number},twee,noord" for number in range(2, 400_000)]
    odd = "C-1,twee,België"
    lines = [odd, *many] if where == "begin" else [*many, odd]
    text = "\n".join(("casus,gezinsleden,regio", *lines))
    (tmp_path / "in.csv").write_bytes(text.encode("cp1252"))
    done = integraal("batch", "in.csv", "uit.csv", "--groepeer", "regio", "--toch")
    assert done.returncode == 0, done.stderr
    assert "windows-1252" in done.stderr
    assert "België" in (tmp_path / "uit.csv").read_text("utf-8")


NEAR = {
    "gezinsleden_1": "gezinsleden",
    "gezinslden": "gezinsleden",
    "Gezinsleden met problemen": "gezinsleden",
    "leefgebieden_wonen": "leefgebieden.wonen",
    "leefgebieden.wonnen": "leefgebieden.wonen",
    "Draag last": "draaglast",
    "leefgebieden.tuin": "leefgebieden.relaties",
}


@pytest.mark.parametrize(("name", "nearest"), NEAR.items())
def test_a_name_that_is_nearly_a_question_is_refused_with_the_nearest(
    integraal: Run, tmp_path: Path, name: str, nearest: str
) -> None:
    text = f"casus,organisaties,{name}\nC-1,nul_of_een,x\n"
    (tmp_path / "in.csv").write_text(text, "utf-8")
    said = refused(integraal, "in.csv")
    assert "error[column-nearly]" in said
    assert f"'{name}' lijkt op '{nearest}'" in said
    assert not (tmp_path / "geen.csv").exists()
    done = integraal("batch", "in.csv", "uit.csv", "--onbekend", "toestaan")
    assert done.returncode == 0, done.stderr
    assert f"namen ze niet over: {name}." in " ".join(done.stderr.split())


@pytest.mark.parametrize("name", ["regio", "opmerking", "gezinnen", "team", "periode", "last"])
def test_what_is_like_no_question_is_left_out_and_named(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "in.csv").write_text(f"casus,gezinsleden,{name}\nC-1,twee,x\n", "utf-8")
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 0, done.stderr
    assert name in done.stderr


def test_what_stands_in_a_column_without_a_name_is_refused(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("casus,gezinsleden,\nC-1,twee,ja\n", "utf-8")
    assert "kolom 3 heeft geen naam" in refused(integraal, "in.csv")


@pytest.mark.parametrize(
    ("above", "line"), [("sep=;\n", "4"), ("Onze wijk\n\n", "5"), ("\n", "4"), ("", "3")]
)
def test_a_reject_has_its_line_in_the_file_whatever_stands_above(
    integraal: Run, tmp_path: Path, above: str, line: str
) -> None:
    text = f"{above}casus;gezinsleden\nC-1;twee\nC-2;vijftien\n"
    (tmp_path / "in.csv").write_text(text, "utf-8")
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 1
    assert [row["line"] for row in rows_of(tmp_path / "uit-afgekeurd.csv")] == [line]
    assert (SAY("batch.passed", count=1) in done.stderr) is ("wijk" in above)
    done = integraal("batch", "in.csv", "--uitleg", line)
    assert "(gezinsleden)" in done.stderr


def test_a_group_is_found_however_its_name_is_written(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("casus,gezinsleden, Regio\nC-1,twee,noord\n", "utf-8")
    done = integraal("batch", "in.csv", "uit.csv", "--groepeer", "regio", "--toch")
    assert done.returncode == 0, done.stderr
    (row,) = rows_of(tmp_path / "uit.csv")
    assert row["Regio"] == "noord"


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_more_columns_than_anybody_can_use_are_refused_with_the_bound(
    integraal: Run, tmp_path: Path, form: str
) -> None:
    names = ("casus", "draaglast", *(f"kolom{number}" for number in range(5000)))
    _write_wide(tmp_path / f"in.{form}", names)
    begin = process_time()
    done = integraal("batch", f"in.{form}", "uit.csv")
    assert (done.returncode, process_time() - begin < 10) == (1, True)
    assert "error[too-many-columns]" in done.stderr
    assert "5002" in done.stderr
    assert "1000" in done.stderr


def test_columns_without_a_name_count_too(integraal: Run, tmp_path: Path) -> None:
    signs = "," * 20_000
    (tmp_path / "in.csv").write_text(f"casus,draaglast{signs}\nC-1,zwaar{signs}\n", "utf-8")
    assert "error[too-many-columns]" in integraal("batch", "in.csv", "uit.csv").stderr


def _write_wide(path: Path, names: Sequence[str]) -> None:
    import duckdb

    values = ("C-1", *("zwaar" for _ in names[1:]))
    match path.suffix:
        case ".csv":
            path.write_text(f"{','.join(names)}\n{','.join(values)}\n", "utf-8")
        case ".jsonl":
            path.write_text(json.dumps(dict(zip(names, values, strict=True))), "utf-8")
        case ".parquet":
            columns = ", ".join(f"'{v}' AS {n}" for n, v in zip(names, values, strict=True))
            duckdb.sql(f"COPY (SELECT {columns}) TO '{path}' (FORMAT parquet)")
        case _:
            book = Workbook()
            book.worksheets[0].append([*names])
            book.worksheets[0].append(values)
            book.save(path)


def test_blank_lines_among_many_rejects_take_no_time(integraal: Run, tmp_path: Path) -> None:
    lines = "".join(f"C-{number},enorm\n\n" for number in range(30_000))
    (tmp_path / "in.csv").write_text(f"casus,draaglast\n{lines}", "utf-8")
    begin = process_time()
    integraal("batch", "in.csv", "uit.csv")
    with (tmp_path / "uit-afgekeurd.csv").open(encoding="utf-8") as file:
        places = [int(row["line"]) for row in csv.DictReader(file)]
    assert places == list(range(2, 60_001, 2))
    assert process_time() - begin < 10


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_signs_of_more_bytes_are_read_also_without_a_mark(
    integraal: Run, tmp_path: Path, encoding: str
) -> None:
    text = "casus,gezinsleden,regio\r\nC-1,twee,België\r\n"
    (tmp_path / "in.csv").write_bytes(text.encode(encoding))
    done = integraal("batch", "in.csv", "uit.csv", "--groepeer", "regio", "--toch")
    assert done.returncode == 0, done.stderr
    assert encoding in done.stderr
    assert "België" in (tmp_path / "uit.csv").read_text("utf-8")
