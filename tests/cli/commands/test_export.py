"""`integraal export`: a group of commands; the first gives schemas to editors."""

import json
import re
import sqlite3
import subprocess
from contextlib import closing
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
    done = integraal("export", "sql", "--heeft", columns)
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
    done = integraal("export", "sql", "--heeft", "casus,draaglast,leefgebieden.wonen,regio")
    assert done.returncode == 0
    assert SAY("sql.unknown_columns", columns="regio, leefgebieden.wonen") in " ".join(
        done.stderr.split()
    )
    refused = integraal("export", "sql", "--heeft", "draaglast")
    assert (refused.returncode, refused.stdout) == (1, "")


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "sqlite", "spark"])
def test_every_dialect_can_be_had(integraal: Run, dialect: str) -> None:
    done = integraal("export", "sql", "--dialect", dialect, "-o", "regels.sql")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("dialect", ["sqlserver", "snowflake"])
def test_a_database_that_never_ran_it_is_not_offered(integraal: Run, dialect: str) -> None:
    done = integraal("export", "sql", "--dialect", dialect)
    assert (done.returncode, done.stdout) == (2, "")
    assert "duckdb, postgres, sqlite, spark" in done.stderr


def test_a_column_that_is_nearly_a_question_is_refused_unless_that_is_allowed(
    integraal: Run,
) -> None:
    ask = ("export", "sql", "--heeft", "casus,draaglast,draagkragt")
    refused = integraal(*ask)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "--onbekend toestaan" in refused.stderr
    allowed = integraal(*ask, "--onbekend", "toestaan")
    assert allowed.returncode == 0
    assert SAY("sql.unknown_columns", columns="draagkragt") in " ".join(allowed.stderr.split())


def _in_sqlite(*scripts: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for script in scripts:
        connection.executescript(script)
    return connection


def test_a_person_uses_it_on_a_table_of_her_own(integraal: Run) -> None:
    """Columns under other names, without most of them, with slips; and every id in words."""
    own = """
        CREATE TABLE gezinnen (Casus, Leefgebieden, gezinsleden, direct_gevaar, notitie);
        INSERT INTO gezinnen VALUES ('C-1', 'wonen; School', 'Twee', 'Ja', 'x'),
            ('C-2', 'wonen;wonnen', 'twee', '', 'y');
    """
    has = "Casus,Leefgebieden,gezinsleden,direct_gevaar,notitie"
    ask = ("export", "sql", "--dialect", "sqlite", "--tabel", "gezinnen", "--heeft", has)
    done = integraal(*ask, "--view", "advies")
    assert done.returncode == 0
    with closing(_in_sqlite(own, done.stdout)) as database:
        levels = (
            "SELECT casus, text FROM advies JOIN advies_ids ON field = 'level' AND number = level"
        )
        assert sorted(database.execute(levels)) == [("C-1", "Coördinatie"), ("C-2", "Connectie")]
        dangers = """
            SELECT casus, id FROM advies JOIN advies_ids
            ON field = 'urgent0' AND (urgent0 & number) <> 0
        """
        assert sorted(database.execute(dangers)) == [("C-1", "bel-eerst-112")]
        strange = """
            SELECT casus, text FROM advies JOIN advies_ids ON field = 'not_understood'
            AND ';' || not_understood || ';' LIKE '%;' || id || ';%'
        """
        assert list(database.execute(strange)) == [("C-2", "Leefgebieden met problemen")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_looked_up_in_the_language(integraal: Run, language: str) -> None:
    asked = ("export", "sql", "--dialect", "sqlite", "--kolommen", "--view", "advies")
    done = integraal(*asked, "--taal", language)
    instrument = Library().instrument("voor-wie-doen-we-wat", language)
    with closing(_in_sqlite(done.stdout)) as database:
        found = {(field, id_): text for field, _, id_, text in database.execute(_IDS)}
    assert instrument.scale is not None
    for level in instrument.scale.levels:
        assert {found[field, level.id] for field in ("level", "reach", "current", "feasible")} == {
            level.name
        }
    assert found["direction", "passend"] == Words(language)("what_if.direction.passend")
    assert found["current", "none"] == Words(language)("direction.no_present")
    for action in instrument.actions:
        assert found["actions0", action.id] == action.text
    draaglast = instrument.question("draaglast")
    assert found["not_understood", "draaglast"] == draaglast.name
    assert {found["draaglast", each.id] for each in draaglast.options} == {
        each.label for each in draaglast.options
    }


_IDS = "SELECT field, number, id, text FROM advies_ids"


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_number_that_the_view_can_give_stands_for_something(
    integraal: Run, name: str
) -> None:
    script = integraal(
        "export", "sql", name, "--dialect", "sqlite", "--kolommen", "--view", "advies"
    ).stdout
    instrument = Library().instrument(name)
    with closing(_in_sqlite(script)) as database:
        database.execute("INSERT INTO cases (casus) VALUES ('C-1')")
        cursor = database.execute("SELECT * FROM advies")
        given = dict(zip([each[0] for each in cursor.description], cursor.fetchone(), strict=True))
        known = {(field, number) for field, number, _, _ in database.execute(_IDS)}
        assert all(text for *_, text in database.execute(_IDS))
    names = ["direction", *(("level", "reach", "current", "feasible") if instrument.scale else ())]
    assert {(field, given[field]) for field in names} <= known
    for field in (each for each in given if each[-1].isdigit()):
        bits = {1 << bit for bit in range(63) if given[field] >> bit & 1}
        assert {(field, bit) for bit in bits} <= known


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_columns_are_listed_with_their_kind_and_their_options(
    integraal: Run, name: str
) -> None:
    listed = integraal("export", "sql", name, "--kolommen").stdout
    instrument = Library().instrument(name)
    lines = dict(re.findall(r'^  "(\w+)" \w+,? -- (.+)$', listed, re.MULTILINE))
    lacking = dict(re.findall(r"^  -- NULL: (\w+) -- (.+)$", listed, re.MULTILINE))
    assert lines.pop("casus") == "text"
    assert lines
    for asked, said in lines.items():
        question = instrument.question(asked)
        options = f": {', '.join(question.option_ids)}" if question.options else ""
        bounds = question.numbers
        kept = ["whole"] if bounds.whole else []
        kept += [] if bounds.least is None else [f"min {bounds.least}"]
        kept += [] if bounds.most is None else [f"max {bounds.most}"]
        assert said == "; ".join([f"{question.kind.value}{options}", *kept])
    assert all(said.endswith("; danger") for said in lacking.values())
    assert {"md_acuut"} <= lines.keys() | lacking.keys()


def test_columns_that_a_table_lacks_are_listed_as_null(integraal: Run) -> None:
    done = integraal("export", "sql", "--kolommen", "--heeft", "Casus,Draaglast")
    assert '  "Draaglast" TEXT -- one: licht, matig, zwaar' in done.stdout
    assert "  -- NULL: draagkracht -- one: ruim, wisselend, beperkt" in done.stdout


@pytest.mark.parametrize("option", ["--tabel", "--view"])
@pytest.mark.parametrize("table", ["a b", "x; DROP TABLE y", "", "1a"])
def test_a_name_of_a_table_can_do_no_harm(integraal: Run, option: str, table: str) -> None:
    done = integraal("export", "sql", option, table)
    assert (done.returncode, done.stdout) == (2, "")
    assert option in done.stderr


def test_reminders_name_the_case_and_nothing_of_what_is_in_it(
    integraal: Run, tmp_path: Path, examples: Path
) -> None:
    done = integraal(
        "export", "ics", examples / "verloop" / "C-4210.yaml", "-o", "C-4210.ics", "--ook-voorbij"
    )
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
