"""Definitions that nothing names: their author means them to matter, and they do not."""

from collections.abc import Iterator

from integraal.model.condition import Defined
from integraal.model.definitions import named_in
from integraal.model.finding import Finding
from integraal.model.instrument import Instrument
from integraal.verify.paths import Locate, conditions


def unused_definitions(instrument: Instrument, locate: Locate) -> Iterator[Finding]:
    """The definitions that no rule, question or promise rests on.

    Args:
        instrument: In any language.
        locate: Says where in its file something stands.
    """
    promised = (never.when for never in instrument.never if never.when is not None)
    every = (*(condition for _, condition in conditions(instrument)), *promised)
    named = {name for condition in every for name in named_in(condition)}
    for number, one in enumerate(instrument.definitions):
        if not one.minimum_of and Defined(one.id, one.when) not in named:
            place = locate(("definitions", number, "id"))
            yield Finding.warning("definition-unused", place, definition=one.id)
