"""A command that runs in this process does what a process of its own does, and leaves no trace."""

import locale
import os
import shutil
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

import pytest

from integraal.cli import app
from integraal.reading.library import data_folder
from tests.cli.processes import run_as_process
from tests.conftest import ROOT
from tests.in_process import run_in_process

# --- A leak is seen, and goes no further ----------------------------------------------------------

_LEAKED: ContextVar[str] = ContextVar("leaked")
_ENDED = threading.Event()


def _other_stream() -> None:
    sys.stdout = sys.stderr


def _other_hook() -> None:
    sys.excepthook = lambda *_: None


LEAKS: dict[str, Callable[[], object]] = {
    "folder": lambda: os.chdir("/"),
    "environment": lambda: os.environ.update(LEAKED="ja"),
    "streams": _other_stream,
    "arguments": lambda: sys.argv.append("erbij"),
    "filters of warnings": lambda: warnings.simplefilter("ignore"),
    "handlers of signals": lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN),
    "hook for exceptions": _other_hook,
    "locale": lambda: locale.setlocale(locale.LC_ALL, "POSIX"),
    "context variables": lambda: _LEAKED.set("ja"),
    "threads": lambda: threading.Thread(target=_ENDED.wait, daemon=True).start(),
    "temporary files": tempfile.mkdtemp,
}


def _found() -> list[object]:
    """What a leak could have changed in this process."""
    handlers = [signal.getsignal(number) for number in signal.valid_signals()]
    process = [Path.cwd(), dict(os.environ), list(sys.argv), locale.setlocale(locale.LC_ALL)]
    streams = [sys.stdin, sys.stdout, sys.stderr, sys.excepthook]
    return [*process, *streams, list(warnings.filters), handlers, tempfile.gettempdir()]


@pytest.mark.parametrize("kind", LEAKS)
def test_what_a_command_leaves_behind_is_seen_and_cleared_away(tmp_path: Path, kind: str) -> None:
    def leaky(arguments: object) -> int:
        LEAKS[kind]()
        return 0

    before = _found()
    _ENDED.clear()
    try:
        with pytest.raises(AssertionError, match=f"'{kind}'"):
            run_in_process(tmp_path, main=leaky)
    finally:
        _ENDED.set()
    assert _found() == before
    assert _LEAKED.get(None) is None


def test_a_command_that_fails_with_an_exception_leaves_nothing_either(tmp_path: Path) -> None:
    def failing(arguments: object) -> int:
        os.chdir("/")
        raise ZeroDivisionError

    before = _found()
    with pytest.raises(ZeroDivisionError):
        run_in_process(tmp_path, main=failing)
    assert _found() == before


# --- Twice in one process is twice the same, and what a process of its own does -------------------

CASE, OTHER = "data/voorbeelden/C-2041.yaml", "data/voorbeelden/C-3007.yaml"
AUTHORED = str(ROOT / "tests" / "cases" / "meldcode")
SHIPPED = "voor-wie-doen-we-wat"
NETWORK = "data/regio/voorbeeldnetwerk.yaml"
TABLE = "casus,leefgebieden\nC-1,wonen;werk\nC-2,onzin\n"
COMMANDS: dict[str, tuple[tuple[str, ...], str]] = {
    "welcome": ((), ""),
    "version": (("--version",), ""),
    "help": (("advies", "--help"), ""),
    "no such command": (("advice",), ""),
    "an option twice": (("advies", CASE, "-i", "a", "-i", "b"), ""),
    "no such file": (("advies", "er-niet.yaml"), ""),
    "advice": (("advies", CASE, OTHER), ""),
    "advice in JSON": (("advies", CASE, "-f", "json"), ""),
    "advice on what is piped in": (("advies", "-"), "casus: C-1\n"),
    "reasons": (("advies", CASE, "--waarom"), ""),
    "smallest step": (("advies", CASE, "--kleinste-stap"), ""),
    "over the input": (("advies", CASE, "-o", CASE, "--overschrijf"), ""),
    "course": (("verloop", CASE), ""),
    "comparison": (("vergelijk", CASE, OTHER, "-f", "markdown"), ""),
    "agenda": (("agenda", CASE, OTHER, "--begin", "14:00"), ""),
    "form": (("checklist", "meldcode"), ""),
    "list": (("instrumenten",), ""),
    "levels": (("niveaus",), ""),
    "map of a network": (("kaart", NETWORK, "schulden"), ""),
    "nothing on the map": (("kaart", NETWORK, "zwembad", "-f", "json"), ""),
    "what recurs at meetings": (("overleg", NETWORK), ""),
    "meetings of a year": (("overleg", NETWORK, "--plan", "--vanaf", "2026-12-01"), ""),
    "notes of a meeting": (("overleg", "C-1.yaml", "--verslag"), "zz\n"),
    "a network as a list": (("netwerk", NETWORK, "-f", "csv"), ""),
    "translation": (("vertaal", "meldcode", "en"), ""),
    "rules as SQL": (("export", "sql"), ""),
    "interview": (("reflecteer", "meldcode"), "1\nwaarom\nterug\nzz\n"),
    "interview that is kept": (("reflecteer", "--casus", "C-1.yaml"), "twee\n2\nstop\n"),
    "codes": (("reflecteer", "voor-wie-doen-we-wat", "--codes", "--casus", "C-2.yaml"), "B2c B4?"),
    "agreements": (("afspraak", CASE), "Plan maken\nwijkteam\n2062-01-15\n\n"),
    "agreements from stdin": (("afspraak", CASE, "-"), "Bellen / school\nzz\n"),
    "list of agreements": (("afspraak", CASE, "--lijst"), ""),
    "decision": (("besluit", CASE, "-"), "2 / het gezin wil rust / ouders\n"),
    "table": (("batch", "-", "-", "--stil", "--overschrijf"), TABLE),
    "signals": (("signalen", "-"), TABLE),
    "an author's cases": (("test", AUTHORED, "--zonder-mutaties"), ""),
    "versions": (("vergelijk-versies", SHIPPED, SHIPPED, CASE, OTHER), ""),
    "what is kept": (("bewaar", "data"), ""),
    "what is about one case": (("bewaar", "data", "--over", "C-2041"), ""),
    "removing nothing": (("bewaar", "data", "--wis", "C-2041"), "nee\n"),
    "sheets of no study": (("panel", "vellen", "er-niet"), ""),
    "ratings of no study": (("panel", "lees", "er-niet"), ""),
    "cases of a study": (("panel", "kies", "kruispunt-doorstroom", "-o", "studie"), ""),
    "no study to report on": (("panel", "verslag", "er-niet"), ""),
    "no study to practise on": (("panel", "oefen", "er-niet"), ""),
    "control": (("controleer", CASE, "onzin.yaml"), ""),
}


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Callable[[], Path]:
    """Make a folder with two cases in it, under one name wherever it is."""

    def made() -> Path:
        folder = tmp_path_factory.mktemp("place")
        for name in (CASE, OTHER):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((examples / path.name).read_bytes())
        (folder / NETWORK).parent.mkdir(parents=True)
        shutil.copy(data_folder() / "regio" / Path(NETWORK).name, folder / NETWORK)
        (folder / "onzin.yaml").write_text("schema: integraal/region/1\nid: 3\n", "utf-8")
        return folder

    return made


@pytest.mark.parametrize("named", COMMANDS)
def test_a_command_says_the_same_in_this_process_in_the_next_and_after_another_language(
    place: Callable[[], Path], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a test beside this one killed is cleared away, and said, by whoever comes first.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    arguments, stdin = COMMANDS[named]
    apart, first, between, last = (place() for _ in range(4))
    own = run_as_process(apart, *arguments, stdin=stdin, env={"TMPDIR": str(tmp_path)})
    runs = {}
    for folder, language in ((first, ""), (between, "fr"), (last, "")):
        env = {"INTEGRAAL_TAAL": language}
        runs[folder] = run_in_process(folder, *arguments, stdin=stdin, env=env)
    wanted = (own.returncode, own.stdout, own.stderr, _files(apart))
    for folder in (first, last):
        done = runs[folder]
        assert (done.returncode, done.stdout, done.stderr, _files(folder)) == wanted


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_the_list_holds_every_command() -> None:
    assert {arguments[0] for arguments, _ in COMMANDS.values() if arguments} >= set(app.COMMANDS)
