"""Open a table of cases for Spark: a file, or a folder of them, on any file system it knows.

Every cell becomes text, every record says from which file it came, and one that cannot be told
apart is marked, so that nothing is lost. An empty cell is NULL, which is unknown.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.cells import list_as_text
from integraal.batch.columns import READABLE, check_names, clean_name
from integraal.batch.dialects import SPACES, SPARK
from integraal.batch.spark.json_lines import BROKEN, FILE, check_lines, json_lines
from integraal.batch.spark.session import failing_as
from integraal.batch.table.delimited_text import TITLE_LINES, delimiter_of, top_of
from integraal.batch.table.file_kinds import FORMS, not_read
from integraal.model.finding import Place, faulty

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import DataType

SPARK_FORMS = {end: form for end, form in FORMS.items() if form != "xlsx"} | {".json": "jsonl"}
"""The form of a table, by how its name ends; `.json` is what Spark calls its own JSON Lines."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Opened:
    """A table as Spark reads it."""

    frame: "DataFrame"
    columns: tuple[str, ...]
    """As the table names them, the columns of partitions included."""
    encoding: str = "utf-8"
    form: str = ""
    delimiter: str = ""
    width: int = 0
    """How many columns each line of CSV has; those of partitions are in no line."""
    strays: int = 0
    """How many signs of a table in UTF-8 are none."""

    def texts(self, names: Sequence[str], groups: Sequence[str] = ()) -> "DataFrame":
        """Read columns as text, with FILE, BROKEN and, as a boolean, READABLE."""
        given = {clean_name(name).casefold(): name for name in self.frame.columns}
        kinds = {field.name: field.dataType for field in self.frame.schema.fields}
        told = {
            name: _as_text(raw, kinds[raw])
            for name, raw in ((n, given[n.casefold()]) for n in (*names, *groups))
        }
        # To Spark a space that does not break is a letter like any other.
        plain = f"{SPARK.text(SPACES)}, {SPARK.text(' ' * len(SPACES))}"
        told |= {name: f"translate({told[name]}, {plain})" for name in names}
        if self.form == "csv":
            # As they were before CSV made them harmless.
            told |= {name: SPARK.unmarked(told[name]) for name in groups}
        parts = [f"{text} AS {SPARK.name(name)}" for name, text in told.items()]
        has_broken = BROKEN in self.frame.columns
        broken = SPARK.name(BROKEN) if has_broken else "CAST(NULL AS STRING)"
        file = f"{self.file()} AS {SPARK.name(FILE)}"
        torn = (f"{broken} AS {SPARK.name(BROKEN)}", f"{broken} IS NULL AS {READABLE}")
        return self.frame.selectExpr(*parts, file, *torn)

    def file(self) -> str:
        """Write the name of the file in which a record stands."""
        return SPARK.name(FILE) if FILE in self.frame.columns else "_metadata.file_name"


def open_table(spark: "SparkSession", source: str, place: Place) -> Opened:
    """Open a table.

    Args:
        spark: A session.
        source: A path or address as Spark wants it, of a file or a folder.
        place: The same as its user wrote it.

    Raises:
        Faulty: if the table as a whole cannot be read.
    """
    with failing_as("unreadable-table", place):
        match form := _form(spark, source, place):
            case "csv":
                return _csv(spark, source, place)
            case "jsonl":
                check_lines(spark, source, place)
                frame = json_lines(spark, source)
            case _:
                # Files may have been written before a question was added: that is no reason to
                # forget the answers in the others.
                frame = spark.read.option("mergeSchema", True).parquet(source)
    columns = [clean_name(name) for name in frame.columns if name not in (BROKEN, FILE)]
    check_names(columns, place)
    return Opened(frame, tuple(columns), form=form)


def address_of(source: str) -> str:
    r"""Write a path on this machine as Spark wants it: in full, and with nothing to be guessed.

    >>> address_of("/map/in [1].csv")
    'file:///map/in \\[1\\].csv'
    """
    return "file://" + re.sub(r"([][{}*?\\])", r"\\\1", str(Path(source).absolute()))


def _form(spark: "SparkSession", source: str, place: Place) -> str:
    """The form that the files of a table have.

    Raises:
        Faulty: if there are none, or they have none or several of the forms that we know.
    """
    listing = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(source)
    endings = {Path(name.removesuffix(".gz")).suffix.lower() for name in listing.inputFiles()}
    forms = {SPARK_FORMS.get(ending, "") for ending in endings}
    if not forms or "" in forms:
        other = next((ending for ending in sorted(endings) if ending not in SPARK_FORMS), "")
        raise not_read(place, other, ", ".join(SPARK_FORMS))
    if len(forms) > 1:
        raise faulty("mixed-folder", place, forms=", ".join(sorted(forms)))
    return forms.pop()


def _as_text(name: str, kind: "DataType") -> str:
    from pyspark.sql.types import ArrayType, StringType

    column = SPARK.name(name)
    if isinstance(kind, StringType):
        return column  # its empty cells are known to be empty when they are read as answers
    if isinstance(kind, ArrayType):
        return list_as_text(f"CAST({column} AS ARRAY<STRING>)", SPARK)
    return f"CAST({column} AS STRING)"


# --- CSV ------------------------------------------------------------------------------------------


def _csv(spark: "SparkSession", source: str, place: Place) -> Opened:
    """Open CSV: every file has the same first line, with the names of the columns.

    A file is read in pieces, by several workers, where every line is a whole record; else from its
    begin to its end, since a line break inside quotes can only be told apart from there.
    """
    from pyspark.sql.types import StringType, StructField, StructType

    place = Place(place.file, 1, 1)
    top, *further = _first_lines(spark, source) or [b""]
    encoding, strays, in_pieces = "utf-16", 0, False
    if not top.startswith(_UTF16):
        above = top_of([each.decode("utf-8-sig", "replace") for each in (top, *further)])
        if above.lines:
            raise faulty("above-the-names", place, count=above.lines)
        sign = delimiter_of(top.decode("latin-1"))
        lines = spark.read.text(source)
        is_utf8, in_pieces = _looked_over(lines, sign)
        encoding, strays = ("utf-8", 0) if is_utf8 else _told_apart(lines)
    line = top.decode("utf-8-sig" if encoding == "utf-8" else encoding, errors="replace")
    sign = delimiter_of(line)
    if line.count('"') % 2:
        raise faulty("quote-left-open", place)
    names = next(csv.reader([line.rstrip("\0\r")], delimiter=sign), [])
    check_names([clean_name(name) for name in names], place)
    fields = [StructField(name, StringType()) for name in (*names, BROKEN)]
    frame = (
        spark.read.schema(StructType(fields))
        .options(header=True, sep=sign, quote='"', escape='"', nullValue="", encoding=encoding)
        # Otherwise a file with its columns in another order would be read as if they were in this.
        .options(enforceSchema=False)
        # Otherwise only the columns that are used are counted, and a broken record passes.
        .options(columnPruning=False, columnNameOfCorruptRecord=BROKEN)
        .csv(source, multiLine=not in_pieces)
    )
    columns = tuple(clean_name(name) for name in frame.columns if name != BROKEN)
    return Opened(frame, columns, encoding, "csv", sign, len(names), strays)


def _first_lines(spark: "SparkSession", source: str) -> list[bytes]:
    """Read the first lines of one of the files, as they stand there."""
    lines = spark.read.text(source).where("_metadata.file_block_start = 0")
    found = lines.selectExpr("CAST(value AS BINARY) AS line").head(TITLE_LINES)
    return [bytes(row.line) for row in found]


def _looked_over(lines: "DataFrame", sign: str) -> tuple[bool, bool]:
    """Look over the lines: whether all are UTF-8, and whether each is a record by itself.

    Raises:
        Faulty: if a quote is opened somewhere and never closed: then nobody knows where records
            end.
    """
    field = rf'(?:"[^"]*+(?:""[^"]*+)*+"|[^"{sign}][^{sign}]*+|)'
    closed = SPARK.full_match("value", rf"{field}(?:[{sign}]{field})*+")
    found = lines.selectExpr(
        "bool_and(is_valid_utf8(value)) AS is_utf8", f"bool_and({closed}) AS is_closed"
    ).head()
    is_utf8 = found is None or found.is_utf8 in (True, None)
    if found is None or found.is_closed in (True, None):
        return is_utf8, True
    quotes = "length(value) - length(replace(value, '\"', '')) AS quotes"
    by_file = lines.selectExpr("_metadata.file_path AS file", quotes).groupBy("file").sum("quotes")
    odd = by_file.where("`sum(quotes)` % 2 = 1").head()
    if odd is not None:
        raise faulty("quote-left-open", odd.file)
    return is_utf8, False


def _told_apart(lines: "DataFrame") -> tuple[str, int]:
    """Tell UTF-8 with stray bytes from Windows-1252, as `delimited_text.encoding_of` does."""
    beyond_ascii = "length(regexp_replace(text, '[\\\\x00-\\\\x7F\ufffd]', ''))"
    stray = "length(text) - length(replace(text, '\ufffd', ''))"
    counted = lines.selectExpr(
        "make_valid_utf8(value) AS text", "NOT is_valid_utf8(value) AS is_stray"
    ).selectExpr(f"sum({beyond_ascii}) AS good", f"sum(IF(is_stray, {stray}, 0)) AS stray")
    good, stray = counted.collect()[0]
    return ("utf-8", stray) if good >= stray else ("windows-1252", 0)
