"""Leaving: where the answers are; and where they are nowhere, a last chance to keep them."""

import sys
from pathlib import Path

from integraal.cli import terminal as screen
from integraal.cli.danger import Watch
from integraal.cli.interrupts import take_time
from integraal.cli.interview.question_card import Asker, Done
from integraal.cli.interview.session_file import Keeper, kept_in, wanted_file
from integraal.cli.language import words
from integraal.cli.moments.choice import begin_with
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument


def offer_to_keep(asker: Asker, keeper: Keeper, instrument: Instrument, danger: str) -> None:
    """Ask where the answers go, where there are any and nobody said so; a new file, or none.

    Args:
        asker: Asks for the name.
        keeper: Of the answers; it is told where they are.
        instrument: Whose questions they answer.
        danger: What is said before anything is asked; empty for nothing.
    """
    if keeper.shown or not keeper.moment.answers or not sys.stdin.isatty():
        return
    take_time()
    screen.talk("")
    if danger:
        screen.tell(danger)
    try:
        while (name := wanted_file(asker, words()("keep.offer"))) is not None:
            if _is_kept(name, asker, keeper, instrument):
                return
    except (Done, KeyboardInterrupt):
        screen.talk("")  # that is an answer too


def _is_kept(name: str, asker: Asker, keeper: Keeper, instrument: Instrument) -> bool:
    if Path(name).exists():
        screen.tell(words()("keep.taken", file=name))
        return False
    begin = begin_with(asker, by_code=True)  # there is no moment before it to be asked about
    try:
        with kept_in(name, instrument, begin, keeper.moment.day) as new:
            new.save(keeper.moment.answers)
            keeper.go_on_in(new)
    except Faulty as faulty:
        screen.report_all(faulty.findings)
        return False
    return True


def say_where(how: str, keeper: Keeper, command: str, watch: Watch) -> None:
    """Say how a sitting ended and where the answers are; danger has the last word.

    Args:
        how: Name of the sentence that says how it ended.
        keeper: Of the answers.
        command: The one to go on with.
        watch: Over this sitting.
    """
    if how != "keep.done":
        screen.talk("")
        if not watch.dangers:  # whoever stops there is not told that it does not matter
            screen.tell(words()(how))
    screen.tell(words()(keeper.where(), file=keeper.shown))
    if keeper.shown:
        screen.talk(f"  {command}")
    day = keeper.before.keep_until
    if keeper.is_new and keeper.is_kept and day:
        screen.tell(words()("keep.new_day", file=keeper.shown, day=words().date(day)))
    watch.again(is_done=how == "keep.done")
