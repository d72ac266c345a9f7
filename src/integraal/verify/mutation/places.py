"""Where in the file of an instrument a change is made."""

from typing import assert_never

from integraal.model.instrument import Instrument
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
        case Owner.ACTION:
            return ("actions", [one.id for one in instrument.actions].index(change.owner), "id")
        case Owner.OUTCOME:
            return ("outcomes", [one.id for one in instrument.outcomes].index(change.owner), "id")
        case Owner.PROMISE:
            return ("never", [one.id for one in instrument.never].index(change.owner), "id")
        case Owner.INSTRUMENT:
            return ("withhold_until",)
        case _:
            assert_never(change.of)
