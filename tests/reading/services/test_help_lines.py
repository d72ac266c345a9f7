"""Help lines are read as they stand, with every fault told."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.model.services.help_line import Caller, HelpLine
from integraal.reading.library import Library
from integraal.reading.services.help_lines import read_help_lines

FILE = """\
schema: integraal/hulplijnen/1
id: lijnen
lines:
  - id: luister
    name: Luisterlijn (verzonnen)
    number: "1234"
    also: 053 00 00 00
    country: [be]
    community: vlaams
    for_whom: Voor wie wil praten.
    caller: [adult, child]
    reachable_from: [be, eu]
    languages: [nl, fr]
    hours: Dag en nacht.
    cost: Gratis.
    source: https://example.org/bron
    site: https://example.org
    checked: 2026-11-29
"""


def read(folder: Path, text: str = FILE) -> HelpLine:
    (folder / "lijnen.yaml").write_text(text, "utf-8")
    (line,) = read_help_lines(folder / "lijnen.yaml").lines
    return line


def codes(folder: Path, text: str) -> list[str]:
    with pytest.raises(Faulty) as caught:
        read(folder, text)
    return [each.code for each in caught.value.findings]


def test_every_field_comes_through(tmp_path: Path) -> None:
    line = read(tmp_path)
    said = {each.name: getattr(line, each.name) for each in fields(HelpLine)}
    assert all(said.values())
    assert said["number"] == "1234"  # a text, or a zero in front would be lost
    assert said["callers"] == (Caller.ADULT, Caller.CHILD)
    assert (said["countries"], said["reachable_from"]) == (("be",), ("be", "eu"))
    assert said["checked"].isoformat() == "2026-11-29"
    assert line.numbers == ("1234", "053 00 00 00")


def test_an_id_stands_for_one_line(tmp_path: Path) -> None:
    twice = FILE + FILE[FILE.index("  - id") :]
    assert codes(tmp_path, twice) == ["duplicate-id"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[adult, child]", "[iedereen]", "unknown-word"),
        ("[be]", "[]", "empty-list"),
        ("checked: 2026-11-29", "checked: gisteren", "not-a-date"),
        ("    cost: Gratis.\n", "", "missing-key"),
        ("    cost: Gratis.", "    kosten: Gratis.\n    cost: Gratis.", "unknown-key"),
    ],
)
def test_a_line_that_lacks_something_is_refused(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert old in FILE
    assert codes(tmp_path, FILE.replace(old, new, 1)) == [code]


def test_the_shipped_lines_are_in_the_order_of_the_file() -> None:
    path = Library().help_lines_file()
    assert path is not None
    written = re.findall(r'^  - id: "?([\w-]+)', path.read_text("utf-8"), re.M)
    assert [line.id for line in read_help_lines(path).lines] == written
    assert len(written) > 10
