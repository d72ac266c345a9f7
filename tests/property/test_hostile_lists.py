"""Whatever a list or a directory of services is: each row taken or refused, soon, and only shown.

Each file is made up from its number, so that a failing one can be made again by that number.
"""

import csv
import json
import random
import re
import zipfile
from io import StringIO
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from integraal.exchange.services.hsds import hsds
from integraal.exchange.services.hsds_tables import package
from integraal.exchange.services.service_list import list_workbook
from integraal.reading.library import data_folder
from integraal.words.words import Words
from tests.counts import TIMES, times
from tests.in_process import run_in_process
from tests.network.sixty import SIXTY
from tests.property.test_hostile_tables import NASTY, OBEYED

COUNT = 30 if TIMES == 1 else times(150)
SECONDS = 10
HEAD = ["Dienst", "Waarvoor", "Organisatie", "Sector", "Talen", "Wachttijd in weken", "Contact"]
GOOD = ["Loket", "wonen", "De Brug (verzonnen)", "welzijn", "nl; fr", "", "balie"]
COUNTED = re.compile(r": rijen gelezen ([\d.]+), opgenomen ([\d.]+), geweigerd (\d[\d.]*\d|\d)")
PERSON = "0470 12 34 56"
NETWORK = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
ODD: tuple[Any, ...] = (None, True, 1e308, [], {}, [[]], "", "\ud800", 10**30, [None], {"id": {}})


def nasty(chance: random.Random) -> str:
    """A cell that nobody wants."""
    return chance.choice((*NASTY, PERSON, "Onbekend; wonen", "2026-02-31", "-1", "a" * 70_000))


def table(chance: random.Random) -> list[list[str]]:
    """A list with nasty cells in some of its places, its head among them."""
    rows = [list(HEAD), *([f"Loket {n}", *GOOD[1:]] for n in range(chance.choice((0, 1, 8))))]
    for row in rows:
        for at in range(len(row)):
            if chance.random() < 0.15:
                row[at] = nasty(chance)
        if chance.random() < 0.1:
            row.append(nasty(chance))
    return rows


def spoilt(data: Any, chance: random.Random) -> Any:
    """Data with something odd in some of its places."""
    if chance.random() < 0.02:
        return chance.choice((*ODD, nasty(chance)))
    if isinstance(data, dict):
        return {key: spoilt(value, chance) for key, value in data.items() if chance.random() > 0.01}
    return [spoilt(each, chance) for each in data] if isinstance(data, list) else data


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Bytes of which some are others, or that end too soon."""
    if chance.random() < 0.5:
        return raw[: chance.randrange(len(raw) + 1)]
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def made(folder: Path, chance: random.Random) -> str:
    """Write a hostile file; tell its name."""
    kind = chance.choice(("csv", "csv", "csv", "xlsx", "json", "json", "zip", "yaml", "map"))
    path = folder / f"in.{kind}"
    match kind:
        case "csv":
            out = StringIO()
            csv.writer(out, delimiter=chance.choice(";,\t")).writerows(table(chance))
            raw = out.getvalue().encode(chance.choice(("utf-8", "cp1252", "utf-16")), "replace")
        case "xlsx":
            raw = list_workbook(SIXTY, (), Words("nl"))
        case "json":
            raw = json.dumps(spoilt(hsds(SIXTY, {}), chance)).encode()
        case "zip":
            raw = package(hsds(SIXTY, {}), "x")
        case "yaml":
            raw = NETWORK.read_bytes()
        case _:
            return made_folder(folder / "map", chance)
    is_damaged = kind in ("xlsx", "zip", "yaml") or chance.random() < 0.1
    path.write_bytes(damaged(raw, chance) if is_damaged and raw else raw)
    return path.name


def made_folder(path: Path, chance: random.Random) -> str:
    """Write tables of HSDS of which one is damaged."""
    path.mkdir()
    (path.parent / "x.zip").write_bytes(package(hsds(SIXTY, {}), "x"))
    with zipfile.ZipFile(path.parent / "x.zip") as parts:
        for name in parts.namelist():
            raw = parts.read(name)
            (path / name).write_bytes(damaged(raw, chance) if chance.random() < 0.2 else raw)
    return path.name


@pytest.mark.parametrize("number", range(COUNT))
def test_each_row_is_taken_or_refused_and_nothing_breaks_or_hangs(
    number: int, tmp_path: Path
) -> None:
    chance = random.Random(number)
    name = made(tmp_path, chance)
    more = chance.choice(((), ("--kolommen", "kolommen.yaml")))
    begin = process_time()
    done = run_in_process(tmp_path, "netwerk", name, "-o", "uit.yaml", *more)
    took, said = process_time() - begin, done.stdout + done.stderr
    assert done.returncode in (0, 1, 2), said
    assert "Traceback" not in said
    assert not OBEYED.search(said.replace("\r\n", "\n")), said
    assert took < SECONDS, took
    for counts in COUNTED.findall(said):
        rows, taken, refused = (int(each.replace(".", "")) for each in counts)
        assert rows == taken + refused
        assert (refused > 0) <= (done.returncode == 1)
    if name != "in.yaml":
        assert PERSON not in said
    if (tmp_path / "uit.yaml").exists():
        shown = run_in_process(tmp_path, "kaart", "uit.yaml", "wonen", "--stil")
        assert shown.returncode in (0, 1), shown.stderr
        assert "error[" not in shown.stderr
