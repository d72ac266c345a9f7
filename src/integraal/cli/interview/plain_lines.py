"""Ask in plain lines: for a pipe, a screen reader, a simple terminal, or whoever prefers it.

Needs no cursor control. On a pipe the first line that is not understood ends the sitting: were it
asked again, every answer after it would land on the wrong question.
"""

import sys

from integraal.cli import terminal as screen
from integraal.cli.interview.doubt import is_kept, text_doubts
from integraal.cli.interview.question_card import Card, Done, became_of, card_document
from integraal.cli.interview.reply_parser import (
    Given,
    Misheard,
    Misread,
    Move,
    Reply,
    asks_blank,
    asks_help,
    read_review,
    read_typed,
)
from integraal.cli.output.seam import show
from integraal.model.codes import shown_options
from integraal.model.finding import Faulty, Finding, Place, faulty
from integraal.model.instrument import Kind, Question
from integraal.privacy.discreet import hidden
from integraal.reading.numbers import misfit_finding
from integraal.report.blocks import Document
from integraal.report.render.visible import visible
from integraal.words.words import Words

LONGEST_LINE = 100_000
"""Bytes; no answer is longer."""


class PlainAsker:
    """Asks with numbered lines on stderr and reads lines from stdin; stdout is for the advice."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.is_typed = sys.stdin.isatty()
        self.lines_read = 0
        self._explained = False

    def ask(self, card: Card) -> Given | Move:
        """Put a question and read one line, or more until one is understood."""
        self._show(card)
        while True:
            line = self._line(self.words("plain.prompt"))
            reply = self._read(card, line)
            if isinstance(reply, Misread):
                self._not_understood(reply, card.question)
            elif self._is_kept(reply, card.question):
                if isinstance(reply, Move) and (became := became_of(card, reply, self.words)):
                    screen.talk(f"  → {visible(became)}")
                return reply

    def _read(self, card: Card, line: str) -> Reply:
        if self.is_typed and asks_help(line):
            return Move.HELP
        return read_typed(card.question, line, self.words, card.others)

    def _is_kept(self, reply: Given | Move, question: Question) -> bool:
        """Whether an answer stays: a text in which somebody could be recognised is asked about.

        On a pipe it is said and stays, as in a file: nobody is there to ask.
        """
        if not (isinstance(reply, Given) and question.kind is Kind.TEXT):
            return True
        text = str(reply.answer)
        if self.is_typed:
            return is_kept(text, self.words, self.line)
        place = Place("stdin", self.lines_read, 1)
        screen.report_all(text_doubts(question.id, text, place))
        return True

    def review(self, document: Document, codes: dict[str, str]) -> str | Move | None:
        """Show all answers and read which one to change, if any."""
        show(document, sys.stderr)
        while True:
            screen.talk("")
            reply = read_review(self.line(self.words("review.prompt")), codes, self.words)
            if reply is Move.BLANK:
                if not screen.blank():
                    show(document, sys.stderr)
                continue
            if not isinstance(reply, Misread):
                return reply
            self._not_understood(reply)

    def line(self, text: str) -> str:
        """Ask for a line of text."""
        while True:
            screen.tell(text)
            line = self._line(self.words("plain.prompt")).strip()
            if not (self.is_typed and asks_blank(line, self.words)):
                return line
            screen.blank()

    def _show(self, card: Card) -> None:
        screen.talk("")
        show(card_document(card, self.words), sys.stderr)
        for number, option in enumerate(shown_options(card.question), 1):
            hint = f" ({option.hint})" if option.hint else ""
            screen.tell(f"  {number}. {visible(option.label)}{visible(hint)}", hang=5)
        if card.question.kind is not Kind.TEXT:  # never a no because nobody saw another answer
            short = self.words("typed.dont_know_short")
            screen.tell(f"  {short}. {self.words('answer.dont_know')}")
        if not self._explained:
            self._explained = True
            screen.tell(self.words("plain.how"))
        if card.question.kind is Kind.SEVERAL:
            screen.tell(self.words("plain.several"))
        if card.question.kind is Kind.TEXT:
            screen.tell(self.words("plain.text" if card.given is None else "plain.text_given"))
        if card.danger and self.is_typed:  # a transcript has it above, and nothing scrolls away
            screen.tell(card.danger)

    def _line(self, prompt: str) -> str:
        print(prompt, end="", file=sys.stderr, flush=True)
        # A terminal edits lines as text; what comes through a pipe is read as bytes, so that
        # what is no text is refused and not guessed at.
        line = sys.stdin.readline() if self.is_typed else self._piped()
        if not line:
            screen.talk("")
            raise Done
        self.lines_read += 1
        if not self.is_typed:
            # A transcript should show what was answered, and nothing of anybody.
            screen.talk(visible(hidden(line.rstrip("\n"))))
        return line

    def _piped(self) -> str:
        raw = sys.stdin.buffer.readline(LONGEST_LINE + 1)
        place = Place("stdin", self.lines_read + 1, 1)
        if len(raw) > LONGEST_LINE:
            raise faulty("line-too-long", place, limit=LONGEST_LINE)
        try:
            return raw.decode("utf-8-sig" if self.lines_read == 0 else "utf-8")
        except UnicodeDecodeError as error:
            raise faulty("not-utf8", place, byte=f"0x{raw[error.start]:02x}") from None

    def _not_understood(self, reply: Misread, question: Question | None = None) -> None:
        if self.is_typed:
            # Before it is said: what people type once they have read it is meant.
            forget_typed_ahead()
            screen.tell(self.words(reply.key, word=visible(reply.word), wanted=reply.wanted))
            return
        place = Place("stdin", self.lines_read, 1)
        name = question.id if question else ""
        if reply.key == "typed.identifies":
            raise faulty("text-identifies", place, where=name, kinds=reply.word)
        if question and reply.misfit:
            raise Faulty([misfit_finding(question, reply.misfit, reply.word, place)])
        code = "misread-line" if question else "misread-code"
        found = Finding.at(code, place, word=reply.word, question=name)
        raise Misheard(found, question, reply.word) if question else Faulty([found])


def forget_typed_ahead() -> None:
    """Drop what was typed before a mistake was shown: it answered another question."""
    try:
        import termios
    except ImportError:  # Windows
        import msvcrt

        while msvcrt.kbhit():  # type: ignore[attr-defined,unused-ignore]
            msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
        return
    termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
