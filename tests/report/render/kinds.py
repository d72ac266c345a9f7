"""One block of every kind around a text, and texts that no renderer may obey."""

from collections.abc import Callable

from integraal.report.blocks import (
    Block,
    Callout,
    Choice,
    Choices,
    Fields,
    Form,
    FormQuestion,
    FormSection,
    Heading,
    Item,
    Items,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Bar, Bars, Ladder, Mark, Rung
from integraal.report.text import Span, inline

HOSTILE = (
    '#set page(fill: red); #eval("1+1") $x^2$ @bron <label> \\ // ',
    '</style></w:t><script>alert("x")</script>&amp;<!-- ]]> <?xml?>',
    "[klik](https://voorbeeld.invalid) **dik** | a | `b`",
    "\x1b[31mrood\x1b[0m \x00\x07\ufffe\udc80 einde",
    "\u202eomgekeerd\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f e\u0301",
    "lang " * 2000,
)
"""What a case file may hold, and no page may obey."""

MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<https://voorbeeld.invalid>",
    "<!-- weg -->",
    "[klik](https://voorbeeld.invalid)",
    "![foto](https://voorbeeld.invalid/x.png)",
    "[x]: https://voorbeeld.invalid",
    "*nadruk* **sterk** _ook_ __zo__ ~~door~~",
    "`code` en ```hek",
    "# kop",
    "kop\n===",
    "kop\n---",
    "- punt",
    "+ punt",
    "1. punt",
    "12) punt",
    "> aanhaling",
    "---",
    "***",
    "| a | b |",
    "a | b \\| c",
    "\\",
    "einde\\",
    "&lt;b&gt; &amp; &#60;",
    "regel een\n\n# regel twee",
    "~~~",
    "a  \nb",
    "- [ ] taak",
    ": [^1]",
    "=",
    "*",
)
"""What readers of Markdown could take for markup."""


def form_with(*questions: FormQuestion) -> Form:
    """A form with these questions and nothing else."""
    return Form((), (FormSection((), questions),), ())


KINDS: dict[str, Callable[[str], Block]] = {
    "heading": lambda text: Heading(2, text),
    "paragraph": lambda text: Paragraph(inline(text)),
    "strong": lambda text: Paragraph(inline("Advies: ", Span(text, strong=True), " einde")),
    "item": lambda text: Items((Item(inline(text), (inline(text),)),)),
    "numbered item": lambda text: Items((Item(inline(text)),), numbered=True),
    "item to tick": lambda text: Items((Item(inline(text)),), to_tick=True),
    "choice": lambda text: form_with(
        FormQuestion("B3", ("Wat past?",), Choices((Choice("B3-a", (text,), (text,)),), True))
    ),
    "table": lambda text: Table((text, "b"), ((inline(text), inline("x")),)),
    "written": lambda text: WritingLines(1, written=text),
    "label": lambda text: WritingLines(1, label=text),
    "question": lambda text: form_with(
        FormQuestion(
            "B3",
            (text,),
            Choices((Choice("B3-a", (text,)),), several=False),
            (text,),
            ((text,),),
            ((text,),),
        )
    ),
    "question in words": lambda text: form_with(
        FormQuestion("B3", (text,), WritingLines(1, written=text))
    ),
    "fields": lambda text: Fields(((text,),)),
    "row to write in": lambda text: Table((text, "b"), (), blank_rows=1),
    "rung to mark": lambda text: Ladder((Rung(1, text, text, about=text),), (text,), to_mark=True),
    "rung": lambda text: Ladder((Rung(1, text, text, (Mark("◆", text, strong=True),)),)),
    "listing": lambda text: Listing((text, text)),
    "bars": lambda text: Bars(text, (Bar(text, 3, text, (inline(text),)),)),
    "callout": lambda text: Callout(text, (Paragraph(inline(text)),)),
    "side by side": lambda text: SideBySide(((Paragraph(inline(text)),), (Heading(2, text),))),
}
COUNTS = Bars(
    "per regio",
    (
        Bar("Noord", 40, "40 (40 %)", (inline("waarvan 10 nieuw"),)),
        Bar("Zuid", 20, "20 (20 %)"),
        Bar("Oost", 1, "1 (1 %)"),
        Bar("Kust", 0, "niet getoond"),
    ),
)
NO_BARS = (Bars("leeg", ()), Bars("niets", (Bar("a", 0, "niets"),)))
