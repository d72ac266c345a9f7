"""A start loads only what it needs: told by the names of modules, not by a clock."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from integraal.reading.library import data_folder

HEAVY = (
    "babel",
    "docx",
    "duckdb",
    "fontpkg_atkinson_hyperlegible",
    "prompt_toolkit",
    "pysat",
    "pyspark",
    "questionary",
    "ruamel",
    "typst",
)
PROBE = """
import sys
sys.argv = ["integraal", *{arguments!r}]
from integraal.__main__ import main
main()
print(sorted({{name.split(".")[0] for name in sys.modules}} & {names!r}), file=sys.stderr)
"""
LOADED = """
import sys
sys.argv = ["integraal", *{arguments!r}]
from integraal.__main__ import main
main()
print(*sys.modules, file=sys.stderr)
"""


def _loaded(arguments: list[str], names: set[str], folder: Path) -> str:
    code = PROBE.format(arguments=arguments, names=names)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    return done.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize(
    "command", [["--help"], [], ["advies", "--help"], ["reflecteer", "--help"]]
)
def test_help_loads_nothing_heavy(command: list[str], tmp_path: Path) -> None:
    assert _loaded(command, {*HEAVY, "rich"}, tmp_path) == "[]"


def test_advies_loads_nothing_heavy(examples: Path, tmp_path: Path) -> None:
    case = str(examples / "C-2041.yaml")
    assert _loaded(["advies", case], set(HEAVY), tmp_path) == "[]"


def test_advies_as_json_does_not_even_load_rich(examples: Path, tmp_path: Path) -> None:
    case = str(examples / "C-2041.yaml")
    assert _loaded(["advies", case, "--formaat", "json"], {*HEAVY, "rich"}, tmp_path) == "[]"


def test_looking_at_a_text_loads_no_more_than_the_guard(tmp_path: Path) -> None:
    (tmp_path / "C-1.yaml").write_text(
        "schema: integraal/casus/1\ncasus: C-1\nanswers:\n  wat_nodig: rust, 2 keer op 111252333\n"
        "  wie_nodig: [eigen_organisatie] # BE68 5390 0754 7035, 85073003329\n",
        "utf-8",
    )
    wanted = {*HEAVY, "ssl", "pydoc", "urllib3", "stdnum"}
    assert _loaded(["advies", "C-1.yaml", "-f", "json"], wanted, tmp_path) == "[]"


def test_a_search_loads_no_instrument_and_no_yaml_once_they_are_remembered(tmp_path: Path) -> None:
    network = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
    search = ["kaart", str(network), "schulden", "--stil"]
    loaded = LOADED.format(arguments=search)
    cache = {**os.environ, "INTEGRAAL_CACHE": str(tmp_path / "cache")}
    run = partial(subprocess.run, capture_output=True, text=True, check=True, env=cache)
    first, again = (run([sys.executable, "-c", loaded]).stderr for _ in range(2))
    needless = {"yaml", "integraal.model.instrument", "integraal.reading.shapes.region"}
    assert needless <= set(first.split())
    assert not needless & set(again.split())


def test_version_is_answered_before_anything_is_loaded(tmp_path: Path) -> None:
    heavy = {*HEAVY, "typer", "pydantic", "yaml", "rich", "dataclasses"}
    assert _loaded(["--version"], heavy, tmp_path) == "[]"


@pytest.mark.parametrize("code", ["import integraal", "from integraal import __version__"])
def test_an_import_loads_nothing_else(code: str, tmp_path: Path) -> None:
    probe = f"import sys; before = set(sys.modules); {code}; print({{*sys.modules}} - before)"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "{'integraal'}"


def test_the_front_door_loads_no_command_line(tmp_path: Path) -> None:
    probe = (
        "import sys, integraal\n"
        "integraal.explain(integraal.load('voor-wie-doen-we-wat'), {'veiligheid': 'zorg'})\n"
        f"print({{name.split('.')[0] for name in sys.modules}} & { ({*HEAVY, 'rich', 'typer'}) })"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "set()"
