"""Say of lines that Spark reads as no record what is wrong with them: each kind by one such line.

Spark only says that a line is none. So its cells are counted here, and on this machine its number
is looked up. Nothing of what stands there is repeated.
"""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.dialects import SPARK
from integraal.batch.spark.json_lines import BROKEN
from integraal.batch.spark.source import Opened
from integraal.model.finding import Finding, Place

if TYPE_CHECKING:
    from pyspark.sql import Row

_QUOTED = '"[^"]*+(?:""[^"]*+)*+"'
"""What stands between quotes, signs between columns included."""


def torn_lines(opened: Opened, source: str, *, is_here: bool) -> tuple[Finding, ...]:
    """List what is wrong with lines that are no record.

    Args:
        opened: A table with such lines.
        source: As its user wrote it.
        is_here: Whether it is a path of this machine.
    """
    from pyspark.sql.functions import expr

    width, sign = opened.width, opened.delimiter
    record, bare = SPARK.name(BROKEN), f"regexp_replace(record, {SPARK.text(_QUOTED)}, '')"
    cells = f"length({bare}) - length(replace({bare}, {SPARK.text(sign)}, '')) + 1"
    # What has as many cells as it should, has something after a quote that closes one.
    other = SPARK.name(next(name for name in opened.frame.columns if name != BROKEN))
    kind = f"CASE WHEN cells > {width} THEN 'cells-too-many' WHEN cells < {width}"
    kind += " THEN 'cells-too-few' ELSE 'quote-in-cell' END"
    kind = kind if opened.form == "csv" else "'no-json-object'"
    torn = (
        opened.frame.where(f"{record} IS NOT NULL")
        .selectExpr(f"{record} AS record", f"{opened.file()} AS file", f"{other} AS something")
        .selectExpr("*", f"{cells} AS cells")
        .selectExpr("*", f"{kind} AS kind")
    )
    # Spark refuses to be asked for broken records and nothing of what is in them.
    one = "min(struct(file, cells, record, something)) AS one"
    kinds = torn.groupBy("kind").agg(expr("count(1) AS many"), expr(one)).collect()
    told = [
        Finding.warning(
            row.kind,
            _place(Path(source), row.one, opened.encoding) if is_here else Place(row.one.file),
            count=row.many,
            found=row.one.cells,
            columns=width,
            sign={"\t": "tab"}.get(sign, sign),
        )
        for row in kinds
    ]
    return tuple(sorted(told, key=lambda finding: (finding.place.file, finding.place.line)))


def _place(source: Path, torn: "Row", encoding: str) -> Place:
    """Find a line in a table; its file alone where another program changed it meanwhile."""
    begin = str(torn.record).split("\n", 1)[0].rstrip("\r")
    files = [source] if source.is_file() else sorted(source.rglob(torn.file))
    for path in files:
        opening = gzip.open if path.suffix.lower() == ".gz" else open
        with opening(path, "rt", encoding=encoding, errors="replace") as lines:
            for number, line in enumerate(lines, 1):
                if line.removeprefix("\ufeff").rstrip("\r\n") == begin:
                    return Place(str(path), number, 1)
    return Place(torn.file)
