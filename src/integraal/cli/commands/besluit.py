"""`integraal besluit`: people choose something else than what was advised, and say why."""

import re
import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import STDIN
from integraal.cli.interview.question_card import Done
from integraal.cli.language import words
from integraal.cli.moments.choices import Choice, choice_in, choices
from integraal.cli.moments.notebook import Notebook, noting, tell_of_shell
from integraal.cli.moments.own_words import OwnWords, check_own_words, check_refused
from integraal.model.case import Decision
from integraal.model.finding import Place
from integraal.model.instrument import Instrument
from integraal.report.parts.timeline.decided import advice_line
from integraal.report.render.visible import visible

_APART = re.compile(r"\s+/\s*|\s*/\s+")


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def besluit(
        case: Annotated[str, options.argument("case_file", say("metavar.case"))],
        text: Annotated[str | None, options.argument("decided", say("metavar.decided"))] = None,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        for_others: Annotated[bool, options.option("--voor-iedereen", key="for_others")] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        with noting(case, instrument) as notebook:
            of = notebook.assessment.instrument
            screen.tell(advice_line(notebook.assessment, words()))
            if text is None:
                decision = _asked(of, for_others=for_others)
                if decision is None:
                    screen.tell(words()("decided.stopped"))
                    raise typer.Exit(FINDINGS)
            else:
                if text != STDIN:
                    tell_of_shell("integraal besluit")
                line = sys.stdin.read() if text == STDIN else text
                decision = _read(of, " ".join(line.split()), for_others=for_others)
            _write(notebook, decision)

    return besluit


def _asked(instrument: Instrument, *, for_others: bool) -> Decision | None:
    """Ask for a decision; None where somebody would rather not."""
    ask = OwnWords("decisions")
    for number, one in enumerate(choices(instrument), 1):
        screen.tell(f"  {number}. {visible(one.name)}", hang=5)
    try:
        typed = ask.understood(
            "decided.what", lambda said: choice_in(instrument, said), "decided.unknown"
        )
        chosen = choice_in(instrument, typed)
        if chosen is None:
            return None
        because = ask.text("decided.why")
        who = ask.text("decided.who", may_be_empty=True)
    except Done:
        return None
    return _decision(instrument, chosen, because, who, for_others=for_others)


def _read(instrument: Instrument, line: str, *, for_others: bool) -> Decision:
    """Read a decision from a line: what, why and who, with a slash between them.

    Raises:
        BadParameter: if it is none.
    """
    what, *more = (part.strip() for part in _APART.split(line))
    chosen = choice_in(instrument, what)
    if chosen is None:
        names = words().listed([one.name for one in choices(instrument)], "or")
        problem = words()("usage.no_such_choice", typed=what, known=names)
        raise typer.BadParameter(problem, param_hint=words()("metavar.decided"))
    if not any(more):
        raise typer.BadParameter(words()("usage.no_reason"), param_hint=words()("metavar.decided"))
    reason, who = (more, "") if len(more) == 1 else (more[:-1], more[-1])
    decision = _decision(instrument, chosen, " / ".join(reason), who, for_others=for_others)
    check_own_words("decisions", [_own_words(decision)])
    return decision


def _decision(
    instrument: Instrument, chosen: Choice, because: str, who: str, *, for_others: bool
) -> Decision:
    level, outcome = (chosen.id, "") if chosen.is_level else ("", chosen.id)
    return Decision(instrument.id, because, level, outcome, who, for_others)


def _own_words(decision: Decision) -> tuple[str, Place]:
    told = " · ".join(filter(None, (decision.because, decision.who)))
    return told, Place("stdin", 1, 1)


def _write(notebook: Notebook, decision: Decision) -> None:
    check_refused("decisions", [_own_words(decision)])
    notebook.writer.decide(decision)
    screen.tell(words()("decided.noted", day=words().date(date.today())))
