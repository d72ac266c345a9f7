"""Whatever is refused, in whatever form it was typed, still says the danger that can be read in it.

Over every answer by which the model sees a danger, so that a new one is held to it too.
"""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from integraal.engine.dangers import danger_at
from integraal.engine.lower import lower
from integraal.reading.library import Library, data_folder
from integraal.words.words import Words
from tests.batch.tables import rows_of
from tests.conftest import INSTRUMENTS, Run
from tests.counts import times

DANGERS = sorted(
    {pair for name in INSTRUMENTS for pair in danger_at(lower(Library().instrument(name)))}
)
"""Every answer that makes a danger true by itself, of whatever instrument."""
TITLE = Words("nl")("danger.title")
QUESTIONS = str(data_folder() / "questions.yaml")
HEAD = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: 2026-11-01\nanswers:\n"
SOME = settings(
    max_examples=times(10),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
danger_answers = st.sampled_from(DANGERS)


def squeezed(text: str) -> str:
    """What was said without its frames and the ends of its lines."""
    return " ".join(text.replace("┃", " ").split())


def says_danger_first(told: str) -> None:
    """The danger stands above the first finding, and is the last thing that is said."""
    said = squeezed(told)
    assert "error[" in said, said
    assert TITLE in said, said
    assert said.index("112") < said.index("error["), said
    assert said.rindex("112") > said.rindex("error["), said


# --- Case files -----------------------------------------------------------------------------------

ASKING = (
    "advies FILE",
    "advies FILE --voor gezin",
    "advies FILE --waarom",
    "advies FILE -f json",
    "verloop FILE",
    "vergelijk FILE ander.yaml",
    "checklist --casus FILE",
    "export ics FILE",
    "controleer FILE",
    "reflecteer --casus FILE",
    f"vergelijk-versies {QUESTIONS} {QUESTIONS} FILE",
)
FAULTS = {
    "an unknown question": lambda text: (text + "  onbekend: x\n").encode(),
    "a question twice": lambda text: (text + "  draaglast: zwaar\n  draaglast: licht\n").encode(),
    "no YAML": lambda text: (text + "  draaglast: [zwaar\n").encode(),
    "a number of a person": lambda text: text.replace("C-1", "111222333").encode(),
    "a stray byte": lambda text: text.encode() + b"# caf\xe9\n",
    "in UTF-16": lambda text: text.encode("utf-16"),
    "in UTF-16, unsaid": lambda text: text.encode("utf-16-be"),
    "a sign that nobody sees": lambda text: text.encode() + b"# \x00\n",
}


@SOME
@given(danger_answers, st.sampled_from(sorted(FAULTS)), st.sampled_from(ASKING))
@example(("direct_gevaar", "ja"), "in UTF-16", "controleer FILE")
@example(("direct_gevaar", "ja"), "in UTF-16, unsaid", "controleer FILE")
def test_a_case_file_that_is_refused_says_its_danger_whatever_was_asked(
    integraal: Run, tmp_path: Path, danger: tuple[str, str], fault: str, asking: str
) -> None:
    text = f"{HEAD}  {danger[0]}: {danger[1]}\n"
    (tmp_path / "C-1.yaml").write_bytes(FAULTS[fault](text))
    (tmp_path / "ander.yaml").write_text(f"{HEAD}  draaglast: zwaar\n".replace("C-1", "C-2"))
    done = integraal(*(word.replace("FILE", "C-1.yaml") for word in asking.split()))
    assert done.returncode == 1, done.stderr
    told = done.stderr
    if asking.startswith("controleer"):  # whose findings are its result
        assert TITLE in squeezed(told)
        assert "112" in told
    else:
        says_danger_first(told)


@SOME
@given(danger_answers, st.sampled_from(sorted(FAULTS)))
def test_a_case_file_in_a_folder_that_is_refused_says_its_danger_among_the_rejects(
    integraal: Run, tmp_path: Path, danger: tuple[str, str], fault: str
) -> None:
    (tmp_path / "map").mkdir(exist_ok=True)
    text = f"{HEAD}  {danger[0]}: {danger[1]}\n"
    (tmp_path / "map" / "C-1.yaml").write_bytes(FAULTS[fault](text))
    other = HEAD.replace("C-1", "C-2")
    (tmp_path / "map" / "C-2.yaml").write_text(f"{other}  draaglast: zwaar\n", "utf-8")
    done = integraal("batch", "map", "uit.csv", "--overschrijf")
    assert done.returncode == 1, done.stderr
    assert TITLE in squeezed(done.stderr)
    [reject] = rows_of(tmp_path / "uit-afgekeurd.csv")
    assert reject["urgent"]
    says_danger_first(integraal("batch", "map", "--uitleg", "1").stderr)


def test_with_new_versions_the_cases_that_are_read_say_their_danger_too(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "C-1.yaml").write_text(f"{HEAD}  direct_gevaar: ja\n", "utf-8")
    (tmp_path / "C-2.yaml").write_text(f"{HEAD}  direct_gevaar: nee\n", "utf-8")
    done = integraal("vergelijk-versies", QUESTIONS, QUESTIONS, "C-1.yaml", "C-2.yaml")
    said = squeezed(done.stderr)
    assert "Bel nu 112" in said
    assert Words("nl")("danger.in_cases", count=1, cases="C-1.yaml") in said
    calm = integraal("vergelijk-versies", QUESTIONS, QUESTIONS, "C-2.yaml")
    assert TITLE not in squeezed(calm.stderr)


def test_a_calendar_says_the_danger_of_its_case_to_who_makes_it(
    integraal: Run, tmp_path: Path
) -> None:
    agreed = "agreements:\n  - {what: kijken, who: wijkteam, by: 2099-01-01}\n"
    (tmp_path / "C-1.yaml").write_text(f"{HEAD}  direct_gevaar: ja\n{agreed}", "utf-8")
    done = integraal("export", "ics", "C-1.yaml")
    assert "Bel nu 112" in squeezed(done.stderr)
    assert "112" not in done.stdout


# --- Tables ---------------------------------------------------------------------------------------

Cells = list[tuple[str, str]]


def _csv(path: Path, cells: Cells, encoding: str = "utf-8", above: str = "") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(zip(*cells, strict=True))
    path.with_suffix(".csv").write_text(above + out.getvalue(), encoding)
    return path.with_suffix(".csv")


def _open_quote(path: Path, cells: Cells) -> Path:
    file = _csv(path, cells)
    head, row = file.read_text("utf-8").splitlines()
    file.write_text(f'{head}\n"{row}\n{row.replace("ja", "nee")}\n', "utf-8")
    return file


def _json(path: Path, cells: Cells) -> Path:
    told = ", ".join(f"{json.dumps(name)}: {json.dumps(cell)}" for name, cell in cells)
    path.with_suffix(".jsonl").write_text(f"{{{told}}}\n", "utf-8")
    return path.with_suffix(".jsonl")


def _json_list(path: Path, cells: Cells) -> Path:
    file = _json(path, cells)
    file.write_text(f"[\n  {file.read_text('utf-8').strip()}\n]\n", "utf-8")
    return file


def _workbook(path: Path, cells: Cells) -> Path:
    book = Workbook()
    sheet = book.create_sheet("casussen", 0)
    for row in (["overzicht"], *zip(*cells, strict=True)):
        sheet.append([*row])
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


def _parquet(path: Path, cells: Cells) -> Path:
    import duckdb

    shown = ", ".join(f"""'{cell}' AS "{name}\"""" for name, cell in cells)
    target = path.with_suffix(".parquet")
    duckdb.sql(f"COPY (SELECT {shown}) TO '{target}' (FORMAT parquet)")
    return target


WRITTEN: dict[str, Callable[[Path, Cells], Path]] = {
    "csv": _csv,
    "csv in UTF-16": lambda path, cells: _csv(path, cells, "utf-16"),
    "csv of Excel": lambda path, cells: _csv(path, [*cells, ("x", "é")], "cp1252"),
    "csv under a title": lambda path, cells: _csv(path, cells, above="Overzicht\n\n"),
    "csv with an open quote": _open_quote,
    "jsonl": _json,
    "json in a list": _json_list,
    "xlsx": _workbook,
    "parquet": _parquet,
}
CASE, CALM = ("casus", "C-1"), ("brede_blik", "ja")
REFUSED: dict[str, Callable[[tuple[str, str]], Cells]] = {
    "a column twice": lambda said: [CASE, said, (said[0].title(), ""), CALM],
    "a name that is nearly one": lambda said: [CASE, (said[0][:-1], said[1]), CALM],
    "another name that is nearly one": lambda said: [CASE, said, ("draaglas", "zwaar")],
    "no column of the cases": lambda said: [("zaak", "C-1"), said, CALM],
    "two ways to ask": lambda said: [
        CASE,
        said,
        ("leefgebieden", "wonen"),
        ("leefgebieden.werk", "ja"),
    ],
    "what is kept apart": lambda said: [CASE, said, ("kp_bereikbaar", "volledig")],
    "people in a column": lambda said: [CASE, said, ("draaglast", "111222333")],
}


def _kept_apart() -> str:
    """A question of an instrument that is kept apart from cases."""
    return next(iter(Library().instrument("kruispunt-kernprincipes").questions())).id


@SOME
@given(danger_answers, st.sampled_from(sorted(REFUSED)), st.sampled_from(sorted(WRITTEN)))
def test_a_table_that_is_refused_says_the_dangers_in_it_before_its_faults(
    integraal: Run, tmp_path: Path, danger: tuple[str, str], fault: str, form: str
) -> None:
    cells = REFUSED[fault](danger)
    cells = [(_kept_apart() if name == "kp_bereikbaar" else name, cell) for name, cell in cells]
    source = WRITTEN[form](tmp_path / "tabel", cells)
    done = integraal("batch", source.name, "uit.csv", "--overschrijf")
    assert done.returncode == 1, done.stderr
    says_danger_first(done.stderr)
    source.unlink()


@SOME
@given(danger_answers, st.sampled_from(["ja", "nee"]), st.booleans())
def test_a_record_that_falls_apart_says_its_danger_among_the_rejects(
    integraal: Run, tmp_path: Path, danger: tuple[str, str], other: str, is_json: bool
) -> None:
    """One key twice, or a text with the sign between columns in it and no quotes around it."""
    name, option = danger
    if is_json:
        text = (
            f'{{"casus": "C-2"}}\n{{"casus": "C-1", "{name}": "{option}", "{name}": "{other}"}}\n'
        )
    else:
        text = f"casus,draaglast,{name}\nC-2,,\nC-1,zwaar, heel zwaar,{option}\n"
    source = tmp_path / ("tabel.jsonl" if is_json else "tabel.csv")
    source.write_text(text, "utf-8")
    done = integraal("batch", source.name, "uit.csv", "--overschrijf")
    assert done.returncode == 1, done.stderr
    assert TITLE in squeezed(done.stderr)
    [reject] = rows_of(tmp_path / "uit-afgekeurd.csv")
    assert (reject["reason"], bool(reject["urgent"])) == ("unreadable-record", True)
    says_danger_first(integraal("batch", source.name, "--uitleg", reject["line"]).stderr)
    assert TITLE in squeezed(integraal("batch", source.name, "--controleer").stderr)


@pytest.mark.parametrize("form", sorted(WRITTEN))
def test_a_refused_table_in_which_nobody_is_in_danger_is_only_refused(
    integraal: Run, tmp_path: Path, form: str
) -> None:
    cells = [CASE, ("direct_gevaar", "nee"), ("veiligheid", "geen_zorg"), ("draaglas", "zwaar")]
    source = WRITTEN[form](tmp_path / "tabel", cells)
    done = integraal("batch", source.name, "uit.csv")
    assert (done.returncode, "112" in done.stderr) == (1, False), done.stderr


def test_it_says_in_which_rows_and_of_many_only_the_first(integraal: Run, tmp_path: Path) -> None:
    rows = ["casus,direct_gevar", *(f"C-{n},{'ja' if n % 2 else 'nee'}" for n in range(60))]
    (tmp_path / "tabel.csv").write_text("\n".join(rows) + "\n", "utf-8")
    said = squeezed(integraal("batch", "tabel.csv", "uit.csv").stderr)
    first = ", ".join(str(line) for line in range(3, 43, 2))
    assert Words("nl")("danger.refused_rows", count=30, rows=f"{first}, …") in said


def test_of_a_table_that_comes_through_stdin_the_danger_is_said_too(integraal: Run) -> None:
    done = integraal("batch", "-", "-", stdin="casus,direct_gevar\nC-1,ja\n")
    says_danger_first(done.stderr)


def test_a_folder_that_is_refused_as_a_whole_says_the_dangers_of_its_files(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "C-1.yaml").write_text(f"{HEAD}  direct_gevaar: ja\n", "utf-8")
    done = integraal("batch", "map", "uit.csv", "--groepeer", "wijk")
    says_danger_first(done.stderr)
    assert "C-1.yaml" in done.stderr


@pytest.mark.parametrize("words", [45_000, 90_000], ids=["read", "too many to read"])
def test_a_case_full_of_what_is_no_question_says_its_danger_soon(
    integraal: Run, tmp_path: Path, words: int
) -> None:
    """What each of them may have meant was looked for, which took minutes."""
    case = tmp_path / "C-1.yaml"
    strange = "".join(f"  q{number}: ja\n" for number in range(words))
    case.write_text(f"{HEAD}  direct_gevaar: ja\n{strange}", "utf-8")
    begin = process_time()
    done = integraal("advies", case)
    assert process_time() - begin < 30
    assert done.returncode == 1
    assert squeezed(TITLE) in squeezed(done.stderr)
