"""Whether somebody may be in danger, as far as the answers tell, whatever instrument is in view.

A danger is looked for rule by rule: no table that ends at another row, no mode that leaves
questions out and no level can hide one.
"""

from collections.abc import Iterable, Iterator

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Instrument, Kind, Question, Statement
from integraal.model.results.advice import Reason
from integraal.model.results.danger import Danger
from integraal.model.truth import Truth


def dangers(program: Program, answers: Answers) -> tuple[Danger, ...]:
    """The dangers that these answers make true, each cause once, in the order of the rules."""
    evaluation = Evaluation(program, without_dropped(program, answers), are_understood=True)
    found: dict[str, Danger] = {}
    for rule in program.instrument.danger_rules:
        node, statement = program.node_of(rule), program.instrument.danger_of(rule)
        if node is not None and evaluation.of(node) is Truth.TRUE:
            reason = Reason(rule, unique(supporting(evaluation, node)))
            danger = Danger(program.instrument, statement, reason, evaluation.answers)
            found.setdefault(statement.id, danger)
    return tuple(found.values())


def gathered(programs: Iterable[Program], answers: Answers, *ahead: Answers) -> tuple[Danger, ...]:
    """The dangers that several instruments see in one case; what two say alike is said once.

    Args:
        programs: The instrument in view, and the others that the case has answers of.
        answers: Of the case, to the questions of all of them.
        ahead: Of days after today. What they alone make true is said too.
    """
    found: list[Danger] = []
    every = tuple(programs)
    for program in every:
        for danger in dangers(program, answers):
            if not any(_is_told(danger, other) for other in found):
                found.append(danger)
    for later in ahead:
        told = {(one.instrument.id, one.statement.id) for one in found}
        more = gathered(every, later)
        found += [one for one in more if (one.instrument.id, one.statement.id) not in told]
    return tuple(found)


def _is_told(danger: Danger, other: Danger) -> bool:
    """Whether another danger has the same cause and calls at least the same lines."""
    is_same = danger.cause == other.cause and danger.instrument.id != other.instrument.id
    return is_same and set(danger.statement.call) <= set(other.statement.call)


def heard(programs: Iterable[Program], readings: Iterable[Answers]) -> tuple[Danger, ...]:
    """The dangers that any reading makes true of answers that can be read in several ways.

    Args:
        programs: The instrument in view, and the others that watch.
        readings: What the answers may be.

    Returns: Each danger once; the one whose question is asked first comes first.
    """
    every = tuple(programs)
    found = {
        (danger.instrument.id, danger.statement.id): danger
        for answers in readings
        for danger in gathered(every, answers)
    }
    return tuple(sorted(found.values(), key=_asked_at))


def _asked_at(danger: Danger) -> int:
    ids = [question.id for question in danger.instrument.questions()]
    return min((ids.index(name) for name in danger.reason.answers if name in ids), default=0)


def danger_ids(
    program: Program, others: Iterable[Program], answers: Answers, *ahead: Answers
) -> tuple[str, ...]:
    """The dangers of a case as tables name them: of another instrument with that before the id.

    Args:
        program: The instrument in view.
        others: Those whose rules are watched beside it (`watched_by`).
        answers: Of the case, to the questions of all of them.
        ahead: Of days after today, likewise.
    """
    found = gathered((program, *others), answers, *ahead)
    return tuple(danger_id(program, one.instrument, one.statement) for one in found)


def watched_by(program: Program) -> tuple[Program, ...]:
    """The instruments whose danger rules a program watches, each by itself."""
    others = {each.instrument.id: each.instrument for each in program.watched}
    return tuple(map(lower, others.values()))


def danger_id(program: Program, instrument: Instrument, statement: Statement) -> str:
    """How tables name a danger: `meldcode/bel-eerst-112` where it is of another instrument."""
    is_own = instrument.id == program.instrument.id
    return statement.id if is_own else f"{instrument.id}/{statement.id}"


def danger_at(program: Program) -> dict[tuple[str, str], tuple[Statement, ...]]:
    """Which single answers make a danger true by themselves.

    Returns: Ids of question and option, with the statements that this answer makes true.
    """
    found = {}
    for question in program.instrument.questions():
        for option, answer in _answers(question):
            told = dangers(program, Answers({question.id: answer}))
            if told:
                found[question.id, option] = tuple(danger.statement for danger in told)
    return found


def _answers(question: Question) -> Iterator[tuple[str, Answer]]:
    for option in question.option_ids:
        yield option, frozenset({option}) if question.kind is Kind.SEVERAL else option
