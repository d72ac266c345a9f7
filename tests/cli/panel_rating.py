"""Raters who fill in their sheets, each in her own kind of file, and a study to do it in."""

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

from openpyxl import load_workbook

from integraal.model.study.cases import Study
from integraal.model.study.ratings import Rating, Sureness
from integraal.reading.panel.study import write_study
from tests.cli.interview.filling_forms import tick_in_browser, tick_in_word
from tests.panel.random_cases import random_study
from tests.panel.sheets import INSTRUMENT

LEVELS = INSTRUMENT.level_ids
NAMES = [level.name for level in INSTRUMENT.scale.levels] if INSTRUMENT.scale else []
WHYS = (
    "Niemand houdt het overzicht, en dat is hier nodig.",
    "Er loopt al genoeg; meer mensen helpt niet.",
    "",
)
Wanted = dict[str, Rating]


def a_study(folder: Path, count: int = 34, held_back: int = 4) -> Study:
    """A study in a folder, without raters yet."""
    folder.mkdir(exist_ok=True)
    whole = random_study(INSTRUMENT, count)
    cases = tuple(
        replace(case, held_back=number >= count - held_back)
        for number, case in enumerate(whole.cases)
    )
    study = replace(whole, raters=(), cases=cases)
    write_study(study, folder, INSTRUMENT)
    return study


def meant(study: Study, rater: str, *, held_back: bool = False) -> Wanted:
    """What a rater thinks of each case, by chance; she knows of a few cases nothing."""
    chance = random.Random(rater)
    found = {}
    for case in study.round(held_back=held_back):
        level = chance.choice(LEVELS)
        sure = chance.choice(list(Sureness))
        if chance.random() > 0.1:
            found[case.id] = Rating(rater, case.id, level=level, sure=sure, why=chance.choice(WHYS))
    return found


def in_workbook(path: Path, wanted: Wanted) -> None:
    """Fill in a workbook: some choose from the list, some type."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        rating = wanted.get(str(sheet.cell(row, 1).value))
        if rating is not None:
            sheet.cell(row, 3).value = said(rating.level, row)
            sheet.cell(row, 4).value = rating.sure if row % 2 else f"{rating.sure} zomaar"[:1]
            sheet.cell(row, 5).value = rating.why or None
    book.save(path)


def said(level: str, turn: int) -> str | int:
    """A level as people write it, each time otherwise."""
    at = LEVELS.index(level)
    sign, name = "abcde"[at], NAMES[at]
    ways: tuple[str | int, ...] = (
        f"{sign} {name}", sign, at + 1, name, sign.upper(), name.lower(), level, f"{sign})",
    )  # fmt: skip
    return ways[turn % len(ways)]


def in_csv(path: Path, wanted: Wanted) -> None:
    """Fill in CSV, and save it as Excel does in Windows."""
    rows = list(csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    for number, row in enumerate(rows[1:]):
        if rating := wanted.get(row[0]):
            row[2:5] = [str(said(rating.level, number)), str(int(rating.sure or 1)), rating.why]
    out = StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_bytes(out.getvalue().encode("windows-1252"))


def boxes(wanted: Wanted) -> list[str]:
    """The boxes that she ticks."""
    ticked = (
        (f"{case}-{'abcde'[LEVELS.index(rating.level)]}", f"{case}z-{rating.sure:d}")
        for case, rating in wanted.items()
    )
    return [box for both in ticked for box in both]


def in_word(path: Path, wanted: Wanted) -> None:
    """Tick boxes in Word, and type reasons."""
    whys = {f"{case}w": rating.why for case, rating in wanted.items() if rating.why}
    tick_in_word(path, *boxes(wanted), written=whys)


def in_browser(path: Path, wanted: Wanted) -> None:
    """Tick boxes in a browser that saves them with the page."""
    whys = {f"{case}w": rating.why for case, rating in wanted.items() if rating.why}
    tick_in_browser(path, *boxes(wanted), written=whys)


def code_lines(wanted: Wanted) -> Iterator[str]:
    """What somebody types over from paper."""
    for number, (case, rating) in enumerate(wanted.items()):
        sign, sure = "abcde"[LEVELS.index(rating.level)], f"{rating.sure:d}"
        yield (
            f"{case} {sign} {sure} {rating.why}",
            f"{case.lower()}: {sign}, {sure}, {rating.why}",
            f"{case}-{sign}{sure} {rating.why}",
            f"k{int(case[1:])} {sign.upper()} {sure} {rating.why}",
        )[number % 4]


def in_codes(path: Path, wanted: Wanted, check: str) -> None:
    """Type over what stands on paper."""
    path.write_text("\n".join([f"vel {path.stem} {check}", *code_lines(wanted)]), "utf-8")


FILL: dict[str, Callable[[Path, Wanted], None]] = {
    "xlsx": in_workbook,
    "csv": in_csv,
    "docx": in_word,
    "html": in_browser,
}
