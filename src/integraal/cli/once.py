"""Refuse an option that is given twice where only one can count: a silent last one misleads."""

from collections import Counter
from typing import Any

import typer

from integraal.cli.language import words


def refuse_twice(command: Any, context: Any, arguments: list[str]) -> None:
    """Look for an option with one value that is given more than once.

    Args:
        command: The command, or group of commands, that the arguments are for.
        context: Of this command line.
        arguments: As given.

    Raises:
        typer.BadParameter: naming the option.
    """
    if context.resilient_parsing:
        return  # the shell asks how a line could go on
    given = command.make_parser(context).parse_args(args=list(arguments))[2]
    for param, count in Counter(given).items():
        is_option = param.param_type_name == "option"
        if count > 1 and is_option and not (param.multiple or param.is_flag):
            raise typer.BadParameter(words()("usage.once", count=count), ctx=context, param=param)
