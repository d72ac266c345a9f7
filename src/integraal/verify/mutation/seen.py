"""What a program shows of some answers: the advice, and what of safety stands on every page.

Dangers, what others may read, what `--alleen-bron` leaves out, and which promises forbid something:
advice says none of these, and a slip in any of them can hurt somebody.
"""

from collections.abc import Iterator
from functools import cached_property

from integraal.engine.dangers import dangers
from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation, left_out, not_counted, without_dropped
from integraal.engine.outcomes import ask_first
from integraal.engine.program import Program
from integraal.engine.readers import shown_to, without_sensitive
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Never
from integraal.model.reader import Reader
from integraal.model.results.advice import Advice
from integraal.model.results.danger import Danger
from integraal.model.truth import Truth


class Seen:
    """A program and answers; each thing is worked out once it is asked for."""

    def __init__(self, program: Program, answers: Answers) -> None:
        self.program = program
        self.answers = answers

    @cached_property
    def advice(self) -> Advice:
        """The advice, without which questions are open."""
        return evaluate(self.program, self.answers, with_open_questions=False)

    @cached_property
    def _dangers(self) -> tuple[Danger, ...]:
        return dangers(self.program, self.answers)

    @property
    def urgent(self) -> tuple[str, ...]:
        """Ids of what says that somebody may be in danger."""
        return tuple(danger.statement.id for danger in self._dangers)

    @property
    def calls(self) -> dict[str, tuple[str, ...]]:
        """The help lines that each danger calls."""
        return {
            danger.statement.id: tuple(line.id for line in danger.calls())
            for danger in self._dangers
        }

    @property
    def ask_first(self) -> tuple[str, ...]:
        """Ids of what goes before the rest without being a danger."""
        return ask_first(self.program.instrument, self.advice)

    @property
    def for_others(self) -> str:
        """Whether there is a page for everybody around a table."""
        return _told(self._table)

    @property
    def hidden(self) -> tuple[str, ...]:
        """Ids of what others do not see of this case; all of it where they have no page."""
        return self._hidden_from(self._table)

    @property
    def for_child(self) -> str:
        """Whether there is a page for a child."""
        return _told(self._child)

    @property
    def hidden_from_child(self) -> tuple[str, ...]:
        """Ids of what a child does not see of this case."""
        return self._hidden_from(self._child)

    @cached_property
    def _table(self) -> Advice | None:
        return self._read_by(Reader.TABLE)

    @cached_property
    def _child(self) -> Advice | None:
        return self._read_by(Reader.CHILD)

    def _read_by(self, reader: Reader) -> Advice | None:
        """The advice as a reader sees it; None where there is no page."""
        case = Case("casus", moments=(Moment(None, self.answers),))
        shown = shown_to(self.program, [case], reader)
        if shown is None or not shown.sight.is_masked:
            return None if shown is None else self.advice
        masked = shown.cases[0].latest.answers
        advice = evaluate(self.program, masked, with_open_questions=False)
        return without_sensitive(self.program, advice)

    def _hidden_from(self, page: Advice | None) -> tuple[str, ...]:
        if page is self.advice:
            return ()
        asked = [q for q in self.program.instrument.questions() if q.id in self.answers]
        hidden = [q.id for q in asked if page is None or q.sensitive]
        seen = set(_ids(page)) if page else set()
        hidden += [name for name in _ids(self.advice) if name not in seen]
        return tuple(dict.fromkeys(hidden))

    @property
    def left_out(self) -> tuple[str, ...]:
        """Ids of the questions that have an answer and are left out of this program."""
        return left_out(self.program, self.answers)

    @property
    def not_counted(self) -> tuple[str, ...]:
        """Ids of the questions whose answer counts for danger alone."""
        return not_counted(self.program, without_dropped(self.program, self.answers))

    @cached_property
    def promises(self) -> tuple[str, ...]:
        """Ids of the promises that forbid something here."""
        known = without_dropped(self.program, self.answers)
        evaluation = Evaluation(self.program, known, are_understood=True)
        return tuple(
            never.id for never in self.program.instrument.never if self._forbids(never, evaluation)
        )

    def _forbids(self, never: Never, evaluation: Evaluation) -> bool:
        """Whether its condition holds or might, and a route holds that it is about, if any."""
        when = None if never.when is None else self.program.nodes[never.when]
        if when is not None and evaluation.of(when) is Truth.FALSE:
            return False
        if not never.together_with:
            return True
        now = {outcome.id for outcome in self.advice.outcomes if outcome.holds_now}
        return bool(now & set(never.together_with))


def _ids(advice: Advice) -> Iterator[str]:
    """What advice names: rules, actions and routes; of several reasons only the certain ones."""
    for reason in (*advice.reasons, *advice.limits, *advice.first):
        if reason.certain:
            yield reason.rule.id
    yield from advice.action_ids
    for outcome in advice.outcomes:
        yield outcome.id
        rule = outcome.reason.rule  # why a route would hold that does not yet is told on no page
        if outcome.holds_now and rule.sensitive and rule.grounds.because:
            yield rule.id


def _told(page: Advice | None) -> str:
    return "withheld" if page is None else "shown"
