"""Objects in JSON as records of a table: one a line, or all in one list."""

import codecs
from pathlib import Path

from integraal.batch.cells import list_as_text
from integraal.batch.dialects import DUCKDB
from integraal.engine.sql.encoding import quoted

_BEGIN_BYTES = 1_000_000


def is_array(path: Path) -> bool:
    """Whether all objects stand in one list, as many programs write them."""
    with path.open("rb") as file:
        return file.read(_BEGIN_BYTES).removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"["


def out_of_json(key: str, name: str) -> str:
    """Write what stands under a key of `object`, as text, under the name of a column."""
    pointer = "/" + key.replace("~", "~0").replace("/", "~1")
    value = f"json_extract(object, {quoted(pointer)})"
    items = f"CAST({value} AS VARCHAR[])"
    return (
        f"CASE json_type({value}) WHEN 'ARRAY' THEN {list_as_text(items, DUCKDB)}"
        f" WHEN 'NULL' THEN NULL ELSE {value} ->> '$' END"
        f" AS {DUCKDB.name(name)}"
    )
