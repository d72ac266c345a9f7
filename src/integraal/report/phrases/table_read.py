"""How a table was read, in sentences: from which sheets, and what people may not see of it."""

from collections.abc import Iterator

from integraal.model.results.table_check import Seen
from integraal.words.words import Words


def how_read(seen: Seen, strays: int, words: Words) -> Iterator[str]:
    """Say from which sheets a table was read, and what people may not see."""
    if strays:
        yield words("batch.strays", count=strays)
    if len(seen.sheets) > 1:
        yield words("batch.sheets", sheets=", ".join(seen.sheets))
    if seen.others:
        yield words("batch.other_sheets", sheets=", ".join(seen.others))
    for name in ("passed", "merged", "hidden_rows", "hidden_columns", "filters"):
        if count := getattr(seen, name):
            yield words(f"batch.{name}", count=words.count(count))
