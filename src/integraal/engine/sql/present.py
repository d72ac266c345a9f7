"""The present in the SELECT: at which rank people work together now, and at least at which."""

from collections.abc import Iterator

from integraal.engine.program import Program
from integraal.engine.sql.conditions import Conditions
from integraal.engine.sql.encoding import Encoding

NONE, NOT_KNOWN = -1, -2
"""Instead of a rank: there is none, and nobody knows."""


class PresentColumns:
    """The columns of the present of one program."""

    def __init__(self, program: Program, encoding: Encoding, conditions: Conditions) -> None:
        self.program = program
        self.present = program.instrument.present
        self.encoding = encoding
        self.conditions = conditions

    def described(self) -> Iterator[tuple[str, str]]:
        """Write what the answer says, leaving aside whether it was asked.

        A form of the highest level is enough; else nobody knows unless all forms are known.
        """
        if self.present is None:
            return
        known = self.encoding.known(self.program.instrument.question(self.present.question))
        first, *others = chosen = list(self._chosen_by_rank(self.present.question))
        not_known = f"WHEN NOT ({known}) THEN {NOT_KNOWN}"
        yield "present_rank", f"CASE {first} {not_known} {' '.join(others)} ELSE {NONE} END"
        yield "present_least", f"CASE {' '.join(chosen)} ELSE {NONE} END"

    def counted(self) -> Iterator[tuple[str, str]]:
        """Write what counts of it: nothing where it was not asked.

        Where nobody knows yet whether it is asked, the answer may still count nowhere.
        """
        may_be_nowhere = f"CASE WHEN present_rank = {NONE} THEN {NONE} ELSE {NOT_KNOWN} END"
        yield "current", self._where_asked("present_rank", may_be_nowhere)
        yield "current_least", self._where_asked("present_least", str(NONE))

    def _where_asked(self, column: str, may_be_nowhere: str) -> str:
        if self.present is None:
            return str(NONE)
        asked = self.conditions.of(self.program.asked[self.present.question])
        return (
            f"CASE WHEN {asked.fails} THEN {NONE} WHEN {asked.holds} THEN {column}"
            f" ELSE {may_be_nowhere} END"
        )

    def _chosen_by_rank(self, name: str) -> Iterator[str]:
        """Write, from the highest rank down, that a form of it was chosen."""
        question = self.program.instrument.question(name)
        for rank, level in reversed(list(enumerate(self.program.instrument.level_ids))):
            if options := [option.id for option in question.options if option.level == level]:
                yield f"WHEN {self.encoding.chosen(question, options)} THEN {rank}"
