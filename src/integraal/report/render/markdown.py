"""A document as Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import assert_never

from integraal.report.blocks import (
    Block,
    Callout,
    Choice,
    Choices,
    Document,
    Fields,
    Form,
    FormQuestion,
    Heading,
    Items,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Bars, Ladder
from integraal.report.render.boxes import box
from integraal.report.render.text import indent
from integraal.report.render.visible import visible
from integraal.report.text import Inline, Span

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LINE = r"\_" * 40
_BAR = 20
"""Blocks of the longest bar."""
_LIST_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render_markdown(document: Document) -> str:
    """A document as text; what looks like markup in it is escaped."""
    lines = list(_blocks(document.whole))
    if document.footer:
        lines += ["---", "", f"*{escaped(document.footer)}*", ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def escaped(text: str) -> str:
    r"""A text that Markdown shows as it is.

    >>> escaped("a*b <c>")
    'a\\*b \\<c\\>'
    """
    safe = _MARKUP.sub(r"\\\1", visible(text))
    # A list or a rule begins only at the start of a line.
    return _LIST_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", safe)


def _inline(text: Inline) -> str:
    return "".join(_span(span) for span in text).strip()


def _span(span: Span) -> str:
    text = escaped(span.text)
    if not span.strong or not text.strip():
        return text
    # Stars must touch the words they stress.
    inner = text.strip()
    before, after = text.split(inner, 1)
    return f"{before}**{inner}**{after}"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (*_block(block), "")


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case per kind of block
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            yield _inline(text)
        case Items():
            yield from _items(block)
        case Table(header, rows, blank_rows, code):
            others = ["&nbsp;"] * (len(header) - 1)
            numbers = range(1, blank_rows + 1)
            blank = [[f"`{code}{n}`" if code else "&nbsp;", *others] for n in numbers]
            yield from _table(
                [escaped(name) for name in header],
                [*([_inline(cell) for cell in row] for row in rows), *blank],
            )
        case Listing(lines):
            yield from _listing(lines)
        case WritingLines():
            yield from _writing(block)
        case Fields(labels):
            for texts in labels:
                yield from (f"**{escaped(' / '.join(texts))}:** {_LINE}", "")
        case Ladder():
            yield from _ladder(block)
        case Bars():
            yield from _bars(block)
        case Callout(title, blocks):
            yield f"> ## {escaped(title.strip())}"
            for inner in blocks:
                yield ">"
                yield from (f"> {line}".rstrip() for line in _block(inner))
        case SideBySide(columns, is_paged):
            yield from _in_turn(columns) if is_paged else _side_by_side(columns)
        case Form():
            yield from _form(block)
        case _:
            assert_never(block)


def _items(items: Items) -> Iterator[str]:
    for number, item in enumerate(items.items, 1):
        start = f"{number}. " if items.numbered else "- [ ] " if items.to_tick else "- "
        margin = " " * (len(f"{number}. ") if items.numbered else 2)
        yield start + _inline(item.text)
        for line in item.below:
            yield f"{margin}<br>{'&nbsp;' * indent(line)}{_inline(line)}"


def _table(header: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'|'.join(' --- ' for _ in header)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _listing(lines: Sequence[str]) -> Iterator[str]:
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", " ".join(lines))), default=0))
    yield from (fence, *map(visible, lines), fence)


def _writing(lines: WritingLines) -> Iterator[str]:
    if lines.label:
        yield escaped(lines.label.strip())
        yield ""
    if lines.written:
        yield f"> {escaped(lines.written.strip())}"
        return
    unit = f" {escaped(lines.unit)}" if lines.unit else ""
    for _ in range(lines.count):
        yield from (f"{_LINE}{unit}", "")


def _form(form: Form) -> Iterator[str]:
    yield from _blocks(form.head)
    for lead, question in form.asked:
        yield from (*_blocks(lead), *_question(question), "")
    yield from _blocks(chain.from_iterable(form.tail))


def _question(question: FormQuestion) -> Iterator[str]:
    first, *others = map(escaped, question.asks)
    yield f"**{escaped(question.code)}  {first}**"
    for text in (*others, *map(escaped, question.skip_when)):
        yield from ("", text)
    for prompts in question.prompts:
        yield ""
        yield from (f"> - {escaped(prompt)}" for prompt in prompts)
    yield ""
    match question.answer:
        case Choices(choices, several):
            yield from (_choice(choice, several) for choice in choices)
        case WritingLines() as lines:
            yield from _writing(lines)
    if question.beside:
        yield from ("", *(_choice(each, several=False) for each in question.beside.choices))
    for line in question.go_to:
        yield from ("", f"→ {escaped(' / '.join(line))}")


def _choice(choice: Choice, several: bool) -> str:
    sign = box(ticked=choice.ticked, several=several)
    hint = f" ({escaped(' / '.join(choice.hints))})" if choice.hints else ""
    arrow = f" **{escaped(' / '.join(choice.arrow))}**" if choice.arrow else ""
    return f"- {sign} `{choice.code}` {escaped(' / '.join(choice.labels))}{hint}{arrow}"


def _ladder(ladder: Ladder) -> Iterator[str]:
    columns = ladder.mark_columns
    has_words = any(rung.words for rung in ladder.rungs)
    rows = []
    for rung in reversed(ladder.rungs):
        name = escaped(rung.name)
        marks = [
            " · ".join(f"{mark.shape} {escaped(mark.word)}" for mark in rung.marks_in(column))
            for column in columns
        ]
        cells = ["☐" for _ in columns] if ladder.to_mark else marks
        words = [escaped(rung.words)] if has_words else []
        rows.append([str(rung.number), f"**{name}**" if rung.is_marked else name, *words, *cells])
    empty = ["" for _ in rows[0][len(columns) :]]
    yield from _table([*empty, *map(escaped, columns)], rows)
    for rung in ladder.rungs:
        if rung.about:
            yield from ("", f"{rung.number}. {escaped(rung.about)}")


def _bars(bars: Bars) -> Iterator[str]:
    rows = []
    for bar in bars.bars:
        below = "".join(f"<br>{_inline(line)}" for line in bar.below)
        rows.append([escaped(bar.label), bars.drawn(bar, _BAR), f"{escaped(bar.text)}{below}"])
    yield from _table([escaped(bars.caption), "", ""], rows)


def _in_turn(columns: tuple[tuple[Block, ...], ...]) -> Iterator[str]:
    for column in columns:
        for block in column:
            yield from _block(block)


def _side_by_side(columns: tuple[tuple[Block, ...], ...]) -> Iterator[str]:
    cells = [
        "<br>".join(line for block in column for line in _block(block) if line)
        for column in columns
    ]
    yield from _table(["" for _ in columns], [cells])
