"""Read a workbook as a table: sheets of anybody's, or a template that was filled in.

A template tells where its cases begin, so whatever people read above them is passed over. Every
record keeps its sheet and the number that its row has there. No cell is taken for an answer here.
"""

import csv
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import fromstring

from integraal.batch.columns import check_names
from integraal.batch.table.sheet_head import Begun, Table, place_of, tables_of
from integraal.batch.table.sheet_rows import Row, SheetRows, text_of
from integraal.batch.table.sheet_xml import TRUE
from integraal.model.finding import Faulty, Place, faulty
from integraal.model.results.table_check import Seen
from integraal.model.sheet import CELL_LENGTH, GROUPING, MADE_FOR, MadeFor
from integraal.words.words import LANGUAGES, Words

if TYPE_CHECKING:
    from openpyxl import Workbook


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a workbook, written down as CSV with sheet and row before each."""

    path: Path
    records: int
    """How many rows with anything on them the sheets have."""
    columns: tuple[str, ...]
    """As the sheets name them."""
    unused: tuple[str, ...]
    """Columns to group by that a template offers, and nobody filled in."""
    seen: Seen


def made_for(path: Path) -> MadeFor | None:
    """Read which instrument a template was made for; None for any other file.

    What is wrong with a file is said when its cases are read.
    """
    with suppress(Faulty, OSError), _opened(path) as (book, _):
        place = place_of(book, MADE_FOR)
        if place is not None and place.last - place.first == len(fields(MadeFor)) - 1:
            rows = book[place.sheet].iter_rows(place.first, place.last, 1, 1, values_only=True)
            return MadeFor(*(text_of(value) for (value,) in rows))
    return None


def cases_to_csv(
    path: Path, target: Path, names: tuple[str, str], chosen: Sequence[str] = ()
) -> Cases:
    """Write the cases of a workbook as CSV; rows without any value are passed over.

    Args:
        path: The workbook.
        target: Where to write.
        names: What the columns with the number of the row and the title of the sheet are called.
        chosen: Titles of the sheets to read. Without, the first that holds cases, and every one
            with the same row of ids.

    Raises:
        Faulty: if the workbook cannot be read, has no such sheet, or a value stands in a column
            without a name.
    """
    with _opened(path) as (book, are_due):
        titles = [sheet.title for sheet in book.worksheets]
        begun = [Begun(book, title, are_due=are_due) for title in titles]
        tables = tables_of(begun, [_title(path, name, titles) for name in chosen])
        columns = _columns(path, tables)
        records, filled = _write(path, target, names, tables, columns)
        is_template = any(each.place for each in begun)
        known = {table.sheet.title for table in tables} | (_own(book) if is_template else set())
        others = (each.sheet.title for each in begun if each.rows)
        seen = _seen(tables, tuple(title for title in others if title not in known))
    offered = set(GROUPING) & set(columns.values()) if is_template else set()
    unused = tuple(sorted(offered - filled))
    return Cases(target, records, tuple(columns.values()), unused, seen)


def places_of_columns(path: Path, chosen: Sequence[str] = ()) -> dict[tuple[str, str], int]:
    """Tell where each column stands, by the title of its sheet and its name in small letters.

    Args:
        path: The workbook.
        chosen: Titles of the sheets to read, as for `cases_to_csv`.
    """
    with _opened(path) as (book, are_due):
        titles = [sheet.title for sheet in book.worksheets]
        begun = [Begun(book, title, are_due=are_due) for title in titles]
        tables = tables_of(begun, [_title(path, name, titles) for name in chosen])
    return {
        (table.sheet.title, name.casefold()): at
        for table in tables
        for at, name in table.head.columns.items()
    }


def sheets_of(path: Path, most: int) -> dict[str, tuple[list[Row], int]]:
    """Read every sheet of a workbook as it is, whatever is on it.

    Args:
        path: The workbook.
        most: Rows of a sheet that are read at most, and one more.

    Returns: By the title of the sheet its rows, and how many blocks of its cells are merged.

    Raises:
        Faulty: if the workbook cannot be read.
    """
    found = {}
    with _opened(path) as (book, are_due):
        for title in (sheet.title for sheet in book.worksheets):
            sheet = SheetRows(book, title, are_due=are_due)
            rows = list(islice(sheet.below(0, sheet), most + 1))
            found[title] = (rows, sheet.merged)
    return found


def _seen(tables: Sequence[Table], others: tuple[str, ...]) -> Seen:
    """What there is to say of the sheets, when all of them were read."""
    read = [table.sheet for table in tables]
    return Seen(
        sheets=tuple(sheet.title for sheet in read),
        others=others,
        passed=sum(table.passed for table in tables),
        merged=sum(sheet.merged for sheet in read),
        hidden_rows=sum(sheet.hidden_rows for sheet in read),
        hidden_columns=sum(sheet.hidden_columns for sheet in read),
        filters=sum(sheet.is_filtered for sheet in read),
    )


@contextmanager
def _opened(path: Path) -> "Iterator[tuple[Workbook, bool]]":
    """Open a workbook for what its formulas came to, and say whether they are still to be.

    Raises:
        Faulty: if it is none, or anything in it that is looked at cannot be read.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from None
    with file, warnings.catch_warnings():
        # What Excel keeps in a workbook and openpyxl does not know is nothing that we read.
        warnings.simplefilter("ignore")
        try:
            reader = ExcelReader(file, read_only=True, data_only=True)
            reader.read()
            yield reader.wb, _are_due(reader)
        except (Faulty, OSError):
            raise
        except Exception as error:
            raise _unreadable(path, error) from None


def _are_due(reader: ExcelReader) -> bool:
    """Whether formulas are to be calculated when somebody opens the workbook.

    openpyxl takes that for so where a workbook does not say it.
    """
    about: Any = fromstring(reader.archive.read(reader.parser.workbook_part_name))
    found = about.find("{*}calcPr")
    return found is not None and found.get("fullCalcOnLoad") in TRUE


def _unreadable(path: Path, error: Exception) -> Faulty:
    reason = (str(error) or type(error).__name__).splitlines()[0]
    return faulty("unreadable-table", path, reason=reason)


def _title(path: Path, name: str, titles: Sequence[str]) -> str:
    """The title of the sheet that somebody names.

    Raises:
        Faulty: if there is no such sheet.
    """
    near = [title for title in titles if title.strip().casefold() == name.strip().casefold()]
    if name not in titles and not near:
        raise faulty("no-such-sheet", path, sheet=name, known=", ".join(titles))
    return name if name in titles else near[0]


def _own(book: "Workbook") -> set[str]:
    """The titles of the sheets that a template has besides its cases."""
    lists = place_of(book, MADE_FOR)
    guides = {Words(language)("template.guide") for language in LANGUAGES}
    return guides | ({lists.sheet} if lists else set())


def _columns(path: Path, tables: Sequence[Table]) -> dict[str, str]:
    """The columns of all sheets: each by its name in small letters, as the first sheet names it.

    Raises:
        Faulty: if a sheet has names that nobody could tell apart.
    """
    found: dict[str, str] = {}
    for table in tables:
        names = table.head.columns.values()
        check_names(list(names), Place(_called(path, table, tables), table.head.first, 1))
        for name in names:
            found.setdefault(name.casefold(), name)
    return found


def _write(
    path: Path,
    target: Path,
    names: tuple[str, str],
    tables: Sequence[Table],
    columns: dict[str, str],
) -> tuple[int, set[str]]:
    """Write down every row with anything in it; tell how many, and which columns have a value.

    Raises:
        Faulty: if a value stands in a column without a name: nobody could say what it means.
    """
    count, filled = 0, set[str]()
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*names, *columns.values()), restval="")
        writer.writeheader()
        for table in tables:
            named = {at: columns[name.casefold()] for at, name in table.head.columns.items()}
            for number, texts in table.rows:
                for at in texts.keys() - named.keys():
                    place = Place(_called(path, table, tables), number, at)
                    raise faulty("column-twice", place, column=get_column_letter(at))
                # Longer than any spreadsheet writes is no answer, and may be too long to read back.
                cells = {named[at]: text[:CELL_LENGTH] for at, text in texts.items()}
                filled |= cells.keys()
                count += 1
                writer.writerow({names[0]: number, names[1]: table.sheet.title, **cells})
    return count, filled


def _called(path: Path, table: Table, tables: Sequence[Table]) -> str:
    """The workbook, with the sheet where there are more of them."""
    return f"{path} [{table.sheet.title}]" if len(tables) > 1 else str(path)
