"""Point from the advice of one instrument to the next that fits, with the command to type."""

import contextlib
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.cli.inputs import STDIN, open_instrument
from integraal.cli.language import words
from integraal.model.finding import Faulty
from integraal.model.results.advice import Reason
from integraal.model.results.assessment import Assessment

if TYPE_CHECKING:
    from integraal.report.parts.further import Onward


def onward(assessment: Assessment, file: str) -> "tuple[Onward, ...]":
    """List the instruments that fit next, each once, the most urgent reason first."""
    from integraal.report.parts.further import Onward
    from integraal.report.phrases.grounds import short_grounds

    found: dict[str, Onward] = {}
    for name, reason in _pointing(assessment):
        if not name or name in found:
            continue
        # One that is not there, or is faulty, has findings when it is looked at itself.
        with contextlib.suppress(Faulty):
            next_one = open_instrument(name, words().language)
            # What is about a family and what is not never share a file.
            kept = file if next_one.keep_apart is assessment.instrument.keep_apart else ""
            because = reason.rule.grounds.because
            rests_on = short_grounds(reason.rule, assessment.reader, words())
            found[name] = Onward(next_one.title, because, rests_on, command(name, kept))
    return tuple(found.values())


def _pointing(assessment: Assessment) -> Iterator[tuple[str, Reason]]:
    """What points on: urgent actions, then routes, reasons and the other actions."""
    instrument, advice = assessment.instrument, assessment.advice
    for danger in assessment.dangers:
        if danger.instrument.id == instrument.id:
            yield danger.statement.leads_to, danger.reason
    yield from ((instrument.action_of(r.rule).leads_to, r) for r in assessment.to_ask_first)
    for outcome in advice.outcomes:
        if outcome.holds_now:
            yield instrument.outcome(outcome.id).leads_to, outcome.reason
            yield outcome.reason.rule.leads_to, outcome.reason
    yield from ((reason.rule.leads_to, reason) for reason in (*advice.reasons, *advice.limits))
    for reason in advice.actions:
        yield instrument.action_of(reason.rule).leads_to or reason.rule.leads_to, reason


def command(instrument: str, file: str) -> str:
    """The command that goes on with an instrument, ready to copy."""
    kept = () if file in ("", STDIN) else ("--casus", file)
    return shlex.join(["integraal", "reflecteer", instrument, *kept])
