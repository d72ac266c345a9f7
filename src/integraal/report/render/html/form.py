"""What is filled in, in a browser: real boxes and fields, usable on a screen and on paper.

Nothing is sent anywhere: there is no form to submit, and no script that could.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from integraal.model.codes import MADE_TICKED, UNKNOWN_CODE, box_code, mark_code
from integraal.report.blocks import Choice, Choices, Fields, FormQuestion, Item, WritingLines
from integraal.report.figures import Ladder, Rung
from integraal.report.render.html.text import escaped, flowing, marked, multilingual, smaller
from integraal.report.render.text import in_languages

_TYPED = 'autocomplete="off" spellcheck="false"'
"""A browser must not keep what was typed about a family."""


class FormWriter:
    """The parts of one page that people fill in, each with a name of its own."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = languages
        self._names = (f"v{number}" for number in count(1))

    def _texts(self, texts: Sequence[str]) -> str:
        return multilingual(texts, self._languages)

    def item(self, item: Item) -> str:
        """An item with a box to tick it off."""
        box = f'<input type="checkbox" {_TYPED}>'
        return f"<li><label>{box} <span>{flowing(item.text)}</span></label>{smaller(item.below)}"

    def _choices(self, choices: Choices, code: str) -> Iterator[str]:
        kind = "checkbox" if choices.several else "radio"
        name = next(self._names)
        # Short answers stand beside each other, as they would on paper.
        yield '<ul class="choices">'
        for choice in choices.choices:
            # Whoever reads the page back can tell a browser that lost what was changed.
            ticked = f" checked {MADE_TICKED}" if choice.ticked else ""
            value = escaped(box_code(code, choice.code))
            box = f'<input type="{kind}" name="{name}" value="{value}" {_TYPED}{ticked}>'
            place = ' class="unsure"' if choice.code == UNKNOWN_CODE else ""
            yield f"<li{place}><label>{box} {self._label(choice)}</label></li>"
        yield "</ul>"

    def _label(self, choice: Choice) -> str:
        hint = f' <span class="quiet">({self._texts(choice.hints)})</span>'
        arrow = f" <strong>{self._texts(choice.arrow)}</strong>" if choice.arrow else ""
        return (
            f'<span class="code">{escaped(choice.code)}</span> '
            f"<span>{self._texts(choice.labels)}{hint if choice.hints else ''}{arrow}</span>"
        )

    def question(self, question: FormQuestion) -> Iterator[str]:
        """One question; whoever cannot see the page hears it with its boxes."""
        code = f'<span class="code">{escaped(question.code)}</span> '
        ask = code + multilingual(question.asks, self._languages, between="<br>")
        if isinstance(question.answer, Choices):
            yield f'<fieldset class="asked"><legend>{ask}</legend>'
            yield from self._about(question)
            yield from self._choices(question.answer, question.code)
            yield from self._go_to(question)
            yield "</fieldset>"
            return
        name = next(self._names)
        tag = "p" if question.answer.written else "label"
        target = "" if question.answer.written else f' for="{name}"'
        yield f'<div class="asked"><{tag} class="legend"{target}>{ask}</{tag}>'
        yield from self._about(question)
        yield from self._room(question.answer, name, question.code)
        yield from self._choices(question.beside, question.code) if question.beside else ()
        yield from self._go_to(question)
        yield "</div>"

    def _about(self, question: FormQuestion) -> Iterator[str]:
        if question.skip_when:
            yield f'<p class="quiet">{self._texts(question.skip_when)}</p>'
        for prompts, language in in_languages(question.prompts, self._languages):
            yield f'<ul class="prompts"{marked(language)}>'
            yield from (f"<li>{escaped(prompt)}</li>" for prompt in prompts)
            yield "</ul>"

    def _go_to(self, question: FormQuestion) -> Iterator[str]:
        yield from (f'<p class="quiet">→ {self._texts(line)}</p>' for line in question.go_to)

    def _room(self, lines: WritingLines, name: str, code: str = "") -> Iterator[str]:
        if lines.written:
            # Not in a field: what does not fit in one is lost on paper.
            of = f' data-code="{escaped(code)}"' if code else ""
            yield f'<div class="written" dir="auto"{of}>{escaped(lines.written)}</div>'
            return
        of = f' name="{escaped(code)}"' if code else ""
        field = f'<textarea id="{name}"{of} rows="{lines.count}" {_TYPED}></textarea>'
        unit = f"<span>{escaped(lines.unit)}</span>" if lines.unit else ""
        yield f'<div class="counted">{field}{unit}</div>' if unit else field

    def writing(self, lines: WritingLines) -> Iterator[str]:
        """Room to write in, or what was written."""
        name = next(self._names)
        label = escaped(lines.label)
        if lines.written or not lines.label:
            yield from (f"<p>{label}</p>",) if label else ()
            yield from self._room(lines, name) if lines.written else self._lines(lines.count)
            return
        yield f'<label class="above" for="{name}">{label}</label>'
        yield from self._room(lines, name)

    def _lines(self, number: int) -> Iterator[str]:
        yield from ('<div class="line"></div>' for _ in range(number))

    def fields(self, fields: Fields) -> Iterator[str]:
        """Names with room behind them."""
        yield '<div class="fields">'
        for texts in fields.labels:
            name = next(self._names)
            yield f'<label for="{name}">{self._texts(texts)}</label>'
            yield f'<textarea id="{name}" rows="1" {_TYPED}></textarea>'
        yield "</div>"

    def blank_row(self, header: Sequence[str], code: str = "") -> str:
        """A row of a table to fill in; each cell says under which name it stands, and its code."""
        shown = f"<code>{escaped(code)}</code> " if code else ""
        cells = (
            f"<td>{'' if number else shown}"
            f'<textarea rows="2" aria-label="{escaped(f"{code} {name}".strip())}" {_TYPED}>'
            "</textarea></td>"
            for number, name in enumerate(header)
        )
        return f"<tr>{''.join(cells)}</tr>"

    def marks(self, ladder: Ladder, rung: Rung) -> str:
        """The boxes of a rung; each says whose it is and of which rung."""
        return "".join(
            f'<td class="mark"><input type="checkbox" {_TYPED}'
            f' value="{mark_code(place, rung.number)}"'
            f' aria-label="{escaped(f"{rung.name}: {column}" if column else rung.name)}"></td>'
            for place, column in enumerate(ladder.mark_columns, 1)
        )
