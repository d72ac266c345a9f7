"""One menu on the screen: its rows, its keys, and what stands below it.

The menu is questionary's; the keys are ours. In its own menus a typed `ja` moves the cursor with
`j` and records whatever it lands on. Here letters and digits only ever build a typed answer, which
is read as strictly as on a pipe, and Enter records nothing until somebody chose something.
"""

from collections.abc import Callable
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from integraal.cli import terminal as screen
from integraal.cli.interview.choices.menu_screen import MenuScreen
from integraal.cli.interview.choices.ticks import (
    DONT_KNOW_ROW,
    NONE_ROW,
    answer_of,
    ticked,
    together,
    toggled,
)
from integraal.cli.interview.plain_lines import forget_typed_ahead
from integraal.cli.interview.question_card import Card, Done
from integraal.cli.interview.reply_parser import Given, Misread, Move, Reply, read_typed
from integraal.model.answers import DONT_KNOW
from integraal.model.codes import shown_options
from integraal.model.instrument import Kind, Question
from integraal.report.phrases.answer import answer_text
from integraal.report.render.visible import visible
from integraal.words.words import Words

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary.prompts.common import InquirerControl

NOTHING = -1
"""Where the pointer stands before anybody moved it."""
_Handler = Callable[["KeyPressEvent"], object]
_NAMED_KEYS = ("up", "down", "home", "end", "pageup", "pagedown", "escape", "enter", " ", "?")
_MARGIN = 10
_ROOM_FOR_HINTS = 32
"""Rows of a screen on which every option can have its hint."""


class ChoiceMenu:
    """One menu on the screen."""

    def __init__(self, card: Card, words: Words, blank: Callable[[], None]) -> None:
        from prompt_toolkit.buffer import Buffer

        self.question: Question = card.question
        self.given = card.given
        self.danger = card.danger
        self.others = card.others
        self.words = words
        self.several = card.question.kind is Kind.SEVERAL
        self.line = Buffer(multiline=False, on_text_changed=lambda _: self._typing())
        """What is being typed; the library edits it."""
        self._blank = blank
        self.message = ""
        self.is_helping = False
        """Whether the keys are explained where the rows were."""
        self.control = self._control(card)
        self.screen = MenuScreen(self)

    @property
    def typed(self) -> str:
        """What is being typed."""
        return self.line.text

    def run(self) -> Given | Move:
        """Show it and wait for a reply.

        Raises:
            Done: if nobody answers any more.
        """
        from prompt_toolkit.application import Application
        from questionary.question import Question as Prompt

        application: Application[Given | Move] = Application(
            layout=self.screen.layout,
            key_bindings=self._keys(),
            erase_when_done=True,
            before_render=lambda _: self.screen.prepare(),
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
            pointer=screen.shown("›"),
            use_indicator=False,
            show_description=False,
            focusable=True,  # or the line would have every key, before anybody types
        )
        control.selected_options = ticked(card.given)
        values = [row.value for row in control.choices]
        # An earlier answer is pointed at: Enter keeps it.
        is_one = not self.several and card.given is not None
        control.pointed_at = values.index(ticked(card.given)[0]) if is_one else NOTHING
        return control

    def label_rows(self) -> int:
        """Write every row anew, broken to fit the screen as it is now; give how many lines."""
        # Where there is no room for every hint, the row that is pointed at has its own.
        has_room = screen.height() >= _ROOM_FOR_HINTS
        for number, row in enumerate(self.control.choices):
            if row.value is not None and not row.disabled:
                with_hint = has_room or number == self.control.pointed_at
                row.title = self._broken(self._label(row.value, with_hint), row.value)
        return sum(str(row.title).count("\n") + 1 for row in self.control.choices)

    def wording(self, key: str) -> str:
        """Say something of this menu, by its name."""
        own = f"menu.{key}_several"
        return self.words(own if self.several and own in self.words else f"menu.{key}")

    def sum(self) -> str:
        """What the ticks and what is being typed say together, before anybody presses Enter."""
        if self.several and self.typed.strip() and self.control.selected_options:
            reply = self._typed_reply()
            if isinstance(reply, Given):
                answer = answer_text(self.question, reply.answer, self.words)
                return self.words("menu.with_ticks", answer=answer)
        return ""

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
        room = max(12, screen.width() - _MARGIN)
        return "\n        ".join(wrap(screen.shown(visible(label)), room))

    def _keys(self) -> "KeyBindings":
        from prompt_toolkit.application import run_in_terminal
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.key_binding import KeyBindings
        from prompt_toolkit.keys import Keys

        keys = KeyBindings()
        typing = Condition(lambda: bool(self.typed))
        refused = Condition(lambda: self.line.selection_state is not None)
        helping = Condition(lambda: self.is_helping)

        def bind(*names: Any, when: Any = True) -> Callable[[_Handler], None]:
            def add(handler: _Handler) -> None:
                for name in names:
                    keys.add(name, filter=when, eager=True)(handler)

            return add

        bind(Keys.Down)(lambda _: self._step(1))
        bind(Keys.Up)(lambda _: self._step(-1))
        bind(Keys.PageDown)(lambda _: self._leap(1))
        bind(Keys.PageUp)(lambda _: self._leap(-1))
        bind(Keys.Home, when=~typing)(lambda _: self._point_at(0))
        bind(Keys.End, when=~typing)(lambda _: self._point_at(len(self.control.choices) - 1))
        bind(Keys.Escape)(lambda _: self._let_go())
        bind(Keys.Enter)(self._enter)
        bind(" ", when=~typing)(lambda _: self._toggle())
        bind("?", when=~typing)(lambda _: self._help(True))
        keys.add(Keys.Any, filter=~typing | refused)(lambda e: self._type(e.data))
        bind(Keys.BracketedPaste)(lambda e: self._type(e.data.split("\n")[0].strip("\r")))
        # Whatever closes the help does nothing else.
        bind(Keys.Any, *_NAMED_KEYS, when=helping)(lambda _: self._help(False))
        bind(Keys.F9)(lambda _: run_in_terminal(self._blank))
        bind(Keys.ControlC)(lambda e: e.app.exit(exception=KeyboardInterrupt))
        bind(Keys.ControlD)(lambda e: e.app.exit(exception=EOFError))
        return keys

    def _step(self, step: int) -> None:
        at = self.control.pointed_at
        if at == NOTHING:
            at = -1 if step > 0 else 0
        at = (at + step) % len(self.control.choices)
        if self.control.choices[at].disabled:
            at = (at + step) % len(self.control.choices)
        self._point_at(at)

    def _leap(self, step: int) -> None:
        """Go as many rows on as are seen at once, and no further than the last or the first."""
        at = max(self.control.pointed_at, 0) + step * max(self.screen.rows_seen - 1, 1)
        at = min(max(at, 0), len(self.control.choices) - 1)
        self._point_at(at - 1 if self.control.choices[at].disabled else at)

    def _point_at(self, row: int) -> None:
        self._tick_typed()
        self.control.pointed_at = row

    def _tick_typed(self) -> None:
        """Leave what was being typed; of several answers it becomes ticks."""
        typed = self.typed.strip()
        reply = self._typed_reply() if self.several and typed else None
        self._let_go()
        match reply:
            case Given(answer):
                self.control.selected_options = ticked(answer)
            case Misread():
                self.message = self._wrong(reply)
            case Move() | None:
                pass

    def _let_go(self) -> None:
        """Take back what is not yet an answer: what is being typed, and where the pointer is."""
        self.line.reset()
        self._typing()

    def _typing(self) -> None:
        self.message = ""
        self.control.pointed_at = NOTHING
        self.screen.focus()

    def _type(self, text: str) -> None:
        if text.isprintable():
            self.line.cut_selection()  # what was refused; nothing where nothing was
            self.line.insert_text(text)

    def _help(self, is_wanted: bool) -> None:
        self.is_helping = is_wanted or self.screen.turn_help()

    def _toggle(self) -> None:
        value = self._pointed()
        if self.several and value is not None and not isinstance(value, Move):
            self.control.selected_options = toggled(self.control.selected_options, str(value))

    def _pointed(self) -> Any:
        at = self.control.pointed_at
        return None if at == NOTHING else self.control.choices[at].value

    def _enter(self, event: "KeyPressEvent") -> None:
        reply = self._reply()
        if not isinstance(reply, Misread):
            event.app.exit(result=reply)
            return
        self.message = self._wrong(reply)
        self._select_typed()
        # What was typed behind a mistake was meant for another question.
        event.key_processor.empty_queue()
        forget_typed_ahead()

    def _wrong(self, reply: Misread) -> str:
        return self.words(reply.key, word=visible(reply.word))

    def _select_typed(self) -> None:
        """Leave what was refused to be mended; who types on begins anew."""
        if self.typed:
            self.line.cursor_position = 0
            self.line.start_selection()
            if selection := self.line.selection_state:
                selection.enter_shift_mode()
            self.line.cursor_position = len(self.typed)

    def _reply(self) -> Reply:
        if self.typed.strip():
            return self._typed_reply()
        value = self._pointed()
        if isinstance(value, Move):
            return value
        if self.several:
            return self._chosen(value)
        if value is None:
            return Misread("menu.choose_first") if self.given is None else Given(self.given)
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
