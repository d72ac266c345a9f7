"""One menu on the screen: its rows, its keys, and what stands below it.

The menu is questionary's; the keys are ours. In its own menus a typed `ja` moves the cursor with
`j` and records whatever it lands on. Here letters and digits only ever build a typed answer, which
is read as strictly as on a pipe, and Enter records nothing until somebody chose something.
"""

from collections.abc import Callable, Iterator
from textwrap import fill, wrap
from typing import TYPE_CHECKING, Any

from integraal.cli import terminal as screen
from integraal.cli.interview.plain_lines import forget_typed_ahead
from integraal.cli.interview.question_card import Card, Done
from integraal.cli.interview.reply_parser import Given, Misread, Move, Reply, read_typed
from integraal.cli.interview.ticks import (
    DONT_KNOW_ROW,
    NONE_ROW,
    answer_of,
    ticked,
    together,
    toggled,
)
from integraal.model.answers import DONT_KNOW
from integraal.model.codes import shown_options
from integraal.model.instrument import Kind, Question
from integraal.report.phrases.answer import answer_text
from integraal.report.render.visible import visible
from integraal.words.words import Words

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary.prompts.common import InquirerControl

NOTHING = -1
"""Where the pointer stands before anybody moved it."""
_MARGIN = 10
_ROOM_FOR_HINTS = 32
"""Rows of a screen on which every option can have its hint."""


class ChoiceMenu:
    """One menu on the screen."""

    def __init__(self, card: Card, words: Words) -> None:
        self.question: Question = card.question
        self.given = card.given
        self.danger = card.danger
        self.others = card.others
        self.words = words
        self.several = card.question.kind is Kind.SEVERAL
        self.typed = ""
        self.message = ""
        self.control = self._control(card)

    def run(self) -> Given | Move:
        """Show it and wait for a reply.

        Raises:
            Done: if nobody answers any more.
        """
        from prompt_toolkit.application import Application
        from prompt_toolkit.layout import HSplit, Layout, Window
        from prompt_toolkit.layout.controls import FormattedTextControl
        from questionary.question import Question as Prompt

        below = FormattedTextControl(self._below)
        rows = Window(self.control, dont_extend_height=True)
        foot = Window(below, wrap_lines=True, dont_extend_height=True)
        application: Application[Given | Move] = Application(
            layout=Layout(HSplit([rows, foot])),
            key_bindings=self._keys(),
            erase_when_done=True,
            before_render=lambda _: self._label_rows(),
        )
        try:
            reply: Given | Move = Prompt(application).unsafe_ask()
        except EOFError:
            raise Done from None
        return reply

    def _control(self, card: Card) -> "InquirerControl":
        from questionary import Choice, Separator
        from questionary.prompts.common import InquirerControl

        options = [Choice("", value=option.id) for option in shown_options(self.question)]
        extra = [Choice("", value=NONE_ROW)] * self.several
        moves = [Choice("", value=move) for move in (Move.SKIP, Move.WHY, Move.BACK, Move.STOP)]
        dont_know = Choice("", value=DONT_KNOW_ROW)
        control = InquirerControl(
            [*options, *extra, dont_know, Separator(" "), *moves],
            pointer="›",
            use_indicator=False,
            show_description=False,
        )
        control.selected_options = ticked(card.given)
        control.pointed_at = NOTHING
        return control

    def _label_rows(self) -> None:
        """Write every row anew, broken to fit the screen as it is now."""
        # Where there is no room for every hint, the row that is pointed at has its own.
        has_room = screen.height() >= _ROOM_FOR_HINTS
        for number, row in enumerate(self.control.choices):
            if row.value is not None and not row.disabled:
                with_hint = has_room or number == self.control.pointed_at
                row.title = self._broken(self._label(row.value, with_hint), row.value)

    def _label(self, value: Any, with_hint: bool) -> str:
        if isinstance(value, Move):
            return self.words(f"menu.{value.value}")
        if value in (NONE_ROW, DONT_KNOW_ROW):
            return self.words("answer.none_of_these" if value == NONE_ROW else "answer.dont_know")
        option = self.question.option(value)
        label = f"{shown_options(self.question).index(option) + 1}. {option.label}"
        return f"{label} ({option.hint})" if option.hint and with_hint else label

    def _broken(self, label: str, value: Any) -> str:
        if self.several and not isinstance(value, Move):
            box = "[x]" if value in self.control.selected_options else "[ ]"
            number, dot, rest = label.partition(". ")
            label = f"{number}{dot}{box} {rest}" if dot else f"{box} {label}"
        return "\n        ".join(wrap(visible(label), max(12, screen.width() - _MARGIN)))

    def _below(self) -> "StyleAndTextTuples":
        """What stands under the menu: what is being typed, or what to do."""
        key = "menu.how_several" if self.several else "menu.how"
        room = screen.width() - 1
        lines: StyleAndTextTuples = []
        if self.danger:
            lines.append(("bold", f"\n{fill(visible(self.danger), room)}\n"))
        lines.append(("class:text", f"\n{fill(self.words(key), room)}"))
        if self.message:
            lines.append(("bold", f"\n{fill(self.message, room)}"))
        if self.typed:
            lines.append(("", f"\n› {visible(self.typed)}"))
        lines += [("", f"\n{fill(text, room)}") for text in self._sum()]
        return lines

    def _sum(self) -> Iterator[str]:
        """What the ticks and what is being typed say together, before anybody presses Enter."""
        if self.several and self.typed.strip() and self.control.selected_options:
            reply = self._typed_reply()
            if isinstance(reply, Given):
                answer = visible(answer_text(self.question, reply.answer, self.words))
                yield self.words("menu.with_ticks", answer=answer)

    def _keys(self) -> "KeyBindings":
        from prompt_toolkit.key_binding import KeyBindings
        from prompt_toolkit.keys import Keys

        keys = KeyBindings()

        def bind(*names: Any) -> Callable[[Callable[["KeyPressEvent"], None]], None]:
            def add(handler: Callable[["KeyPressEvent"], None]) -> None:
                for name in names:
                    keys.add(name, eager=True)(handler)

            return add

        bind(Keys.Down)(lambda _: self._step(1))
        bind(Keys.Up)(lambda _: self._step(-1))
        bind(Keys.ControlC)(lambda e: e.app.exit(exception=KeyboardInterrupt))
        bind(Keys.ControlD)(lambda e: e.app.exit(exception=EOFError))
        bind(Keys.Backspace, Keys.ControlH)(lambda _: self._type(None))
        bind(Keys.Enter)(self._enter)
        bind(" ")(self._space)
        keys.add(Keys.Any)(lambda e: self._type(e.data))
        keys.add(Keys.BracketedPaste)(lambda e: self._type(e.data.split("\n")[0].strip("\r")))
        return keys

    def _step(self, step: int) -> None:
        self._tick_typed()
        at = self.control.pointed_at
        if at == NOTHING:
            at = -1 if step > 0 else 0
        at = (at + step) % len(self.control.choices)
        if self.control.choices[at].disabled:
            at = (at + step) % len(self.control.choices)
        self.control.pointed_at = at

    def _tick_typed(self) -> None:
        """Leave what was being typed; of several answers it becomes ticks."""
        self.message = ""
        if self.several and self.typed.strip():
            match self._typed_reply():
                case Given(answer):
                    self.control.selected_options = ticked(answer)
                case Misread(key, word):
                    self.message = self.words(key, word=visible(word))
                case Move():
                    pass
        self.typed = ""

    def _type(self, text: str | None) -> None:
        self.message = ""
        self.control.pointed_at = NOTHING
        if text is None:
            self.typed = self.typed[:-1]
        elif text.isprintable():
            self.typed += text

    def _space(self, event: "KeyPressEvent") -> None:
        if self.typed or not self.several:
            self._type(" ")
            return
        value = self._pointed()
        if value is not None and not isinstance(value, Move):
            self.control.selected_options = toggled(self.control.selected_options, str(value))
        del event

    def _pointed(self) -> Any:
        at = self.control.pointed_at
        return None if at == NOTHING else self.control.choices[at].value

    def _enter(self, event: "KeyPressEvent") -> None:
        reply = self._reply()
        if not isinstance(reply, Misread):
            event.app.exit(result=reply)
            return
        self.message = self.words(reply.key, word=visible(reply.word))
        self.typed = ""
        # What was typed behind a mistake was meant for another question.
        event.key_processor.empty_queue()
        forget_typed_ahead()

    def _reply(self) -> Reply:
        if self.typed.strip():
            return self._typed_reply()
        value = self._pointed()
        if isinstance(value, Move):
            return value
        if self.several:
            return self._chosen(value)
        if value is None:
            return Misread("menu.choose_first")
        return Given(DONT_KNOW if value == DONT_KNOW_ROW else value)

    def _typed_reply(self) -> Reply:
        reply = read_typed(self.question, self.typed, self.words, self.others)
        if self.several and isinstance(reply, Given):
            ticks = self.control.selected_options
            return together(self.question, ticks, reply, ticked(self.given))
        return reply

    def _chosen(self, value: Any) -> Reply:
        # Enter on a row, with nothing ticked, can only mean that row.
        chosen = self.control.selected_options or [value]
        return (
            Misread("menu.choose_first") if chosen == [None] else answer_of(self.question, chosen)
        )
