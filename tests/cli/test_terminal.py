"""What somebody called a file, or wrote in one, is shown on the terminal and never obeyed."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.cli import terminal as screen
from integraal.model.finding import Finding, Place
from tests.cli.terminal import Terminal
from tests.conftest import ROOT, Run

OBEYED = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""All that a terminal obeys but the end of a line, and what turns the direction of reading."""
EVIL = "\x1b[31m\x1b]0;titel\x07\x9b2Jrood\u202e\u2066\r\n\t\x08"
ESCAPED = r"\x1b[31m\x1b]0;titel\x07\x9b2Jrood\u202e\u2066\r\n\t\x08"
"""The same, as YAML and JSON can hold it."""

WAYS: dict[str, Callable[[str], None]] = {
    "talk": screen.talk,
    "tell": screen.tell,
    "report": lambda text: screen.report(
        Finding.warning("moved", Place(text, 1, 1, 1, text), old=text, new=text, suggestion=text)
    ),
}


@pytest.mark.parametrize("way", WAYS)
@given(text=st.text() | st.just(EVIL))
def test_no_way_to_talk_lets_through_what_a_terminal_obeys(way: str, text: str) -> None:
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.stderr", said)
        WAYS[way](text)
    assert not OBEYED.search(said.getvalue())


NAME = EVIL.replace("\n", "")
NAMED = (
    ("advies", NAME),
    ("advies", f"{NAME}.yaml"),
    ("advies", "goed.yaml", "--instrument", NAME),
    ("advies", "goed.yaml", "--wat-als", f"{NAME}={NAME}"),
    ("advies", "goed.yaml", "--waarom-niet", NAME),
    ("advies", "goed.yaml", "-o", f"{NAME}.md"),
    ("advies", "goed.yaml", "-o", f"{NAME}.exe"),
    ("advies", "goed.yaml", "--regio", f"{NAME}.yaml"),
    ("batch", f"{NAME}.csv", "uit.csv"),
    ("batch", f"{NAME}.xlsx", "uit.csv"),
    ("batch", "in.csv", f"{NAME}.csv"),
    ("batch", "in.csv", f"{NAME}.exe"),
    ("batch", "in.csv", "uit.csv", "--afgekeurd", f"{NAME}.csv"),
    ("batch", "in.csv", "uit.csv", "--groepeer", NAME),
    ("batch", "in.csv", "--uitleg", NAME),
    ("batch", "blad.xlsx", "uit.csv"),
    ("batch", "map", "uit.csv"),
    ("signalen", f"{NAME}.csv"),
    ("signalen", "in.csv", "--per", NAME),
    ("checklist", NAME),
    ("checklist", "--casus", f"{NAME}.yaml"),
    ("controleer", f"{NAME}.yaml"),
    ("controleer", "map"),
    ("test", f"{NAME}.yaml"),
    ("vergelijk", f"{NAME}.yaml", "goed.yaml"),
    ("vergelijk-versies", NAME, "voor-wie-doen-we-wat", "goed.yaml"),
    ("verloop", f"{NAME}.yaml"),
    ("export", "sql", NAME),
    ("export", "sql", "--kolommen", f"casus,draaglast,{NAME}"),
    ("export", "sql", "--tabel", NAME),
    ("export", "sjabloon", NAME),
    ("export", "sjabloon", "-o", f"{NAME}.xlsx"),
    ("export", "ics", f"{NAME}.yaml"),
    ("export", NAME),
    ("reflecteer", "--casus", f"{NAME}.yaml", "--eenvoudig"),
    ("instrumenten", NAME),
    ("instrumenten", f"--{NAME}"),
    (NAME,),
    (f"--{NAME}",),
)


@pytest.mark.parametrize("arguments", NAMED, ids=lambda words: ascii(" ".join(words))[:50])
def test_a_hostile_name_is_shown_by_every_command(
    integraal: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    _write(tmp_path)
    done = integraal(*arguments, stdin="")
    if arguments[:2] == ("export", "sql") and done.returncode == 0:
        done.stdout = ""  # what programs read has the name as it is, between quotes
    assert done.returncode in (0, 1, 2), done.stderr
    assert not OBEYED.search(done.stdout + done.stderr), done.stdout + done.stderr


WRITTEN = (
    ("advies", "evil.yaml", "-i", "instrument.yaml"),
    ("advies", "evil.yaml", "-i", "instrument.yaml", "--waarom"),
    ("advies", "evil.yaml"),
    ("checklist", "instrument.yaml"),
    ("controleer", "instrument.yaml"),
    ("test", "proef.yaml", "-i", "instrument.yaml"),
    ("reflecteer", "-i", "instrument.yaml", "--eenvoudig"),
    ("verloop", "evil.yaml"),
    ("vergelijk", "evil.yaml", "goed.yaml"),
)


@pytest.mark.parametrize("form", [(), ("-f", "json"), ("-f", "markdown"), ("-f", "html")])
@pytest.mark.parametrize("arguments", WRITTEN, ids=" ".join)
def test_a_hostile_text_in_a_file_is_shown_by_every_command(
    integraal: Run, tmp_path: Path, arguments: tuple[str, ...], form: tuple[str, ...]
) -> None:
    _write(tmp_path)
    done = integraal(*arguments, *form, stdin="")
    assert done.returncode in (0, 1, 2), done.stderr
    assert not OBEYED.search(done.stdout + done.stderr), done.stdout + done.stderr


def test_a_table_on_a_terminal_is_shown_and_through_a_pipe_is_as_it_is(tmp_path: Path) -> None:
    lines = [f'C-{number},zwaar,"{EVIL}"\n' for number in range(5)]
    (tmp_path / "in.csv").write_text(f"casus,draaglast,regio\n{''.join(lines)}", "utf-8")
    asked = ("batch", "in.csv", "-", "--groepeer", "regio", "--stil")
    with Terminal(tmp_path, *asked) as terminal:
        assert terminal.wait_for_end() == 0
        assert not OBEYED.search(terminal.raw.decode().replace("\r\n", "\n"))
        assert terminal.says("rood")


def _write(folder: Path) -> None:
    """Write files of every kind, with names and texts that nobody should obey."""
    from openpyxl import Workbook

    head = "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-21\n"
    (folder / "goed.yaml").write_text(f"{head}answers: {{draaglast: zwaar}}\n", "utf-8")
    evil = f'{head}answers: {{wat_nodig: "{ESCAPED}", "{ESCAPED}": ja, draaglast: "{ESCAPED}"}}\n'
    (folder / "evil.yaml").write_text(evil, "utf-8")
    (folder / "map").mkdir()
    (folder / "map" / f"{NAME}.yaml").write_text(evil, "utf-8")
    (folder / f"{NAME}.yaml").write_text(evil, "utf-8")
    (folder / "in.csv").write_text(f'casus,draaglast,"{EVIL}"\nC-1,zwaar,x\n', "utf-8")
    (folder / f"{NAME}.csv").write_text(f'casus,draaglast,"{EVIL}"\nC-1,zwaar,x\n', "utf-8")
    good = (ROOT / "tests" / "instruments" / "good" / "klein.yaml").read_text("utf-8")
    said = re.compile(r"(title|ask|label|because|text): ([^\n{},]+)")
    hostile = said.sub(lambda found: f'{found[1]}: "{found[2]} {ESCAPED}"', good)
    (folder / "instrument.yaml").write_text(hostile, "utf-8")
    tests = "schema: integraal/test/1\ninstrument: klein\ncases:\n"
    case = f'  - id: een\n    answers: {{gezinsleden: een}}\n    expect: {{level: "{ESCAPED}"}}\n'
    (folder / "proef.yaml").write_text(tests + case, "utf-8")
    book = Workbook()
    book.worksheets[0].append(["casus", "draaglast", "rood\u202e\x85\x9b"])
    book.worksheets[0].append(["C-1", "zwaar", "x"])
    book.create_sheet("rood\u202e\x9b").append(["iets"])
    book.save(folder / "blad.xlsx")


def test_of_very_many_faults_of_one_kind_the_first_are_shown_and_the_rest_counted(
    integraal: Run, tmp_path: Path
) -> None:
    case = tmp_path / "veel.yaml"
    unknown = "".join(f"  vraag_{number}: ja\n" for number in range(3_000))
    lines = ("schema: integraal/casus/1", "casus: C-1", "fout: ja", "answers:")
    case.write_text("\n".join(lines) + f"\n{unknown}", encoding="utf-8")
    refused = integraal("advies", str(case))
    assert refused.returncode == 1
    assert refused.stderr.count("[no-such-question] de vraag") == 20
    assert "nog 2980 keer [no-such-question]" in " ".join(refused.stderr.split())
    assert "[unknown-key]" in refused.stderr
    listed = integraal("controleer", str(case), "-f", "json")
    assert listed.stdout.count('"no-such-question"') == 3_000
