"""A batch with Spark: the same rows and the same rejects as with DuckDB, from any folder."""

import csv
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from integraal.batch.columns import NO, PROMISED, YES, Counted
from integraal.batch.duckdb.run import Batch, run
from integraal.batch.spark.run import SparkBatch
from integraal.batch.spark.run import run as run_spark
from integraal.batch.spark.target import Target
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument, Kind, Question, Renamed
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.library import Library
from tests.batch.dirty_tables import READ_BY_DUCKDB_ONLY, TABLES
from tests.batch.peoples_tables import EXPECTED, written
from tests.conftest import ROOT
from tests.reading.helpers import good
from tests.smaller import smaller

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NAME = "voor-wie-doen-we-wat"
NOT_KNOWN = ("weet_niet", "weet ik niet", "?", "je ne sais pas", "d'on't know")
HEAD = ("casus", "draaglast", "leefgebieden", "gezinsleden", "aantal_professionals")
DIRTY = (
    "C-1,zwaar,wonen,twee,twee",
    "C-2,enorm,wonen,twee,twee",
    "C-3,zwaar,wonen;kamperen,twee,twee",
    "C-4,zwaar",
    "C-5,zwaar,wonen,twee,twee,te veel",
    ",zwaar,wonen,twee,twee",
    "   ,zwaar,wonen,twee,twee",
    "jan@voorbeeld.nl,zwaar,wonen,twee,twee",
    "111222333,zwaar,wonen,twee,twee",
    "111222333,enorm,kamperen,twee,twee",
    "C-12345678,zwaar,wonen,twee,twee",
    "C 9,zwaar,wonen,twee,twee",
    "C-10,zwaar,geen_van_deze;wonen,twee,twee",
    "C-11,,,,",
    '"C-12","zwaar","werk, wonen","twee",twee',
)
pytestmark = pytest.mark.xdist_group("spark")


class Told(NamedTuple):
    """What an engine makes of a table, in a form in which engines can be compared."""

    rows: list[tuple[Any, ...]]
    rejects: Counter[tuple[str, ...]]
    """Column, kind, length, reason and dangers."""
    counted: Counted


Engine = Callable[[Path], Told]


@pytest.fixture
def by_spark(spark: "SparkSession", tmp_path: Path) -> Engine:
    return lambda source: spark_says(spark, small(), source, tmp_path)


def small(language: str = "nl") -> Instrument:
    """Leave out of an instrument what most of these tables do not answer: Java compiles it all."""
    return smaller(Library().instrument(NAME, language), *HEAD[1:])


def spark_says(
    spark: "SparkSession",
    instrument: Instrument,
    source: Path,
    folder: Path,
    groups: tuple[str, ...] = (),
) -> Told:
    """Evaluate a table with Spark, and read what it wrote with another reader than Spark."""
    target = Target(str(folder / "uit"), str(folder / "uit-af.csv"), is_here=True, overwrite=True)
    given = (_others(instrument), NOT_KNOWN, str(source))
    batch = SparkBatch(
        _program(instrument),
        *given,
        is_here=True,
        target=target,
        groups=groups,
        may_be_few=True,
        elsewhere=elsewhere(instrument),
    )
    counted = run_spark(spark, batch)
    return Told(_rows(folder / "uit" / "*.parquet"), _rejects(folder / "uit-af.csv"), counted)


def duckdb_says(
    instrument: Instrument, source: Path, folder: Path, groups: tuple[str, ...] = ()
) -> Told:
    """Evaluate a table with DuckDB."""
    target, bad = folder / "duck.parquet", folder / "duck-af.csv"
    given = (_others(instrument), NOT_KNOWN, source, target, bad)
    program, find = _program(instrument), elsewhere(instrument)
    counted = run(Batch(program, *given, groups=groups, elsewhere=find, may_be_few=True))
    return Told(_rows(target), _rejects(bad), counted)


def _program(instrument: Instrument) -> Program:
    return lower(instrument, others=neighbours(instrument.id, "nl"))


def _others(instrument: Instrument) -> tuple[Instrument, ...]:
    if instrument.id != NAME:
        return ()
    whole = (Library().instrument(NAME, language) for language in ("en", "fr"))
    asked = [question.id for question in instrument.questions()]
    return tuple(smaller(other, *asked) for other in whole)


def _rows(path: Path) -> list[tuple[Any, ...]]:
    import duckdb

    with duckdb.connect() as connection:
        return sorted(connection.execute(f"SELECT * FROM '{path}'").fetchall())


def _rejects(path: Path) -> Counter[tuple[str, ...]]:
    if not path.exists():
        return Counter()
    with path.open(encoding="utf-8", newline="") as file:
        names = ("column", "kind", "length", "reason", "urgent")
        return Counter(tuple(row[name] for name in names) for row in csv.DictReader(file))


def _csv(path: Path, lines: Sequence[str], head: Sequence[str] = HEAD) -> Path:
    path.write_text("\n".join((",".join(head), *lines)) + "\n", "utf-8")
    return path


def _same(spark_told: Told, duckdb_told: Told) -> None:
    assert spark_told.rows == duckdb_told.rows
    assert spark_told.rejects == duckdb_told.rejects
    assert replace(spark_told.counted, torn=()) == replace(duckdb_told.counted, torn=())
    torn = ({finding.code for finding in each.counted.torn} for each in (spark_told, duckdb_told))
    assert next(torn) == next(torn)


# --- The same as DuckDB ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dirty(spark: "SparkSession", tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    """Evaluate the dirty table once for all tests that look at what comes of it."""
    folder = tmp_path_factory.mktemp("dirty")
    return folder, spark_says(spark, small(), _csv(folder / "in.csv", DIRTY), folder)


def test_a_dirty_table_gives_the_same_rows_and_rejects(
    dirty: tuple[Path, Told], tmp_path: Path
) -> None:
    folder, told = dirty
    _same(told, duckdb_says(small(), folder / "in.csv", tmp_path))
    assert (told.counted.records, told.counted.answered, told.counted.rejected) == (15, 4, 11)
    assert dict(told.counted.reasons).keys() == {
        "case-form",
        "case-identifies",
        "case-missing",
        "no-such-answer",
        "unreadable-record",
    }


DANGEROUS = (
    "C-1,zwaar,wonen,ja,,,",
    "C-2,loodzwaar,huis;werk,,nee,ja,",
    "C-3,enorm,wonen,nee,ja,,niet_veilig",
    "C-4,zwaar,wonen,nee,weet_niet,nee,",
    "C-5,zwaar,wonen,misschien,ja,,",
    "C-6,zwaar,huis,,misschien,ja,gevoerd",
    "C-7,zwaar,huis,,,misschien,nee",
    "C-8,zwaar,werk,,,nee,nee",
    "111222333,zwaar,werk,ja,,,",
    ",zwaar,werk,,Ja,,",
    "S-1,zwaar,wonen,Jaa,,,",
    "S-2,zwaar,wonen,nee,jaa,,",
    "S-3,zwaar,wonen,neen,,,",
)


def test_danger_and_old_names_mean_the_same(spark: "SparkSession", tmp_path: Path) -> None:
    old = (Renamed("draaglast", "zwaar", "loodzwaar"), Renamed("leefgebieden", "wonen", "huis"))
    instrument = replace(Library().instrument(NAME), renamed=old)
    asked = ("direct_gevaar", "md_direct_gevaar", "md_acuut", "md_gesprek")
    source = _csv(tmp_path / "in.csv", DANGEROUS, ("casus", "draaglast", "leefgebieden", *asked))
    told = spark_says(spark, instrument, source, tmp_path)
    _same(told, duckdb_says(instrument, source, tmp_path))
    assert (told.counted.in_danger, told.counted.rejected_in_danger) == (2, 7)
    assert told.counted.moved == (("md_direct_gevaar", "direct_gevaar"),)
    assert {(remark.question, count) for remark, count in told.counted.remarks} == {
        ("direct_gevaar", 2),
        ("draaglast", 1),
        ("leefgebieden", 3),
    }


def test_a_line_of_csv_that_is_no_record_says_its_danger(
    spark: "SparkSession", tmp_path: Path
) -> None:
    lines = ("C-1,zwaar,nee", "C-2,zwaar,thuis,ja", "C-3,zwaar,thuis,nee", "C-4,ja")
    source = _csv(tmp_path / "in.csv", lines, ("casus", "draaglast", "direct_gevaar"))
    told = _spoken(spark, source, tmp_path)
    assert (told.counted.answered, told.counted.rejected) == (1, 3)
    assert told.counted.rejected_in_danger == 2


@pytest.mark.parametrize(
    "broken",
    [
        '{"casus": "C-2", "direct_gevaar": "ja", "direct_gevaar": "nee"}',
        '{"casus": "C-2", "direct_gevaar": "ja", ',
        '{"casus": "C-2", "draaglast": "licht"} {"casus": "C-3", "direct_gevaar": "ja"}',
    ],
)
def test_a_line_of_json_that_is_no_record_says_its_danger(
    spark: "SparkSession", tmp_path: Path, broken: str
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(f'{{"casus": "C-1", "direct_gevaar": "nee"}}\n{broken}\n', encoding="utf-8")
    told = _spoken(spark, source, tmp_path)
    assert (told.counted.answered, told.counted.rejected_in_danger) == (1, 1)


def _spoken(spark: "SparkSession", source: Path, folder: Path) -> Told:
    """What Spark says, and DuckDB as well."""
    asked = smaller(Library().instrument(NAME), "draaglast", "direct_gevaar")
    told = spark_says(spark, asked, source, folder)
    _same(told, duckdb_says(asked, source, folder))
    return told


@pytest.mark.parametrize("name", TABLES)
def test_all_dirt_there_is_means_the_same_but_for_what_is_named(
    spark: "SparkSession", tmp_path: Path, name: str
) -> None:
    source = TABLES[name](tmp_path / name)
    spark_told = spark_says(spark, small(), source, tmp_path)
    told = duckdb_says(small(), source, tmp_path)
    case, named = READ_BY_DUCKDB_ONLY.get(name, ("", ""))
    assert named in " ".join((ROOT / "docs" / "spark.md").read_text("utf-8").split())
    assert spark_told.rows == [row for row in told.rows if row[0] != case]
    apart = Counter([("", "empty", "", "unreadable-record", "")] if case else [])
    assert spark_told.rejects == told.rejects + apart
    assert spark_told.counted.records == told.counted.records
    assert min(told.counted.answered, told.counted.rejected) > 5


@pytest.mark.parametrize("name", EXPECTED)
def test_tables_as_people_hand_them_in_come_out_as_said(
    by_spark: Engine, tmp_path: Path, name: str
) -> None:
    expected, source = EXPECTED[name], written(name, tmp_path)
    if code := expected.by_spark or expected.refused:
        with pytest.raises(Faulty) as refused:
            by_spark(source)
        assert {finding.code for finding in refused.value.findings} == {code}
        return
    told = by_spark(source)
    rows = [(row[0], row[1]) for row in told.rows]
    assert (rows, told.counted.rejected) == (sorted(expected.rows), expected.rejected)


def test_a_quote_inside_a_text_is_named_as_a_difference(by_spark: Engine, tmp_path: Path) -> None:
    lines = ['C-1,zw"aar,wonen,twee,twee', 'C-2,zwaar,"wonen;\nwerk",twee,twee']
    source = _csv(tmp_path / "in.csv", lines)
    assert 'such as `zw"aar`' in (ROOT / "docs" / "spark.md").read_text("utf-8")
    assert duckdb_says(small(), source, tmp_path).counted.records == 2
    with pytest.raises(Faulty) as faulty:
        by_spark(source)
    assert [finding.code for finding in faulty.value.findings] == ["quote-left-open"]


@pytest.mark.parametrize("value", ["=1+1", "'=1", "Oost"])
def test_a_group_is_read_back_as_it_was(spark: "SparkSession", tmp_path: Path, value: str) -> None:
    lines = [f"C-{number},zwaar,{value}" for number in range(5)]
    source = _csv(tmp_path / "in.csv", lines, ("casus", "draaglast", "regio"))
    told = spark_says(spark, small(), source, tmp_path, ("regio",))
    _same(told, duckdb_says(small(), source, tmp_path, ("regio",)))


def test_no_name_of_a_file_becomes_a_formula_in_the_rejects(
    by_spark: Engine, tmp_path: Path
) -> None:
    by_spark(_csv(tmp_path / "=1+1.csv", ["C-1,enorm,,,"]))
    with (tmp_path / "uit-af.csv").open(encoding="utf-8", newline="") as file:
        assert [row["file"] for row in csv.DictReader(file)] == ["'=1+1.csv"]


def _said(question: Question, words: Sequence[Question]) -> list[str]:
    """Ways to answer a question, and ways that are none."""
    labels = [option.label for each in words for option in each.options]
    others = ("", " ", "geen_van_deze", "enorm", "a'b\\", *YES, *NO)
    spelled = [*question.option_ids, *labels, *NOT_KNOWN, *others]
    return [*spelled, *(f" {word.upper()} " for word in spelled)]


def _cell(question: Question, words: Sequence[Question], chance: random.Random) -> str:
    if question.kind is Kind.NUMBER:
        numbers = ("3", "2.5", "2,5", "-1", "1e2", "1e999", "1d", "0x1p3", "nan", "inf", "drie", "")
        return chance.choice(numbers)
    if question.kind is Kind.SEVERAL and chance.random() < 0.7:
        sign = chance.choice([";", ",", "|", "; ", ";;"])
        parts = question.option_ids if chance.random() < 0.7 else _said(question, words)
        return sign.join(chance.choices(parts, k=chance.randint(1, 4)))
    mostly = question.option_ids if chance.random() < 0.7 else _said(question, words)
    return chance.choice(mostly or ("tekst",))


def _mixed(instrument: Instrument, chance: random.Random, count: int) -> Iterator[dict[str, str]]:
    """Make rows up in which every way of writing occurs, in one-column and yes/no form."""
    others = _others(instrument)
    yes_or_no = (*YES, *NO, "", "JA", " nee ", "?", "misschien")
    for number in range(count):
        row = {"casus": f"C-{number}"}
        for place, question in enumerate(instrument.questions()):
            words = [question, *(each.question(question.id) for each in others)]
            if question.kind is Kind.SEVERAL and place % 2:
                for option in question.option_ids[:-1]:
                    # Mostly good, or no row with so many cells would be left.
                    good_one = chance.choice(yes_or_no[:-1])
                    row[f"{question.id}.{option}"] = (
                        good_one if chance.random() < 0.99 else chance.choice(yes_or_no)
                    )
            elif chance.random() < 0.15:
                row[question.id] = _cell(question, words, chance)
            else:
                row[question.id] = chance.choice(question.option_ids or ("",))
        yield row


@pytest.mark.parametrize("name", [NAME, "tellen.yaml"])
def test_every_way_of_writing_an_answer_means_the_same(
    spark: "SparkSession", tmp_path: Path, name: str
) -> None:
    instrument = good(name) if name.endswith(".yaml") else Library().instrument(name)
    made = list(_mixed(instrument, random.Random(name), 400))
    source = tmp_path / "in.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(key for row in made for key in row)))
        writer.writeheader()
        writer.writerows(made)
    told = spark_says(spark, instrument, source, tmp_path)
    _same(told, duckdb_says(instrument, source, tmp_path))
    assert min(told.counted.answered, told.counted.rejected) > 30


# --- Forms ----------------------------------------------------------------------------------------

Rows = Sequence[dict[str, Any]]
ROWS = (
    {"casus": "C-1", "leefgebieden": ["wonen", "werk"], "gezinsleden": "twee", "draaglast": None},
    {"casus": "C-2", "leefgebieden": [], "gezinsleden": " Twee ", "draaglast": "zwaar"},
    {"casus": "C-3", "leefgebieden": None, "gezinsleden": None, "draaglast": ""},
    {"casus": "C-4", "leefgebieden": ["kamperen"], "gezinsleden": "twee", "draaglast": None},
)


def _jsonl(path: Path, rows: Rows = ROWS) -> Path:
    lines = [json.dumps({k: v for k, v in row.items() if v is not None}) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def _parquet(path: Path, rows: Rows = ROWS) -> Path:
    import duckdb

    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE t (casus VARCHAR, leefgebieden VARCHAR[], gezinsleden VARCHAR,"
            " draaglast VARCHAR)"
        )
        values = [list(row.values()) for row in rows]
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", values)
        connection.execute(f"COPY t TO '{path}'")
    return path


@pytest.mark.parametrize(("form", "write"), [("jsonl", _jsonl), ("parquet", _parquet)])
def test_lists_and_missing_keys_mean_the_same(
    by_spark: Engine, tmp_path: Path, form: str, write: Callable[[Path], Path]
) -> None:
    source = write(tmp_path / f"in.{form}")
    told = by_spark(source)
    _same(told, duckdb_says(small(), source, tmp_path))
    assert (told.counted.answered, told.counted.rejected) == (3, 1)


@pytest.mark.parametrize(("form", "write"), [("jsonl", _jsonl), ("parquet", _parquet)])
def test_an_item_of_a_list_that_nobody_knows_is_never_a_no(
    by_spark: Engine, tmp_path: Path, form: str, write: Callable[[Path, Rows], Path]
) -> None:
    known = {"gezinsleden": "twee", "draaglast": "zwaar"}
    beside_wonen = (None, " ", ";")
    alone: list[list[str | None]] = [[None], [""], ["\u00a0"]]
    lists = [*alone, *(["wonen", item] for item in beside_wonen)]
    rows = [{"casus": f"C-{n}", "leefgebieden": areas, **known} for n, areas in enumerate(lists)]
    source = write(tmp_path / f"in.{form}", rows)
    told = by_spark(source)
    _same(told, duckdb_says(small(), source, tmp_path))
    open_rules = [row[PROMISED.index("rules_open")] for row in told.rows]
    assert all("plan-voor-heel-het-gezin" in rules for rules in open_rules)
    assert len(open_rules) == len(lists)


@pytest.mark.parametrize(
    ("yes", "no"), [("true", "false"), ("1.0::DOUBLE", "0.0::DOUBLE"), ("1", "0")]
)
def test_yes_and_no_of_a_program_mean_the_same(
    spark: "SparkSession", tmp_path: Path, yes: str, no: str
) -> None:
    import duckdb

    source = tmp_path / "in.parquet"
    rows = f"('C-1', {yes}, {no}), ('C-2', {no}, {yes}), ('C-3', NULL, NULL)"
    names = 'casus, langdurig, "leefgebieden.wonen"'
    with duckdb.connect() as connection:
        connection.execute(f"COPY (FROM (VALUES {rows}) t({names})) TO '{source}'")
    instrument = smaller(Library().instrument(NAME), "langdurig", "leefgebieden")
    told = spark_says(spark, instrument, source, tmp_path)
    _same(told, duckdb_says(instrument, source, tmp_path))
    assert (told.counted.answered, told.counted.rejected) == (3, 0)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("in.jsonl", '[{"casus": "C-1", "gezinsleden": "twee"}]\n', "json-list"),
        ("in.jsonl", '\n [\n{"casus": "C-1", "gezinsleden": "twee"}\n]\n', "json-list"),
        ("in.csv", "Onze wijk\n\ncasus,gezinsleden\nC-1,twee\n", "above-the-names"),
        ("in.csv", "sep=;\ncasus;gezinsleden\nC-1;twee\n", "above-the-names"),
        ("in.csv", "casus,gezinsleden,\nC-1,twee,\n", "column-twice"),
        ("in.csv.zst", "", "packed-table"),
        ("in.ods", "", "other-workbook"),
    ],
)
def test_what_spark_does_not_read_is_refused_with_what_it_is(
    by_spark: Engine, tmp_path: Path, name: str, text: str, code: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(text, "utf-8")
    with pytest.raises(Faulty) as faulty:
        by_spark(tmp_path / "in")
    assert [finding.code for finding in faulty.value.findings] == [code]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_table_that_gzip_packed_means_the_same(
    by_spark: Engine, tmp_path: Path, form: str
) -> None:
    plain = _csv(tmp_path / "in.csv", DIRTY) if form == "csv" else _jsonl(tmp_path / "in.jsonl")
    source = tmp_path / f"{plain.name}.gz"
    source.write_bytes(gzip.compress(plain.read_bytes()))
    told = by_spark(source)
    _same(told, duckdb_says(small(), source, tmp_path))
    assert told.counted.rejected > 0


def test_partitioned_parquet_is_one_table_and_partitions_are_columns(
    by_spark: Engine, tmp_path: Path
) -> None:
    for year, number in product((2025, 2026), range(3)):
        part = tmp_path / "in" / f"jaar={year}"
        part.mkdir(parents=True, exist_ok=True)
        rows = [{**row, "casus": f"{row['casus']}.{year}.{number}"} for row in ROWS]
        _parquet(part / f"part-{number}.parquet", rows)
    (tmp_path / "in" / "_SUCCESS").touch()
    told = by_spark(tmp_path / "in")
    assert (told.counted.records, told.counted.answered, told.counted.rejected) == (24, 18, 6)
    assert told.counted.unknown_columns == ("jaar",)
    assert len(list((tmp_path / "uit").glob("part-*.parquet"))) >= 4


def test_answers_in_a_part_with_more_columns_are_not_forgotten(
    by_spark: Engine, tmp_path: Path
) -> None:
    import duckdb

    (tmp_path / "in").mkdir()
    with duckdb.connect() as connection:
        for number, extra in enumerate(("", ", 'twee' AS gezinsleden")):
            shown = f"SELECT 'C-{number}' AS casus, 'wonen;werk' AS leefgebieden{extra}"
            connection.execute(f"COPY ({shown}) TO '{tmp_path}/in/{number}.parquet'")
    assert [row[:2] for row in by_spark(tmp_path / "in").rows] == [
        ("C-0", "connectie"),
        ("C-1", "coordinatie"),
    ]


def test_a_folder_of_csv_is_read_in_pieces_and_loses_nothing(
    by_spark: Engine, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    lines = [f"C-{number},zwaar,wonen;werk,twee,twee" for number in range(2000)]
    for number in range(2):
        _csv(tmp_path / "in" / f"{number}.csv", lines[number::2])
    told = by_spark(tmp_path / "in")
    assert sorted(row[0] for row in told.rows) == sorted(line.split(",")[0] for line in lines)
    assert len(list((tmp_path / "uit").glob("part-*.parquet"))) > 4


@pytest.mark.parametrize(
    ("sign", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), ("|", "latin-1"), (";", "windows-1252")],
)
def test_any_delimiter_and_encoding_is_told_apart(
    by_spark: Engine, tmp_path: Path, sign: str, encoding: str
) -> None:
    sign_of = "’" if encoding != "latin-1" else "é"
    lines = (("casus", "draaglast", " één"), ("C-1", "zwaar", sign_of), ("C-2", "", "'"))
    text = "".join(f"{sign.join(line)}\r\n" for line in lines)
    (tmp_path / "in.csv").write_bytes(text.encode(encoding))
    told = by_spark(tmp_path / "in.csv")
    assert told.counted.unknown_columns == ("één",)
    expected = encoding.removesuffix("-sig").replace("latin-1", "windows-1252")
    assert told.counted.encoding == expected
    assert [row[0] for row in told.rows] == ["C-1", "C-2"]


def test_a_stray_byte_makes_no_other_cell_wrong(spark: "SparkSession", tmp_path: Path) -> None:
    source = written("stray-byte.csv", tmp_path)
    told = spark_says(spark, small(), source, tmp_path, groups=("regio",))
    assert (told.counted.encoding, told.counted.strays) == ("utf-8", 1)
    regions = {row[-1] for row in told.rows}
    assert "Súdwest-Fryslân" in regions
    assert len(regions) == 2


def test_a_stray_byte_in_an_answer_is_no_answer(by_spark: Engine, tmp_path: Path) -> None:
    text = "casus,draaglast,verhaal\nC-1,zwaar,één\nC-2,zwaar#,één\n".encode()
    (tmp_path / "in.csv").write_bytes(text.replace(b"#", b"\xe9"))
    told = by_spark(tmp_path / "in.csv")
    assert (told.counted.strays, told.counted.answered, told.counted.rejected) == (1, 1, 1)
    _same(told, duckdb_says(small(), tmp_path / "in.csv", tmp_path))


def test_a_line_break_inside_quotes_is_no_end_of_a_record(by_spark: Engine, tmp_path: Path) -> None:
    lines = ['C-1,zwaar,"een\nverhaal"', 'C-2,"enorm",x', 'C-3,zwaar,"te","veel\n"', "C-4,,"]
    source = _csv(tmp_path / "in.csv", lines * 200, ("casus", "draaglast", "verhaal"))
    told = by_spark(source)
    _same(told, duckdb_says(small(), source, tmp_path))
    assert (told.counted.records, told.counted.answered, told.counted.rejected) == (800, 400, 400)


def test_a_table_of_only_columns_has_no_rows(by_spark: Engine, tmp_path: Path) -> None:
    told = by_spark(_csv(tmp_path / "in.csv", ()))
    assert (told.rows, told.counted.records) == ([], 0)


def test_a_very_long_cell_is_rejected_like_any_other(by_spark: Engine, tmp_path: Path) -> None:
    long = ";".join(["wonen"] * 10_000)
    lines = [f"C-1,zwaar,{long},,", f"C-2,zwaar,{long};kamperen,,"]
    told = by_spark(_csv(tmp_path / "in.csv", lines))
    assert [row[0] for row in told.rows] == ["C-1"]
    assert [reject[0] for reject in told.rejects] == ["leefgebieden"]


def test_a_record_of_json_that_is_broken_is_rejected(by_spark: Engine, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"casus": "C-1", "draaglast": "zwaar"}\n{"casus": \n')
    told = by_spark(tmp_path / "in.jsonl")
    assert (told.counted.answered, told.counted.reasons) == (1, (("unreadable-record", 1),))


BROKEN_LINES = {
    "two objects on one line": '{"casus":"C-2","draaglast":"zwaar"}{"casus":"C-3"}',
    "an object and more": '{"casus":"C-2","draaglast":"zwaar"} zwaar',
    "a key that stands twice": '{"casus":"C-2","draaglast":"licht","draaglast":"zwaar"}',
    "a list": '["C-2"]',
}


def test_a_line_that_is_no_object_by_itself_is_rejected_by_both(
    by_spark: Engine, tmp_path: Path
) -> None:
    whole = '{"casus":"C-1","draaglast":"zwaar","leefgebieden":["a } {","wonen"]}'
    lines = "\n\n".join((whole, *BROKEN_LINES.values()))
    (tmp_path / "in.jsonl").write_text(f"{lines}\n", "utf-8")
    for told in (
        by_spark(tmp_path / "in.jsonl"),
        duckdb_says(small(), tmp_path / "in.jsonl", tmp_path),
    ):
        reasons = dict(told.counted.reasons)
        assert reasons["unreadable-record"] == len(BROKEN_LINES), reasons
        assert told.counted.records == len(BROKEN_LINES) + 1


def test_a_name_with_signs_that_spark_would_guess_at_is_just_a_name(
    by_spark: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "a b [1] {x} 50%"
    folder.mkdir()
    assert by_spark(_csv(folder / "in*.csv", ["C-1,zwaar,,,"])).counted.answered == 1


def test_groups_are_copied_also_from_the_names_of_partitions(
    spark: "SparkSession", tmp_path: Path
) -> None:
    for year in (2025, 2026):
        part = tmp_path / "in" / f"jaar={year}"
        part.mkdir(parents=True)
        _csv(part / "deel.csv", [f"C-{year},zwaar,Oost"], ("casus", "draaglast", "regio"))
    instrument = small()
    told = spark_says(spark, instrument, tmp_path / "in", tmp_path, ("jaar", "regio"))
    assert [row[-2:] for row in told.rows] == [("2025", "Oost"), ("2026", "Oost")]
    one = tmp_path / "in" / "jaar=2025" / "deel.csv"
    told = spark_says(spark, instrument, one, tmp_path, ("regio",))
    _same(told, duckdb_says(instrument, one, tmp_path, ("regio",)))


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (["jan@voorbeeld.nl", "Oost"], "column-identifies"),
        ([f"regio {number}" for number in range(1001)], "too-many-groups"),
    ],
)
def test_a_group_that_is_none_is_refused(
    spark: "SparkSession", tmp_path: Path, values: list[str], code: str
) -> None:
    lines = [f"C-{number},zwaar,{value}" for number, value in enumerate(values)]
    source = _csv(tmp_path / "in.csv", lines, ("casus", "draaglast", "regio"))
    with pytest.raises(Faulty) as faulty:
        spark_says(spark, small(), source, tmp_path, ("regio",))
    assert [finding.code for finding in faulty.value.findings] == [code]


# --- Refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.csv": "nummer,draaglast\nC-1,zwaar\n"}, "no-case-column"),
        ({"a.csv": "casus,gewicht\nC-1,zwaar\n"}, "no-question-column"),
        ({"a.csv": "casus,draaglast,draaglast\nC-1,a,b\n"}, "column-twice"),
        ({"a.csv": ""}, "no-columns"),
        ({"a.csv": "casus,draaglast\n111222333,zwaar\n123456782,licht\n"}, "column-identifies"),
        ({"a.csv": "casus,draaglast\nC-1,jan@voorbeeld.nl\n"}, "column-identifies"),
        ({"a.csv": "casus,draaglast\n", "b.csv": "draaglast,casus\nzwaar,C-1\n"}, "other-header"),
        ({"a.csv": 'casus,draaglast,x\nC-1,zwaar,"y\nC-2,zwaar,y\n'}, "quote-left-open"),
        ({"a.csv": 'casus,"draag\nlast",x\nC-1,zwaar,y\n'}, "quote-left-open"),
        ({"a.csv": "casus\n", "b.parquet": "kapot"}, "mixed-folder"),
        ({"a.parquet": "kapot"}, "unreadable-table"),
        ({"a.pdf": "kapot"}, "unknown-form"),
        ({}, "unknown-form"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_whole(
    by_spark: Engine, tmp_path: Path, files: dict[str, str], code: str
) -> None:
    (tmp_path / "in").mkdir()
    for name, text in files.items():
        (tmp_path / "in" / name).write_text(text, "utf-8")
    with pytest.raises(Faulty) as faulty:
        by_spark(tmp_path / "in")
    assert [finding.code for finding in faulty.value.findings] == [code]
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_what_is_not_there_is_said(by_spark: Engine, tmp_path: Path) -> None:
    with pytest.raises(Faulty) as faulty:
        by_spark(tmp_path / "nergens.csv")
    assert [finding.code for finding in faulty.value.findings] == ["no-such-file"]


def test_a_reject_never_repeats_the_value(dirty: tuple[Path, Told]) -> None:
    said = (dirty[0] / "uit-af.csv").read_text("utf-8")
    assert not any(word in said for word in ("enorm", "kamperen", "jan@", "111222333", "te veel"))
    assert set(said.splitlines()[1].split(",")) >= {"", "in.csv"}


def test_at_an_address_spark_itself_writes_both_folders_and_takes_no_place(
    spark: "SparkSession", tmp_path: Path
) -> None:
    source = _csv(tmp_path / "in.csv", DIRTY)
    program = lower(small())

    def said(*, overwrite: bool) -> Counted:
        addresses = (f"file://{tmp_path}/uit", f"file://{tmp_path}/af")
        target = Target(*addresses, is_here=False, overwrite=overwrite)
        given = (_others(program.instrument), NOT_KNOWN, f"file://{source}")
        return run_spark(spark, SparkBatch(program, *given, is_here=False, target=target))

    counted = said(overwrite=False)
    assert len(_rows(tmp_path / "uit" / "*.parquet")) == counted.answered == 4
    parts = [_rejects(path) for path in (tmp_path / "af").glob("*.csv")]
    assert sum(parts, Counter()).total() == counted.rejected + 2  # one has three faults
    with pytest.raises(Faulty) as faulty:
        said(overwrite=False)
    assert [finding.code for finding in faulty.value.findings] == ["exists-already"]
    assert said(overwrite=True) == counted


def test_what_is_made_is_its_owners_alone(dirty: tuple[Path, Told]) -> None:
    assert (dirty[0] / "uit").stat().st_mode & 0o077 == 0
    assert (dirty[0] / "uit-af.csv").stat().st_mode & 0o077 == 0


def test_a_second_run_replaces_the_first_and_leaves_nothing_beside(
    by_spark: Engine, tmp_path: Path
) -> None:
    by_spark(_csv(tmp_path / "in.csv", ["C-1,zwaar,,,", "C-3,enorm,,,"]))
    told = by_spark(_csv(tmp_path / "in.csv", ["C-2,zwaar,,,"]))
    assert [row[0] for row in told.rows] == ["C-2"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "uit"]
