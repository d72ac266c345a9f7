"""What somebody asks about advice: why, why not, what if, and by what smallest step."""

from collections.abc import Sequence
from typing import TypedDict

import typer

from integraal.cli import terminal as screen
from integraal.cli.interview.doubt import text_doubts
from integraal.cli.interview.reply_parser import Given, Misread, read_typed
from integraal.cli.language import with_nearest, words
from integraal.model.codes import question_codes, shown_options
from integraal.model.finding import Place
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.results.explanation import ANY_LEVEL
from integraal.model.results.steps import Change
from integraal.words.numbers import wanted


class Asked(TypedDict, total=False):
    """The questions of one command line, as `explain` takes them; empty when nothing is asked."""

    why: bool
    why_not: str
    what_if: tuple[Change, ...]
    step: str


def asked(
    instrument: Instrument,
    *,
    why: bool,
    why_not: str | None,
    what_if: Sequence[str],
    step: str | None,
) -> Asked:
    """Check what was asked against the instrument.

    Raises:
        typer.BadParameter: for a level, question or answer that does not exist, or two answers to
            one question.
    """
    levels = [level.id for level in instrument.scale.levels] if instrument.scale else []
    outcomes = [outcome.id for outcome in instrument.outcomes]
    found: Asked = {"why": True} if why else {}
    if why_not is not None:
        found["why_not"] = _level_of(instrument, why_not)
        _check(found["why_not"], [*levels, *outcomes], "--waarom-niet")
    if step is not None:
        found["step"] = _step(instrument, step, levels, outcomes)
    if what_if:
        found["what_if"] = _changes(instrument, what_if)
    return found


def _step(instrument: Instrument, named: str, levels: list[str], outcomes: list[str]) -> str:
    """Find the level to which the smallest step must lead; a step to a route is not looked for."""
    level = _level_of(instrument, named)
    if not levels or level in outcomes:
        problem = words()("usage.steps_between_levels" if levels else "usage.no_levels")
        raise typer.BadParameter(problem, param_hint="--kleinste-stap")
    if level != ANY_LEVEL:
        _check(level, levels, "--kleinste-stap")
    return level


def _check(word: str, known: list[str], option: str) -> None:
    if word not in known:
        problem = words()("usage.unknown_target", word=word, known=", ".join(known))
        raise typer.BadParameter(with_nearest(problem, word, known), param_hint=option)


def _id_of(instrument: Instrument, named: str) -> str:
    """Find a question by its id, its code on the page or its name; else leave it as it is."""
    word = named.strip().casefold()
    codes = question_codes(instrument)
    for question in instrument.every_question():
        if word in (question.id, codes.get(question.id, "").casefold(), question.name.casefold()):
            return question.id
    return named


def _level_of(instrument: Instrument, named: str) -> str:
    """Find a level by its id or name; else leave it as it is."""
    levels = instrument.scale.levels if instrument.scale else ()
    return next((lv.id for lv in levels if named.casefold() == lv.name.casefold()), named)


def _changes(instrument: Instrument, texts: Sequence[str]) -> tuple[Change, ...]:
    """Read every supposed answer; one question cannot have two."""
    found: dict[str, Change] = {}
    for text in texts:
        change = _change(instrument, text)
        if found.setdefault(change.question, change) != change:
            name = instrument.question(change.question).name
            problem = words()("usage.what_if_twice", question=name)
            raise typer.BadParameter(problem, param_hint="--wat-als")
    return tuple(found.values())


def _change(instrument: Instrument, text: str) -> Change:
    named, separator, answer = text.partition("=")
    name = _id_of(instrument, named)
    known = [question.id for question in instrument.every_question()]
    if not separator:
        raise typer.BadParameter(words()("usage.what_if"), param_hint="--wat-als")
    if name not in known:
        problem = words()("finding.no-such-question", question=name)
        raise typer.BadParameter(with_nearest(problem, name, known), param_hint="--wat-als")
    question = instrument.question(name)
    reply = read_typed(question, answer, words())
    if isinstance(reply, Misread) and reply.key == "typed.identifies":
        problem = words()(reply.key, word=reply.word)
        raise typer.BadParameter(problem, param_hint="--wat-als")
    if not isinstance(reply, Given):
        raise typer.BadParameter(_not_an_answer(question, answer), param_hint="--wat-als")
    if question.kind is Kind.TEXT:
        screen.report_all(text_doubts(name, str(reply.answer), Place("--wat-als")))
    return Change(name, reply.answer)


def _not_an_answer(question: Question, answer: str) -> str:
    """What would be an answer to this question."""
    if question.kind is Kind.NUMBER:
        told = {"wanted": wanted(question, words()), "example": question.numbers.nearest(7)}
        return words()("usage.what_if_number", question=question.id, answer=answer, **told)
    if question.kind is Kind.TEXT:
        return words()("usage.what_if_text", question=question.id)
    options = [option.id for option in shown_options(question)]
    details = {"question": question.id, "option": answer, "expected": ", ".join(options)}
    return with_nearest(words()("finding.no-such-option", **details), answer, options)
