"""Rows of a list with their places, whatever is between them and in any encoding; or none."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from integraal.batch.services.headings import Chosen
from integraal.batch.services.sheets import MOST_ROWS, Listed, read_list
from integraal.model.finding import Faulty

HEAD = "Dienst;Thema;Omschrijving\n"


def read(path: Path, text: str | bytes = b"") -> Listed:
    if text:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_list(path, path.parent, Chosen(), frozenset({"uitleg"}))


def codes(found: Listed) -> list[str]:
    return [each.code for each in (*found.notes, *found.broken)]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_sign_between_cells_and_any_encoding(tmp_path: Path, sign: str, encoding: str) -> None:
    text = f"{HEAD}Taalcafé;netwerk;ouders\n".replace(";", sign)
    (row,) = read(tmp_path / "lijst.csv", text.encode(encoding)).rows
    assert dict(row.cells) == {"name": "Taalcafé", "for": "netwerk", "about": "ouders"}
    assert row.place.line == 2


def test_the_line_of_excel_and_a_title_may_stand_above_and_the_title_is_said(
    tmp_path: Path,
) -> None:
    found = read(tmp_path / "a.csv", f"sep=;\n{HEAD}Loket;wonen;\n")
    assert [row.place.line for row in found.rows] == [3]
    assert codes(found) == []
    found = read(tmp_path / "b.csv", f"Onze kaart\n\n{HEAD}Loket;wonen;\n")
    assert codes(found) == ["list-lines-above"]


def test_a_cell_may_have_lines_and_the_row_keeps_its_place(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", f'{HEAD}Loket;wonen;"een\ntwee"\n\nBalie;werk;x\u2028y\n')
    assert [row.place.line for row in found.rows] == [2, 5]
    assert found.rows[1].cells["about"] == "x\u2028y"


def test_what_was_made_harmless_for_a_spreadsheet_is_as_it_was(tmp_path: Path) -> None:
    (row,) = read(tmp_path / "a.csv", f"{HEAD}Loket;wonen;'+32 2 555\n").rows
    assert row.cells["about"] == "+32 2 555"


def test_a_quote_that_does_not_close_takes_no_rows_with_it(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as found:
        read(tmp_path / "a.csv", f'{HEAD}Loket;wonen;"een\nBalie;werk;twee\n')
    assert [each.code for each in found.value.findings] == ["list-unclosed"]


def test_a_row_that_is_wider_than_the_names_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", f"{HEAD}Loket;wonen;a;b\n")
    assert codes(found) == ["row-too-wide"]


def test_columns_that_say_nothing_here_are_named_also_without_a_name(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", "Dienst;Kleur;;Thema\nLoket;rood;iets;wonen\n")
    assert codes(found) == ["list-columns-left"]
    assert dict(found.notes[0].details)["known"] == "Kleur, [3]"


@pytest.mark.parametrize("text", ["", "a;b\n1;2\n", "Dienst\nLoket\n", "\n\n\n"])
def test_without_names_of_columns_it_is_no_list(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(Faulty) as found:
        read(tmp_path / "a.csv")
    assert [each.code for each in found.value.findings] == ["list-without-names"]


def test_other_forms_of_tables_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as found:
        read(tmp_path / "a.jsonl", "{}\n")
    assert [each.code for each in found.value.findings] == ["list-other-form"]


def test_more_rows_than_any_network_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as found:
        read(tmp_path / "a.csv", HEAD + "a;b;c\n" * (MOST_ROWS + 1))
    assert [each.code for each in found.value.findings] == ["list-too-long"]


def test_sheets_with_something_else_and_merged_cells_are_said(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Dienst", "Thema"), ("Loket", "wonen"), ("Balie", "=A1"), ("Kantoor", "#REF!")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.create_sheet("uitleg").append(["ons sjabloon"])
    book.create_sheet("andere").append(["iets"])
    book.create_sheet("leeg")
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert codes(found) == ["list-cells-merged", "list-sheets-left", "cell-broken", "cell-broken"]
    assert dict(found.notes[1].details)["known"] == "andere"
    assert len(found.rows) == 3
