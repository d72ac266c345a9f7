"""The commands together, with help in the language of the user."""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from textwrap import indent
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from integraal import __version__
from integraal.cli import options
from integraal.cli.interrupts import tell_cleared
from integraal.cli.language import words


def _in_own_words(text: str) -> str:
    """Put the few fixed words of the help in the user's language."""
    say = words()
    for english in ("Usage:", "Options:", "Arguments:", "Commands:"):
        own = say(f"help.{english[:-1].lower()}")
        text = re.sub(f"^{english}", own, text, flags=re.MULTILINE)
    for english, key in _FIXED.items():
        text = text.replace(english, say(key))
    # Types of Python say nothing to the reader; the columns stay where they are.
    return re.sub(
        r" <(?:str|int|list\[(?:str|Path)\]|Path)>", lambda found: " " * len(found[0]), text
    )


_FIXED = {
    "[required]": "help.required",
    "[OPTIONS] COMMAND [ARGS]...": "help.group_usage",
    "[OPTIONS]": "help.options_usage",
}


class _Own:
    """What a command and a group of commands do here in their own way."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the arguments; no option with one value is there twice: the last would mislead."""
        refuse_twice(self, ctx, args)
        return super().parse_args(ctx, args)  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, explained in the user's language."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = words()("help.help")
        return option

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _in_own_words(super().get_help(ctx))  # type: ignore[misc]


def refuse_twice(command: Any, context: Any, arguments: list[str]) -> None:
    """Look for an option with one value that is given more than once.

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


class OwnCommand(_Own, TyperCommand):
    """A command whose help speaks the user's language."""

    def invoke(self, ctx: Any) -> Any:
        """Do what is asked, where nothing is left any more of what was cut short."""
        tell_cleared()
        return super().invoke(ctx)

    def get_help(self, ctx: Any) -> str:
        """The help page; typer puts braces around some names of values."""
        return re.sub(r"\{(\w+)\}", r"\1", super().get_help(ctx))


class OwnGroup(_Own, TyperGroup):
    """A group of commands whose help speaks the user's language."""

    def get_params(self, ctx: Any) -> Any:
        """The parameters; those that typer adds itself get words of ours."""
        params = super().get_params(ctx)
        for param in params:
            if param.name in ("install_completion", "show_completion"):
                param.help = words()(f"help.{param.name}")  # type: ignore[attr-defined]
        return params


COMMANDS = {
    "reflecteer": "integraal.cli.commands.reflecteer",
    "advies": "integraal.cli.commands.advies",
    "afspraak": "integraal.cli.commands.afspraak",
    "besluit": "integraal.cli.commands.besluit",
    "verloop": "integraal.cli.commands.verloop",
    "checklist": "integraal.cli.commands.checklist",
    "batch": "integraal.cli.commands.batch",
    "signalen": "integraal.cli.commands.signalen",
    "bewaar": "integraal.cli.commands.bewaar",
    "kaart": "integraal.cli.commands.kaart",
    "overleg": "integraal.cli.commands.overleg",
    "netwerk": "integraal.cli.commands.netwerk",
    "instrumenten": "integraal.cli.commands.instrumenten",
    "niveaus": "integraal.cli.commands.niveaus",
    "controleer": "integraal.cli.commands.controleer",
    "test": "integraal.cli.commands.test",
    "agenda": "integraal.cli.commands.agenda",
    "vergelijk": "integraal.cli.commands.vergelijk",
    "vergelijk-versies": "integraal.cli.commands.vergelijk_versies",
    "vertaal": "integraal.cli.commands.vertaal",
    "panel": "integraal.cli.commands.panel",
    "export": "integraal.cli.commands.export",
}
"""Every command, or group of commands, and the module that makes it."""


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """Put the commands together; their help texts are in the language settled before.

    Args:
        arguments: The command line. Only the commands it may mean are loaded; the others are
            there in name, so that help can list them.
    """
    say = words()
    app = typer.Typer(
        cls=OwnGroup,
        rich_markup_mode=None,
        help=say("help.about"),
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    )
    app.callback(invoke_without_command=True)(_start())
    # While completing, the shell passes the command line elsewhere.
    every = "_INTEGRAAL_COMPLETE" in os.environ
    for name, module in COMMANDS.items():
        command: Callable[..., None] = _named_only
        if every or name in arguments:
            made = import_module(module)
            if hasattr(made, "group"):
                app.add_typer(made.group(), name=name)
                continue
            command = made.command()
        app.command(name, cls=OwnCommand, **help_texts(name))(command)
    return app


def make_group(name: str) -> typer.Typer:
    """Make a group of commands without any yet; alone it shows its help.

    Args:
        name: Of the group; its words stand under `help.NAME`.
    """
    say = words()
    made = typer.Typer(
        cls=OwnGroup,
        rich_markup_mode=None,
        **help_texts(name),
        add_completion=False,
        options_metavar=say("help.options_usage"),
        subcommand_metavar=say(f"help.{name}.usage"),
    )

    def start(
        context: typer.Context,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        if context.invoked_subcommand is None:
            print(context.get_help())

    made.callback(invoke_without_command=True)(start)
    return made


def help_texts(name: str) -> dict[str, Any]:
    """What the help of a command says of it: what it does, in a list as well, and examples."""
    say = words()
    about = say(f"help.{name}")
    examples = indent(say(f"help.{name}.examples"), "  ")
    epilog = f"\b\n{say('help.examples')}\n{examples}"  # `\b` keeps lines as they are
    return {"help": about, "short_help": about, "epilog": epilog}


def _named_only() -> None:
    """Stand in for a command that this command line does not mean."""


def _start() -> Callable[..., None]:
    """Make what runs before any command, or without one."""

    def start(
        context: typer.Context,
        version: Annotated[bool, options.option("--version", key="version", is_eager=True)] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        if version:
            print(f"integraal {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            sys.stdout.write(words()("welcome"))

    return start
