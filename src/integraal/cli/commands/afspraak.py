"""`integraal afspraak`: what was agreed, by whom, and when to look at it again."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import STDIN
from integraal.cli.interview.question_card import Done
from integraal.cli.language import words
from integraal.cli.moments.agreed_line import MisreadAgreement, agreement_in, day_of
from integraal.cli.moments.notebook import Notebook, noting, opened, tell_of_shell
from integraal.cli.moments.own_words import OwnWords, check_own_words, check_refused
from integraal.model.case import Agreement, Case
from integraal.model.case.agreements import Agreed, agreements_now, is_same
from integraal.model.finding import Faulty, Finding, Place
from integraal.report.phrases.agreed import agreement_line
from integraal.report.render.visible import visible

_HANG = len("1. ☐ ")


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def afspraak(
        case: Annotated[str, options.argument("case_file", say("metavar.case"))],
        text: Annotated[str | None, options.argument("agreed", say("metavar.agreed"))] = None,
        by: Annotated[
            str | None,
            options.option("--op", key="agreed_by", metavar=say("metavar.day"), callback=_day),
        ] = None,
        done: Annotated[
            int | None,
            options.option("--klaar", key="agreed_done", metavar="N", parser=options.whole_number),
        ] = None,
        dropped: Annotated[
            int | None,
            options.option(
                "--vervalt", key="agreed_dropped", metavar="N", parser=options.whole_number
            ),
        ] = None,
        listed: Annotated[bool, options.option("--lijst", key="agreed_list")] = False,
        for_others: Annotated[bool, options.option("--voor-iedereen", key="for_others")] = False,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        is_new = bool(text is not None or by or for_others)
        numbers = {"--klaar": done, "--vervalt": dropped}
        closed = {option: number for option, number in numbers.items() if number is not None}
        if sum((listed, is_new)) + len(closed) > 1:
            raise typer.BadParameter(words()("usage.agreed_one_thing"))
        if listed:
            show_list(opened(case).case)
            return
        with noting(case) as notebook:
            for option, number in closed.items():
                _close(notebook, number, option)
                return
            day = day_of(by) if by else None
            if text is not None:
                lines = sys.stdin.read().splitlines() if text == STDIN else [text]
                if text != STDIN:
                    tell_of_shell("integraal afspraak")
                _take(notebook, lines, day, for_others=for_others)
            elif not _ask_all(notebook, day, for_others=for_others):
                raise typer.Exit(FINDINGS)

    return afspraak


def _day(given: str | None) -> str | None:
    """Check the day of `--op`.

    Raises:
        typer.BadParameter: if it is none.
    """
    if given is not None and day_of(given) is None:
        raise typer.BadParameter(words()("usage.day", given=given))
    return given


def show_list(case: Case) -> None:
    """Print every agreement with its number, done or not; on a pipe each on one line."""
    every, is_screen = agreements_now(case), sys.stdout.isatty()
    for number, one in enumerate(every, 1):
        line = f"{number}. {_told(one)}"
        print(*(screen.broken(line, _HANG) if is_screen else [visible(line)]), sep="\n")
    if not every:
        screen.tell(words()("agreed.none"))


def _told(agreed: Agreed) -> str:
    line = agreement_line(agreed.agreement, date.today(), words())
    if not agreed.agreement.done:
        return f"☐ {line}"
    one = agreed.agreement
    told = words()("agreed.is_dropped" if one.dropped else "agreed.is_done")
    return f"{'☒' if one.dropped else '☑'} {one.what} · {one.who} · {told}"


def _close(notebook: Notebook, number: int, option: str) -> None:
    every = agreements_now(notebook.case)
    if number > len(every):
        problem = words()("usage.no_such_agreement", number=number, count=len(every))
        raise typer.BadParameter(problem, param_hint=option)
    found = every[number - 1]
    if found.agreement.done:
        screen.tell(words()("agreed.done_already", what=visible(found.agreement.what)))
        return
    dropped = option == "--vervalt"
    notebook.writer.close(*found.last, date.today(), dropped=dropped)
    key = "agreed.dropped" if dropped else "agreed.done"
    screen.tell(words()(key, what=visible(found.agreement.what)))


def _take(notebook: Notebook, lines: Iterable[str], day: date | None, *, for_others: bool) -> None:
    """Take in lines: all of them, or none.

    Raises:
        Faulty: with every line that is no agreement, or that tells who somebody is.
    """
    read = [
        (agreement_in(line, day), Place("stdin", number, 1))
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    wrong = [
        Finding.at("misread-agreement", place, why=words()(one.key))
        for one, place in read
        if isinstance(one, MisreadAgreement)
    ]
    if wrong:
        raise Faulty(wrong)
    agreed = [(one, place) for one, place in read if isinstance(one, Agreement)]
    check_own_words("agreements", ((f"{one.what} · {one.who}", place) for one, place in agreed))
    for one, _ in agreed:
        note(notebook, replace(one, for_others=for_others))
    if not agreed:
        screen.tell(words()("agreed.nothing"))


def _ask_all(notebook: Notebook, day: date | None, *, for_others: bool) -> bool:
    """Ask for agreements until there are no more; False where one was left half."""
    show_open(notebook.case)
    ask, half = OwnWords("agreements"), False
    try:
        while what := ask.text("agreed.what", may_be_empty=True):
            half = True
            moved = _moved(notebook.case, what)
            who = moved.who if moved else ask.text("agreed.who")
            before = moved.by if moved else None
            key = "agreed.when_same" if before else "agreed.when"
            by = day or day_of(ask.understood(key, day_of, "agreed.day_unknown")) or before
            one = replace(moved, by=by) if moved else Agreement(what, who, by, done=False)
            check_refused("agreements", [(f"{one.what} · {one.who}", Place("stdin", 1, 1))])
            note(notebook, replace(one, for_others=for_others or one.for_others))
            half = False
    except Done:
        if half:
            screen.tell(words()("agreed.half"))
    return not half


def show_open(case: Case) -> None:
    """Say which agreements are open, each with its number."""
    still = [(n, one) for n, one in enumerate(agreements_now(case), 1) if not one.agreement.done]
    if still:
        screen.tell(words()("pair", name=words()("course.agreements"), value="").rstrip())
    for number, one in still:
        screen.tell(f"{number}. {_told(one)}", hang=_HANG)


def _moved(case: Case, typed: str) -> Agreement | None:
    """The agreement whose number somebody typed, to give it another day."""
    every = agreements_now(case)
    number = int(typed) if typed.isdecimal() and len(typed) < len("1000") else 0
    if not 1 <= number <= len(every):
        return None
    return replace(every[number - 1].agreement, done=False)


def note(notebook: Notebook, new: Agreement) -> None:
    """Write an agreement, and say which one it is."""
    every = agreements_now(notebook.case)
    before = next((one.agreement for one in every if is_same(one.agreement, new)), None)
    if before is not None:
        is_for_others = new.for_others or before.for_others
        new = replace(new, what=before.what, who=before.who, for_others=is_for_others)
    if before == new:
        screen.tell(words()("agreed.there_already", what=visible(new.what)))
        return
    notebook.writer.agree([new])
    now = agreements_now(notebook.case)
    number = next(n for n, one in enumerate(now, 1) if is_same(one.agreement, new))
    key = "agreed.noted" if before is None else "agreed.moved"
    line = agreement_line(new, date.today(), words())
    screen.tell(words()(key, number=number, line=visible(line)))
