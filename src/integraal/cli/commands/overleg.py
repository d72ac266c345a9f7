"""`integraal overleg`: the meetings of a local network: a year ahead, one of them, what recurs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli.language import words
from integraal.cli.moments.agreed_line import day_of
from integraal.cli.output.formats import PAGE, Format
from integraal.cli.output.seam import Output, offers
from integraal.cli.services.opening import every_target, open_network

if TYPE_CHECKING:
    from integraal.cli.meetings.notes import Given
    from integraal.model.services.network import Network, Target

_MOST = 12
"""Meetings in a year."""
_ONE = ("--plan", "--agenda", "--uitnodiging", "--verslag")


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()
    day_shown, names = say("metavar.day"), say("metavar.names")

    @offers(*PAGE, Format.ICS)
    def overleg(
        network: Annotated[str, options.argument("network_file", say("metavar.network"))],
        out: Output,
        plan: Annotated[bool, options.option("--plan", key="meeting_plan")] = False,
        agenda: Annotated[bool, options.option("--agenda", key="meeting_agenda")] = False,
        invite: Annotated[bool, options.option("--uitnodiging", key="meeting_invite")] = False,
        notes: Annotated[bool, options.option("--verslag", key="meeting_notes")] = False,
        on: Annotated[
            str | None, options.option("--datum", key="meeting_day", metavar=day_shown)
        ] = None,
        since: Annotated[
            str | None, options.option("--vanaf", key="meeting_from", metavar=day_shown)
        ] = None,
        count: Annotated[
            int,
            options.option("--keer", key="meeting_count", metavar="N", parser=_count),
        ] = 4,
        begin: Annotated[
            str, options.option("--begin", key="meeting_begin", metavar=say("metavar.time"))
        ] = "",
        where: Annotated[
            str, options.option("--waar", key="meeting_where", metavar=say("metavar.place"))
        ] = "",
        signals: Annotated[
            list[str] | None,
            options.option("--signalen", key="meeting_signals", metavar=say("metavar.batch_out")),
        ] = None,
        sectors: Annotated[
            str | None, options.option("--sectoren", key="meeting_sectors", metavar=names)
        ] = None,
        present: Annotated[
            str | None, options.option("--aanwezig", key="meeting_present", metavar=names)
        ] = None,
        chair: Annotated[
            str | None,
            options.option("--voorzitter", key="meeting_chair", metavar=say("metavar.name")),
        ] = None,
        next_chair: Annotated[
            str | None,
            options.option("--neemt-over", key="meeting_next_chair", metavar=say("metavar.name")),
        ] = None,
        items: Annotated[
            str | None, options.option("--agendapunten", key="meeting_items", metavar=names)
        ] = None,
        themes: Annotated[
            list[str] | None,
            options.option("--thema", key="meeting_theme", metavar=say("metavar.theme")),
        ] = None,
        agreements: Annotated[
            list[str] | None,
            options.option("--afspraak", key="meeting_agreed", metavar=say("metavar.agreement")),
        ] = None,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        from integraal.cli.meetings.notes import Given

        chosen = [
            option
            for option, is_chosen in zip(_ONE, (plan, agenda, invite, notes), strict=True)
            if is_chosen
        ]
        if len(chosen) > 1:
            raise typer.BadParameter(say("usage.meeting_one_thing"))
        wanted = "".join(chosen)
        lines = (tuple(themes or ()), tuple(agreements or ()))
        given = Given(sectors, present, chair, next_chair, items, *lines)
        _check(wanted, given, out, signals, is_since=since is not None)
        asked = _Asked(network, out, _day(on, "--datum"), _day(since, "--vanaf"), count, quiet)
        if wanted == "--verslag":
            from integraal.cli.meetings.noting import note_meeting

            note_meeting(network, asked.opened, given, asked.day)
        elif wanted == "--plan":
            asked.plan(options.time_of_day(begin), where)
        elif wanted:
            asked.coming(options.time_of_day(begin), where, is_invitation=invite)
        else:
            asked.memory(signals or [])

    return overleg


def _check(
    wanted: str, given: "Given", out: Output, signals: Sequence[str] | None, *, is_since: bool
) -> None:
    """Refuse options that belong to something else than what is wanted.

    Raises:
        typer.BadParameter: naming where they belong.
    """
    belongs = (
        (given.is_something, "--verslag"),
        (is_since, "--plan"),
    )
    for is_given, option in belongs:
        if is_given and wanted != option:
            raise typer.BadParameter(words()("usage.meeting_not_here", option=option))
    if signals and wanted:
        problem = words()("usage.meeting_not_here", option="integraal overleg NETWERK")
        raise typer.BadParameter(problem, param_hint="--signalen")
    if out.format is Format.ICS and wanted not in ("--plan", "--uitnodiging"):
        raise typer.BadParameter(words()("usage.meeting_calendar"), param_hint="--formaat")


def _count(given: str | int) -> int:
    """Read how many meetings there are in a year.

    Raises:
        typer.BadParameter: if it is no number, or more than one a month.
    """
    count = options.whole_number(given)
    if count > _MOST:
        raise typer.BadParameter(words()("usage.meeting_count", most=_MOST))
    return count


def _day(given: str | None, option: str) -> date | None:
    """Read a day.

    Raises:
        typer.BadParameter: if it is none.
    """
    day = day_of(given) if given is not None else None
    if given is not None and day is None:
        raise typer.BadParameter(words()("usage.day", given=given), param_hint=option)
    return day


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked of one network."""

    name: str
    out: Output
    day: date | None
    since: date | None
    count: int
    quiet: bool

    def opened(self) -> "tuple[Network, tuple[Target, ...]]":
        targets = every_target()
        return open_network([self.name], targets, quiet=self.quiet), targets

    def plan(self, begin: time | None, where: str) -> None:
        from integraal.cli.meetings.coming import calendar_of, coming_meeting, planned
        from integraal.report.meetings.data import plan_data
        from integraal.report.meetings.plan import plan_page

        network, targets = self.opened()
        made = planned(network, targets, self.since or date.today(), self.count)
        if self.out.format is Format.ICS:
            coming = coming_meeting(network, targets, made.days[0].day, begin, where)
            days = [each.day for each in made.days]
            self.out.write(calendar_of(coming, days))
        else:
            self.out.write(plan_data(made) if self.out.is_data else plan_page(made, words()))

    def coming(self, begin: time | None, where: str, *, is_invitation: bool) -> None:
        from integraal.cli.meetings.coming import calendar_of, coming_meeting, spoken_there
        from integraal.report.meetings.agenda import agenda_page
        from integraal.report.meetings.data import agenda_data, invitation_data
        from integraal.report.meetings.invitation import invitation_page

        network, targets = self.opened()
        coming = coming_meeting(network, targets, self.day, begin, where)
        if self.out.format is Format.ICS:
            self.out.write(calendar_of(coming, [coming.day]))
        elif not is_invitation:
            page = agenda_data(coming) if self.out.is_data else agenda_page(coming, words())
            self.out.write(page)
        else:
            spoken = spoken_there(network)
            is_data = self.out.is_data
            self.out.write(
                invitation_data(coming, spoken) if is_data else invitation_page(coming, spoken)
            )

    def memory(self, results: Sequence[str]) -> None:
        from integraal.cli.meetings.results import reported_in
        from integraal.model.services.network import SECTORS
        from integraal.network.recurring import remember
        from integraal.report.meetings.data import memory_data
        from integraal.report.meetings.memory import memory_page

        today = date.today()
        network, targets = self.opened()
        found = remember(network, targets, today)
        reported = reported_in(results, today) if results else []
        sectors = [each for each in targets if each.question == SECTORS]
        if self.out.is_data:
            self.out.write(memory_data(found, reported))
        else:
            self.out.write(memory_page(found, sectors, reported, words()))
