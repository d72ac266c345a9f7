"""A document as plain data for the typesetter: texts that can be drawn, and no markup.

Every block becomes an object with its fields, and with its name as `kind`; `blocks.typ` knows
what to do with each. Only what depends on the whole document is worked out here.
"""

from dataclasses import fields, is_dataclass
from typing import Any

from integraal.report.blocks import Callout, Choices, Document, Form, FormQuestion, Heading
from integraal.report.render.pdf.text import drawable
from integraal.words.words import Words

Data = dict[str, Any]
_SECTION, _QUESTION, _DEEPEST = 2, 3, 6
"""Levels of headings: of a section or a frame, of a question, and the last there is."""


def document_data(document: Document) -> Data:
    """A document as data: with blocks, or as a form."""
    writer = _Writer()
    blocks = [writer.value(block) for block in document.whole]
    form = blocks[0] if document.form else None
    # A table that stands last may take what room is left.
    for last in (form["tail"][-1] if form and form["tail"] else blocks)[-1:]:
        last["is_last"] = True
    return {
        "title": drawable(document.title).strip() or "integraal",
        "mark": str(document.mark or ""),
        "language": document.language,
        "languages": document.languages,
        "footer": drawable(document.footer),
        "form": form,
        "is_map": document.is_map,
        "ticked": _ticked(document),
        "blocks": [] if form else blocks,
    }


def _ticked(document: Document) -> Data | None:
    """How who listens hears whether a box was ticked; None of a form that is still blank."""
    questions = (q for _, q in document.form.units) if document.form else ()
    answers = (each for q in questions for each in (q.answer, q.beside))
    boxes = (choice for each in answers if isinstance(each, Choices) for choice in each.choices)
    if not any(choice.ticked for choice in boxes):
        return None
    say = Words(document.language)
    return {"yes": say("paper.ticked"), "no": say("paper.not_ticked")}


class _Writer:
    """Keeps headings in steps of one: a reader who listens must not miss a level."""

    def __init__(self) -> None:
        self.level = 0

    def value(self, value: object) -> Any:
        match value:
            case str():
                return drawable(value)
            case tuple():
                return [self.value(each) for each in value]
            case Form(head, _, tail):
                units = tuple((*lead, question) for lead, question in value.units)
                parts = {"head": head, "units": units, "tail": tail}
                return {"kind": "Form", **{name: self.value(part) for name, part in parts.items()}}
            case Heading(level, text):
                return {"kind": "Heading", "level": self.step(level), "text": drawable(text)}
            case Callout():
                return {"level": self.step(_SECTION), **self.fields(value)}
            case FormQuestion():
                return {"level": self.step(_QUESTION), **self.fields(value)}
            case _ if is_dataclass(value):
                return self.fields(value)
            case _:
                return value

    def step(self, level: int) -> int:
        self.level = max(1, min(level, self.level + 1, _DEEPEST))
        return self.level

    def fields(self, block: Any) -> Data:
        own = {field.name: self.value(getattr(block, field.name)) for field in fields(block)}
        return {"kind": type(block).__name__, **own}
