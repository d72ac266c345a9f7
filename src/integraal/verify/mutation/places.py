"""Where in the file of an instrument a change is made."""

from collections.abc import Sequence
from typing import assert_never

from integraal.model.instrument import Definition, Instrument, Never, Score, Statement
from integraal.model.results.trial import Change, Owner
from integraal.verify.paths import Path, question_path, rule_path


def change_path(instrument: Instrument, change: Change) -> Path:
    """Where what a mutant changes stands."""
    match change.of:
        case Owner.RULE:
            return rule_path(instrument, instrument.rule(change.owner))
        case Owner.ASKED:
            return question_path(instrument, instrument.question(change.owner), "ask_when")
        case Owner.QUESTION:
            return question_path(instrument, instrument.question(change.owner))
        case Owner.ACTION | Owner.OUTCOME | Owner.PROMISE | Owner.DEFINITION | Owner.SCORE:
            return _in_list(instrument, change)
        case Owner.INSTRUMENT:
            return ("withhold_until",)
        case _:
            assert_never(change.of)


def _in_list(instrument: Instrument, change: Change) -> Path:
    lists: dict[Owner, tuple[str, Sequence[Statement | Never | Definition | Score]]] = {
        Owner.ACTION: ("actions", instrument.actions),
        Owner.OUTCOME: ("outcomes", instrument.outcomes),
        Owner.PROMISE: ("never", instrument.never),
        Owner.DEFINITION: ("definitions", instrument.definitions),
        Owner.SCORE: ("scores", instrument.scores),
    }
    key, listed = lists[change.of]
    return (key, [one.id for one in listed].index(change.owner), "id")
