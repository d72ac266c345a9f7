"""What somebody asks about an advice: why, why not, what if, and by what smallest step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from integraal.cli.speech import words
from integraal.cli.typed import Given, read_typed
from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import without_dropped
from integraal.engine.program import Program
from integraal.engine.steps import smallest_steps
from integraal.engine.why import obstacles, supports
from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.model.codes import question_codes
from integraal.model.instrument import Instrument
from integraal.model.steps import Change
from integraal.reading.shape_check import nearest
from integraal.report.why_data import change_data, obstacle_data, step_data, support_data

if TYPE_CHECKING:
    from integraal.report.blocks import Block, Document

ANY_LEVEL = ""
"""What `--kleinste-stap` means when no level is named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of one command line."""

    why: bool = False
    why_not: str | None = None
    what_if: tuple[Change, ...] = ()
    step: str | None = None
    """Id of a level; ANY_LEVEL for any other; None when not asked."""

    @property
    def is_anything(self) -> bool:
        """Whether anything was asked at all."""
        return self.why or bool(self.what_if) or self.why_not is not None or self.step is not None


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
        typer.BadParameter: for a level, question or answer that does not exist.
    """
    levels = [level.id for level in instrument.scale.levels] if instrument.scale else []
    outcomes = [outcome.id for outcome in instrument.outcomes]
    if why_not is not None:
        why_not = _level_of(instrument, why_not)
        _check(why_not, [*levels, *outcomes], "--waarom-niet")
    if step not in (None, ANY_LEVEL):
        step = _level_of(instrument, str(step))
        _check(step, levels, "--kleinste-stap")
    return Asked(why, why_not, tuple(_change(instrument, text) for text in what_if), step)


def _check(word: str, known: list[str], option: str) -> None:
    if word not in known:
        problem = words()("usage.unknown_target", word=word, known=", ".join(known))
        raise typer.BadParameter(_with_nearest(problem, word, known), param_hint=option)


def _id_of(instrument: Instrument, named: str) -> str:
    """Find a question by its id, its code on the page or its name; else leave it as it is."""
    word = named.strip().casefold()
    codes = question_codes(instrument)
    for question in instrument.questions():
        if word in (question.id, codes[question.id].casefold(), question.name.casefold()):
            return question.id
    return named


def _level_of(instrument: Instrument, named: str) -> str:
    """Find a level by its id or name; else leave it as it is."""
    levels = instrument.scale.levels if instrument.scale else ()
    return next((lv.id for lv in levels if named.casefold() == lv.name.casefold()), named)


def _change(instrument: Instrument, text: str) -> Change:
    named, separator, answer = text.partition("=")
    name = _id_of(instrument, named)
    known = [question.id for question in instrument.questions()]
    if not separator:
        raise typer.BadParameter(words()("usage.what_if"), param_hint="--wat-als")
    if name not in known:
        problem = words()("finding.no-such-question", question=name)
        raise typer.BadParameter(_with_nearest(problem, name, known), param_hint="--wat-als")
    question = instrument.question(name)
    reply = read_typed(question, answer, words())
    if not isinstance(reply, Given):
        expected = ", ".join(question.option_ids)
        problem = words()("finding.no-such-option", question=name, option=answer, expected=expected)
        near = _with_nearest(problem, answer, list(question.option_ids))
        raise typer.BadParameter(near, param_hint="--wat-als")
    return Change(name, reply.answer)


def _with_nearest(problem: str, word: str, known: list[str]) -> str:
    suggestion = nearest(word, known)
    hint = words()("remedy.did_you_mean", suggestion=suggestion) if suggestion else ""
    return f"{problem} {hint}".strip()


def _after(program: Program, answers: Answers, changes: Sequence[Change]) -> Answers:
    for change in changes:
        answers = answers.with_answer(change.question, change.answer)
    return without_dropped(program, answers)


def reply_document(program: Program, case: Case, request: Asked) -> "Document":
    """Lay out the replies for one case, below its level."""
    from integraal.report.advice_page import level_page

    answers = without_dropped(program, case.latest.answers)
    advice = evaluate(program, answers)
    blocks = tuple(_blocks(program, answers, request))
    return level_page(case, program.instrument, answers, advice, words(), blocks)


def _blocks(program: Program, answers: Answers, request: Asked) -> Iterator["Block"]:
    from integraal.report.why_blocks import WhyBlocks

    make = WhyBlocks(program.instrument, answers, words())
    advice = evaluate(program, answers)
    if request.why:
        yield from make.why(supports(program, answers))
    if request.why_not is not None:
        target = request.why_not
        is_level = target not in {outcome.id for outcome in program.instrument.outcomes}
        higher = supports(program, answers, target) if is_level else []
        yield from make.why_not(target, advice, obstacles(program, answers, target), higher)
    if request.what_if:
        after = evaluate(program, _after(program, answers, request.what_if))
        yield from make.what_if(request.what_if, advice, after)
    if request.step is not None:
        target_level = request.step or None
        yield from make.steps(smallest_steps(program, answers, target_level), target_level)


def reply_data(program: Program, case: Case, request: Asked) -> dict[str, Any]:
    """Give the replies for one case as data, to stand beside the advice."""
    answers = without_dropped(program, case.latest.answers)
    data: dict[str, Any] = {}
    if request.why:
        data["why"] = [support_data(support) for support in supports(program, answers)]
    if request.why_not is not None:
        found = obstacles(program, answers, request.why_not)
        data["why_not"] = [obstacle_data(obstacle, answers) for obstacle in found]
    if request.what_if:
        after = evaluate(program, _after(program, answers, request.what_if))
        data["what_if"] = {
            "changes": [change_data(c, program.instrument) for c in request.what_if],
            "level": after.level.id if after.level else None,
            "reach": after.reach.id if after.reach else None,
            "feasible": after.feasible.id if after.feasible else None,
        }
    if request.step is not None:
        steps = smallest_steps(program, answers, request.step or None)
        data["smallest_steps"] = [step_data(step, program.instrument) for step in steps]
    return data
