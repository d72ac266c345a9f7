"""Whoever is in a text, a name or a file: nothing of them is repeated, soon, and only shown.

Each is made up from its number, so that a failing one can be made again by that number.
"""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from time import process_time

import pytest

from tests.conftest import ROOT
from tests.counts import times
from tests.in_process import run_in_process

COUNT = times(100)
GROUP = 10
"""So many of them are one test."""
SECONDS = 10
OBEYED = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HEAD = "schema: integraal/casus/1\ncasus: C-1\n"
REGION = (ROOT / "data" / "regio" / "voorbeeldregio.yaml").read_text("utf-8")
NETWORK = (ROOT / "data" / "regio" / "voorbeeldnetwerk.yaml").read_text("utf-8")

NOTED = """\
meetings:
  - on: 2026-03-10
    themes:
      - theme: wachttijden
        brought_by: [caw]
    agreements:
      - what: bellen
        who: ocmw
"""
TYPED = 0.5
"""Of all notes, how many are typed with the command."""
FIRST = ("Jansen", "Peeters", "Vermeulen", "Dijkstra", "Janssens", "Hendriks")
REFUSED: tuple[Callable[[random.Random], str], ...] = (
    lambda chance: f"06{chance.randrange(10**7, 10**8)}",
    lambda chance: f"+32 470 {chance.randrange(10, 99)} {chance.randrange(10, 99)} 17",
    lambda chance: f"x{chance.randrange(999)}.{chance.choice(FIRST).lower()}@voorbeeld.invalid",
    lambda chance: chance.choice(("111222333", "123456782", "1112.22.333")),
    lambda chance: f"Kerkstraat {chance.randrange(2, 400)}",
    lambda chance: (
        f"geb. {chance.randrange(1, 28)}-{chance.randrange(1, 12)}-201{chance.randrange(9)}"
    ),
    lambda _: "BE68 5390 0754 7034",
    lambda chance: f"dossiernummer {chance.randrange(10**5, 10**6)}",
    lambda chance: f"1-ABC-{chance.randrange(100, 999)}",
)
"""What is refused wherever it stands; plainly made up."""
DOUBTED: tuple[Callable[[random.Random], str], ...] = (
    lambda chance: f"mevrouw {chance.choice(FIRST)}",
    lambda chance: f"gezin {chance.choice(FIRST)}",
    lambda chance: f"Dhr. {chance.choice(FIRST)}",
)
ODD = (
    *(
        "\x1b[31m",
        "\x1b]0;titel\x07",
        "\u202e",
        "\u200b",
        "\x85",
        "\t",
        "'",
        '"',
        "\\",
        "{x}",
        "%s",
    ),
    *(
        "# ",
        ": ",
        "- ",
        "[",
        "}",
        "&a ",
        "*a",
        "!!x ",
        "| ",
        "> ",
        "~",
        "@",
        "`",
        "=1+1",
        "<b>",
        "\0",
    ),
    *("", "", "", "", "é" * 40, "1 " * 200, "()" * 200, "a" * 500, "9" * 60, "-" * 300),
)
"""What may stand beside it: what a terminal obeys, what YAML minds, what makes a search slow."""


def _said(chance: random.Random) -> tuple[str, str]:
    """A text, and what of it is never repeated."""
    found = chance.choice((*REFUSED, *REFUSED, *DOUBTED))(chance)
    before, behind = (chance.choice(ODD) for _ in range(2))
    return f"{before} bel {found} morgen {behind}", found


def _case(folder: Path, text: str) -> Path:
    path = folder / "C-1.yaml"
    path.write_bytes(text.encode("utf-8", "replace"))
    return path


def _answer(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    question = chance.choice(("draaglast", "wat_nodig", "veiligheid", said[:30]))
    quote = chance.choice(("", "", "'", '"'))
    case = _case(folder, f"{HEAD}answers:\n  {question}: {quote}{said}{quote}\n")
    return (*_reading(chance), case)


def _remark(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    behind = chance.choice(("", "casus: C-2 ", "answers: {draaglast: zwaar} ", "  - x "))
    return (*_reading(chance), _case(folder, f"{HEAD}{behind}# {said}\n"))


def _agreement(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    quoted = said.replace("'", "''")
    agreed = f"agreements:\n  - what: '{quoted}'\n    who: {chance.choice(('wijkteam', said))}\n"
    return (*_reading(chance), _case(folder, HEAD + agreed))


def _name(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    text = HEAD.replace("C-1", said)
    return (*_reading(chance), _case(folder, f"{text}answers: {{draaglast: zwaar}}\n"))


def _reading(chance: random.Random) -> Sequence[str]:
    whole = "voor-wie-doen-we-wat"
    commands = (("advies",), ("verloop",), ("controleer",), ("vergelijk-versies", whole, whole))
    return chance.choice((("advies",), *commands))


def _file(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    if re.search("mevrouw|gezin|Dhr", said):  # people must know which file is meant: no doubt
        return _answer(folder, chance, said)
    middle = said[said.index(" bel ") : said.index(" morgen ")].replace("/", "-")
    name = f"{chance.choice(ODD)[:40]}{middle}".replace("\0", "").lstrip("-")
    (folder / f"{name}.yaml").write_text(HEAD + "draaglast: ja\n", "utf-8")
    return ("advies", f"{name}.yaml")


def _table(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    cell = said.replace('"', "'").replace("\0", "")
    columns = ["casus", "draaglast", "wat_nodig", chance.choice(("team", f'"{cell}"'))]
    rows = [["C-1", "zwaar", "", "Noord"] for _ in range(8)]
    rows[chance.randrange(8)][chance.randrange(4)] = f'"{cell}"'
    path = folder / "in.csv"
    path.write_text("\n".join(map(",".join, (columns, *rows))), "utf-8")
    more = chance.choice(((), ("--groepeer", "team", "--toch"), ("--onbekend", "toestaan")))
    return ("batch", path, *chance.choice((("uit.csv",), ("--controleer",))), *more)


def _supposed(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    said = said.replace("\0", "")
    supposed = chance.choice((f"wat_nodig={said}", f"draaglast={said}", f"{said}=ja", said))
    option = chance.choice(("--wat-als", "--waarom-niet", "--kleinste-stap", "-i"))
    case = _case(folder, f"{HEAD}answers: {{draaglast: zwaar}}\n")
    return ("advies", case, f"{option}={supposed}" if option != "-i" else f"-i{supposed}")


def _region(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    field = chance.choice(("note", "title"))
    text = re.sub(rf"(?m)^{field}: .*$", lambda _: f"{field}: {said}", REGION)
    region = folder / "regio.yaml"
    region.write_bytes(text.encode("utf-8", "replace"))
    case = _case(folder, f"{HEAD}answers: {{volwassen: ja}}\n")
    kruispunt = ("--instrument", "kruispunt-onthaal")
    return chance.choice((("controleer", region), ("advies", case, *kruispunt, "--regio", region)))


def _network(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    field = chance.choice(("note", "title", "    name", "    about", "    access"))
    text = re.sub(rf"(?m)^{field}: .*$", lambda _: f"{field}: {said}", NETWORK, count=1)
    network = folder / "netwerk.yaml"
    network.write_bytes(text.encode("utf-8", "replace"))
    return chance.choice((("controleer", network), ("kaart", network, "wonen")))


def _meeting(folder: Path, chance: random.Random, said: str) -> Sequence[str | Path]:
    """In the notes of a meeting, in its file or with the command."""
    network = folder / "netwerk.yaml"
    field = chance.choice(("theme", "what", "who"))
    text = f"{NETWORK.rstrip()}\n{NOTED}"
    text = re.sub(rf"(?m)( {field}): .*$", lambda found: f"{found[1]}: {said}", text, count=1)
    is_typed = chance.random() < TYPED
    network.write_bytes((NETWORK if is_typed else text).encode("utf-8", "replace"))
    if not is_typed:
        return chance.choice((("controleer", network), ("overleg", network)))
    option = chance.choice(("--thema", "--afspraak", "--sectoren", "--voorzitter", "--datum"))
    typed = f"{said} / caw" if option == "--thema" else said
    return ("overleg", network, "--verslag", f"{option}={typed}".replace("\0", ""))


PLACES = (
    *(_answer, _remark, _agreement, _name, _file, _table, _supposed, _region, _network),
    _meeting,
)


def _piped(folder: Path, chance: random.Random, said: str) -> CompletedProcess[str]:
    line = said.replace("\n", " ")
    lines = chance.choice((line, f"2\n{line}", f"direct_gevaar: {line}", f"nee\ngeen_zorg\n{line}"))
    kept = chance.choice(((), ("--casus", "C-1.yaml")))
    return run_in_process(folder, "reflecteer", "--open-vragen", *kept, stdin=f"{lines}\n")


def _done(folder: Path, number: int) -> tuple[CompletedProcess[str], str]:
    chance = random.Random(number)
    said, found = _said(chance)
    at = chance.randrange(len(PLACES) + 1)
    if at == len(PLACES):
        return _piped(folder, chance, said), found
    return run_in_process(folder, *PLACES[at](folder, chance, said)), found


@pytest.mark.parametrize("first", range(0, COUNT, GROUP))
def test_nothing_of_anybody_is_repeated_and_nothing_hangs_or_breaks(
    first: int, tmp_path: Path
) -> None:
    for number in range(first, first + GROUP):
        folder = tmp_path / str(number)
        folder.mkdir()
        begin = process_time()
        done, found = _done(folder, number)
        took, said = process_time() - begin, done.stderr + done.stdout
        assert done.returncode in (0, 1, 2), (number, said)
        assert "Traceback" not in said, (number, said)
        assert not OBEYED.search(said.replace("\r\n", "\n")), (number, said)
        assert took < SECONDS, (number, took)
        is_shown = _is_kept(done, found) and done.returncode == 0
        assert is_shown or found not in said, (number, found, said)


def _is_kept(done: CompletedProcess[str], found: str) -> bool:
    """Whether it stands on the page of the case itself, where people said that it may: a doubt."""
    return found in done.stdout and found not in done.stderr and not re.search(r"\d", found)
