"""Ask with menus: arrows and Enter, or simply typing the answer."""

from integraal.cli import terminal as screen
from integraal.cli.interview.choices.choice_menu import ChoiceMenu
from integraal.cli.interview.doubt import is_kept
from integraal.cli.interview.question_card import Card, Done, became_of, card_document
from integraal.cli.interview.reply_parser import (
    Given,
    Misread,
    Move,
    asks_help,
    read_review,
    read_typed,
)
from integraal.cli.output.seam import show
from integraal.model.answers import Answer
from integraal.model.instrument import Kind
from integraal.report.blocks import Document
from integraal.report.render.visible import visible
from integraal.words.words import Words


class MenuAsker:
    """Asks with a menu on the terminal."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._above: Document | None = None
        """What stands above the line or the menu that waits."""

    def ask(self, card: Card) -> Given | Move:
        """Put a question; wait for a choice or a typed answer."""
        print()
        self._show(card_document(card, self.words))
        if card.question.kind in (Kind.TEXT, Kind.NUMBER):
            reply: Given | Move = self._ask_line(card)
        else:
            reply = ChoiceMenu(card, self.words, self._blank).run()
        if became := became_of(card, reply, self.words):
            print(f"  → {visible(became)}")
        return reply

    def line(self, text: str, so_far: str = "") -> str:
        """Ask for a line of text; what there is so far can be edited."""
        import questionary
        from prompt_toolkit.application import run_in_terminal
        from prompt_toolkit.key_binding import KeyBindings

        keys = KeyBindings()
        keys.add("escape", eager=True)(lambda event: event.current_buffer.reset())
        keys.add("f9", eager=True)(lambda _: run_in_terminal(self._blank))
        try:
            screen.tell(text)
            sign = screen.shown("›")
            asked = questionary.text("", default=so_far, qmark=sign, key_bindings=keys)
            return str(asked.unsafe_ask()).strip()
        except EOFError:
            raise Done from None

    def _ask_line(self, card: Card) -> Given | Move:
        screen.tell(self.words("plain.text" if card.given is None else "plain.text_given"))
        if card.danger:
            screen.tell(card.danger)
        before = typed = _as_typed(card.given)
        while True:
            typed = self.line("", typed)
            if before and typed in ("", before):
                return Move.SKIP if typed else Move.ERASE
            if asks_help(typed):
                return Move.HELP
            reply = read_typed(card.question, typed, self.words, card.others)
            if isinstance(reply, Misread):
                screen.tell(self.words(reply.key, word=visible(reply.word), wanted=reply.wanted))
                continue
            if not (isinstance(reply, Given) and card.question.kind is Kind.TEXT):
                return reply
            if is_kept(str(reply.answer), self.words, self.line):
                return reply

    def review(self, document: Document, codes: dict[str, str]) -> str | Move | None:
        """Show all answers; wait for a code, or for Enter."""
        self._show(document)
        while True:
            print()
            reply = read_review(self.line(self.words("review.prompt")), codes, self.words)
            if reply is Move.BLANK:
                self._blank()
                continue
            if not isinstance(reply, Misread):
                return reply
            screen.tell(self.words(reply.key, word=visible(reply.word)))

    def _show(self, document: Document) -> None:
        self._above = document
        show(document)

    def _blank(self) -> None:
        """Blank the screen; say anew what stood above, where the terminal does not."""
        if not screen.blank() and self._above:
            show(self._above)


def _as_typed(given: Answer | None) -> str:
    """Write an earlier answer as it can be edited; a number as people write it."""
    match given:
        case str():
            return given
        case float() | int():
            return f"{given:g}"
        case _:
            return ""
