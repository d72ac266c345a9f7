"""Write a document as one HTML file: nothing to fetch, nothing that runs, fine on paper.

Every text is escaped; what is drawn with lines or colour is said in words as well.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import assert_never

from integraal.report.blocks import (
    Asked,
    Bars,
    Block,
    Callout,
    Choice,
    Choices,
    Document,
    Fields,
    Heading,
    Inline,
    Item,
    Items,
    Ladder,
    Mark,
    Paragraph,
    Rung,
    SideBySide,
    Span,
    Table,
    WritingLines,
)
from integraal.report.visible import visible


def render_html(document: Document) -> str:
    """Write a document as a page of its own."""
    language = escaped(document.language)
    style = files("integraal.report").joinpath("page.css").read_text("utf-8")
    foot = f"<footer>{escaped(document.footer)}</footer>" if document.footer else ""
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # A browser that opens this file fetches nothing and runs nothing, whatever it holds.
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{escaped(document.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        '<body class="form">' if document.is_form else "<body>",
        "<main>",
        *_blocks(document.blocks),
        "</main>",
        foot,
        "</body>",
        "</html>",
    )
    return "\n".join(filter(None, lines)) + "\n"


def escaped(text: str) -> str:
    """Make a browser show a text as it is.

    >>> escaped("<b>'a' & b</b>")
    '&lt;b&gt;&#x27;a&#x27; &amp; b&lt;/b&gt;'
    """
    return escape(visible(text), quote=True)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case per kind of block
    match block:
        case Heading(level, text):
            yield f"<h{min(level, 6)}>{escaped(text)}</h{min(level, 6)}>"
        case Paragraph(text):
            yield f"<p>{_inline(text)}</p>"
        case Items():
            yield from _items(block)
        case Choices(choices, several):
            yield '<ul class="boxes">'
            yield from (_choice(choice, several) for choice in choices)
            yield "</ul>"
        case Table():
            yield from _table(block)
        case WritingLines():
            yield from _writing(block)
        case Asked():
            yield from _asked(block)
        case Fields(labels):
            for texts in labels:
                yield from _writing(WritingLines(1, f"{' / '.join(texts)}:"))
        case Ladder():
            yield from _ladder(block)
        case Bars():
            yield from _bars(block)
        case Callout(title, blocks, urgent):
            yield f'<section class="callout{" urgent" if urgent else ""}">'
            yield f'<p class="callout-title">{escaped(title)}</p>'
            yield from _blocks(blocks)
            yield "</section>"
        case SideBySide(columns):
            yield '<div class="side-by-side">'
            for column in columns:
                yield from ("<div>", *_blocks(column), "</div>")
            yield "</div>"
        case _:
            assert_never(block)


def _inline(text: Inline) -> str:
    return "".join(map(_span, text)).strip()


def _span(span: Span) -> str:
    text = escaped(span.text)
    if span.strong:
        return f"<strong>{text}</strong>"
    return f'<span class="quiet">{text}</span>' if span.quiet else text


def _items(items: Items) -> Iterator[str]:
    tag = "ol" if items.numbered else "ul"
    yield f'<{tag} class="boxes">' if items.to_tick else f"<{tag}>"
    for item in items.items:
        box = '<span class="box">☐</span> ' if items.to_tick else ""
        yield f"<li>{box}{_item(item)}</li>"
    yield f"</{tag}>"


def _item(item: Item) -> str:
    return _inline(item.text) + _below(item.below)


def _below(lines: Iterable[Inline]) -> str:
    """Write smaller lines; one that begins further in stays so."""
    written = []
    for line in lines:
        plain = "".join(span.text for span in line)
        inner = (len(plain) - len(plain.lstrip())) // 2
        place = f' style="margin-left:{min(inner, 9)}em"' if inner else ""
        written.append(f'<div class="below"{place}>{_inline(line)}</div>')
    return "".join(written)


def _choice(choice: Choice, several: bool) -> str:
    box = ("☒" if choice.ticked else "☐") if several else ("◉" if choice.ticked else "○")
    hint = f' <span class="quiet">({escaped(" / ".join(choice.hints))})</span>'
    return (
        f'<li><span class="box">{box}</span> <span class="code">{escaped(choice.code)}</span>'
        f" {escaped(' / '.join(choice.labels))}{hint if choice.hints else ''}</li>"
    )


def _table(table: Table) -> Iterator[str]:
    """Write a table; its first column says what each row is about."""
    yield '<div class="wide"><table>'
    names = (f'<th scope="col">{escaped(n)}</th>' if n else "<td></td>" for n in table.header)
    yield f"<thead><tr>{''.join(names)}</tr></thead>"
    yield "<tbody>"
    for first, *others in table.rows:
        cells = "".join(f"<td>{_inline(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{_inline(first)}</th>{cells}</tr>'
    blank = "<td></td>" * len(table.header)
    yield from (f'<tr class="blank">{blank}</tr>' for _ in range(table.blank_rows))
    yield "</tbody></table></div>"


def _writing(lines: WritingLines) -> Iterator[str]:
    if lines.label:
        yield f"<p>{escaped(lines.label)}</p>"
    if lines.written:
        yield f"<blockquote>{escaped(lines.written)}</blockquote>"
        return
    for _ in range(lines.count):
        yield '<div class="line"></div>'


def _asked(asked: Asked) -> Iterator[str]:
    """Write a question of a form; it is not broken over two pages."""
    yield '<section class="asked">'
    first, *others = map(escaped, asked.asks)
    yield f'<p><span class="code">{escaped(asked.code)}</span> <strong>{first}</strong></p>'
    yield from (f"<p>{text}</p>" for text in others)
    yield from (f'<p class="quiet">{escaped(text)}</p>' for text in asked.when)
    for prompts in asked.prompts:
        yield from ('<ul class="quiet">', *(f"<li>{escaped(p)}</li>" for p in prompts), "</ul>")
    yield from _block(asked.answer)
    yield from (f'<p class="quiet">→ {escaped(" / ".join(line))}</p>' for line in asked.onward)
    yield "</section>"


def _ladder(ladder: Ladder) -> Iterator[str]:
    columns = ladder.columns or ("",)
    yield '<table class="ladder">'
    if ladder.columns:
        heads = "".join(f'<th scope="col">{escaped(name)}</th>' for name in columns)
        yield f'<thead><tr><td colspan="3"></td>{heads}</tr></thead>'
    yield "<tbody>"
    for rung in reversed(ladder.rungs):
        marked = ' class="marked"' if any(mark.strong for mark in rung.marks) else ""
        cells = "".join(f"<td>{_place(ladder, rung, column)}</td>" for column in columns)
        yield (
            f"<tr{marked}><td>{rung.number}</td>"
            f'<th scope="row">{escaped(rung.name)}</th><td>{escaped(rung.words)}</td>{cells}</tr>'
        )
    yield "</tbody></table>"
    told = (rung for rung in ladder.rungs if rung.about)
    yield from (f'<p class="quiet">{rung.number}. {escaped(rung.about)}</p>' for rung in told)


def _place(ladder: Ladder, rung: Rung, column: str) -> str:
    """Write what stands beside a rung in a column: a box to mark, or the marks."""
    if ladder.to_mark:
        return '<span class="box">☐</span>'
    return _marks(mark for mark in rung.marks if mark.column == column)


def _marks(marks: Iterable[Mark]) -> str:
    said = ((f"{escaped(mark.shape)} {escaped(mark.word)}", mark.strong) for mark in marks)
    return "<br>".join(f"<strong>{text}</strong>" if strong else text for text, strong in said)


def _bars(bars: Bars) -> Iterator[str]:
    """Write a plot as the table that it is; whoever cannot see a bar hears its words."""
    yield f'<table class="bars"><caption>{escaped(bars.caption)}</caption><tbody>'
    for bar in bars.bars:
        share = round(100 * bar.length / bars.longest)
        drawn = f'<div class="bar" style="width:{share}%" aria-hidden="true"></div>'
        yield (
            f'<tr><th scope="row">{escaped(bar.label)}</th>'
            f'<td class="room">{drawn if bar.length else ""}</td>'
            f"<td>{escaped(bar.text)}{_below(bar.below)}</td></tr>"
        )
    yield "</tbody></table>"
