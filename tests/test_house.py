"""The house stays as it was designed: floors, small modules, no text or host where none belongs."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src" / "integraal").rglob("*.py"))
SCRIPTS = sorted((ROOT / "src" / "integraal" / "browser").rglob("*.js"))
MOST_LINES = 300
MOST_MODULES = 15
ONE_SHAPE = {"cli/commands", "verify/proof/checks", "words/nl", "words/en", "words/fr"}
ABOUT_SEVERAL = {
    "network/test_messy.py",
    "browser/test_case_files.py",
    "browser/test_engine.py",
    "browser/test_for_others.py",
    "browser/test_guard.py",
    "browser/test_map.py",
    "browser/test_readers.py",
    "browser/test_ready_file.py",
    "browser/test_services.py",
    "browser/test_types.py",
    "cli/test_completion.py",
    "cli/test_help.py",
    "cli/test_refused.py",
    "engine/sql/test_postgres.py",
    "engine/sql/test_spark.py",
    "engine/sql/test_sqlite.py",
    "engine/test_direction.py",
    "engine/test_left_out.py",
    "engine/test_short_interview.py",
    "reading/test_bad_files.py",
    "reading/test_good_files.py",
    "report/render/html/test_browser.py",
    "report/render/pdf/test_pdf_ua.py",
    "report/render/word/test_office.py",
    "words/test_native.py",
    "verify/test_checks.py",
}
DUTCH_OR_SENTENCE = re.compile(r"[A-Z]?[a-zé]+ [a-zé]+ [a-zé]+")


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def _named(path: Path) -> str:
    """Name a module by its path: two folders may hold the same name."""
    return path.relative_to(ROOT / "src" / "integraal").as_posix()


def test_no_folder_is_crowded() -> None:
    """A folder holds about a dozen modules, unless they share one shape."""
    modules = (path for path in (*SOURCES, *SCRIPTS) if path.name != "__init__.py")
    counts = Counter(_named(path.parent) for path in modules)
    crowded = {folder for folder, count in counts.items() if count > MOST_MODULES}
    assert crowded <= ONE_SHAPE


def test_every_room_says_what_it_is_for() -> None:
    rooms = {path.parent for path in SOURCES}
    assert [_named(room) for room in rooms if not _opening(room / "__init__.py")] == []


def test_a_test_is_called_after_what_it_is_about() -> None:
    """In the room of the same name; what is about several modules is named here."""
    tests = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    in_rooms = [path for path in tests if len(path.parts) > 1 and path.parts[0] != "property"]
    about = {path: path.with_name(path.name.removeprefix("test_")) for path in in_rooms}
    modules = {path.relative_to(ROOT / "src" / "integraal") for path in SOURCES}
    assert {path.as_posix() for path in in_rooms if about[path] not in modules} == ABOUT_SEVERAL


def _opening(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text())) or ""


def test_nobody_looks_up() -> None:
    linted = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


def test_modules_stay_small() -> None:
    every = (*SOURCES, *SCRIPTS)
    lines = {_named(path): len(path.read_text().splitlines()) for path in every}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_registry_host_and_no_path_of_a_machine_is_named() -> None:
    hosts = ("files.python" + "hosted", "py" + "pi.org/simple", "registry.npm" + "js")
    machine = re.compile(r"/(wo" + r"rk|ro" + r"ot)/")
    named = []
    for path in _tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        if any(host in text for host in hosts) or machine.search(text):
            named.append(path.relative_to(ROOT))
    assert named == []


def test_no_sentence_for_users_stands_outside_the_words() -> None:
    """A string with three words in a row is one, unless it is documentation."""
    found = []
    for path in SOURCES:
        if "words" in path.parts or _named(path) in FOR_EDITORS:
            continue
        tree = ast.parse(path.read_text())
        spoken = _documentation(tree)
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and id(node) not in spoken and DUTCH_OR_SENTENCE.search(str(node.value)):  # type: ignore[attr-defined]
                found.append(f"{_named(path)}: {node.value!r}")  # type: ignore[attr-defined]
    assert [line for line in found if not any(word in line for word in ALLOWED)] == []


FOR_EDITORS = ("reading/shapes/json_conditions.py",)
"""What a JSON Schema says about its keys: documentation, in English like all of it."""
ALLOWED = (
    "Show this message and exit.",  # typer's own words, to be replaced by ours
    "is not one of",  # the same, to be recognised
    "sections questions options",  # names of fields
    "title about name ask",
)


def _documentation(tree: ast.AST) -> set[int]:
    """Docstrings (also those of fields) and what is passed to an exception for developers."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        if isinstance(node, ast.Raise) and node.exc is not None:
            found.update(id(inner) for inner in ast.walk(node.exc))
    return found
