"""The list of sixty services as a network really has it: a workbook that several people kept.

A title and an empty row above the names, which are those of nobody's template; capitals, accents,
several signs between languages, days and weeks as people write them; a row twice, rows that say too
little, a person at a desk, an empty sheet and one with something else.
"""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from integraal.model.services.region import Service
from tests.network.sixty import SIXTY

HEAD = (
    "Nr", "Naam van de organisatie", "Aanbod", "Omschrijving", "Thema's", "Doelgroep", "TALEN",
    "wachttijd (weken)", "gevraagd op", "Gemeente", "Telefoon", "Sleutelrol",
    "Laatst gecontroleerd",
)  # fmt: skip
SPOKEN = {"nl": ("Nederlands", "NL", "nederlands"), "fr": ("Frans", "français", "FR")}
AREAS = {
    "wonen": "Wonen", "werk": "Werk of dagbesteding", "school": "School", "financien": "Financiën",
    "gezondheid": "gezondheid", "verslaving": "Verslaving", "relaties": "Relaties en opvoeding",
    "netwerk": "netwerk", "justitie": "Justitie",
}  # fmt: skip
WRONG = (
    # why it is refused, and the row
    ("row-without-name", ("", "Het Anker (verzonnen)", "", "iets met wonen", "Wonen")),
    ("row-without-for", ("", "Het Anker (verzonnen)", "Zwemmen", "baantjes trekken", "")),
    ("unknown-target", ("", "Het Anker (verzonnen)", "Kegelen", "op donderdag", "Wonne")),
    (
        "wait-not-weeks",
        ("", "Het Anker (verzonnen)", "Dansen", "", "Wonen", "", "nl", "een tijdje"),
    ),
    (
        "not-a-date",
        ("", "Het Anker (verzonnen)", "Zingen", "", "Wonen", "", "nl", "3", "vorige week"),
    ),
    ("text-identifies", ("", "Het Anker (verzonnen)", "Bellen", "bel 0470 12 34 56", "Wonen")),
    ("row-twice", ("", "Het Anker (verzonnen)", "schuldhulpverlening", "nog eens", "Financiën")),
)


def row_of(number: int, service: Service) -> list[Any]:
    """A service as somebody put it down."""
    spoken = [SPOKEN[each][number % 3] for each in service.languages]
    return [
        number,
        f"  {'Het Anker (verzonnen)' if number % 5 else 'HET ANKER (VERZONNEN)'} ",
        service.name,
        service.about,
        ("; ", ", ", "\n")[number % 3].join(AREAS[each] for each in service.serves),
        "iedereen" if number % 2 else None,
        ("/", "; ")[number % 2].join(spoken) if len(spoken) == 1 else "; ".join(spoken),
        (f"{number % 9} weken", number % 9, None)[number % 3],
        (date(2026, 10, 12), "12/10/2026", None)[number % 3],
        "Molenwijk; 9300" if number % 4 else None,
        "02 555 01 02" if number % 6 == 0 else None,
        "x" if service.key_point else None,
        "2026-11-01",
    ]


def messy_workbook(path: Path) -> int:
    """Write the workbook; tell how many rows with anything on them stand below its names."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "sociale kaart 2026"
    sheet.append(["Sociale kaart van de Molenwijk (verzonnen)"])
    sheet.append([])
    sheet.append(HEAD)
    for number, service in enumerate(SIXTY.services, 1):
        sheet.append(row_of(number, service))
        if number % 20 == 0:
            sheet.append([])
    for _, row in WRONG:
        sheet.append(row)
    book.create_sheet("leeg")
    notes = book.create_sheet("notities")
    notes.append(["nog na te vragen bij de gemeente"])
    book.save(path)
    return len(SIXTY.services) + len(WRONG)
