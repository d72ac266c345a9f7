"""A log is kept only where somebody asks for one, and nothing that was said stands in it."""

import json
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from integraal import __version__
from tests.conftest import Run

LOG = "logboek.jsonl"


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / LOG).read_text("utf-8").splitlines()]


def test_nothing_is_written_where_nobody_asks(
    integraal: Run, tmp_path: Path, examples: Path
) -> None:
    assert integraal("advies", examples / "C-2041.yaml").returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_command_is_a_line_with_when_what_and_how_many(
    integraal: Run, tmp_path: Path, examples: Path
) -> None:
    env = {"INTEGRAAL_LOGBOEK": LOG}
    cases = [examples / "C-2041.yaml", examples / "C-1107.yaml"]
    assert integraal("advies", *cases, env=env).returncode == 0
    (tmp_path / "in.csv").write_text("casus,draaglast\nC-1,zwaar\nC-2,licht\nC-3,x\n", "utf-8")
    integraal("batch", "in.csv", "uit.csv", env=env)
    integraal("batch", "in.csv", "--controleer", env=env)
    integraal("instrumenten", env=env)
    found = lines(tmp_path)
    assert [(line["command"], line["cases"]) for line in found] == [
        ("advies", 2),
        ("batch", 3),
        ("batch", 3),
        ("instrumenten", 0),
    ]
    assert {frozenset(line) for line in found} == {
        frozenset({"when", "command", "version", "cases"})
    }
    assert {line["version"] for line in found} == {__version__}
    assert all(datetime.fromisoformat(str(line["when"])).tzinfo for line in found)


def test_no_word_that_was_typed_and_no_path_stands_in_it(integraal: Run, tmp_path: Path) -> None:
    integraal("Jansen", "--wat-als", "x=Peeters", env={"INTEGRAAL_LOGBOEK": LOG})
    integraal("advies", "Jansen.yaml", env={"INTEGRAAL_LOGBOEK": LOG})
    assert [line["command"] for line in lines(tmp_path)] == ["", "advies"]
    text = (tmp_path / LOG).read_text("utf-8")
    assert [word for word in ("Jansen", "Peeters", str(tmp_path)) if word in text] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_it_is_for_its_owner_only(integraal: Run, tmp_path: Path) -> None:
    integraal("instrumenten", env={"INTEGRAAL_LOGBOEK": LOG})
    assert stat.S_IMODE((tmp_path / LOG).stat().st_mode) == 0o600


@pytest.mark.parametrize("there", ["schema: integraal/casus/1\n", "iets anders"])
def test_a_file_that_is_no_log_stays_as_it_is_and_the_command_does_what_it_does(
    integraal: Run, tmp_path: Path, examples: Path, there: str
) -> None:
    (tmp_path / LOG).write_text(there, "utf-8")
    done = integraal("advies", examples / "C-2041.yaml", env={"INTEGRAAL_LOGBOEK": LOG})
    assert (done.returncode, (tmp_path / LOG).read_text("utf-8")) == (0, there)
    assert "geen logboek van integraal" in done.stderr


@pytest.mark.parametrize("name", ["er/niet/log", "."])
def test_what_cannot_be_written_is_said(integraal: Run, examples: Path, name: str) -> None:
    done = integraal("advies", examples / "C-2041.yaml", env={"INTEGRAAL_LOGBOEK": name})
    assert done.returncode == 0
    assert "INTEGRAAL_LOGBOEK" in done.stderr
