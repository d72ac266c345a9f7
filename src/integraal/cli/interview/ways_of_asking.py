"""Choose how to ask: a menu needs a real terminal on both sides."""

import sys

from integraal.cli import terminal as screen
from integraal.cli.interview.question_card import Asker
from integraal.cli.language import words


def asker_for(*, plain: bool) -> Asker:
    """Make what asks here.

    Args:
        plain: Whether somebody wants plain lines.
    """
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if plain or not on_terminal or not screen.can_move_cursor():
        from integraal.cli.interview.plain_lines import PlainAsker

        return PlainAsker(words())
    from integraal.cli.interview.menu import MenuAsker

    return MenuAsker(words())
