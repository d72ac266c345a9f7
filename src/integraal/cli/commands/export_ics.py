"""`integraal export ics`: reminders of the next look at a case, for one's own calendar."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import sound_case
from integraal.cli.inputs import instrument_for, open_case, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.marks import tell_unlimited
from integraal.cli.output.seam import Output, offers
from integraal.cli.readers import say_names_left_off
from integraal.model.finding import faulty


def ics_command() -> Callable[..., None]:
    """Make `integraal export ics`, in the language of this process."""
    say = words()

    @offers(Format.ICS)
    def ics(
        case: Annotated[str, options.argument("case", say("metavar.case"))],
        out: Output,
        past_too: Annotated[bool, options.option("--ook-voorbij", key="past_too")] = False,
    ) -> None:
        from integraal.exchange.calendar import days_cancelled, follow_up_days, reminders

        opened = open_instrument(instrument_for(case), words().language)
        case_file = open_case(case, opened)
        found = case_file.case
        sound_case(found, opened)
        screen.report_all(case_file.notes)
        say, since = words(), date.min if past_too else date.today()
        still, every = (
            [day for day in days if day >= since]
            for days in (follow_up_days(found), (*follow_up_days(found), *days_cancelled(found)))
        )
        if passed := [day for day in follow_up_days(found) if day < since]:
            screen.tell(say("ics.past", count=len(passed)))
        if not every:
            raise faulty("no-follow-up", case)
        out.write(reminders(found, say, since))
        say_names_left_off([found])
        if out.target is not None:
            screen.tell(say("ics.written", count=len(still)))
            tell_unlimited(found.keep_until, out.target)
        if cancelled := len(every) - len(still):
            screen.tell(say("ics.cancelled", count=cancelled))

    return ics
