"""Answers about a family and answers about a meeting in one file: no command takes them."""

from pathlib import Path

import pytest

from tests.conftest import Run

MIXED = """schema: integraal/casus/1
casus: KA1
land: be
moment: 2026-11-01
answers:
  bo_keren: 3
  bo_gevoelig: nee
  gezinsleden: drie_of_meer
  leefgebieden: [wonen, werk]
  direct_gevaar: ja
"""


@pytest.mark.parametrize(
    "command",
    [
        ["advies", "KA1.yaml"],
        ["advies", "KA1.yaml", "--formaat", "json"],
        ["advies", "KA1.yaml", "--instrument", "buurtoverleg"],
        ["advies", "KA1.yaml", "--voor", "gezin"],
        ["verloop", "KA1.yaml"],
        ["vergelijk", "KA1.yaml", "KA2.yaml"],
        ["checklist", "--casus", "KA1.yaml"],
        ["export", "ics", "KA1.yaml"],
        ["reflecteer", "--casus", "KA1.yaml"],
        ["controleer", "KA1.yaml"],
    ],
    ids=" ".join,
)
def test_no_command_takes_a_file_of_both(
    integraal: Run, tmp_path: Path, command: list[str]
) -> None:
    for name in ("KA1.yaml", "KA2.yaml"):
        (tmp_path / name).write_text(MIXED, encoding="utf-8")
    done = integraal(*command)
    assert done.returncode == 1
    assert "kept-apart" in done.stderr + done.stdout
    assert "Coördinatie" not in done.stdout
    if command[0] != "controleer":
        assert "112" in done.stderr, "danger is said of what is refused, too"


def test_a_folder_rejects_a_file_of_both(integraal: Run, tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "KA1.yaml").write_text(MIXED, encoding="utf-8")
    one = "schema: integraal/casus/1\ncasus: KA2\nanswers:\n  gezinsleden: twee\n"
    (folder / "KA2.yaml").write_text(one, encoding="utf-8")
    done = integraal("batch", "cases", "uit.csv")
    assert done.returncode == 1, done.stderr
    assert "kept-apart" in (tmp_path / "uit-afgekeurd.csv").read_text(encoding="utf-8")
    assert "KA1" not in (tmp_path / "uit.csv").read_text(encoding="utf-8")


def test_a_table_with_columns_of_both_is_refused(integraal: Run, tmp_path: Path) -> None:
    table = "casus,gezinsleden,bo_keren\nKA1,twee,3\n"
    (tmp_path / "tabel.csv").write_text(table, encoding="utf-8")
    done = integraal("batch", "tabel.csv", "uit.csv")
    assert done.returncode == 1
    assert "error[kept-apart]" in done.stderr
    assert not (tmp_path / "uit.csv").exists()
