"""`integraal export`: a group of commands; the first gives schemas to editors."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from integraal.cli.commands.export import Kind
from integraal.model.instrument import Kind as QuestionKind
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY
from tests.cli.processes import PATIENCE_SECONDS, start
from tests.cli.terminal import Terminal
from tests.conftest import INSTRUMENTS, ROOT, Run


@pytest.mark.parametrize("kind", list(Kind))
def test_schema_of_every_kind_is_the_one_in_docs(integraal: Run, kind: Kind) -> None:
    done = integraal("export", "schema", kind.value)
    assert (done.returncode, done.stderr) == (0, "")
    shipped = ROOT / "docs" / "schemas" / f"{kind.value}.json"
    assert done.stdout == shipped.read_text(encoding="utf-8")


def test_kinds_are_those_that_have_a_schema() -> None:
    from integraal.reading.shapes.json_schema import SHAPES

    assert [kind.value for kind in Kind] == list(SHAPES)


def test_schema_goes_to_a_file_that_is_not_overwritten(integraal: Run, tmp_path: Path) -> None:
    ask = ("export", "schema", "casus", "-o", "casus.json")
    assert integraal(*ask).returncode == 0
    assert json.loads((tmp_path / "casus.json").read_text())["type"] == "object"
    assert integraal(*ask).returncode == 1
    assert integraal(*ask, "--overschrijf").returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_export_alone_shows_what_can_be_exported(integraal: Run, language: str) -> None:
    done = integraal("export", "--taal", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert Words(language)("help.export.schema") in done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_a_command_in_the_group_speaks_the_language(integraal: Run, language: str) -> None:
    text = integraal("export", "schema", "--help", "--taal", language).stdout
    say = Words(language)
    assert text.startswith(
        f"{say('help.usage')} integraal export schema {say('help.options_usage')}"
    )
    assert "{" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "schem"), "Bedoel je 'schema'?"),
        (("export", "schema"), "Er ontbreekt iets: SOORT."),
        (("export", "schema", "casussen"), "kies uit instrument, scale, sources"),
    ],
)
def test_wrong_usage_gets_the_way_out(
    integraal: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = integraal(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


# --- SQL ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_sql_runs_in_duckdb_and_says_what_each_bit_is(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    import duckdb

    text = integraal("export", "sql", name, "--tabel", "casussen").stdout
    instrument = Library().instrument(name)
    kinds = {True: "DOUBLE", False: "VARCHAR"}
    named = [
        f'"{q.id}" {kinds[q.kind is QuestionKind.NUMBER]}' for q in instrument.every_question()
    ]
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE casussen (casus VARCHAR, {', '.join(named)})")
        connection.execute("INSERT INTO casussen (casus) VALUES ('C-1')")
        found = connection.execute(text)
        columns = [column[0] for column in found.description]
        values = dict(zip(columns, found.fetchall()[0], strict=True))
    case = tmp_path / "C-1.yaml"
    case.write_text("schema: integraal/casus/1\ncasus: C-1\n", "utf-8")
    advice = json.loads(integraal("advies", case, "-i", name, "-f", "json").stdout)
    told = dict(re.findall(r"^-- (actions\d+ \d+): (.+)$", text, re.MULTILINE))
    called = {
        action
        for where, action in told.items()
        if int(values[where.split()[0]]) & int(where.split()[1])
    }
    assert {a["id"] for a in advice["actions"]} == called


def _said_in_duckdb(text: str, columns: str, *rows: str) -> list[dict[str, Any]]:
    """Run a SELECT over a table with exactly these columns."""
    import duckdb

    names = columns.split(",")
    with duckdb.connect() as connection:
        listed = ", ".join(f'"{name}" VARCHAR' for name in names)
        connection.execute(f"CREATE TABLE cases ({listed})")
        marks = ", ".join("?" * len(names))
        given = [[cell or None for cell in row.split(",")] for row in rows]
        connection.executemany(f"INSERT INTO cases VALUES ({marks})", given)
        found = connection.execute(f"SELECT * FROM ({text.strip().rstrip(';')}) ORDER BY casus")
        shown = [column[0] for column in found.description]
        return [dict(zip(shown, row, strict=True)) for row in found.fetchall()]


def test_the_sql_tells_the_dangers_of_every_instrument_that_the_table_answers(
    integraal: Run,
) -> None:
    columns = "casus,draaglast,md_direct_gevaar,direct_gevaar,md_acuut"
    done = integraal("export", "sql", "--kolommen", columns)
    assert done.returncode == 0
    assert SAY("finding.moved", old="md_direct_gevaar", new="direct_gevaar") in done.stderr
    legend = dict(re.findall(r"^-- urgent0 (\d+): (.+)$", done.stdout, re.MULTILINE))
    said = _said_in_duckdb(
        done.stdout, columns, "C-1,zwaar,ja,nee,", "C-2,zwaar,,nee,ja", "C-3,,,,"
    )
    told = [[name for bit, name in legend.items() if row["urgent0"] & int(bit)] for row in said]
    assert told == [["bel-eerst-112"], ["meldcode/wacht-niet-en-handel-samen"], []]


def test_the_sql_says_which_danger_it_cannot_see(integraal: Run) -> None:
    text = integraal("export", "sql").stdout
    assert "-- danger unseen: md_acuut\n" in text
    assert "unseen" not in integraal("export", "sql", "meldcode").stdout


def test_columns_that_the_sql_does_not_read_are_named(integraal: Run) -> None:
    done = integraal("export", "sql", "--kolommen", "casus,draaglast,leefgebieden.wonen,regio")
    assert done.returncode == 0
    assert SAY("sql.unknown_columns", columns="regio, leefgebieden.wonen") in " ".join(
        done.stderr.split()
    )
    refused = integraal("export", "sql", "--kolommen", "draaglast")
    assert (refused.returncode, refused.stdout) == (1, "")


@pytest.mark.parametrize("dialect", ["postgres", "sqlite", "spark"])
def test_every_dialect_can_be_had(integraal: Run, dialect: str) -> None:
    done = integraal("export", "sql", "--dialect", dialect, "-o", "regels.sql")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("table", ["a b", "x; DROP TABLE y", "", "1a"])
def test_a_name_of_a_table_can_do_no_harm(integraal: Run, table: str) -> None:
    done = integraal("export", "sql", "--tabel", table)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--tabel" in done.stderr


def test_reminders_name_the_case_and_nothing_of_what_is_in_it(
    integraal: Run, tmp_path: Path, examples: Path
) -> None:
    done = integraal("export", "ics", examples / "verloop" / "C-4210.yaml", "-o", "C-4210.ics")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "C-4210.ics").read_bytes().decode().replace("\r\n ", "")
    assert "SUMMARY;LANGUAGE=nl:Opnieuw kijken naar casus C-4210" in text
    assert "DTSTART;VALUE=DATE:20261001" in text
    assert "procesregisseur" not in text


def test_a_case_without_a_day_to_look_again_has_no_reminder(
    integraal: Run, tmp_path: Path, examples: Path
) -> None:
    done = integraal("export", "ics", examples / "C-2041.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[no-follow-up]" in done.stderr


# --- Template -------------------------------------------------------------------------------------


@pytest.mark.parametrize("spelt", ["sjabloon.xlsx", "sjabloon"])
def test_a_template_may_be_asked_for_by_its_file_or_by_its_name(
    integraal: Run, tmp_path: Path, spelt: str
) -> None:
    done = integraal("export", spelt)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{Words('nl')('written', file='sjabloon.xlsx')}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["sjabloon.xlsx"]
    assert load_workbook(tmp_path / "sjabloon.xlsx").sheetnames == ["casussen", "uitleg", "lijsten"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_of_an_instrument_speaks_the_language_and_goes_where_it_is_told(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    ask = ("export", "sjabloon", "meldcode", "-o", "Vragen.XLSX", "--taal", language)
    done = integraal(*ask)
    assert (done.returncode, done.stdout) == (0, "")
    book = load_workbook(tmp_path / "Vragen.XLSX")
    assert book.sheetnames[0] == Words(language)("template.cases")
    title = Library().instrument("meldcode", language).title
    assert title in str(book.worksheets[1]["A1"].value)


def test_a_template_that_is_filled_in_is_never_overwritten_unasked(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "sjabloon.xlsx").write_text("al ingevuld")
    done = integraal("export", "sjabloon.xlsx")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[exists-already]" in done.stderr
    assert (tmp_path / "sjabloon.xlsx").read_text() == "al ingevuld"
    assert integraal("export", "sjabloon.xlsx", "--overschrijf").returncode == 0
    assert load_workbook(tmp_path / "sjabloon.xlsx").sheetnames


def test_a_template_goes_through_a_pipe_as_it_goes_to_a_file(
    integraal: Run, tmp_path: Path
) -> None:
    code, out, said = piped(start(tmp_path, "export", "sjabloon", "-o", "-"))
    assert (code, said) == (0, "")
    integraal("export", "sjabloon")
    assert (tmp_path / "sjabloon.xlsx").read_bytes() == out


def piped(process: subprocess.Popen[bytes]) -> tuple[int, bytes, str]:
    """Wait for the bytes that a process writes."""
    out, said = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, out, said.decode()


def test_a_template_is_not_poured_over_a_screen(tmp_path: Path) -> None:
    with Terminal(tmp_path, "export", "sjabloon", "-o", "-") as terminal:
        assert terminal.wait_for_end() == 2
        assert terminal.says(Words("nl")("usage.needs_file", layout="xlsx"))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("-o", "vragen.csv"), 2, "vragen.csv"),
        (("-o", ""), 2, "--uitvoer"),
        (("-o", "nergens/vragen.xlsx"), 1, "nergens"),
        (("meldkode",), 1, "meldcode"),
    ],
)
def test_a_template_that_cannot_be_made_says_why_and_leaves_nothing(
    integraal: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = integraal("export", "sjabloon", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_export_names_the_template_once(integraal: Run, language: str) -> None:
    listed = integraal("export", "--taal", language).stdout
    assert len(re.findall(r"^  sjabloon", listed, re.MULTILINE)) == 1
    assert "integraal export sjabloon.xlsx" in listed
    text = integraal("export", "sjabloon", "--help", "--taal", language).stdout
    assert "integraal export sjabloon.xlsx" in text
    assert "{" not in text
