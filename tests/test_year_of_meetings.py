"""A year of a network happens as docs/netwerk.md tells it: planned, noted, looked back on."""

import json
import re
import shlex
import shutil
from pathlib import Path

from integraal.reading.library import data_folder
from tests.conftest import ROOT
from tests.in_process import run_in_process

PAGE = (ROOT / "docs" / "netwerk.md").read_text(encoding="utf-8")
PART = PAGE[PAGE.index("## Samenkomen") :].split("\n## ")[0]
COMMANDS = [
    shlex.split(line)[1:]
    for block in re.findall(r"```sh\n(.*?)```", PART, re.DOTALL)
    for line in block.splitlines()
]


def test_each_command_of_the_year_does_what_the_page_says(tmp_path: Path) -> None:
    shutil.copy(data_folder() / "regio" / "voorbeeldnetwerk.yaml", tmp_path / "netwerk.yaml")
    for words in COMMANDS:
        typed = "stop\n" if words[0] == "reflecteer" else ""
        done = run_in_process(tmp_path, *words, stdin=typed)
        assert done.returncode == 0, (words, done.stderr)
    assert sum("--verslag" in words for words in COMMANDS) == 3
    for name in ("uitnodiging.ics", "agenda.pdf", "terugkerend.pdf"):
        assert (tmp_path / name).stat().st_size > 500
    done = run_in_process(tmp_path, "overleg", "netwerk.yaml", "-f", "json")
    data = json.loads(done.stdout)
    assert [each["theme"] for each in data["recurring"]] == ["lange wachttijden"]
    (one,) = data["recurring"]
    assert one["brought_by"] == ["caw", "ocmw"]
    assert [each["id"] for each in one["unserved"]] == ["werk"]
    assert one["agreed"][0]["who"] == "ocmw"
    assert [each["theme"] for each in data["watched"]] == ["te dure woningen"]


def test_the_page_names_every_way_to_ask_of_a_meeting() -> None:
    typed = {word for words in COMMANDS for word in words}
    assert {"--plan", "--agenda", "--uitnodiging", "--verslag"} <= typed
