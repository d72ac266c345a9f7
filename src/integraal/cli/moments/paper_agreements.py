"""Take in agreements that were written on a form, each behind its code: `F1 wat / rol / datum`.

They stand in people's own words, so they are taken out of a line before its codes are read.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from integraal.cli import terminal as screen
from integraal.cli.interview.box_signs import read_behind
from integraal.cli.interview.question_card import Asker
from integraal.cli.language import words
from integraal.cli.moments.agreed_line import MisreadAgreement, agreement_in
from integraal.cli.moments.own_words import may_stay
from integraal.model.case import Agreement
from integraal.model.codes import agreement_letter, question_codes
from integraal.model.finding import Place
from integraal.model.instrument import Instrument
from integraal.report.phrases.agreed import agreement_line
from integraal.report.render.visible import visible

_USUAL = "F"
"""The letter on forms with five sections; people who know those type it on others too."""
_LONGEST_SIGN = 2
"""Letters of what stands for an answer."""
Agree = Callable[[Sequence[Agreement]], bool]
"""Is told what was agreed; says whether it is kept anywhere."""


@dataclass(slots=True)
class PaperAgreements:
    """The agreements of one form."""

    instrument: Instrument
    asker: Asker
    agree: Agree
    misread: set[str] = field(default_factory=set)
    """The codes behind which there was no agreement."""
    _taken: set[str] = field(default_factory=set)

    def take(self, line: str) -> str:
        """Take the agreements of a line; give what is left of it, which are codes."""
        rest, agreed = apart(self.instrument, line)
        for code, text in agreed:
            self._one(code, text)
        return rest

    def _one(self, code: str, text: str) -> None:
        found = agreement_in(text)
        if code in self._taken:
            found = MisreadAgreement("agreed.code_twice")
        if isinstance(found, MisreadAgreement):
            self._not_taken(code, words()(found.key))
            return
        place = Place("stdin", 1, 1)
        if not may_stay("agreements", f"{found.what} · {found.who}", place, self.asker.line):
            self._not_taken(code, words()("agreed.say_otherwise"))
            return
        self.misread.discard(code)
        self._taken.add(code)
        is_kept = self.agree([found])
        line = visible(agreement_line(found, date.today(), words()))
        screen.tell(words()("agreed.taken" if is_kept else "agreed.not_kept", code=code, line=line))

    def _not_taken(self, code: str, why: str) -> None:
        self.misread.add(code)
        screen.tell(words()("agreed.not_taken", code=code, why=why))


def apart(instrument: Instrument, line: str) -> tuple[str, list[tuple[str, str]]]:
    """Part a line into its codes, and the agreements behind theirs.

    >>> from integraal.reading.library import Library
    >>> apart(Library().instrument("voor-wie-doen-we-wat"), "A1n G1: Bellen / school")
    ('A1n ', [('G1', 'Bellen / school')])
    """
    letter = agreement_letter(instrument)
    first, *parts = _code(letter).split(line)
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if not pairs and letter != _USUAL and _is_agreement(instrument, line):
        letter = _USUAL
        first, number, text = _code(letter).split(line, maxsplit=1)
        pairs = [(number, text)]
    return first, [(f"{letter}{number}", text.strip(" \t;|")) for number, text in pairs]


def _code(letter: str) -> re.Pattern[str]:
    """What stands before an agreement: one digit or two, and then no other."""
    return re.compile(rf"(?<![\w-]){letter}\s?([1-9][0-9]?)(?![\w-])[\s.:=)]*", re.IGNORECASE)


def _is_agreement(instrument: Instrument, line: str) -> bool:
    """Whether a line begins as agreements mostly do, and what follows is one, and no answer."""
    found = _code(_USUAL).match(line.strip())
    if found is None:
        return False
    text = line.strip()[found.end() :]
    by_code = {code: name for name, code in question_codes(instrument).items()}
    name = by_code.get(f"{_USUAL}{found[1]}")
    one = agreement_in(text)
    is_long = isinstance(one, Agreement) and min(len(one.what), len(one.who)) > _LONGEST_SIGN
    answers = name and read_behind(instrument.question(name), text).said is not None
    return is_long and not answers
