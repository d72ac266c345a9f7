"""Read and write what somebody said of the columns of a list, so that it need be said once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from integraal.reading.services.network_text import written
from integraal.reading.shapes.region import ColumnMapShape
from integraal.reading.trees import read_shape

SCHEMA = "integraal/kolommen/1"


def read_column_map(path: Path) -> ColumnMapShape:
    """Read such a file.

    Raises:
        Faulty: with every fault in it.
    """
    return read_shape(ColumnMapShape, path)[0]


def column_map_text(
    columns: Mapping[str, str], left_out: Sequence[str], values: Mapping[str, Sequence[str]]
) -> str:
    """Write such a file, for somebody to look at.

    Args:
        columns: The heading of each column.
        left_out: Headings of columns that nothing was taken of.
        values: By column, texts of which nobody knows what they stand for.
    """
    unknown = {column: dict.fromkeys(texts, "") for column, texts in values.items() if texts}
    document: dict[str, Any] = {"schema": SCHEMA, "columns": dict(columns)}
    document |= {"left_out": list(left_out)} if left_out else {}
    document |= {"values": unknown} if unknown else {}
    return written(document)
