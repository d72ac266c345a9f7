"""Tables as people really hand them in, each with one fault, and what must come of them.

Every engine that reads a form gets the same ones. Those that a text cannot hold stand beside these
tests as files.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

FILES = Path(__file__).parent / "table" / "files"
Rows = tuple[tuple[str, str], ...]
TWO: Rows = (("C-1", "connectie"), ("C-2", "segregatie"))


@dataclass(frozen=True, slots=True)
class Expected:
    """What comes of a table."""

    rows: Rows = ()
    """Cases that are answered, each with its level."""
    rejected: int = 0
    refused: str = ""
    """The code with which the table as a whole is refused."""
    by_spark: str = ""
    """The code with which Spark refuses what DuckDB reads; `docs/spark.md` says that it does."""


TEXTS: dict[str, dict[str, str]] = {
    "header-capitals": {"in.csv": "Casus;Gezinsleden;Draaglast\nC-1;Twee;ZWAAR\n"},
    "index-column": {"in.csv": ",casus,gezinsleden\n0,C-1,twee\n1,C-2,een\n"},
    "nbsp-cell": {
        "in.csv": "casus;gezinsleden;draaglast;leefgebieden\nC-1;\u00a0twee;zwaar\u00a0;wonen\n"
    },
    "nbsp-header": {"in.csv": "casus;gezinsleden\u00a0;draaglast\nC-1;twee;zwaar\nC-2;een;licht\n"},
    "zero-width-header": {
        "in.csv": "casus;gezinsleden\u200b;draaglast\nC-1;twee;zwaar\nC-2;een;licht\n"
    },
    "near-misses": {
        "in.csv": "casus;Gezinsleden;leefgebieden_wonen;leefgebieden.School;leefgebieden.wonnen;"
        "draaglast\nC-1;twee;ja;ja;ja;zwaar\n"
    },
    "sep-line": {
        "in.csv": "sep=;\ncasus;gezinsleden;draaglast;leefgebieden\nC-1;twee;zwaar;wonen,school\n"
        "C-2;een;licht;werk\n"
    },
    "trailing-empty-columns": {
        "in.csv": "casus;gezinsleden;draaglast;;\nC-1;twee;zwaar;;\nC-2;een;licht;;\n"
    },
    "list-item-misspelt": {
        "in.csv": "casus,leefgebieden,gezinsleden\nC-1,wonen;school,twee\nC-2,wonen; school,twee\n"
        'C-3,"wonen,school",twee\nC-4,wonen;School,twee\nC-5,wonen;wonnen,twee\n'
    },
    "array": {
        "in.jsonl": '[{"casus":"C-1","gezinsleden":"twee"},{"casus":"C-2","gezinsleden":"een"}]\n'
    },
    "duplicate-key": {
        "in.jsonl": '{"casus":"C-1","gezinsleden":"twee","gezinsleden":"een"}\n'
        '{"casus":"C-2","gezinsleden":"een","gezinsleden":"drie_of_meer"}\n'
    },
    "joined-lines": {
        "in.jsonl": '{"casus":"C-1","gezinsleden":"twee"}\n'
        '{"casus":"C-2","gezinsleden":"twee"}{"casus":"C-3","gezinsleden":"een"}\n'
        '{"casus":"C-4","gezinsleden":"een"}\n'
    },
}
EXPECTED = {
    "header-capitals": Expected((("C-1", "connectie"),)),
    "index-column": Expected(TWO, by_spark="column-twice"),
    "nbsp-cell": Expected((("C-1", "connectie"),)),
    "nbsp-header": Expected(TWO),
    "zero-width-header": Expected(TWO),
    "near-misses": Expected(refused="column-nearly"),
    "sep-line": Expected(
        (("C-1", "coordinatie"), ("C-2", "segregatie")), by_spark="above-the-names"
    ),
    "trailing-empty-columns": Expected(TWO, by_spark="column-twice"),
    "list-item-misspelt": Expected(tuple((f"C-{n}", "coordinatie") for n in range(1, 5)), 1),
    "array": Expected(TWO, by_spark="json-list"),
    "duplicate-key": Expected(rejected=2),
    # Two objects on one line are no record; which of them would count, nobody can say.
    "joined-lines": Expected((("C-1", "connectie"), ("C-4", "segregatie")), 1),
    "duplicate-column.parquet": Expected(refused="column-twice"),
    "stray-byte.csv": Expected(
        (*((f"A-{n}", "connectie") for n in range(300)), ("B-1", "connectie"))
    ),
    "duplicate-header.xlsx": Expected(refused="column-twice", by_spark="unknown-form"),
    "header-line-break.xlsx": Expected((("C-0", "segregatie"),), by_spark="unknown-form"),
    "formula-never-calculated.xlsx": Expected(rejected=1, by_spark="unknown-form"),
    "template-copied-sheet.xlsx": Expected(
        (
            *((f"T-{n}", "connectie") for n in range(105, 111)),
            *((f"Z-{n}", "connectie") for n in range(4, 10)),
        ),
        by_spark="unknown-form",
    ),
}


def written(name: str, folder: Path) -> Path:
    """Put a table in a folder."""
    if name not in TEXTS:
        return Path(shutil.copy(FILES / name, folder))
    ((file, text),) = TEXTS[name].items()
    (folder / file).write_text(text, "utf-8", newline="")
    return folder / file
