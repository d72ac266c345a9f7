"""`integraal advies`: every option, and no input however odd that ends in a traceback."""

import html
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx  # noqa: TID253 - to read back what was written
import pytest

from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, answers_in, write_case
from tests.cli.processes import ended, run_like_anybody, start
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import ROOT, Run
from tests.report.render.pdf.paper import words_in

CASE = "C-1.yaml"
KEYS = {
    *("schema", "casus", "instrument", "version", "fingerprint", "level", "reach", "settled"),
    *("provisional", "current", "feasible", "direction", "reasons", "limits", "open_questions"),
    *("outcomes", "actions", "attention_points", "disclaimer"),
}
"""What the design promises to readers of the JSON; more keys may join them."""


@pytest.fixture
def case(tmp_path: Path, examples: Path) -> Path:
    """The example case that is filled in whole."""
    file = tmp_path / CASE
    file.write_bytes((examples / "C-2041.yaml").read_bytes())
    return file


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A case with two mistakes."""
    return write_case(
        tmp_path / "kapot.yaml", {"gezinsleden": "dire_of_meer", "draaglats": "licht"}
    )


# --- Forms ----------------------------------------------------------------------------------------


def test_terminal_is_the_form_without_asking(integraal: Run, case: Path) -> None:
    advice = integraal("advies", case)
    assert (advice.returncode, advice.stderr) == (0, "")
    assert advice.stdout == integraal("advies", case, "--formaat", "terminal").stdout
    assert "Casus C-2041 · 21 november 2026" in advice.stdout


def test_markdown_is_markdown(integraal: Run, case: Path) -> None:
    advice = integraal("advies", case, "-f", "markdown")
    assert advice.stdout.startswith("# ")
    assert "\n## " in advice.stdout


def test_json_has_the_keys_of_its_schema(integraal: Run, case: Path) -> None:
    advice = json.loads(integraal("advies", case, "--formaat", "json").stdout)
    assert set(advice) >= KEYS
    assert advice["schema"] == "integraal/advies/2"
    assert advice["casus"] == "C-2041"
    assert (advice["level"], advice["settled"], advice["direction"]) == (
        "coordinatie",
        True,
        "opschalen",
    )


def test_several_cases_as_json_are_one_line_each(integraal: Run, examples: Path) -> None:
    files = sorted(examples.glob("*.yaml"))
    advice = integraal("advies", *files, "--formaat", "json")
    lines = advice.stdout.splitlines()
    assert advice.returncode == 0, advice.stderr
    assert [json.loads(line)["casus"] for line in lines] == [file.stem for file in files]


@pytest.mark.parametrize("layout", ["terminal", "markdown"])
def test_several_cases_follow_each_other(integraal: Run, examples: Path, layout: str) -> None:
    files = sorted(examples.glob("*.yaml"))
    advice = integraal("advies", *files, "--formaat", layout)
    places = [advice.stdout.index(f"Casus {file.stem}") for file in files]
    assert places == sorted(places)


# --- Some good, some bad --------------------------------------------------------------------------


def test_broken_case_does_not_stop_the_others(
    integraal: Run, case: Path, broken: Path, examples: Path
) -> None:
    last = examples / "C-3007.yaml"
    advice = integraal("advies", case, broken, "er-niet.yaml", last, "--formaat", "json")
    answered = [json.loads(line)["casus"] for line in advice.stdout.splitlines()]
    assert (advice.returncode, answered) == (1, ["C-2041", "C-3007"])
    assert SAY("advies.failed", failed=2, total=4) in advice.stderr


def test_every_fault_of_a_case_has_its_place_and_remedy_on_stderr(
    integraal: Run, broken: Path
) -> None:
    advice = integraal("advies", broken)
    assert (advice.returncode, advice.stdout) == (1, "")
    assert f"{broken}:5:16: error[no-such-option]" in advice.stderr
    assert f"{broken}:6:3: error[no-such-question]" in advice.stderr
    for suggestion in ("drie_of_meer", "draaglast"):
        assert SAY("remedy.did_you_mean", suggestion=suggestion) in advice.stderr


def test_case_that_is_not_there_is_said(integraal: Run) -> None:
    advice = integraal("advies", "er-niet.yaml")
    assert (advice.returncode, advice.stdout) == (1, "")
    assert "er-niet.yaml: error[no-such-file]" in advice.stderr


# --- Stdin, files, silence ------------------------------------------------------------------------


def test_dash_reads_the_case_from_stdin(integraal: Run, case: Path) -> None:
    piped = integraal("advies", "-", stdin=case.read_text("utf-8"))
    # Only a case in a file can be gone on with.
    assert piped.stdout == integraal("advies", CASE).stdout.replace(f" --casus {CASE}", "")


def test_fault_on_stdin_has_a_place_too(integraal: Run, broken: Path) -> None:
    piped = integraal("advies", "-", stdin=broken.read_text("utf-8"))
    assert piped.returncode == 1
    assert "stdin:5:16: error[no-such-option]" in piped.stderr


def test_output_goes_to_the_file_that_is_named(integraal: Run, case: Path, tmp_path: Path) -> None:
    advice = integraal("advies", case, "-f", "markdown", "-o", "advies.md")
    assert (advice.returncode, advice.stdout) == (0, "")
    written = (tmp_path / "advies.md").read_text("utf-8")
    # A file also says, where nobody reads it, of which case it is and until when it may stay.
    assert written.partition("\n<!-- ")[0] == integraal("advies", case, "-f", "markdown").stdout
    assert SAY("written", file="advies.md") in advice.stderr


def test_file_that_exists_is_overwritten_only_on_request(
    integraal: Run, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "advies.md").write_text("van gisteren")
    arguments = ("advies", case, "-f", "markdown", "--uitvoer", "advies.md")
    refused = integraal(*arguments)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "error[exists-already]" in refused.stderr
    assert (tmp_path / "advies.md").read_text() == "van gisteren"
    assert integraal(*arguments, "--overschrijf").returncode == 0
    assert (tmp_path / "advies.md").read_text("utf-8").startswith("# ")


def test_output_to_dash_is_stdout(integraal: Run, case: Path, tmp_path: Path) -> None:
    assert integraal("advies", case, "-o", "-").stdout == integraal("advies", case).stdout
    assert [path.name for path in tmp_path.iterdir()] == [CASE]


def test_advice_never_takes_the_place_of_its_own_case(
    integraal: Run, case: Path, tmp_path: Path
) -> None:
    before, link = case.read_bytes(), tmp_path / "advies.txt"
    link.hardlink_to(case)
    for place, code in ((case, 2), (link, 1)):
        assert integraal("advies", case, "-o", place, "--overschrijf").returncode == code
    assert case.read_bytes() == before


def test_advice_takes_the_place_of_no_pipe_or_device(
    integraal: Run, case: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    advice = integraal("advies", case, "-o", pipe, "--overschrijf")
    assert pipe.is_fifo()
    assert advice.returncode == 1


def test_stil_leaves_out_remarks_and_keeps_errors(
    integraal: Run, tmp_path: Path, broken: Path
) -> None:
    old = write_case(tmp_path / "oud.yaml", {"draaglast": "licht"})
    old.write_text(f"keep_until: 2020-01-01\n{old.read_text()}")
    assert "past-keep-until" in integraal("advies", old).stderr
    quiet = integraal("advies", old, "--stil")
    assert (quiet.returncode, quiet.stderr) == (0, "")
    assert "error[" in integraal("advies", broken, "--stil").stderr


# --- For whom, from what, in which language -------------------------------------------------------


def test_voor_gezin_is_without_jargon(integraal: Run, case: Path) -> None:
    page = integraal("advies", case, "--voor", "gezin").stdout
    assert "Hoe werken jullie hulpverleners samen?" in page
    jargon = ("coördinatie", "connectie", "segregatie", "regel R", "casus", "bron", "intensiteit")
    assert [word for word in jargon if word in page.casefold()] == []


def test_alleen_bron_leaves_our_own_questions_out(integraal: Run, examples: Path) -> None:
    case = examples / "C-3007.yaml"
    whole = json.loads(integraal("advies", case, "-f", "json").stdout)
    source = json.loads(integraal("advies", case, "-f", "json", "--alleen-bron").stdout)
    # Safety stays, for that is not about the level; it only no longer counts for it.
    for told in (whole, source):
        assert "veiligheidsroute" in [action["id"] for action in told["actions"]]
    own = {"veiligheid", "verloop", "langdurig", "samenhang", "delen_met_naam"}
    used = {name for reason in source["reasons"] for name in reason["answers"]}
    assert used & own == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["option", "variable"])
def test_language_is_an_option_or_a_variable(
    integraal: Run, case: Path, language: str, how: str
) -> None:
    option = ("--taal", language) if how == "option" else ()
    env = {"INTEGRAAL_TAAL": language} if how == "variable" else {}
    page = integraal("advies", case, *option, env=env).stdout
    assert Words(language)("grounds.title") in page


def test_option_wins_from_the_variable(integraal: Run, case: Path) -> None:
    page = integraal("advies", case, "--taal", "fr", env={"INTEGRAAL_TAAL": "en"}).stdout
    assert Words("fr")("grounds.title") in page


def test_language_changes_words_only(integraal: Run, case: Path) -> None:
    def bare(language: str) -> dict[str, Any]:
        advice = json.loads(integraal("advies", case, "-f", "json", "--taal", language).stdout)
        told = ("language", "disclaimer", "reasons", "limits", "actions", "attention_points")
        return {key: value for key, value in advice.items() if key not in told}

    assert bare("nl") == bare("en") == bare("fr")


# --- Which instrument -----------------------------------------------------------------------------


def test_unknown_instrument_is_said_with_the_nearest(integraal: Run, case: Path) -> None:
    advice = integraal("advies", case, "--instrument", "voor-wie-doen-we-wt")
    assert (advice.returncode, advice.stdout) == (1, "")
    assert SAY("remedy.did_you_mean", suggestion="voor-wie-doen-we-wat") in advice.stderr


@pytest.mark.parametrize("name", ["eigen.yaml", "./eigen.yaml", "eigen"])
def test_instrument_of_ones_own_is_named_by_its_file(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    text = (ROOT / "data" / "questions.yaml").read_text("utf-8")
    (tmp_path / name).write_text(text.replace("id: voor-wie-doen-we-wat", "id: eigen", 1), "utf-8")
    write_case(tmp_path / CASE, {"gezinsleden": "twee", "leefgebieden": ["wonen", "werk"]})
    advice = integraal("advies", CASE, "--instrument", name, "-f", "json")
    assert advice.returncode == 0, advice.stderr
    assert json.loads(advice.stdout)["instrument"] == "eigen"


def test_fault_in_an_instrument_of_ones_own_has_its_place(
    integraal: Run, tmp_path: Path, case: Path
) -> None:
    (tmp_path / "eigen.yaml").write_text("schema: integraal/instrument/1\nid: Eigen\n")
    advice = integraal("advies", case, "-i", "eigen.yaml")
    assert advice.returncode == 1
    assert "eigen.yaml:2:" in advice.stderr


# --- Screens --------------------------------------------------------------------------------------


def test_pipe_gets_no_codes_for_a_terminal(integraal: Run, case: Path) -> None:
    env = {"TERM": "xterm-256color", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}
    assert "\x1b" not in integraal("advies", case, env=env).stdout


@pytest.mark.parametrize(
    ("env", "colours"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_want_it(
    tmp_path: Path, case: Path, env: dict[str, str], colours: bool
) -> None:
    with Terminal(tmp_path, "advies", case, env=env) as terminal:
        assert terminal.wait_for_end() == 0
        styles = re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
        codes = {int(code) for style in styles for code in style.split(b";") if code}
        assert any(30 <= code <= 49 or 90 <= code <= 107 for code in codes) is colours


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["professional", "gezin"])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_screen(
    integraal: Run, examples: Path, language: str, reader: str, columns: int
) -> None:
    files = sorted(examples.glob("*.yaml"))
    options = ("--taal", language, "--voor", reader)
    page = integraal("advies", *files, *options, env={"COLUMNS": str(columns)}).stdout
    assert [line for line in page.splitlines() if len(line) > columns] == []
    assert "…" not in page


def test_terminal_of_40_columns_needs_no_variable(
    integraal: Run, tmp_path: Path, case: Path
) -> None:
    asking = ("advies", case, "--volledig")
    with Terminal(tmp_path, *asking, columns=40, rows=60, env={"PAGER": "cat"}) as terminal:
        terminal.wait_for_end()
        shown = terminal.seen.rstrip()
    assert shown == integraal("advies", case, env={"COLUMNS": "40"}).stdout.rstrip()


def test_reader_that_has_seen_enough_is_no_error(tmp_path: Path, examples: Path) -> None:
    files = " ".join(map(str, sorted(examples.glob("*.yaml")) * 5))
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m integraal advies {files} | head -n 1"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


# --- Hostile input: a plain sentence and an exit code, never a traceback --------------------------


def _directory(folder: Path) -> Path:
    (folder / "map").mkdir()
    return folder / "map"


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pijp")
    return folder / "pijp"


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(folder / "stekker"))
    return folder / "stekker"


def _link_to_nothing(folder: Path) -> Path:
    (folder / "link").symlink_to("er-niet")
    return folder / "link"


def _link_to_itself(folder: Path) -> Path:
    (folder / "link").symlink_to("link")
    return folder / "link"


def _file_of(raw: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / "vreemd.yaml").write_bytes(raw)
        return folder / "vreemd.yaml"

    return make


_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
_TOP = b"schema: integraal/casus/1\ncasus: C-1\n"
HOSTILE: dict[str, Callable[[Path], Path]] = {
    "nothing": lambda folder: folder / "er-niet.yaml",
    "directory": _directory,
    "dot": lambda _: Path(),
    "root": lambda _: Path("/"),
    "fifo": _fifo,
    "socket": _socket,
    "device": lambda _: Path("/dev/null"),
    "endless-device": lambda _: Path("/dev/zero"),
    "link-to-nothing": _link_to_nothing,
    "link-to-itself": _link_to_itself,
    "below-a-file": lambda folder: _file_of(_TOP)(folder) / "x",
    "long-name": lambda folder: folder / ("a" * 300),
    "long-path": lambda folder: folder / ("a/" * 3000),
    "binary": _file_of(bytes(range(256)) * 40),
    "elf": _file_of(Path(sys.executable).read_bytes()[:5000]),
    "empty": _file_of(b""),
    "blank": _file_of(b"\n\n# niets\n"),
    "two-megabytes": _file_of(_TOP + b"# x\n" * 500_000),
    "utf-16": _file_of("casus: C-1\n".encode("utf-16")),
    "latin-1": _file_of("# caf\xe9\n".encode("latin-1") + _TOP),
    "nul": _file_of(_TOP + b"answers: {draaglast: li\0cht}\n"),
    "tab": _file_of(_TOP + b"answers:\n\tdraaglast: licht\n"),
    "bomb": _file_of(_BOMB.encode()),
    "deep": _file_of(b"[" * 50_000),
    "deep-block": _file_of(b"".join(b" " * n + b"a:\n" for n in range(1000))),
    "merge-key": _file_of(_TOP + b"<<: {casus: C-2}\n"),
    "tag": _file_of(_TOP + b"answers: !!python/object/apply:os.system [ls]\n"),
    "two-documents": _file_of(_TOP + b"---\n" + _TOP),
    "list": _file_of(b"- a\n"),
    "word": _file_of(b"hallo\n"),
    "number": _file_of(b"12\n"),
    "other-schema": _file_of(b"schema: integraal/instrument/1\nid: x\n"),
    "answers-a-list": _file_of(_TOP + b"answers: [a]\n"),
    "answer-a-mapping": _file_of(_TOP + b"answers: {draaglast: {a: b}}\n"),
    "answer-nested": _file_of(_TOP + b"answers: {leefgebieden: [[wonen]]}\n"),
    "key-a-list": _file_of(_TOP + b"answers: {[a]: b}\n"),
    "key-empty": _file_of(_TOP + b"answers: {'': b}\n"),
    "escape": _file_of(_TOP + b'answers: {draaglast: "\\e[31m\\x07"}\n'),
    "surrogate": _file_of(_TOP + b'answers: {draaglast: "\\uD800"}\n'),
    "bad-date": _file_of(_TOP + b"moment: 2026-02-30\n"),
    "huge-number": _file_of(_TOP + b"moment: " + b"9" * 5000 + b"\n"),
    "no-moments": _file_of(_TOP + b"moments: [null, 3]\n"),
}


def _is_plain(code: int, err: str) -> None:
    """Check that this is how a command ends that knows what it is doing."""
    assert "Traceback" not in err
    assert squeezed(SAY("internal").partition("{")[0]) not in squeezed(err), err
    assert code in (1, 2)
    assert err.strip()
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", err)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_case_ends_in_a_plain_sentence(
    integraal: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hostile: Callable[[Path], Path]
) -> None:
    monkeypatch.chdir(tmp_path)
    advice = integraal("advies", hostile(tmp_path))
    _is_plain(advice.returncode, advice.stderr)
    assert advice.stdout == ""


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_instrument_ends_in_a_plain_sentence(
    integraal: Run,
    tmp_path: Path,
    case: Path,
    monkeypatch: pytest.MonkeyPatch,
    hostile: Callable[[Path], Path],
) -> None:
    monkeypatch.chdir(tmp_path)
    advice = integraal("advies", case, "--instrument", hostile(tmp_path))
    _is_plain(advice.returncode, advice.stderr)
    assert advice.stdout == ""


# An interview may make a new file; and beside these it would, outside the folder of the test.
ELSEWHERE = ("nothing", "link-to-nothing", "root", "device", "endless-device")
FOR_AN_INTERVIEW = {name: make for name, make in HOSTILE.items() if name not in ELSEWHERE}


@pytest.mark.parametrize("hostile", FOR_AN_INTERVIEW.values(), ids=FOR_AN_INTERVIEW)
def test_hostile_case_for_an_interview_ends_in_a_plain_sentence(
    integraal: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hostile: Callable[[Path], Path],
) -> None:
    monkeypatch.chdir(tmp_path)
    done = integraal("reflecteer", "--casus", hostile(tmp_path), stdin="een\n")
    _is_plain(done.returncode, done.stderr)
    assert done.stdout == ""


@pytest.mark.parametrize(
    "target", ["map", ".", "/", "er/niet/advies.md", "advies.txt/x", "a" * 300, ""]
)
def test_output_that_cannot_be_written_ends_in_a_plain_sentence(
    integraal: Run, tmp_path: Path, case: Path, target: str
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "advies.txt").write_text("")
    advice = integraal("advies", case, "-o", target, "--overschrijf")
    _is_plain(advice.returncode, advice.stderr)
    assert (tmp_path / "map").is_dir()


@pytest.mark.parametrize(
    "arguments",
    [
        ("advies", "a\0b"),
        ("advies", "-i", "a\0b", CASE),
        ("advies", "-o", "a\0b", CASE),
        ("checklist", "a\0b"),
        ("checklist", "--casus", "a\0b"),
        ("reflecteer", "--casus", "a\0b"),
    ],
)
def test_nul_in_a_name_ends_in_a_plain_sentence(
    integraal: Run, case: Path, arguments: tuple[str, ...]
) -> None:
    # No shell can pass a NUL on; another program that calls us can.
    done = integraal(*arguments)
    _is_plain(done.returncode, done.stderr)


def test_case_that_may_not_be_read_is_said(tmp_path: Path, case: Path) -> None:
    case.chmod(0)
    advice = run_like_anybody(tmp_path, "advies", case)
    _is_plain(advice.returncode, advice.stderr)


def test_folder_that_may_not_be_entered_is_said(tmp_path: Path, case: Path) -> None:
    (tmp_path / "dicht").mkdir(mode=0)
    for option in ((), ("--instrument",), ("-o",)):
        advice = run_like_anybody(tmp_path, "advies", case, *option, "dicht/x")
        _is_plain(advice.returncode, advice.stderr)


@pytest.mark.parametrize("stream", [0, 1], ids=["stdin", "stdout"])
def test_stream_that_was_closed_ends_in_a_plain_sentence(
    tmp_path: Path, case: Path, stream: int
) -> None:
    name = "-" if stream == 0 else case
    code, _, err = ended(start(tmp_path, "advies", name, before=lambda: os.close(stream)))
    _is_plain(code, err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("advies", CASE), ("--help",), (), ("--version",)])
def test_stdout_on_a_full_disk_ends_in_a_plain_sentence(
    tmp_path: Path, case: Path, arguments: tuple[str, ...]
) -> None:
    done = _on_a_full_disk(tmp_path, "-m", "integraal", *arguments)
    _is_plain(done.returncode, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_what_was_left_unwritten_before_the_start_ends_so_too(tmp_path: Path) -> None:
    before = "import sys; sys.stdout.write('x' * 500); sys.argv = ['integraal', '--help']"
    start_it = "from integraal.__main__ import main; sys.exit(main())"
    done = _on_a_full_disk(tmp_path, "-c", f"{before}; {start_it}")
    _is_plain(done.returncode, done.stderr)


def _on_a_full_disk(folder: Path, *python: str) -> subprocess.CompletedProcess[str]:
    with Path("/dev/full").open("w") as full:
        return subprocess.run(
            [sys.executable, *python],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            check=False,
            timeout=120,
            # Empty is off: what is printed then waits, and fails once more later.
            env=os.environ | {"PYTHONUNBUFFERED": ""},
        )


# --- Wrong usage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["txt", "md", "html", "pdf", "docx"])
@pytest.mark.parametrize("reader", ["professional", "gezin"])
def test_several_languages_stand_after_each_other_in_one_file(
    integraal: Run, case: Path, tmp_path: Path, reader: str, ending: str
) -> None:
    file = tmp_path / f"advies.{ending}"
    done = integraal("advies", case, "--taal", "nl,fr", "--voor", reader, "-o", file.name)
    assert done.returncode == 0
    if ending == "pdf":
        text = words_in(file.read_bytes())
    elif ending == "docx":
        text = squeezed("".join(docx_texts(file)))
    else:
        text = squeezed(re.sub("<[^>]*>", "", html.unescape(file.read_text("utf-8"))))
    honest = [squeezed(Words(each)(HONEST[reader])) for each in ("nl", "fr")]
    assert 0 <= text.find(honest[0]) < text.find(honest[1])


HONEST = {"professional": "honest.nobody", "gezin": "reader.honest.nobody"}


def docx_texts(file: Path) -> Iterator[str]:
    """Give all that is written in a Word file."""
    parts = docx.Document(str(file)).element.iter()
    return (part.text or "" for part in parts if str(part.tag).endswith("}t"))


def test_what_is_said_besides_is_said_in_the_first_of_them(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / "C-1.yaml", {"direct_gevaar": "ja", "md_gesprek": "gevoerd"})
    done = integraal("advies", "C-1.yaml", "--taal", "nl,fr", "--voor", "tafel", "-o", "blad.pdf")
    assert squeezed(SAY("reader.in_danger")) in squeezed(done.stderr)
    assert squeezed(Words("fr")("reader.in_danger")) not in squeezed(done.stderr)


def test_data_has_an_object_for_each_language(integraal: Run, case: Path) -> None:
    lines = integraal("advies", case, "-f", "json", "--taal", "fr,nl").stdout.splitlines()
    assert [json.loads(line)["language"] for line in lines] == ["fr", "nl"]


def test_where_a_reader_has_no_page_there_is_none_in_any_language(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / "C-1.yaml", {"md_gesprek": "niet_veilig"})
    done = integraal("advies", "C-1.yaml", "--taal", "nl,fr", "--voor", "gezin", "-o", "blad.pdf")
    assert (done.returncode, (tmp_path / "blad.pdf").exists()) == (1, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("advies",), SAY("usage.missing", name="CASUS")),
        (("advies", "-z", CASE), SAY("usage.no_such_option", option="-z")),
        (("advies", CASE, "--frmaat", "json"), SAY("remedy.did_you_mean", suggestion="--formaat")),
        (("advies", CASE, "--formaat"), SAY("usage.needs_value", option="--formaat")),
        (("advies", CASE, "--formaat", "pdff"), "terminal, markdown, json"),
        (("advies", CASE, "--voor", "iedereen"), "professional, tafel, gezin, kind"),
        (("advies", CASE, "--taal", "de"), "nl, en, fr"),
        (("advies", CASE, "--taal", ""), "nl, en, fr"),
    ],
)
def test_wrong_usage_is_said_with_the_way_out(
    integraal: Run, case: Path, arguments: tuple[str, ...], said: str
) -> None:
    advice = integraal(*arguments)
    assert (advice.returncode, advice.stdout) == (2, "")
    assert said in advice.stderr
    assert SAY("usage.help", command="integraal advies") in advice.stderr


def test_nothing_but_stderr_tells_a_reader_of_json_that_a_case_failed(
    integraal: Run, broken: Path
) -> None:
    advice = integraal("advies", broken, "-f", "json")
    assert (advice.returncode, advice.stdout) == (1, "")


def test_advice_leaves_the_case_as_it_was(integraal: Run, case: Path) -> None:
    before = (case.read_bytes(), case.stat().st_mtime_ns)
    integraal("advies", case)
    assert (case.read_bytes(), case.stat().st_mtime_ns) == before
    assert answers_in(case)["gezinsleden"] == "drie_of_meer"


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_the_table_the_professional_is_somebody_else(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    said = Words(language)
    answers = {"gezinsleden": "twee", "samenwerking_gezin": "connectie"}
    write_case(tmp_path / "C-1.yaml", answers | {"samenwerking_professional": "cooperatie"})
    own, table = (
        squeezed(integraal("advies", "C-1.yaml", "--taal", language, *more).stdout)
        for more in ((), ("--voor", "tafel"))
    )
    begins = {
        who: said(f"estimate.{who}_higher", level="|").partition("|")[0]
        for who in ("professional", "helper")
    }
    to_own = (begins["professional"], said("reason.your_answers"), said("estimate.differ"))
    to_table = (begins["helper"], said("reason.answers"), said("estimate.helper_differ"))
    for page, there, absent in ((own, to_own, to_table), (table, to_table, to_own)):
        assert [text for text in there if squeezed(text) not in page] == []
        assert [text for text in absent if squeezed(text) in page] == []


def test_a_child_finds_its_own_line_first(integraal: Run, tmp_path: Path) -> None:
    for land, own in (("nl", "De Kindertelefoon"), ("be", "Awel")):
        write_case(tmp_path / "C-1.yaml", {"gezinsleden": "een"}, about=f"land: {land}\n")
        page = squeezed(integraal("advies", "C-1.yaml", "--voor", "kind").stdout)
        lines = page[page.index(squeezed(Words("nl")("reader.lines"))) :]
        assert lines.index(squeezed(own)) < lines.index("112")


def test_a_number_without_a_name_is_called_in_the_language_of_the_page(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / "C-1.yaml", {"direct_gevaar": "ja"})
    for language, name in (("nl", "Noodnummer"), ("en", "Emergency number"), ("fr", "Numéro")):
        page = squeezed(integraal("advies", "C-1.yaml", "--taal", language).stdout)
        assert squeezed(f"112 {name}") in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_whether_help_may_be_refused_is_said_as_the_frame_is(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    said = Words(language)
    about = {
        "gezin": ("family.voluntary", "family.maybe_voluntary", "family.compulsory"),
        "kind": ("child.compulsory",),
    }
    for frame, true in (
        ("vrijwillig", "family.voluntary"),
        ("weet_niet", "family.maybe_voluntary"),
        ("gedwongen_jeugd", "compulsory"),
    ):
        write_case(tmp_path / "C-1.yaml", {"kader": frame})
        for reader, keys in about.items():
            done = integraal("advies", "C-1.yaml", "--taal", language, "--voor", reader)
            told = [key for key in keys if squeezed(said(key)) in squeezed(done.stdout)]
            assert told == [key for key in keys if key.endswith(true)]


# --- Definitions ----------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", ["tafel", "gezin", "kind"])
def test_no_page_for_others_names_a_definition(integraal: Run, tmp_path: Path, reader: str) -> None:
    """Whether it rests on something sensitive or not: only professionals are told the rules."""
    good = ROOT / "tests" / "instruments" / "good" / "definities.yaml"
    told = good.read_text(encoding="utf-8")
    told = told.replace("je met wie er komt.\n", "je met wie er komt.\n    for_family: Deel het.\n")
    told = told.replace("name: Gezondheid\n", "name: Gezondheid\n        sensitive: true\n")
    named = tmp_path / "definities.yaml"
    named.write_text(told, encoding="utf-8")
    answers = {"kou": "ernstig", "rekeningen": "ernstig", "buren": "nee", "al_eerder": "ja"}
    case = write_case(tmp_path / "koud.yaml", answers)
    whole = squeezed(integraal("advies", case, "-i", named, "--waarom").stdout)
    assert "Zwarezorgen:Vankou" in whole
    page = integraal("advies", case, "-i", named, "--voor", reader)
    assert page.returncode == 0
    assert "Zwarezorgen:" not in squeezed(page.stdout)
    assert integraal("advies", case, "-i", named, "--voor", reader, "--waarom").returncode == 2


def test_a_role_has_a_page_of_its_own(integraal: Run) -> None:
    case = str(ROOT / "data" / "voorbeelden" / "procesregie" / "stien-en-aad.yaml")
    done = integraal("advies", case, "--rol", "lokaal-team", "--taal", "nl,fr")
    assert done.returncode == 0
    assert "De professional van het lokale team" in done.stdout
    assert "Ce que je transmets" in done.stdout


@pytest.mark.parametrize("more", [("--voor", "gezin"), ("--waarom",)])
def test_a_role_stands_alone(more: tuple[str, ...], integraal: Run) -> None:
    case = str(ROOT / "data" / "voorbeelden" / "procesregie" / "stien-en-aad.yaml")
    done = integraal("advies", case, "--rol", "lokaal-team", *more)
    assert done.returncode == 2
    assert "een rol heeft een eigen blad" in done.stderr


def test_a_role_as_data_says_what_is_mine_and_whose_the_rest_is(
    integraal: Run, tmp_path: Path
) -> None:
    given = {"professional_betrokken": "ja", "kader": "vrijwillig", "verwijsroute": "medisch"}
    given |= {"meer_problemen": "ja", "overleg_met_gezin": "niet_gewenst", "veiligheid": "zorg"}
    case = write_case(tmp_path / "r.yaml", given, about="land: nl\n")
    told = {}
    for role in ("behandelaar", "lokaal-team"):
        command = ("advies", case, "-i", "procesregie", "--rol", role, "--formaat", "json")
        told[role] = json.loads(integraal(*command).stdout)
    mine, theirs = told["behandelaar"], told["lokaal-team"]
    assert (mine["schema"], mine["role"]["id"]) == ("integraal/rol/1", "behandelaar")
    assert mine["role"]["hands_over"]
    [weighs] = mine["actions"]["mine"]
    assert weighs["who"] == ["behandelaar"]
    assert weighs in theirs["actions"]["others"]
    assert theirs["actions"]["mine"] == []
    assert mine["urgent"] == theirs["urgent"] != []
    # Nothing of the advice is lost between the parts.
    data = json.loads(integraal("advies", case, "-i", "procesregie", "--formaat", "json").stdout)
    first = {each["id"] for each in data["urgent"]}
    parts = [each["id"] for part in mine["actions"].values() for each in part]
    assert {each["id"] for each in data["actions"]} - first == set(parts)


def test_where_there_are_no_roles_the_command_that_has_them_is_named(integraal: Run) -> None:
    case = str(ROOT / "data" / "voorbeelden" / "marina.yaml")
    done = integraal("advies", case, "--rol", "lokaal-team")
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert "alleen procesregie heeft rollen" in said
    assert "integraal advies CASUS -i procesregie --rol lokaal-team" in said
