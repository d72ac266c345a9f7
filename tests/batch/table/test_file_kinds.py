"""A file is what it holds: read, or refused with what it is and what to do."""

import gzip
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.batch.tables import rows_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

CSV = b"casus;draaglast\nC-1;zwaar\nC-2;enorm\n"
JSON = b'{"casus": "C-1", "draaglast": "zwaar"}\n{"casus": "C-2", "draaglast": "enorm"}\n'


def refused(integraal: Run, name: str, code: str, **details: str) -> None:
    done = integraal("batch", name, "uit.csv")
    assert (done.returncode, done.stdout) == (1, "")
    said = " ".join(done.stderr.split())
    assert said.startswith(f"{name}: error[{code}] {SAY(f'finding.{code}', **details)}"), said
    assert SAY(f"remedy.{code}") in said


def zipped(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        for name in names:
            parts.writestr(name, "x")


@pytest.mark.parametrize(
    ("name", "raw", "line"),
    [
        ("in.csv.gz", CSV, "3"),
        ("IN.TSV.GZ", CSV, "3"),
        ("in.jsonl.gz", JSON, "2"),
        ("in.csv", CSV, "3"),
    ],
)
def test_a_table_that_gzip_packed_is_read(
    integraal: Run, tmp_path: Path, name: str, raw: bytes, line: str
) -> None:
    (tmp_path / name).write_bytes(gzip.compress(raw))
    assert integraal("batch", name, "uit.csv").returncode == 1
    assert [row["casus"] for row in rows_of(tmp_path / "uit.csv")] == ["C-1"]
    assert [row["line"] for row in rows_of(tmp_path / "uit-afgekeurd.csv")] == [line]


def test_a_packed_table_is_called_as_its_user_does(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(b"casus,casus\n"))
    done = integraal("batch", "in.csv.gz", "uit.csv")
    assert done.stderr.startswith("in.csv.gz:1:1: error[column-twice]")
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(CSV)[:-12])
    done = integraal("batch", "in.csv.gz", "uit.csv")
    assert done.stderr.startswith("in.csv.gz: error[unreadable-table]")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("in.xls", "Excel 97-2003 (.xls)"),
        ("in.xlsb", "Excel binary (.xlsb)"),
        ("in.xlsm", "Excel (.xlsm)"),
        ("in.ODS", "OpenDocument (.ods)"),
    ],
)
def test_another_kind_of_workbook_is_told_by_its_name(
    integraal: Run, tmp_path: Path, name: str, form: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    refused(integraal, name, "other-workbook", form=form)


@pytest.mark.parametrize("name", ["in.xlsx", "in.csv"])
def test_another_kind_of_workbook_is_told_by_what_it_holds(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    zipped(tmp_path / name, "mimetype", "content.xml")
    refused(integraal, name, "other-workbook", form="OpenDocument (.ods)")
    zipped(tmp_path / name, "[Content_Types].xml", "xl/workbook.bin")
    refused(integraal, name, "other-workbook", form="Excel binary (.xlsb)")
    old = bytes.fromhex("d0cf11e0a1b11ae1")
    (tmp_path / name).write_bytes(old)
    refused(integraal, name, "other-workbook", form="Excel 97-2003 (.xls)")
    (tmp_path / name).write_bytes(old + "EncryptedPackage".encode("utf-16-le"))
    refused(integraal, name, "locked-workbook")


@pytest.mark.parametrize(
    ("name", "begin", "form"),
    [
        ("in.csv.zst", "", "zstd"),
        ("in.csv", "28b52ffd", "zstd"),
        ("in.jsonl.bz2", "", "bzip2"),
        ("in.csv", "425a6839314159265359", "bzip2"),
        ("in.csv", "fd377a585a00", "xz"),
        ("in.zip", "", "zip"),
        ("in.xlsx.gz", "1f8b08", "gzip"),
        ("in.xlsx", "1f8b08", "gzip"),
    ],
)
def test_what_is_packed_otherwise_is_refused(
    integraal: Run, tmp_path: Path, name: str, begin: str, form: str
) -> None:
    (tmp_path / name).write_bytes(bytes.fromhex(begin) + b"x" * 20)
    refused(integraal, name, "packed-table", form=form)


def test_an_archive_under_the_name_of_a_table_is_refused(integraal: Run, tmp_path: Path) -> None:
    zipped(tmp_path / "in.csv", "casussen.csv")
    refused(integraal, "in.csv", "packed-table", form="zip")


def test_a_table_under_the_name_of_another_form_is_refused(integraal: Run, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "in.csv")
    refused(integraal, "in.csv", "other-form", ending=".csv", form=".xlsx")
    (tmp_path / "in.xlsx").write_bytes(b"%PDF-1.7\n")
    refused(integraal, "in.xlsx", "other-form", ending=".xlsx", form=".pdf")


def test_a_small_file_of_nearly_nothing_is_refused(integraal: Run, tmp_path: Path) -> None:
    """Before the disk is full of it; a table of zeros is no table."""
    with gzip.open(tmp_path / "in.csv.gz", "wb") as packed:
        for _ in range(70):
            packed.write(b"0" * (1 << 20))
    done = integraal("batch", "in.csv.gz", "uit.csv")
    assert "error[gzip-too-large]" in done.stderr
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (1, ["in.csv.gz"])
