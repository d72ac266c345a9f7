"""Whatever wrote a sheet: its cells are read, and what has no say in them stops nothing."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from integraal.batch.table.workbook import cases_to_csv
from integraal.model.finding import Faulty
from tests.batch.tables import rows_of

HEAD = '<row r="1"><c r="A1" t="str"><v>casus</v></c><c r="B1" t="str"><v>draaglast</v></c></row>'
CASE = '<c r="A2" t="str"><v>C-1</v></c>'


def with_sheet(folder: Path, data: str, *, before: str = "", after: str = "") -> Path:
    """Put down a workbook with this XML in its sheet."""
    Workbook().save(folder / "leeg.xlsx")
    with ZipFile(folder / "leeg.xlsx") as parts:
        held = {name: parts.read(name).decode() for name in parts.namelist()}
    # openpyxl asks for its formulas to be calculated anew.
    held["xl/workbook.xml"] = held["xl/workbook.xml"].replace('fullCalcOnLoad="1"', "")
    spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    held["xl/worksheets/sheet1.xml"] = (
        f'{before}<worksheet xmlns="{spread}"><sheetData>{data}</sheetData>{after}</worksheet>'
    )
    with ZipFile(folder / "in.xlsx", "w") as parts:
        for name, text in held.items():
            parts.writestr(name, text)
    return folder / "in.xlsx"


def cells_of(folder: Path, data: str, **around: str) -> list[dict[str, str]]:
    """What is read of a sheet."""
    found = cases_to_csv(with_sheet(folder, data, **around), folder / "in.csv", ("rij", "blad"))
    return rows_of(found.path)


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('<c r="B2" t="inlineStr"><is><t>zwaar</t></is></c>', "zwaar"),
        ('<c r="B2" t="inlineStr"><is><r><t>zw</t></r><r><t>aar</t></r></is></c>', "zwaar"),
        ('<c r="B2" t="inlineStr"><is><t>zwaar</t><rPh><t>ZWAAR</t></rPh></is></c>', "zwaar"),
        ('<c t="str"><v>zwaar</v></c>', "zwaar"),
        ('<c r="B2" t="str"><v>zwaar_x000D_&#10;</v></c>', "zwaar\r\n"),
        ('<c r="B2" t="b"><v>1</v></c>', "true"),
        ('<c r="B2" t="b"><v>false</v></c>', "false"),
        ('<c r="B2"><v>2.0</v></c>', "2"),
        ('<c r="B2"><v>1E-3</v></c>', "0.001"),
        ('<c r="B2" t="d"><v>2026-03-01T00:00:00</v></c>', "2026-03-01"),
        ('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="B2" t="str"><f>A1</f><v>zwaar</v></c>', "zwaar"),
        ('<c r="B2"><f>A1</f></c>', "=A1"),
        ('<c r="B2"><f>A1</f><v></v></c>', "=A1"),
        ("<c/>", ""),
    ],
)
def test_a_cell_says_what_stands_on_the_screen(tmp_path: Path, cell: str, says: str) -> None:
    (row,) = cells_of(tmp_path, f'{HEAD}<row r="2">{CASE}{cell}</row>')
    assert row == {"rij": "2", "blad": "Sheet", "casus": "C-1", "draaglast": says}


def test_a_formula_that_came_to_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    """As in a table that was prepared for more rows than there are cases."""
    prepared = '<row r="3"><c r="A3" t="str"><f>IF(D3="","",D3)</f><v></v></c></row>'
    rows = cells_of(tmp_path, f'{HEAD}<row r="2">{CASE}</row>{prepared}')
    assert [row["casus"] for row in rows] == ["C-1"]


@pytest.mark.parametrize(
    "cell",
    ['<c r="B2"><v>veel</v></c>', '<c r="B2" t="b"><v>veel</v></c>', '<c t="d"><v>veel</v></c>'],
)
def test_a_number_that_is_none_spoils_its_own_cell_only(tmp_path: Path, cell: str) -> None:
    (row,) = cells_of(tmp_path, f'{HEAD}<row r="2">{CASE}{cell}</row>')
    assert row["draaglast"] == "veel"


def test_what_is_printed_and_how_others_look_at_it_stops_nothing(tmp_path: Path) -> None:
    after = (
        '<customSheetViews><customSheetView guid="{x}"><autoFilter ref="A1:B2">'
        '<filterColumn colId="1"/></autoFilter></customSheetView></customSheetViews>'
        '<mergeCells><mergeCell ref="A5:B6"/></mergeCells><pageSetup orientation="schuin"/>'
    )
    path = with_sheet(tmp_path, f'{HEAD}<row r="2">{CASE}</row>', after=after)
    found = cases_to_csv(path, tmp_path / "in.csv", ("rij", "blad"))
    assert (found.records, found.seen.filters, found.seen.merged) == (1, 0, 1)


def test_a_row_without_a_number_follows_the_one_before(tmp_path: Path) -> None:
    others = f'<row r="4.0">{CASE}</row><row>{CASE}</row>'
    rows = cells_of(tmp_path, HEAD + others)
    assert [row["rij"] for row in rows] == ["4", "5"]


@pytest.mark.parametrize(
    ("data", "before"),
    [
        (f'{HEAD}<row r="2">{CASE}', ""),
        (f'{HEAD}<row r="2"><c r="2B"/></row>', ""),
        (f'{HEAD}<row r="2"><c r="A2" t="s"><v>9</v></c></row>', ""),
        (HEAD, '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]>'),
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, data: str, before: str) -> None:
    with pytest.raises(Faulty) as caught:
        cells_of(tmp_path, data, before=before)
    assert [finding.code for finding in caught.value.findings] == ["unreadable-table"]
