"""The table that the page on tables fills in: invented cases, and two mistakes that people make.

Run: python -m tests.exchange.example_table
"""

import random
from pathlib import Path

from openpyxl import load_workbook

from integraal.exchange.case_sheet import FIRST
from integraal.exchange.template import template, workbook_bytes
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from integraal.words.words import Words
from tests.conftest import ROOT
from tests.exchange.filling import fill, ids

PLACE = ROOT / "data" / "voorbeelden" / "tabellen" / "ingevuld.xlsx"
REGIONS = ("Noordveld",) * 22 + ("Zuiderkamp",) * 14 + ("Oosterwold",) * 4
"""Invented; the last one has so few cases that they are not to be counted apart."""
PERIODS = ("2026-1", "2026-2")
MISTAKES = {(17, "draaglast"): "heel zwaar", (31, "casus"): "fam. Z."}
"""Pasted over the lists, by row and column."""
KINDS: tuple[dict[str, Answer], ...] = (
    {
        "aantal_professionals": "een",
        "wie_nodig": "eigen_organisatie",
        "gezinsleden": "een",
        "leefgebieden": frozenset({"school"}),
        "draaglast": "licht",
        "draagkracht": "ruim",
        "organisaties": "nul_of_een",
        "hulpverloop": "loopt",
        "veiligheid": "geen_zorg",
        "verloop": "stabiel",
        "samenhang": "los",
    },
    {
        "aantal_professionals": "twee",
        "wie_nodig": "andere_organisatie",
        "gezinsleden": "twee",
        "leefgebieden": frozenset({"financien", "gezondheid", "wonen"}),
        "draaglast": "matig",
        "draagkracht": "wisselend",
        "organisaties": "twee_of_drie",
        "hulpverloop": "stroef",
        "afstemming": "ad_hoc",
        "veiligheid": "geen_zorg",
        "verloop": "wisselend",
        "samenhang": "samenhangend",
        "zicht_regio": "nee",
        "waar_neerleggen": "geen",
    },
    {
        "aantal_professionals": "drie_of_meer",
        "wie_nodig": "meerdere_sectoren",
        "gezinsleden": "drie_of_meer",
        "leefgebieden": frozenset({"financien", "gezondheid", "verslaving", "relaties"}),
        "draaglast": "zwaar",
        "draagkracht": "beperkt",
        "organisaties": "vier_of_meer",
        "hulpverloop": "vastgelopen",
        "afstemming": "geen",
        "veiligheid": "zorg",
        "verloop": "herhaalde_crises",
        "samenhang": "alleen_samen",
        "eerdere_hulp_zonder_effect": "ja",
        "financieel_mogelijk": "nee",
        "waar_neerleggen": "geen",
    },
)


def write(path: Path, instrument: Instrument) -> None:
    """Make a template and fill it in, the same way every time."""
    say, chance = Words("nl"), random.Random(5)
    path.write_bytes(template(instrument, say))
    cases = []
    for number in range(len(REGIONS)):
        answers = dict(chance.choice(KINDS))
        for question in chance.sample(sorted(answers), chance.randint(0, 4)):
            del answers[question]  # not everything is known
        cases.append((f"T-{number + 101}", Answers(answers)))
    fill(path, instrument, say, cases)
    book = load_workbook(path, rich_text=True)
    sheet = book.worksheets[0]
    places = {name: number for number, name in enumerate(ids(sheet), 1)}
    for row, region in enumerate(REGIONS, FIRST):
        sheet.cell(row, places["regio"], region)
        sheet.cell(row, places["periode"], PERIODS[row % 2])
    for (row, column), text in MISTAKES.items():
        sheet.cell(row, places[column], text)
    path.write_bytes(workbook_bytes(book))


if __name__ == "__main__":
    write(PLACE, Library().instrument("voor-wie-doen-we-wat"))
