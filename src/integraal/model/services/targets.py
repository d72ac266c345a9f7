"""What there is in an instrument that a service of a network can be for."""

from collections.abc import Iterator

from integraal.model.instrument import Instrument, Kind
from integraal.model.services.network import Target, TargetKind


def targets_of(instrument: Instrument) -> Iterator[Target]:
    """Everything of an instrument that a service can be for."""
    for outcome in instrument.outcomes:
        yield Target(instrument.id, TargetKind.OUTCOME, outcome.id, outcome.text)
    for action in instrument.actions:
        yield Target(instrument.id, TargetKind.ACTION, action.id, action.text)
    for question in instrument.questions():
        if question.kind is Kind.SEVERAL:
            for option in question.options:
                yield Target(instrument.id, TargetKind.OPTION, option.id, option.label, question.id)
    for level in instrument.scale.levels if instrument.scale else ():
        for form in level.forms:
            yield Target(instrument.id, TargetKind.FORM, form.id, form.name)
