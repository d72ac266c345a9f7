"""How a table was read, as a page: what each column is, and what stands in the way."""

from collections.abc import Iterator

from integraal.model.results.table_check import ColumnRead, Shape, TableCheck
from integraal.report.blocks import Block, Callout, Document, Heading, Item, Listing
from integraal.report.phrases.finding import finding_text
from integraal.report.phrases.table_read import how_read
from integraal.report.prose import page, paragraph, points
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words

_SHAPES = 3
"""So many shapes of refused cells are shown of a column."""
_TAB = {"\t": "tab"}


def table_check_page(checked: TableCheck, closer: str, words: Words) -> Document:
    """Compose the page.

    Args:
        checked: The table as it would be read.
        closer: What shows whom to call, in a sentence.
        words: In the language of the page.
    """
    return page(words("table_check.heading"), words, _blocks(checked, closer, words))


def in_danger(checked: TableCheck, words: Words) -> str:
    """Say in how many rows somebody may be in danger."""
    numbers = {"count": words.count(checked.in_danger), "of": words.count(checked.records)}
    return words("table_check.in_danger", **numbers)


def _blocks(checked: TableCheck, closer: str, words: Words) -> Iterator[Block]:
    if checked.in_danger:
        told = paragraph(strong(in_danger(checked, words)), f" {closer}")
        yield Callout(words("danger.title"), (told,), urgent=True)
    counts = ("records", "answered", "rejected")
    counted = {name: words.count(getattr(checked, name)) for name in counts}
    yield paragraph(words("batch.counted", **counted))
    if checked.reasons:
        yield points(_reason(reason, count, words) for reason, count in checked.reasons)
    if checked.doubles:
        names, records = words.count(checked.doubles), words.count(checked.double_records)
        yield paragraph(words("table_check.doubles", names=names, records=records))
    sign = _TAB.get(checked.delimiter, checked.delimiter)
    yield paragraph(words("table_check.encoding", encoding=checked.encoding))
    if sign:
        yield paragraph(words("table_check.delimiter", sign=sign))
    for sentence in how_read(checked.seen, checked.strays, words):
        yield paragraph(sentence)
    for finding in checked.findings:
        yield Listing(tuple(finding_text(finding, words).split("\n")))
    yield Heading(2, words("table_check.columns"))
    yield points(_column(column, words) for column in checked.columns)


def _reason(reason: str, count: int, words: Words) -> str:
    key = f"batch.reason.{reason}"
    told = words(key) if key in words else words("batch.reason.other", code=reason)
    return f"{words.count(count)} × {told}"


def _column(column: ColumnRead, words: Words) -> Item:
    meaning = "" if column.meaning in ("", column.name) else f": {column.meaning}"
    role = words(f"table_check.role.{column.role}")
    return Item(inline(strong(column.name), f"  {role}{meaning}"), tuple(_below(column, words)))


def _below(column: ColumnRead, words: Words) -> Iterator[Inline]:
    """What is in the cells, where there is anything to say of them."""
    if column.unknown:
        yield inline(quiet(words("table_check.unknown", count=words.count(column.unknown))))
    if column.refused:
        shapes = [_shape(shape, words) for shape in column.shapes[:_SHAPES]]
        more = ["…"] if len(column.shapes) > _SHAPES else []
        count, told = words.count(column.refused), ", ".join((*shapes, *more))
        yield inline(words("table_check.refused", count=count, shapes=told))


def _shape(shape: Shape, words: Words) -> str:
    kind = words(f"table_check.shape.{shape.kind}")
    count, length = words.count(shape.count), words.count(shape.length)
    return f"{count} × " + (
        kind if shape.kind == "empty" else words("table_check.shape", kind=kind, length=length)
    )
