"""A document as one HTML file: nothing to fetch, nothing that runs, fine on paper.

Every text is escaped; what is drawn with lines or colour is said in words as well.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import assert_never

from integraal.report.blocks import (
    Block,
    Callout,
    Document,
    Fields,
    Form,
    Heading,
    Items,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Bars, Ladder, Mark, Rung
from integraal.report.render.form_length import closeness
from integraal.report.render.html.foreign import with_languages
from integraal.report.render.html.form import FormWriter
from integraal.report.render.html.text import escaped, flowing, marked, smaller
from integraal.report.render.text import in_languages
from integraal.report.render.visible import visible
from integraal.words.words import Words


@dataclass(frozen=True, slots=True)
class Script:
    """What runs on a page: without it all of the page is there as well."""

    code: str
    data: object
    """What it works with: whatever JSON has."""
    style: str
    """How looks what it adds."""


def render_html(document: Document, *, large: bool = False, script: Script | None = None) -> str:
    """A document as a page of its own.

    Args:
        document: What to write.
        large: Whether the letters are large, for who sees little.
        script: What runs on it, if anything.
    """
    page = _Page(document)
    blocks = with_languages("\n".join(page.blocks(document.whole)), document.foreign)
    style = f"{_style(document.footer, page.widths)}{script.style if script else ''}"
    # A browser that opens this file fetches nothing and runs nothing else, whatever it holds.
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'{_policy(script)}"
    foot = f"<footer>{escaped(document.footer)}</footer>" if document.footer else ""
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{escaped(document.language)}"{_size(document, large=large)}>',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="integraal" content="{document.mark}">' if document.mark else "",
        f"<title>{escaped(document.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        f"<body{_kind(document)}>",
        "<main>",
        blocks,
        "</main>",
        foot,
        *(_running(script) if script else ()),
        "</body>",
        "</html>",
    )
    return "\n".join(filter(None, lines)) + "\n"


def _policy(script: Script | None) -> str:
    """What may run, and that no text becomes markup."""
    if script is None:
        return ""
    own = f"script-src 'sha256-{_digest(script.code)}'; base-uri 'none'; form-action 'none'"
    return f"; {own}; require-trusted-types-for 'script'; trusted-types 'none'"


def _running(script: Script) -> Iterator[str]:
    data = json.dumps(script.data, ensure_ascii=False, separators=(",", ":"))
    # Nothing in it can end the element that it stands in.
    told = data.replace("<", "\\u003c")
    yield f'<script type="application/json" id="data">{told}</script>'
    yield f"<script>{script.code}</script>"


def _size(document: Document, *, large: bool) -> str:
    """How large all is, and on paper how close together."""
    if large:
        return " class=large"
    if document.for_everybody:
        return " class=everybody"
    return f" class={closeness(document.form)}" if document.form else ""


def _kind(document: Document) -> str:
    """What kind of page it is, where paper makes a difference."""
    return " class=form" if document.form else " class=sheet" if document.is_sheet else ""


def _style(footer: str, widths: Iterable[int]) -> str:
    """The style sheet, with what only this page needs."""
    sheet = files("integraal.report.render.html").joinpath("page.css").read_text("utf-8")
    bars = "".join(f".w{width} {{ width: {width}%; }}\n" for width in sorted(widths))
    # Letters and digits stand for themselves; whatever else, by its number, is no code.
    said = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in visible(footer))
    every_page = f'@page {{ @bottom-left {{ content: "{said}"; }} }}\n' if footer else ""
    return f"{sheet}{bars}{every_page}"


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


class _Page:
    def __init__(self, document: Document) -> None:
        self.writer = FormWriter(document.languages)
        self.languages = document.languages
        self.widths: set[int] = set()
        """Of bars, in hundredths: no element carries a style of its own."""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case per kind
        match block:
            case Heading(level, text):
                yield f"<h{min(level, 6)}>{escaped(text)}</h{min(level, 6)}>"
            case Paragraph(text):
                yield f"<p>{flowing(text)}</p>"
            case Items():
                yield from self.items(block)
            case Table():
                yield from self.table(block)
            case Listing(lines):
                yield f"<pre>{'<br>'.join(map(escaped, lines))}</pre>"
            case WritingLines():
                yield from self.writer.writing(block)
            case Fields():
                yield from self.writer.fields(block)
            case Ladder():
                yield from self.ladder(block)
            case Bars():
                yield from self.bars(block)
            case Callout():
                yield from self.callout(block)
            case SideBySide():
                yield from self.side_by_side(block)
            case Form():
                yield from self.form(block)
            case _:
                assert_never(block)

    def items(self, items: Items) -> Iterator[str]:
        tag = "ol" if items.numbered else "ul"
        yield f'<{tag} class="choices single">' if items.to_tick else f"<{tag}>"
        for item in items.items:
            if items.to_tick:
                yield self.writer.item(item) + "</li>"
            else:
                yield f"<li>{flowing(item.text)}{smaller(item.below)}</li>"
        yield f"</{tag}>"

    def table(self, table: Table) -> Iterator[str]:
        """A table; its first column says what each row is about."""
        # What is too wide for a small screen can be moved, with the keyboard as well.
        name = escaped(" · ".join(filter(None, table.header)))
        yield f'<div class="wide" role="group" tabindex="0" aria-label="{name}"><table>'
        heads = "".join(
            f'<th scope="col">{escaped(n)}</th>' if n else "<td></td>" for n in table.header
        )
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for first, *others in table.rows:
            cells = "".join(f"<td>{flowing(cell)}</td>" for cell in others)
            yield f'<tr><th scope="row">{flowing(first)}</th>{cells}</tr>'
        for number in range(1, table.blank_rows + 1):
            code = f"{table.row_code}{number}" if table.row_code else ""
            yield self.writer.blank_row(table.header, code)
        yield "</tbody></table></div>"

    def ladder(self, ladder: Ladder) -> Iterator[str]:
        yield '<table class="ladder">'
        if ladder.columns:
            heads = "".join(f'<th scope="col">{escaped(name)}</th>' for name in ladder.columns)
            yield f'<thead><tr><td colspan="3"></td>{heads}</tr></thead>'
        yield "<tbody>"
        columns = 2 + len(ladder.mark_columns)
        for rung in reversed(ladder.rungs):
            names = ["marked"] * rung.is_marked
            names += ["has-about"] * bool(rung.about)
            yield f'<tr class="{" ".join(names)}">' if names else "<tr>"
            yield f'<td>{rung.number}</td><th scope="row">{escaped(rung.name)}</th>'
            yield f"<td>{escaped(rung.words)}</td>{self.rung(ladder, rung)}</tr>"
            if rung.about:
                about = escaped(rung.about)
                yield f'<tr><td></td><td class="about quiet" colspan="{columns}">{about}</td></tr>'
        yield "</tbody></table>"

    def rung(self, ladder: Ladder, rung: Rung) -> str:
        if ladder.to_mark:
            return self.writer.marks(ladder, rung)
        marks = map(rung.marks_in, ladder.mark_columns)
        return "".join(f"<td>{'<br>'.join(map(_mark, each))}</td>" for each in marks)

    def bars(self, bars: Bars) -> Iterator[str]:
        """A plot as the table that it is; whoever cannot see a bar hears its words."""
        yield f'<table class="bars"><caption>{escaped(bars.caption)}</caption><tbody>'
        for bar in bars.bars:
            width = round(100 * bar.length / bars.longest)
            self.widths.add(width)
            drawn = f'<div class="bar w{width}" aria-hidden="true"></div>' if bar.length else ""
            yield (
                f'<tr><th scope="row">{escaped(bar.label)}</th><td class="room">{drawn}</td>'
                f"<td>{escaped(bar.text)}{smaller(bar.below)}</td></tr>"
            )
        yield "</tbody></table>"

    def callout(self, callout: Callout) -> Iterator[str]:
        yield f'<section class="callout{" urgent" if callout.urgent else ""}">'
        yield f'<h2 class="callout-title">{escaped(callout.title)}</h2>'
        yield from self.blocks(callout.blocks)
        yield "</section>"

    def side_by_side(self, beside: SideBySide) -> Iterator[str]:
        yield f'<div class="{"in-turn" if beside.is_paged else "side-by-side"}">'
        for column, language in in_languages(beside.columns, self.languages):
            yield f"<div{marked(language)}>"
            yield from self.blocks(column)
            yield "</div>"
        yield "</div>"

    def form(self, form: Form) -> Iterator[str]:
        yield from ('<div class="head">', *self.blocks(form.head), *self.not_kept(), "</div>")
        for lead, question in form.asked:
            yield from (*self.blocks(lead), *self.writer.question(question))
        for part in form.tail:
            yield from ('<div class="part">', *self.blocks(part), "</div>")

    def not_kept(self) -> Iterator[str]:
        """Say on a screen, and not on paper, what becomes of what is filled in."""
        for language in self.languages:
            said = escaped(Words(language)("paper.not_kept"))
            yield f'<p class="on-screen" lang="{language}"><strong>{said}</strong></p>'


def _mark(mark: Mark) -> str:
    said = f"{escaped(mark.shape)} {escaped(mark.word)}"
    return f"<strong>{said}</strong>" if mark.strong else said
