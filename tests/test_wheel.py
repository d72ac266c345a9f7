"""The package by itself: its papers, what it carries, and that it runs where nothing else is."""

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from trove_classifiers import classifiers

from integraal import __version__
from integraal.reading.library import data_folder
from tests.conftest import INSTRUMENTS, ROOT
from tests.test_readme import five_lines

pytestmark = pytest.mark.xdist_group("wheel")
OPEN = """
import json
from integraal.reading.library import Library, data_folder
library = Library()
opened = [library.instrument(name, language).id
          for name in sorted(h.id for h in library.headers("instrument"))
          for language in library.languages(library.instrument(name))]
print(json.dumps({"data": str(data_folder()), "opened": opened}))
"""
IMPORT = """
import importlib, json, pkgutil, integraal
walked = pkgutil.walk_packages(integraal.__path__, "integraal.")
names = [module.name for module in walked if not module.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
print(json.dumps(names))
"""


def _hatch(kind: str, source: Path, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _hatch("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def papers(wheel: Path) -> Metadata:
    """The metadata, refused here wherever an index would refuse it."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return Metadata.from_email(archive.read(name), validate=True)


# --- Papers ---------------------------------------------------------------------------------------


def test_the_papers_name_the_package_its_licence_and_what_it_needs(papers: Metadata) -> None:
    assert (papers.name, str(papers.version)) == ("integraal", __version__)
    assert papers.license_expression == "EUPL-1.2"
    assert papers.license_files == ["LICENSE"]
    assert str(papers.requires_python) == ">=3.11"
    assert papers.summary is not None
    assert len(papers.summary) < 200
    assert papers.keywords
    assert {"dev", "spark"} <= set(papers.provides_extra or ())


def test_every_classifier_is_one_that_indexes_know(papers: Metadata) -> None:
    listed = papers.classifiers or []
    assert listed
    assert [name for name in listed if name not in classifiers] == []


def test_the_page_on_the_index_links_to_nothing_that_is_not_there(papers: Metadata) -> None:
    assert papers.description_content_type == "text/markdown"
    assert papers.description == (ROOT / "docs" / "package.md").read_text("utf-8")
    assert re.findall(r"\]\((?!https?:)[^)]*\)|<img", papers.description) == []


def test_the_licence_goes_along_in_full(wheel: Path) -> None:
    text = (ROOT / "LICENSE").read_bytes()
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("/licenses/LICENSE"))
        assert archive.read(name) == text
    articles = re.findall(r"^(\d+)\. [A-Z]", text.decode("utf-8"), re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text.decode("utf-8").splitlines()[0]


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tracked = subprocess.run(
        ["git", "ls-files", "src/integraal", "data"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    expected = {
        re.sub(r"^(src/|(?=data/))", lambda m: "" if m[1] else "integraal/", name)
        for name in tracked.stdout.splitlines()
        if (ROOT / name).is_file()
    }
    carried = {name for name in names if ".dist-info/" not in name}
    assert expected <= carried
    assert {Path(name).suffix for name in carried} <= {Path(name).suffix for name in expected} | {
        ""
    }


def test_the_source_package_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sdist = _hatch("sdist", ROOT, tmp_path)
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert (source / "tests" / "conftest.py").is_file()
    again = _hatch("wheel", source, source / "dist")
    assert _contents(again) == _contents(wheel)


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- By itself ------------------------------------------------------------------------------------


class Bare:
    """An environment with the wheel and what it says it needs, and nothing more."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.home = folder / "home"
        self.home.mkdir()

    def run(self, *command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program of this environment, in a home of its own."""
        return subprocess.run(
            [str(self.bin / command[0]), *command[1:]],
            cwd=self.home,
            env={"HOME": str(self.home), "PATH": str(self.bin), "LANG": "C.UTF-8"},
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            input=typed,
        )

    def told(self, *command: str, typed: str = "") -> str:
        """What a program prints that must end well."""
        done = self.run(*command, typed=typed)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    """Install the wheel in an environment of its own, without an index.

    What it needs is lent from this environment, link by link, as far as the wheel's own papers ask
    for it. pip then finds every requirement met, or refuses.
    """
    folder = tmp_path_factory.mktemp("bare") / "env"
    venv.create(folder, with_pip=False)
    bare = Bare(folder)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(bare.told("python", "-c", where).strip())
    for path in _lent(wheel):
        (site / path.name).symlink_to(path)
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(bare.bin / "python")),
            *("install", "--quiet", "--no-index", "--disable-pip-version-check", str(wheel)),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    return bare


def _lent(wheel: Path) -> set[Path]:
    """Files and folders of the distributions that the wheel needs, and that those need in turn."""
    (found,) = importlib.metadata.Distribution.discover(name="integraal", path=[str(wheel)])
    wanted, seen, lent = list(_needs(found)), set(), set()
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen.add(name)
        distribution = importlib.metadata.distribution(name)
        wanted += _needs(distribution)
        tops = {file.parts[0] for file in distribution.files or () if file.parts[0] != ".."}
        lent |= {Path(str(distribution.locate_file(top))) for top in tops - {"__pycache__"}}
    return lent


def _needs(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    for line in distribution.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def test_nothing_is_lent_that_the_wheel_did_not_ask_for(bare: Bare) -> None:
    only_here = "import importlib.util as u; print([n for n in {} if u.find_spec(n)])"
    ours = ["pytest", "hypothesis", "hatchling", "mypy", "pyspark", "tests"]
    assert bare.told("python", "-c", only_here.format(ours)).strip() == "[]"


def test_every_module_can_be_imported_there(bare: Bare) -> None:
    """Also those that only a seldom command needs, such as the ones for Spark."""
    names = json.loads(bare.told("python", "-c", IMPORT))
    sources = (ROOT / "src" / "integraal").rglob("*.py")
    assert len(names) == len([path for path in sources if path.name != "__main__.py"]) - 1


def test_every_instrument_opens_there_in_every_language(bare: Bare) -> None:
    found = json.loads(bare.told("python", "-c", OPEN))
    assert Path(found["data"]).parent.parent.name == "site-packages"
    assert sorted(set(found["opened"])) == sorted(INSTRUMENTS)
    assert len(found["opened"]) == 3 * len(INSTRUMENTS)


def test_the_commands_of_the_page_on_the_index_run_there(bare: Bare) -> None:
    page = (ROOT / "docs" / "package.md").read_text("utf-8")
    shown = [line.split() for line in page.splitlines() if line.startswith("integraal ")]
    assert [command[1] for command in shown] == [
        "instrumenten",
        "reflecteer",
        "advies",
        "checklist",
    ]
    for command in shown:
        bare.told(*command, typed="nee\n" if command[1] == "reflecteer" else "")
    assert "direct_gevaar: nee" in (bare.home / "C-1.yaml").read_text("utf-8")
    assert (bare.home / "formulier.pdf").read_bytes().startswith(b"%PDF")


def test_the_five_lines_of_the_readme_run_there(bare: Bare) -> None:
    code, printed = five_lines()
    assert bare.told("python", "-c", code) == printed


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "md"])
def test_an_advice_can_be_put_on_paper_there(bare: Bare, ending: str) -> None:
    case = ROOT / "data" / "voorbeelden" / "marina.yaml"
    bare.told("integraal", "advies", str(case), "-o", f"advies.{ending}")
    assert (bare.home / f"advies.{ending}").stat().st_size > 1000


def test_a_table_is_made_filled_in_and_answered_there(bare: Bare) -> None:
    bare.told("integraal", "export", "sjabloon.xlsx")
    (bare.home / "in.csv").write_text("casus,draaglast,draagkracht\nC-1,zwaar,beperkt\n", "utf-8")
    bare.told("integraal", "batch", "in.csv", "uit.csv")
    assert "coordinatie" in (bare.home / "uit.csv").read_text("utf-8")


def test_an_instrument_is_proven_there(bare: Bare) -> None:
    bare.told("integraal", "controleer", str(ROOT / "data" / "buurtoverleg.yaml"))


def test_without_spark_the_command_says_how_to_get_it(bare: Bare) -> None:
    (bare.home / "een.csv").write_text("casus,draaglast\nC-1,zwaar\n", "utf-8")
    done = bare.run("integraal", "batch", "een.csv", "spark", "--motor", "spark")
    assert done.returncode != 0
    assert "integraal[spark]" in done.stderr
    assert "Traceback" not in done.stderr


# --- Where the data stand -------------------------------------------------------------------------


def test_a_checkout_wins_over_a_stale_copy_in_the_package(tmp_path: Path) -> None:
    package = tmp_path / "src" / "integraal"
    for folder in (tmp_path / "data", package / "data"):
        folder.mkdir(parents=True)
        (folder / "questions.yaml").touch()
    assert data_folder(package) == tmp_path / "data"


def test_without_data_the_error_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no data/ beside"):
        data_folder(tmp_path / "integraal")
