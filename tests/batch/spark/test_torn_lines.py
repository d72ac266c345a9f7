"""Of a line that Spark reads as no record people hear what DuckDB says: where, and what to do."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from integraal.model.finding import Finding
from tests.batch.spark.test_run import duckdb_says, small, spark_says

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

HEAD = "casus;draaglast;leefgebieden"
GOOD = 'C-0;zwaar;"wonen;werk"'
LINES = (
    HEAD,
    GOOD,
    "C-1;zwaar;wonen;en ook werk",
    "C-2;zwaar",
    GOOD,
    "C-3;zwaar;wonen;werk;school",
)
OBJECTS = ('{"casus":"C-1","draaglast":"zwaar"}', "", "rommel", "rommel")
pytestmark = pytest.mark.xdist_group("spark")


def _plain(finding: Finding) -> tuple[str, int, dict[str, str]]:
    details = {k: v for k, v in finding.details if k in ("count", "columns", "sign")}
    return finding.code, finding.place.line, details if finding.code != "no-json-object" else {}


@pytest.mark.parametrize(
    ("name", "lines"), [("in.csv", LINES), ("in.jsonl", OBJECTS), ("in.csv.gz", LINES)]
)
def test_spark_says_what_duckdb_says(
    spark: "SparkSession", tmp_path: Path, name: str, lines: tuple[str, ...]
) -> None:
    raw = "".join(f"{line}\n" for line in lines).encode()
    source = tmp_path / name
    source.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    other = duckdb_says(small(), source, tmp_path).counted.torn
    told = spark_says(spark, small(), source, tmp_path).counted.torn
    assert list(map(_plain, told)) == list(map(_plain, other))
    assert {finding.place.file for finding in told} == {str(source)}


def test_in_a_folder_the_file_is_named(spark: "SparkSession", tmp_path: Path) -> None:
    folder = tmp_path / "casussen" / "jaar=2026"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text(f"{HEAD}\n{GOOD}\n", "utf-8")
    (folder / "b.csv").write_text(f'{HEAD}\n{GOOD}\nC-1;"zwaar;wonen\nC-2;zwaar";wonen;x\n')
    (told,) = spark_says(spark, small(), tmp_path / "casussen", tmp_path).counted.torn
    assert (told.code, told.place.file, told.place.line) == (
        "cells-too-many",
        str(folder / "b.csv"),
        3,
    )


def test_at_an_address_the_file_alone_is_named(spark: "SparkSession", tmp_path: Path) -> None:
    from integraal.batch.spark.source import address_of, open_table
    from integraal.batch.spark.torn_lines import torn_lines
    from integraal.model.finding import Place

    source = tmp_path / "in.csv"
    source.write_text("\n".join(LINES), "utf-8")
    opened = open_table(spark, address_of(str(source)), Place("s3a://zorg/in.csv"))
    told = torn_lines(opened, "s3a://zorg/in.csv", is_here=False)
    assert [(f.code, str(f.place)) for f in told] == [
        ("cells-too-few", "in.csv"),
        ("cells-too-many", "in.csv"),
    ]
