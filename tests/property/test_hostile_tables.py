"""Whatever a table is, and whatever it is called: an answer or a finding, soon, and only shown.

Each table is made up from its number, so that a failing one can be made again by that number.
"""

import csv
import json
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from tests.counts import TIMES, times
from tests.in_process import run_in_process

COUNT = 40 if TIMES == 1 else times(200)
"""`.ci/long` makes two thousand."""
OBEYED = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""All that a terminal obeys but the end of a line, and what turns the direction of reading."""
NASTY = (
    *("\x1b[31mrood", "\x1b]0;titel\x07", "\x9b2J", "\u202egnp.slx", "\u2066x\u2069", "a\x08b\x7f"),
    *("\u200b", "\ufeff", "\u00a0", "\u00ad", "\u2028", "\x85", "\0", "\r", "\n", "\t", "\\", "'"),
    *('"', '""', '"open', "';--", "{x}", "%s", "$(ls)", "`ls`", "[1]", "*?", "../..", "~", "|"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "<b>", "&amp;", "]]>", "[red]", ";"),
    *(
        "1e3",
        "1e999",
        "-0",
        "nan",
        "0x10",
        "NULL",
        "true",
        "None",
        "9" * 400,
        "1 " * 400,
        "é" * 300,
    ),
    *("geen_van_deze;wonen", "weet_niet", "zwaar", "wonen;werk", "ja", "twee", "C-1", "", " "),
    *("casus", "draaglast", "leefgebieden.wonen", "Draaglast", "draagIast", "level", "urgent"),
    *(
        "integraal: number",
        "integraal_readable",
        "line",
        "given draaglast",
        "group_0",
        "😀👩‍👧",
        "ش",
    ),
)
QUESTIONS = ("draaglast", "leefgebieden", "gezinsleden", "direct_gevaar", "leefgebieden.wonen")
Rows = list[list[str]]


def _text(chance: random.Random) -> str:
    return "".join(chance.choices(NASTY, k=chance.choice((1, 1, 1, 2, 3))))


def made_table(chance: random.Random) -> Rows:
    """Make up names of columns and cells, so that most tables are read to their end."""
    asked = chance.sample(QUESTIONS[:4], k=chance.randint(1, 3))
    head = ["casus", *asked, *(_text(chance) for _ in range(chance.choice((0, 1, 1, 3))))]
    if chance.random() < 0.2:
        head[chance.randrange(len(head))] = _text(chance)
    good = {"draaglast": "zwaar", "leefgebieden": "wonen;werk", "gezinsleden": "twee"}
    rows = [head]
    for number in range(chance.choice((0, 1, 5, 30))):
        row = [f"C-{number}", *(good.get(name, "") for name in head[1:])]
        for column in range(len(row)):
            if chance.random() < 0.15 or column > len(asked):
                row[column] = _text(chance)
        if chance.random() < 0.05:
            row = row[: chance.randrange(len(row))] + [_text(chance)] * chance.randrange(3)
        rows.append(row)
    return rows


def _csv(path: Path, rows: Rows, chance: random.Random) -> None:
    encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"))
    end, sign = chance.choice(("\n", "\r\n", "\r")), chance.choice(",;\t|")
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        file.write(chance.choice(("", "", "", f"sep={sign}{end}", end)))
        if chance.random() < 0.3:
            file.write(end.join(sign.join(row) for row in rows))
        else:
            csv.writer(file, delimiter=sign, lineterminator=end).writerows(rows)
    if chance.random() < 0.2:
        _damage(path, chance)


def _damage(path: Path, chance: random.Random) -> None:
    """Take a piece out of a file, and put something else there."""
    raw = path.read_bytes()
    at = chance.randrange(len(raw) + 1)
    other = chance.choice((b"", b"\0", b'"', b"\xff\xfe", b"\x1b[31m", b"{", b"\n\n"))
    path.write_bytes(raw[:at] + other + raw[at + chance.randrange(9) :])


def _jsonl(path: Path, rows: Rows, chance: random.Random) -> None:
    head, *others = rows
    odd: tuple[Any, ...] = (None, 1e3, True, [], ["wonen", None, " "], {"a": 1}, 10**400, [[1]])
    objects = [
        {
            n: chance.choice(odd) if chance.random() < 0.05 else v
            for n, v in zip(head, row, strict=False)
        }
        for row in others
    ]
    end = chance.choice(("\n", "\n", "\r\n", "", "\n\n"))
    path.write_text(end.join(json.dumps(one) for one in objects), "utf-8")
    if chance.random() < 0.3:
        _damage(path, chance)


def _parquet(path: Path, rows: Rows, chance: random.Random) -> None:
    import duckdb

    head, *others = rows
    names = [name.replace("\0", "") or f"k{at}" for at, name in enumerate(head)]
    with duckdb.connect() as connection:
        unique = {name.casefold(): name for name in names}.values()
        listed = ", ".join('"' + name.replace('"', '""') + '" VARCHAR' for name in unique)
        connection.execute(f"CREATE TABLE t ({listed})")
        for row in others:
            cells = (row + [""] * len(head))[: len(unique)]
            marks = ", ".join("?" * len(unique))
            connection.execute(f"INSERT INTO t VALUES ({marks})", cells)
        connection.execute("COPY t TO ? (FORMAT parquet)", [str(path)])
    if chance.random() < 0.2:
        _damage(path, chance)


def _xlsx(path: Path, rows: Rows, chance: random.Random) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.worksheets[0].append([re.sub("[\0-\x08\x0b-\x1f]", "", cell) for cell in row])
    for _ in range(chance.choice((0, 0, 1))):
        more = book.create_sheet(re.sub(r"[\[\]:*?/\\\0-\x1f]", "", _text(chance))[:31] or "blad")
        more.append(["ook iets"])
    book.save(path)
    if chance.random() < 0.2:
        _damage(path, chance)


def _folder(path: Path, rows: Rows, chance: random.Random) -> None:
    path.mkdir()
    for number, row in enumerate(rows[1:6]):
        answers = dict(zip(rows[0][1:], row[1:], strict=False))
        case = {"schema": "integraal/casus/1", "casus": (row or [""])[0], "answers": answers}
        name = f"{number}{_name(chance)}.yaml"
        (path / name).write_text(json.dumps(case), "utf-8")


FORMS: dict[str, Callable[[Path, Rows, random.Random], None]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".jsonl": _jsonl,
    ".parquet": _parquet,
    ".xlsx": _xlsx,
    "": _folder,
}


def _name(chance: random.Random) -> str:
    """A name that a file can have."""
    return re.sub("[/\0]", "", _text(chance))[:60].lstrip("-.")


def _ran(folder: Path, *arguments: str) -> None:
    begin = process_time()
    done = run_in_process(folder, *arguments)
    took = process_time() - begin
    told = done.stderr if "-" in arguments else done.stdout + done.stderr
    assert done.returncode in (0, 1, 2), (done.returncode, told)
    assert took < 10, took
    assert not (found := OBEYED.search(told)), (found, told)
    assert "Traceback" not in told


def _asked(table: str, head: Sequence[str], chance: random.Random) -> list[list[str]]:
    """What somebody asks of a table: advice, in some form, with a group, and what comes of it."""
    form = chance.choice(("csv", "jsonl", "parquet", "xlsx"))
    target = chance.choice((f"uit.{form}", f"{_name(chance)}uit.{form}", "-"))
    groups = ["--groepeer", chance.choice(head)] if chance.random() < 0.5 else []
    more = chance.choice(([], ["--onbekend", "toestaan"], ["--toch"], ["--taal", "fr"], ["--stil"]))
    asked = [["batch", table, target, *groups, *more]]
    if chance.random() < 0.3:
        asked.append(["batch", table, "--uitleg", str(chance.randint(1, 5))])
    if chance.random() < 0.3:
        per = ["--per", groups[1]] if groups else []
        asked.append(["signalen", target if target != "-" else table, *per])
    return asked


@pytest.mark.parametrize("number", range(COUNT))
def test_a_hostile_table_is_answered_or_refused_and_never_obeyed(
    tmp_path: Path, number: int
) -> None:
    chance = random.Random(number)
    form = [*FORMS][number % len(FORMS)]
    rows = made_table(chance)
    table = f"{_name(chance) or 'in'}{form}"
    FORMS[form](tmp_path / table, rows, chance)
    for arguments in _asked(table, rows[0], chance):
        _ran(tmp_path, *arguments)
