"""Point from the advice of one instrument to the next that fits, with the command to type."""

import contextlib
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.cli.loading import STDIN, open_instrument
from integraal.cli.speech import words
from integraal.model.advice import Advice, Reason
from integraal.model.finding import Faulty
from integraal.model.instrument import Act, Instrument, Statement

if TYPE_CHECKING:
    from integraal.report.advice_page import Onward


def onward(instrument: Instrument, advice: Advice, file: str) -> "tuple[Onward, ...]":
    """List the instruments that fit next, each once, the most urgent reason first."""
    from integraal.report.advice_page import Onward

    found: dict[str, Onward] = {}
    pointing = sorted(_pointing(instrument, advice), key=lambda pair: not pair[0].urgent)
    for statement, reason in pointing:
        name = statement.leads_to
        if not name or name in found:
            continue
        # One that is not there, or is faulty, has findings when it is looked at itself.
        with contextlib.suppress(Faulty):
            title = open_instrument(name, words().language).title
            found[name] = Onward(title, reason.rule.grounds.because, command(name, file))
    return tuple(found.values())


def _pointing(instrument: Instrument, advice: Advice) -> Iterator[tuple[Statement, Reason]]:
    for reason in advice.actions:
        if isinstance(reason.rule.effect, Act):
            yield instrument.action(reason.rule.effect.action), reason
    for outcome in advice.outcomes:
        if outcome.holds_now:
            yield instrument.outcome(outcome.id), outcome.reason


def command(instrument: str, file: str) -> str:
    """Give the command that goes on with an instrument, ready to copy."""
    kept = () if file in ("", STDIN) else ("--casus", file)
    return shlex.join(["integraal", "reflecteer", instrument, *kept])
