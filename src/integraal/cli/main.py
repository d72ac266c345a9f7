"""Run the command line: every way in which a command can end has one exit code and one tone.

Whatever a command remembers ends with it: the next one in the same process begins as the first did.
"""

import errno
import os
import re
import traceback
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import typer
from typer.exceptions import Exit, TyperException

from integraal.cli import terminal as screen
from integraal.cli.app import COMMANDS, make_app
from integraal.cli.exit_codes import DONE, FINDINGS, INTERRUPTED, OUR_FAULT, USAGE
from integraal.cli.language import asked_language, speaking, with_nearest, words
from integraal.cli.output.logbook import logbook
from integraal.model.finding import Faulty, Finding
from integraal.privacy.discreet import without
from integraal.reading.ledger import ledger
from integraal.report.render.visible import visible

_MAY_STAND_ALONE = ("--kleinste-stap",)
_PARTS = re.compile(r"[=,;]|\s/\s")
"""What stands between the parts of a value: of a change, a list, a theme, an agreement."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; nothing of it is left behind in this process."""
    with (
        screen.usable_streams(),
        speaking(asked_language(arguments)),
        ledger(),
        logbook(arguments),
        screen.ending(),
    ):
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(make_app(arguments))
    try:
        code = command.main(_with_values(arguments), prog_name="integraal", standalone_mode=False)
        screen.check_arrival()
    except Exit as stop:
        code = stop.exit_code
    except SystemExit as stop:  # how typer ends when a shell has asked for completions
        code = stop.code
    except Exception as error:
        code = _ended_by(error, arguments)
    except KeyboardInterrupt:
        code = _interrupted()
    return code if isinstance(code, int) else DONE


def _ended_by(error: Exception, arguments: Sequence[str]) -> int:
    """Say why a command ended before its end, and give its exit code."""
    match error:
        case TyperException():
            return _usage(error, arguments)
        case Faulty(findings=findings):
            screen.report_all(_harmless(finding, arguments) for finding in findings)
            return FINDINGS
        case typer.Abort():
            return _interrupted()
        case OSError():
            return _cannot_print(error)
        case _:
            return _our_fault(error)


def _harmless(finding: Finding, arguments: Sequence[str]) -> Finding:
    """A finding that repeats no word of the command line that tells of somebody."""
    pieces = _pieces(arguments)
    details = tuple((name, without(told, pieces)) for name, told in finding.details)
    file = without(finding.place.file, pieces)
    return replace(finding, place=replace(finding.place, file=file), details=details)


def _pieces(arguments: Sequence[str]) -> list[str]:
    """What a sentence could repeat of a command line; it may end up in a log."""
    words = [word[2:] if re.match("-[^-]", word) else word for word in arguments]
    parts = (part for word in words for part in (word, *_PARTS.split(word), *word.split("=", 1)))
    return [as_shown for part in parts for as_shown in (part, part.strip(), visible(part).strip())]


def _interrupted() -> int:
    screen.talk(words()("interrupted"))
    return INTERRUPTED


def _with_values(arguments: Sequence[str]) -> list[str]:
    """Give an option whose value may be left out an empty one where it was.

    What follows counts as its value only if it looks like an id: no option, no path, no stdin.

    >>> _with_values(["advies", "--kleinste-stap", "C-1.yaml"])
    ['advies', '--kleinste-stap=', 'C-1.yaml']
    >>> _with_values(["advies", "C-1.yaml", "--kleinste-stap", "cooperatie"])
    ['advies', 'C-1.yaml', '--kleinste-stap', 'cooperatie']
    """
    given = []
    for index, argument in enumerate(arguments):
        following = "".join(arguments[index + 1 : index + 2])
        is_alone = not re.fullmatch(r"[a-z0-9]+([_-][a-z0-9]+)*", following)
        given.append(f"{argument}=" if argument in _MAY_STAND_ALONE and is_alone else argument)
    return given


def _cannot_print(error: OSError) -> int:
    """End well when what we print cannot be received."""
    if error.errno not in (errno.EPIPE, errno.ENOSPC, errno.EBADF, errno.EIO):
        return _our_fault(error)
    if error.errno == errno.EPIPE:
        return DONE  # whoever was reading has seen enough
    screen.talk(words()("cannot_print", reason=words().detail("reason", error.strerror or "")))
    return FINDINGS


def _our_fault(error: Exception) -> int:
    """Say that integraal itself is at fault; the details are for who wants to report it."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}, {where.filename}:{where.lineno}"
    screen.talk(words()("internal", place=place))
    if os.environ.get("INTEGRAAL_DEBUG"):
        traceback.print_exception(error)
    return OUR_FAULT


_INSTRUMENT = ("-i", "--instrument")


def _usage(error: TyperException, arguments: Sequence[str]) -> int:
    """Say what is wrong with a command line, and the one next step."""
    context: Any = getattr(error, "ctx", None)
    screen.talk(without(_sentence(error, context), _pieces(arguments)))
    named = [word for word in arguments if word in COMMANDS]
    path = context.command_path if context else " ".join(["integraal", *named[:1]])
    screen.talk(words()("usage.help", command=path))
    return USAGE


def _sentence(error: TyperException, context: Any) -> str:
    say = words()
    match type(error).__name__:
        case "NoSuchOption":
            option = str(getattr(error, "option_name", ""))
            params = context.command.params if context else []
            known = [name for each in params for name in each.opts]
            shown = [getattr(each, "metavar", "") for each in params]
            if option in _INSTRUMENT and say("metavar.instrument") in shown:
                return say("usage.instrument_bare", command=context.command_path)
            return with_nearest(say("usage.no_such_option", option=option), option, known)
        case "MissingParameter":
            return say("usage.missing", name=_shown_name(error))
        case "BadParameter":
            return say("usage.bad_value", name=_shown_name(error), problem=_problem(error))
        case "BadOptionUsage":
            return say("usage.needs_value", option=str(getattr(error, "option_name", "")))
        case _:
            return _other(error, context)


def _other(error: TyperException, context: Any) -> str:
    """Say what typer has no class of its own for: an unknown command, or a word too many."""
    message = error.format_message()
    commands = getattr(getattr(context, "command", None), "commands", None)
    if commands:
        wanted = "".join(re.findall(r"'([^']*)'", message)[:1])
        sentence = words()("usage.no_such_command", command=wanted)
        return with_nearest(sentence, wanted, list(commands))
    extra = re.search(r"extra argument.*\((.*)\)", message)
    return words()("usage.too_much", problem=extra[1] if extra else message)


def _shown_name(error: TyperException) -> str:
    param: Any = getattr(error, "param", None)
    hint = getattr(error, "param_hint", None)
    if hint or param is None:
        return str(hint or "")
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)


def _problem(error: TyperException) -> str:
    """The choices when a value is none of them, else what was said."""
    message = str(getattr(error, "message", error))
    choices = re.search(r"is not one of (.*)\.$", message)
    if choices:
        return words()("usage.choose_from", choices=choices[1].replace("'", ""))
    return message
