"""The pages tell the truth: what they show can be read and run."""

import ast
import doctest
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answer, Answers
from integraal.model.finding import Place
from integraal.model.truth import Truth
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from integraal.verify.proof.prove import prove
from tests.conftest import ROOT
from tests.exchange.example_table import PLACE, write
from tests.in_process import run_in_process


def _yaml(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def test_the_instrument_that_authors_learn_from_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "thuis.yaml"
    path.write_text(_yaml("writing-an-instrument.md")[0], encoding="utf-8")
    program = lower(Library().instrument_file(path))
    answers = Answers({"alleen_thuis": "nee", "hulp_thuis": {"verpleging"}, "keren_per_week": 7})
    advice = evaluate(program, answers)
    assert advice.level is not None
    assert advice.level.id == "coordinatie"


def test_the_same_question_for_each_person_is_proven_and_unknown_stays_unknown(
    tmp_path: Path,
) -> None:
    [text] = [each for each in _yaml("writing-an-instrument.md") if "id: per-kind" in each]
    path = tmp_path / "per-kind.yaml"
    path.write_text(text, encoding="utf-8")
    instrument = Library().instrument_file(path)
    assert prove(instrument, "per-kind.yaml", lambda _: Place("per-kind.yaml")).findings == ()
    program = lower(instrument)

    def truth_of(**answers: Answer) -> Truth:
        return dict(evaluate(program, Answers(answers)).truths)["een-kind-eet-niet-warm"]

    assert truth_of(aantal_kinderen=1, kind_1_warm="ja", kind_2_warm="nee") is Truth.FALSE
    assert truth_of(aantal_kinderen=2, kind_1_warm="ja", kind_2_warm="nee") is Truth.TRUE
    assert truth_of(aantal_kinderen=2, kind_1_warm="ja") is Truth.UNKNOWN


def test_the_case_files_that_readers_learn_from_can_be_read(tmp_path: Path) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    path = tmp_path / "casus.yaml"
    for text in _yaml("formats.md")[:2]:
        path.write_text(text, encoding="utf-8")
        case = read_case(path, instrument, lambda _: None).case
        assert case.latest.answers["gezinsleden"] == "drie_of_meer"


def test_every_example_case_gets_an_advice() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    for path in sorted((ROOT / "data" / "voorbeelden").glob("*.yaml")):
        answers = read_case(path, instrument, lambda _: None).case.latest.answers
        assert evaluate(lower(instrument), answers).reasons


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
IN_PYTHON = [page for page in PAGES if "```pycon" in page.read_text(encoding="utf-8")]
NAMED = re.compile(r"`([\w.-]+)`\s+in\s+\[[^\]]*\]\(([^)#]+)\)")
"""A name, and the file where a page says that it stands."""


@pytest.mark.parametrize("page", IN_PYTHON, ids=lambda page: page.name)
def test_python_on_a_page_does_what_it_shows(page: Path) -> None:
    """All of a page in one go: what one piece makes, the next may use."""
    text = page.read_text(encoding="utf-8")
    typed = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(typed, {}, page.name, str(page), 0)
    said: list[str] = []
    failed = doctest.DocTestRunner().run(example, out=said.append).failed
    assert failed == 0, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_stands_in_the_file_that_it_links_to(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    missing = [(name, link) for name, link in named if name not in _names(page.parent / link)]
    assert missing == []


def _names(path: Path) -> set[str]:
    """What a module defines, methods as `Class.method`; the words of any other file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return set(re.findall(r"[\w-]+", text))
    return set(_defined(ast.parse(text).body))


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{inner}" for inner in _defined(node.body))
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_every_decision_is_listed_under_its_number() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"^\| \[(\d+)\]\((.+?)\)", (folder / "README.md").read_text(), re.MULTILINE)
    files = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    assert [name for _, name in listed] == [path.name for path in files]
    assert all(name.startswith(f"{number}-") for number, name in listed)
    for path, (number, _) in zip(files, listed, strict=True):
        assert path.read_text(encoding="utf-8").startswith(f"# {number} ")


def test_every_file_that_a_decision_names_exists() -> None:
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        named = re.findall(r"`([\w/]+\.[a-z]{2,4})`", path.read_text(encoding="utf-8"))
        homes = (ROOT, ROOT / "src" / "integraal", ROOT / "data")
        assert [n for n in named if not any((home / n).exists() for home in homes)] == [], path.name


def test_the_recipe_for_a_leaf_names_every_body_that_must_know_it() -> None:
    """Those that look at each kind, and end in `assert_never` where one is missing."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, recipe = page.partition("### A new kind of leaf\n")
    named = re.findall(r"\]\(((?:src|benchmarks)/[^)]+\.py)\)", recipe.partition("\n2. ")[0])
    looking = [
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if {"SomeChosen", "assert_never"} <= set(re.findall(r"\w+", path.read_text("utf-8")))
    ]
    assert sorted(named) == sorted([*looking, "src/integraal/model/condition.py"])
    assert "names eleven\n" in recipe
    assert len(looking) == 11


def test_every_module_that_a_page_names_exists() -> None:
    for path in (*PAGES, ROOT / "benchmarks" / "README.md"):
        named = re.findall(r"`([\w/]+\.py)`", path.read_text(encoding="utf-8"))
        homes = (ROOT, ROOT / "src" / "integraal", path.parent)
        assert [n for n in named if not any((home / n).exists() for home in homes)] == [], path.name


def test_each_command_with_pages_stands_beside_the_modules_that_make_them() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z -]+)` \| (.*report/.*) \|$", text, re.MULTILINE))
    commands = ROOT / "src" / "integraal" / "cli" / "commands"
    offering = {path.stem for path in commands.glob("*.py") if "*PAGE" in path.read_text("utf-8")}
    names = (name.split(" --")[0] for name in rows)
    assert {name.replace("-", "_").replace(" ", "_") for name in names} == offering
    written = "".join(path.read_text("utf-8") for path in commands.parent.rglob("*.py"))
    for module in re.findall(r"\(src/(integraal/report/[\w/.]+)\)", "".join(rows.values())):
        assert (ROOT / "src" / module).exists()
        assert module.removesuffix(".py").replace("/", ".") in written  # a command makes it


def test_the_rule_that_travels_is_the_one_in_the_instrument() -> None:
    (shown,) = _yaml("how-a-rule-travels.md")
    assert shown in (ROOT / "data" / "questions.yaml").read_text(encoding="utf-8")


def test_the_queries_over_a_view_run_as_they_stand_on_the_page() -> None:
    page = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
    ask = ("export", "sql", "--dialect", "sqlite", "--kolommen", "--view", "advies")
    has = ("--heeft", "casus,leefgebieden,gezinsleden,direct_gevaar")
    script = run_in_process(ROOT, *ask, *has).stdout
    rows = "('C-1', 'wonen; School', 'Twee', 'ja'), ('C-2', 'wonnen', NULL, NULL)"
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(script)
        order = "leefgebieden, gezinsleden, direct_gevaar"
        database.execute(f"INSERT INTO cases (casus, {order}) VALUES {rows}")
        strange, danger, advice = (
            sorted(database.execute(query))
            for query in re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
        )
    assert strange == [("C-2", "leefgebieden")]
    assert [(case, name) for case, name, _ in danger] == [("C-1", "bel-eerst-112")]
    assert [row[:2] for row in advice] == [
        ("C-1", "Coördinatie"),
        ("C-2", "Segregatie (ieder apart)"),
    ]


STORIES = {
    "tabellen.md": True,
    "how-a-rule-travels.md": False,
    "van-papier-naar-instrument.md": True,
}
"""Pages that are told from begin to end, and whether they also show what is said on stderr."""
_INTO = {"bewaar als": ">", "voeg toe aan": ">>"}
_KEPT = rf"(?:<!-- ({'|'.join(_INTO)}) (\S+) -->\n)?"
BY_CHANCE = "<!-- aantallen bij toeval -->"
"""Stands above what shows counts with a chance deviation: with any change of the advice they are
others, so that their numbers and bars are an example."""
LEFT_OUT = "[…]"
"""Stands in a story for lines that it does not show."""


def _sessions() -> list[tuple[str, str]]:
    """Every command that a page shows, with what it says that it prints."""
    found = []
    told = {*STORIES, "verhaal.md"}
    pages = (page for page in (ROOT / "docs").glob("*.md") if page.name not in told)
    for page in sorted(pages):
        text = page.read_text(encoding="utf-8")
        found += re.findall(r"```console\n\$ integraal (.*)\n([\s\S]*?)```", text)
    return found


@pytest.mark.parametrize(("command", "shown"), _sessions(), ids=lambda text: text[:60])
def test_a_page_shows_what_its_command_really_prints(command: str, shown: str) -> None:
    assert run_in_process(ROOT, *command.split()).stdout == shown


def test_the_commands_about_a_network_do_what_is_said_of_them(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "netwerk.md").read_text("utf-8")
    lines = [
        line
        # Those about meetings follow on each other: `test_year_of_meetings.py` runs them.
        for each in re.findall(r"```sh\n(.*?)```", page.split("## Samenkomen")[0], re.DOTALL)
        for line in each.split("\n")
        if line
    ]
    options = re.findall(
        r"^\| [^|]+ \| `(--(?:gebied|bij|spreekt|plaats|taal) [^`]+)`", page, re.MULTILINE
    )
    options += re.findall(r"`(-o kaart\.\w+)`", page)
    assert len(lines) == 8
    assert len(options) == 9
    network = "integraal kaart data/regio/voorbeeldnetwerk.yaml"
    for number, line in enumerate((*lines, *(f"{network} {option}" for option in options))):
        _, *arguments = line.split()
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "data").symlink_to(ROOT / "data")
        done = run_in_process(folder, *arguments)
        assert done.returncode == 0, (line, done.stderr)


def test_the_pages_show_why_why_not_what_if_and_the_smallest_step() -> None:
    commands = " ".join(command for command, _ in _sessions())
    for option in ("--waarom ", "--waarom-niet", "--wat-als", "--kleinste-stap"):
        assert option in f"{commands} "


def _story(page: str) -> Iterator[tuple[str, str]]:
    """Walk through the commands of a story, each with a pattern of the lines that it shows.

    A text under *save as* or *add to* is written to the file that is named there.
    """
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = rf"{_KEPT}({BY_CHANCE}\n)?```(?:console|yaml)\n(.*?)```"
    for how, name, chance, block in re.findall(blocks, text, re.DOTALL):
        if name:
            yield f"cat {_INTO[how]} {name} <<'END'\n{block}END", ""
            continue
        for told in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = told.splitlines()
            typed = [line[2:] for line in lines if line.startswith("> ")]
            shown = [line for line in lines if line[:2] != "> "]
            yield "\n".join([command, *typed]), _pattern(shown, by_chance=bool(chance))


def _pattern(lines: list[str], *, by_chance: bool) -> str:
    pieces = "\n".join(lines).split(LEFT_OUT)
    pattern = ".*".join(re.escape(piece.strip("\n")) for piece in pieces)
    return (
        re.sub(r"\d+|█+", lambda found: r"\d+" if found[0].isdigit() else "█+", pattern)
        if by_chance
        else pattern
    )


def _happens(page: str, folder: Path) -> str:
    """Type every command of a story, in order; give them all."""
    home = folder / "bin"
    home.mkdir()
    command = home / "integraal"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m integraal "$@"\n', "utf-8")
    command.chmod(0o755)
    env = {**os.environ, "COLUMNS": "80", "PATH": f"{home}:{os.environ['PATH']}"}
    told = list(_story(page))
    for typed, pattern in told:
        done = subprocess.run(
            ["bash", "-c", typed],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if STORIES[page] else subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=env,
            check=False,
        )
        said = f"{done.stdout}{done.stderr or ''}"
        assert re.fullmatch(rf"\n*{pattern}\n*", done.stdout, re.DOTALL), said
    return " ".join(typed for typed, _ in told)


def test_the_rule_comes_out_as_it_is_told(tmp_path: Path) -> None:
    used = _happens("how-a-rule-travels.md", tmp_path)
    assert "--waarom" in used
    assert "integraal checklist" in used


def test_a_table_is_filled_in_and_answered_as_it_is_told(tmp_path: Path) -> None:
    tables = Path("data", "voorbeelden", "tabellen")
    shutil.copytree(ROOT / tables, tmp_path / tables)
    used = _happens("tabellen.md", tmp_path)
    assert "integraal export sjabloon.xlsx" in used
    assert "integraal signalen advies.csv --per regio" in used
    assert re.search(r"Ongeveer \d+ casussen", (tmp_path / "signalen.html").read_text("utf-8"))
    assert "regio" in (tmp_path / "advies.csv").read_text("utf-8").splitlines()[0]
    answered = load_workbook(tmp_path / "advies.xlsx").worksheets[0]
    assert answered.max_row == 1 + 38


def test_the_table_to_practise_with_is_the_template_of_today(tmp_path: Path) -> None:
    """Else: python -m tests.exchange.example_table."""
    write(tmp_path / "nu.xlsx", Library().instrument("voor-wie-doen-we-wat"))
    shipped, now = (_all_cells(path) for path in (PLACE, tmp_path / "nu.xlsx"))
    assert shipped == now


def _all_cells(path: Path) -> dict[str, object]:
    book = load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _rows(page: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading, head and line left out."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (part,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


GLOSSARY = ("Asking and advising", "Unknown", "Running rules", "Proving and testing")


@pytest.mark.parametrize("heading", [*GLOSSARY, "Files, tables and counts"])
def test_every_term_of_ours_leads_to_where_it_stands(heading: str) -> None:
    rows = _rows("glossary.md", heading)
    assert rows
    assert [row[0] for row in rows if not NAMED.search(row[-1])] == []


def test_words_of_care_are_those_of_the_instruments_and_their_translations() -> None:
    missing = []
    for dutch, english, french, _ in _rows("glossary.md", "Care and welfare"):
        for word, language in ((dutch, "nl"), (english, "en"), (french, "fr")):
            if word.casefold() not in _said_in(language):
                missing.append((language, word))
    assert missing == []


def _said_in(language: str) -> str:
    """Everything that readers of a language may see."""
    data = ROOT / "data"
    files = list(data.glob("*.yaml" if language == "nl" else f"translations/*.{language}.yaml"))
    files += (ROOT / "src" / "integraal" / "words" / language).glob("*.py")
    return " ".join(path.read_text(encoding="utf-8") for path in files).casefold()
