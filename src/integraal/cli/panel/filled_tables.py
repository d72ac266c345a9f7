"""Read a sheet that came back as a workbook or as CSV: a row for each case."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from integraal.batch.services.sheets import TITLE_ROWS, Texts, sheets_in
from integraal.cli.panel.own_letters import letters_in
from integraal.exchange.filled_form import checks_in
from integraal.exchange.panel.rating_table import COLUMNS
from integraal.model.finding import Faulty, Place, faulty
from integraal.model.study.filled import FilledMark, FilledSheet
from integraal.panel.understood import folded
from integraal.reading.files import MAX_BYTES
from integraal.reading.storage.scratch import scratch_folder
from integraal.words.words import LANGUAGES, Words

_SIGNS = ";,\t|"
"""Between the columns of CSV."""
_NEEDED = {"case", "mark"}
Columns = Mapping[str, int]
"""Name of a column to its place, from 1."""


def read_table(path: Path, rater: str) -> FilledSheet:
    """Read a workbook or CSV.

    Args:
        path: The file.
        rater: The letter that it is named by.

    Raises:
        Faulty: if it cannot be read, or has no table of cases.
    """
    with scratch_folder() as scratch:
        # A story has more commas in it than there are columns.
        for sign in _SIGNS if path.suffix.casefold() == ".csv" else _SIGNS[:1]:
            sheet = _in(path, rater, sheets_in(path, scratch, sign))
            if sheet is not None:
                return sheet
    raise faulty("panel-no-sheet", path)


def sheet_in(path: Path) -> FilledSheet | None:
    """The sheet of a rater in a workbook or in CSV; None where there is another table."""
    if path.suffix.casefold() not in (".xlsx", ".csv") or path.stat().st_size > MAX_BYTES:
        return None
    try:
        sheet = read_table(path, "")
    except Faulty:
        return None
    return sheet if sheet.letters else None


def _in(
    path: Path, rater: str, sheets: Mapping[str, tuple[Sequence[Texts], int]]
) -> FilledSheet | None:
    """The table of cases on the first sheet that has one."""
    headed = _headed()
    for title, (rows, _) in sheets.items():
        for at, (_, texts) in enumerate(rows[:TITLE_ROWS]):
            columns = {headed[folded(t)]: n for n, t in texts.items() if folded(t) in headed}
            if columns.keys() >= _NEEDED:
                place = f"{path} [{title}]" if len(sheets) > 1 and title else str(path)
                return _sheet(path, place, rater, columns, rows[at + 1 :])
    return None


def _headed() -> dict[str, str]:
    """What may stand above a column, in any language, to which column that is."""
    found: dict[str, str] = {}
    for say in map(Words, LANGUAGES):
        found |= {folded(say(f"sheet_table.{column}")): column for column in COLUMNS}
        found[folded(say("sheet_table.route"))] = "mark"
    return found


def _sheet(
    path: Path, place: str, rater: str, columns: Columns, rows: Sequence[Texts]
) -> FilledSheet:
    said = {texts.get(columns.get("sheet", 0), "") for _, texts in rows}
    told = "\n".join(sorted(said))
    marks = tuple(_marks(place, columns, rows))
    return FilledSheet(str(path), rater, checks_in(told), marks, letters_in(told))


def _marks(place: str, columns: Columns, rows: Sequence[Texts]) -> Iterator[FilledMark]:
    for line, texts in rows:
        cells = {name: texts.get(at, "").strip() for name, at in columns.items()}
        mark = FilledMark(
            Place(place, line, columns["mark"]),
            cells["case"],
            tuple(filter(None, [cells["mark"]])),
            tuple(filter(None, [cells.get("sure", "")])),
            cells.get("why", ""),
        )
        if mark.case or not mark.is_blank:
            yield mark
