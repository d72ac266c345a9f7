"""Change one thing of a rule that no source settles: its level, or one threshold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from integraal.engine.compare.condition_edits import ConditionEdits
from integraal.model.instrument import Instrument, Raise, Route, Rule
from integraal.model.results.trial import Change, Edit
from integraal.model.source import Support

_THRESHOLDS = (Edit.THRESHOLD, Edit.WIDENED, Edit.NARROWED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An instrument with one rule changed."""

    rule: Rule
    changed: Rule
    change: Change | None
    """None where the level is another."""

    @property
    def ends(self) -> tuple[str, str]:
        """What it was, and what it becomes: ids of levels or options, or numbers."""
        if self.change is None:
            return self.rule.target, self.changed.target
        return self.change.before, self.change.after

    def within(self, instrument: Instrument) -> Instrument:
        """The instrument with this change."""
        rules = tuple(
            self.changed if each.id == self.rule.id else each for each in instrument.rules
        )
        return replace(instrument, rules=rules)


def candidates(instrument: Instrument) -> Iterator[Candidate]:
    """Every change of one thing; rules of other instruments, and those of a source, stay."""
    questions = {question.id: question for question in instrument.every_question()}
    for rule in instrument.rules:
        is_ours = rule.grounds.support is not Support.SOURCE and not rule.minimum_of
        if not (is_ours and isinstance(rule.effect, (Raise, Route))):
            continue
        yield from _levels(instrument, rule)
        if rule.condition is not None:
            for change, condition in ConditionEdits(questions, rule.id).edits(rule.condition):
                if change.edit in _THRESHOLDS:
                    yield Candidate(rule, replace(rule, when=condition), change)


def _levels(instrument: Instrument, rule: Rule) -> Iterator[Candidate]:
    if not isinstance(rule.effect, Raise) or rule.condition is None:
        return
    most = instrument.rank(instrument.highest) if instrument.highest else len(instrument.level_ids)
    for rank, level in enumerate(instrument.level_ids):
        if level != rule.target and rank <= most:
            yield Candidate(rule, replace(rule, effect=Raise(level)), None)
