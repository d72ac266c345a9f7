"""`integraal panel …`: a study in which professionals rate invented cases; a command a step."""

from collections.abc import Callable

import typer

from integraal.cli.app import OwnCommand, help_texts, make_group
from integraal.cli.commands import (
    panel_kies,
    panel_lees,
    panel_oefen,
    panel_vellen,
    panel_verslag,
)

# One line for each step: name → what makes its command.
STEPS: dict[str, Callable[[], Callable[..., None]]] = {
    "kies": panel_kies.command,
    "vellen": panel_vellen.command,
    "lees": panel_lees.command,
    "oefen": panel_oefen.command,
    "verslag": panel_verslag.command,
}


def group() -> typer.Typer:
    """Make the group, in the language of this process."""
    made = make_group("panel")
    for name, step in STEPS.items():
        made.command(name, cls=OwnCommand, **help_texts(f"panel.{name}"))(step())
    return made
