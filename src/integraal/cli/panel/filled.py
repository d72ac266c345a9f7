"""Read all that came back from raters: each file by its kind, and by the letter it is named by."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from integraal.cli.panel.filled_codes import read_codes
from integraal.cli.panel.filled_pages import read_page
from integraal.cli.panel.filled_tables import read_table
from integraal.cli.panel.opened import OpenStudy
from integraal.model.finding import Faulty, Finding, faulty
from integraal.model.study.filled import FilledSheet
from integraal.model.study.sheet import marks_of
from integraal.panel.understood import Understood
from integraal.reading.folders import files

FILLED = "ingevuld"
"""The folder in that of the study where what came back is put."""
_TABLES, _PAGES, _CODES = (".xlsx", ".csv"), (".docx", ".html", ".htm"), (".txt",)
KNOWN = (*_TABLES[:1], *_PAGES[:1], *_TABLES[1:], *_CODES, *_PAGES[1:2])
"""How names of what is read may end."""
_RESAVED = (".ods", ".odt", ".xls", ".xlsm", ".doc", ".rtf", ".numbers", ".pages")
"""How names of what some program can save as one of these end."""
_NAMED = re.compile(r"([A-Za-z]{1,2})(?:[-_ .(].*)?")
_PASSED = ("~$", ".", "Thumbs.db", "desktop.ini")
"""How names of files begin that programs leave behind."""


@dataclass
class CameBack:
    """What came back, and what of it could not be read."""

    sheets: list[FilledSheet] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    unread: int = 0
    """Lines of codes that say nothing: marks that are not taken."""


def came_back(opened: OpenStudy) -> CameBack:
    """Read every file in the folder for what came back.

    Raises:
        Faulty: if that folder is not there, or nothing is in it.
    """
    folder = opened.folder / FILLED
    found = [path for path in files(folder) if not path.name.startswith(_PASSED)]
    if not found:
        raise faulty("panel-nothing-back", folder)
    back, understood = CameBack(), Understood(marks_of(opened.instrument))
    for path in sorted(found, key=lambda each: each.name):
        try:
            sheet, strange = _read(path, opened, understood)
        except Faulty as fault:
            back.faults += fault.findings
            continue
        back.sheets.append(sheet)
        back.faults += strange
        back.unread += len(strange)
    return back


def _read(
    path: Path, opened: OpenStudy, understood: Understood
) -> tuple[FilledSheet, tuple[Finding, ...]]:
    ending = path.suffix.casefold()
    if ending not in (*_TABLES, *_PAGES, *_CODES):
        way = "resave" if ending in _RESAVED else "scan"
        raise faulty("panel-other-kind", path, known=", ".join(KNOWN), way=way)
    rater = _rater(path, opened)
    if ending in _CODES:
        return read_codes(path, rater, understood)
    if ending in _PAGES:
        return read_page(path, rater, opened.study), ()
    return read_table(path, rater), ()


def _rater(path: Path, opened: OpenStudy) -> str:
    """The letter that a file is named by.

    Raises:
        Faulty: if it is named by none, or by one that no rater of this study has.
    """
    named, raters = _NAMED.fullmatch(path.stem), opened.study.raters
    if named is None or (raters and named[1].upper() not in raters):
        known = f"{raters[0]}-{raters[-1]}" if raters else "A, B, C"
        raise faulty("panel-not-a-letter", path, known=known)
    return named[1].upper()
