"""`integraal export ics`: reminders of the next look at a case, for one's own calendar."""

from collections.abc import Callable
from typing import Annotated

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import instrument_for, open_case, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
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
    ) -> None:
        from integraal.exchange.calendar import follow_up_days, reminders

        case_file = open_case(case, open_instrument(instrument_for(case), words().language))
        found = case_file.case
        for note in case_file.notes:
            screen.report(note)
        if not follow_up_days(found):
            raise faulty("no-follow-up", case)
        say = words()
        out.write(reminders(found, say))
        say_names_left_off([found])
        if out.target is not None:
            screen.tell(say("ics.written", count=len(follow_up_days(found))))

    return ics
