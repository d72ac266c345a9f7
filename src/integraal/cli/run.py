"""Run the command line: every way in which a command can end has one exit code and one tone.

0 is done, 1 is findings (something read was not right), 2 is wrong usage, 130 is Ctrl-C.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.exceptions import Exit, TyperException

from integraal.cli import screen
from integraal.cli.speech import asked_language, speak, words
from integraal.model.finding import Faulty

DONE, FINDINGS, USAGE, INTERRUPTED = 0, 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    # integraal has no pydantic plugins; looking for them reads every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    screen.prepare()
    speak(asked_language(arguments))
    # After the language is settled, since help texts are made when the commands are.
    from integraal.cli.app import make_app

    command = typer.main.get_command(make_app(arguments))
    try:
        code = command.main(list(arguments), prog_name="integraal", standalone_mode=False)
    except Exit as stop:
        code = stop.exit_code
    except TyperException as error:
        code = _usage(error)
    except Faulty as faulty:
        for finding in faulty.findings:
            screen.report(finding)
        code = FINDINGS
    except (KeyboardInterrupt, typer.Abort):
        screen.talk(words()("interrupted"))
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has seen enough. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    return code if isinstance(code, int) else DONE


def _usage(error: TyperException) -> int:
    """Say what is wrong with a command line, and the one next step."""
    context: Any = getattr(error, "ctx", None)
    screen.talk(_sentence(error, context))
    path = context.command_path if context else "integraal"
    screen.talk(words()("usage.help", command=path))
    return USAGE


def _sentence(error: TyperException, context: Any) -> str:
    from integraal.reading.shape_check import nearest

    say = words()
    kind = type(error).__name__
    if kind == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        known = [name for param in context.command.params for name in param.opts] if context else []
        return _with_nearest(say("usage.no_such_option", option=option), nearest(option, known))
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        return say("usage.missing", name=_shown_name(param))
    if kind == "BadParameter":
        return say(
            "usage.bad_value",
            name=_shown_name(getattr(error, "param", None)),
            problem=_problem(error),
        )
    if kind == "BadOptionUsage":
        return say("usage.needs_value", option=str(getattr(error, "option_name", "")))
    return _other(error, context)


def _other(error: TyperException, context: Any) -> str:
    from integraal.reading.shape_check import nearest

    commands = getattr(getattr(context, "command", None), "commands", {})
    if commands:
        name = error.format_message().split("'")[1:2]
        wanted = "".join(name)
        sentence = words()("usage.no_such_command", command=wanted)
        return _with_nearest(sentence, nearest(wanted, list(commands)))
    return words()("usage.too_much", problem=error.format_message())


def _with_nearest(sentence: str, suggestion: str) -> str:
    if not suggestion:
        return sentence
    return f"{sentence} {words()('remedy.did_you_mean', suggestion=suggestion)}"


def _shown_name(param: Any) -> str:
    if param is None:
        return ""
    return str(param.opts[0] if param.param_type_name == "option" else param.make_metavar(None))


def _problem(error: TyperException) -> str:
    choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
    if choices:
        return words()("usage.choose_from", choices=", ".join(map(str, choices)))
    return getattr(error, "message", str(error))
