"""Make the pictures of the README and the handleiding from the real program.

Run: `.venv/bin/python docs/make_pictures.py`. Pages on paper need `pdftoppm` (poppler-utils),
the form in a browser what stands in `tests/browser/package.json`, and Chromium.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = Path(__file__).parent / "pictures"
WIDTH = 84
ROWS = 130


def picture(
    arguments: list[str], keys: list[str], folder: str, name: str, lines: int = ROWS
) -> None:
    """Run integraal on a terminal, press keys, and keep the first lines of what it shows."""
    rows = ROWS
    screen = pyte.Screen(WIDTH, rows)
    stream = pyte.ByteStream(screen)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "integraal", *arguments],
        dimensions=(rows, WIDTH),
        cwd=folder,
        # pyte does not answer when asked where its cursor is; real terminals do.
        env={
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "TERM": "xterm-256color",
            "PATH": "/usr/bin:/bin",
            "HOME": str(Path.home()),
        },
    )
    for key in [*keys, ""]:
        _settle(child, stream)
        child.send(key)
    _settle(child, stream)
    child.close(force=True)
    console = Console(width=WIDTH, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    last = max(n for n in range(rows) if screen.display[n].strip())
    for number in range(min(last + 1, lines)):
        console.print(_line(screen, number))
    console.save_svg(str(PICTURES / name), title=f"integraal {' '.join(arguments)}")


def pages(arguments: list[str], name: str, *, grey: bool = False) -> None:
    """Print pages on paper, and take a picture of each side."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        command = [
            sys.executable,
            "-m",
            "integraal",
            *arguments,
            "--formaat",
            "pdf",
            "-o",
            str(file),
        ]
        subprocess.run(command, check=True, cwd=ROOT)
        drawn = ["pdftoppm", "-r", "80", "-png", *(["-gray"] if grey else [])]
        subprocess.run([*drawn, str(file), str(PICTURES / name)], check=True)


def form() -> None:
    """Make the form that lies ready, and take a picture of it on a computer and on a telephone."""
    ready = ROOT / "docs" / "formulier.html"
    command = [sys.executable, "-m", "integraal", "export", "formulier"]
    subprocess.run([*command, "-o", str(ready), "--overschrijf"], check=True, cwd=ROOT)
    form_pictures(ready, PICTURES)


def form_pictures(ready: Path, folder: Path, chromium: str = "/usr/bin/chromium") -> None:
    """Take pictures of a form in which a case is half answered, wide and narrow."""
    answers = (
        *(("direct_gevaar", "nee"), ("veiligheid", "geen_zorg"), ("brede_blik", "ja")),
        *(("gezinsleden", "twee"), ("leefgebieden", "wonen"), ("leefgebieden", "financien")),
    )
    steps: list[tuple[object, ...]] = [("open", ready.as_uri(), 1280), ("name", "C-12")]
    steps += [("tick", question, option) for question, option in answers]
    for width, name in ((1280, "breed"), (390, "smal")):
        picture_of = str(folder / f"formulier-{name}.png")
        steps += [("width", width), ("top",), ("picture", picture_of)]
    in_browser(steps, folder, chromium)


def care_map() -> None:
    """Take pictures of the map of the example: on paper in two languages, and searched in."""
    network = ["kaart", "data/regio/voorbeeldnetwerk.yaml", "--stil"]
    pages([*network, "--taal", "nl,fr"], "kaart", grey=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kaart.html"
        command = [sys.executable, "-m", "integraal", *network, "-o", str(file)]
        subprocess.run(command, check=True, cwd=ROOT)
        found = str(PICTURES / "kaart-zoeken.png")
        in_browser(
            [("open", file.as_uri(), 390), ("type", "input", "hulpverlening"), ("picture", found)]
        )


def in_browser(
    steps: list[tuple[object, ...]], folder: Path = PICTURES, chromium: str = "/usr/bin/chromium"
) -> None:
    """Do these things in a browser, and take pictures."""
    subprocess.run(
        [shutil.which("node") or "node", "form.mjs", chromium, str(folder)],
        cwd=ROOT / "tests" / "browser",
        input=json.dumps(steps),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _settle(child: pexpect.spawn, stream: pyte.ByteStream) -> None:
    """Read until the screen has been quiet for a moment."""
    quiet = time.monotonic() + 1.5
    while time.monotonic() < quiet:
        try:
            stream.feed(child.read_nonblocking(65536, timeout=0.2))
            quiet = time.monotonic() + 0.8
        except pexpect.TIMEOUT:
            continue
        except pexpect.EOF:
            return


def _line(screen: pyte.Screen, number: int) -> Text:
    line = Text()
    for column in range(WIDTH):
        cell = screen.buffer[number][column]
        colour = cell.fg if cell.fg != "default" else ""
        line.append(cell.data, style=f"{'bold ' if cell.bold else ''}{colour}".strip())
    line.rstrip()
    return line


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    form()
    care_map()
    pages(["checklist"], "formulier")
    pages(["checklist", "meldcode"], "meldcode", grey=True)
    examples = [f"data/voorbeelden/{name}" for name in ("C-2041", "C-1107", "verloop/C-4210")]
    meeting = [f"{example}.yaml" for example in examples]
    pages(["agenda", *meeting, "--begin", "14:00"], "agenda", grey=True)
    views = [
        f"data/voorbeelden/vergelijken/{name}.yaml" for name in ("gezin", "school", "wijkteam")
    ]
    pages(["vergelijk", *views], "verschillen", grey=True)
    couple = "data/voorbeelden/procesregie/stien-en-aad.yaml"
    pages(["advies", couple, "--rol", "behandelaar"], "rol", grey=True)
    pages(["checklist", "--voor", "gezin"], "gesprek")
    pages(["advies", "data/voorbeelden/marina.yaml", "--voor", "kind"], "kind")
    pages(["advies", "data/voorbeelden/marina.yaml"], "advies")
    pages(["advies", "data/voorbeelden/marina.yaml", "--voor", "gezin"], "gezin")
    picture(["advies", "data/voorbeelden/marina.yaml"], [], str(ROOT), "advies.svg", 66)
    with tempfile.TemporaryDirectory() as empty:
        answers = ["3\r", "3\r", "\x1b[B\x1b[B"]
        picture(["reflecteer", "--casus", "C-1.yaml"], answers, empty, "reflecteer.svg")
