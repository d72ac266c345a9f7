"""Put a meeting in the file of its network, which nobody else has meanwhile."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.language import words
from integraal.cli.meetings.notes import Given, Lists, Noted, asked_meeting, typed_meeting
from integraal.cli.moments.notebook import tell_of_shell
from integraal.cli.output.paths import usable_path
from integraal.privacy.discreet import discreetly
from integraal.reading.services.meeting_writer import MeetingWriter
from integraal.reading.services.networks import is_network
from integraal.reading.storage.atomic_write import leftovers
from integraal.reading.storage.locks import alone_with
from integraal.reading.storage.standing import check_not_read_only
from integraal.reading.trees import read_listing

if TYPE_CHECKING:
    from integraal.model.services.network import Network, Target


def note_meeting(
    name: str,
    opened: "Callable[[], tuple[Network, Sequence[Target]]]",
    given: Given,
    day: date | None,
) -> None:
    """Note a meeting.

    Args:
        name: Of the file, as the user wrote it.
        opened: Reads it, and what a theme can be about.
        given: What was typed with the command.
        day: On which it was, if that was typed.

    Raises:
        typer.BadParameter: if the day cannot be, or the file is no network.
        typer.Exit: if somebody stopped halfway.
        Faulty: if the file could not be written.
    """
    today = date.today()
    if day is not None and day > today:
        problem = words()("usage.meeting_ahead", day=words().date(day))
        raise typer.BadParameter(problem, param_hint="--datum")
    # A link is followed: two ways to one file are still one file.
    path = Path(os.path.realpath(usable_path(name)))
    if not path.exists():
        opened()  # it says so
    with alone_with(path):
        with discreetly():
            is_ours = is_network(read_listing(path))
        if not is_ours:
            raise typer.BadParameter(words()("usage.meeting_is_file"))
        check_not_read_only(path)
        for left_behind in leftovers(path):
            left_behind.unlink(missing_ok=True)  # by a save that was killed
        network, targets = opened()
        noted = _noted(network, targets, given, day, today)
        meeting = noted.meeting
        MeetingWriter(path).add(meeting, noted.next_chair)
    told = {"themes": len(meeting.themes or ()), "agreements": len(meeting.agreements)}
    screen.tell(words()("meetings.noted", day=words().date(meeting.on), file=name, **told))


def _noted(
    network: "Network",
    targets: "Sequence[Target]",
    given: Given,
    day: date | None,
    today: date,
) -> Noted:
    """The meeting that somebody told, of a day of which nothing was noted before.

    Raises:
        typer.BadParameter: if something was.
        typer.Exit: if somebody stopped halfway.
    """
    lists = Lists(network, targets, today)
    if day is not None:
        _check_free(network, day)
    if given.is_something:
        if given.themes or given.agreements:
            tell_of_shell("integraal overleg --verslag")
        noted = typed_meeting(day or today, given, lists)
    else:
        asked = asked_meeting(lists, day, today, _noted_days(network))
        if asked is None:
            raise typer.Exit(FINDINGS)
        noted = asked
    _check_free(network, noted.meeting.on)
    return noted


def _check_free(network: "Network", day: date) -> None:
    """Refuse a day of which a meeting was noted.

    Raises:
        typer.BadParameter: saying so.
    """
    if day in _noted_days(network):
        problem = words()("usage.meeting_noted", day=words().date(day))
        raise typer.BadParameter(problem, param_hint="--datum")


def _noted_days(network: "Network") -> frozenset[date]:
    """The days of which there is more in the file than that there was a meeting."""
    return frozenset(
        each.on
        for each in network.gathered.meetings
        if each.sectors or each.present or each.themes or each.agreements
    )
