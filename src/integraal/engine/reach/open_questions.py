"""Which unanswered questions can still change the level, most telling first."""

from collections.abc import Iterator

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.program import Program
from integraal.engine.reach.numbers import representatives
from integraal.engine.reach.ranks import Outlook
from integraal.engine.reach.search import partly
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Kind, Question
from integraal.model.results.advice import OpenQuestion


def open_questions(outlook: Outlook) -> list[OpenQuestion]:
    """Name the open questions: those of which two answers can lead to two levels.

    The most telling question is the one whose answer narrows the range most, averaged over its
    possible answers; equals go by the level they could lead to, then by the instrument's order.
    """
    program = outlook.evaluation.program
    scale = program.instrument.scale
    if scale is None or outlook.ranks.level == outlook.ranks.reach:
        return []
    could_become = _differences(outlook)
    questions = [q for q in program.questions.values() if q.id in could_become]
    questions.sort(key=lambda q: (_mean_width(outlook, q), -could_become[q.id]))
    return [OpenQuestion(q.id, scale.levels[could_become[q.id]]) for q in questions]


def _differences(outlook: Outlook) -> dict[str, int]:
    """Find the highest rank that one answer to a question reaches and another does not.

    A question that is not named cannot change the level, whatever the other unknown answers are.
    """
    found: dict[str, int] = {}
    asked = _candidates(outlook)
    for rank in range(outlook.ranks.reach, outlook.ranks.level, -1):
        rules = [rule for rule in outlook.open_rules if rule.rank == rank]
        outlook.rule_out(rank)
        for question in asked:
            if question not in found and any(outlook.tells(question, rule) for rule in rules):
                found[question] = rank
    return found


def _candidates(outlook: Outlook) -> tuple[str, ...]:
    """Name the questions that keep a rule above the level open, as far as Kleene can tell."""
    return unique(
        name
        for rule in outlook.open_rules
        if outlook.ranks.level < rule.rank <= outlook.ranks.reach
        for name in supporting(outlook.evaluation, rule.node)
    )


def _mean_width(outlook: Outlook, question: Question) -> float:
    """Average how wide the range would still be, over the possible answers, as Kleene sees it."""
    evaluation, widths = outlook.evaluation, []
    for answer in extremes(evaluation.program, question.id, evaluation.answers):
        level, reach = outlook.with_answer(question.id, answer)
        widths.append(reach - level)
    return sum(widths) / len(widths)


def extremes(program: Program, question_id: str, answers: Answers) -> list[Answer]:
    """List the answers to try; for choose-several, what is known with more and more added."""
    question = program.instrument.question(question_id)
    if question.kind is Kind.ONE:
        return list(question.option_ids)
    if question.kind is Kind.SEVERAL:
        return list(_subsets(program, question, answers))
    return list(representatives(program, question_id))


def _subsets(program: Program, question: Question, answers: Answers) -> Iterator[Answer]:
    """From what is certainly chosen to everything that may be, with each option alone between."""
    known = partly(program, question.id, answers.get(question.id, DONT_KNOW))
    yield known.chosen
    yield known.chosen | known.unknown
    for option in question.option_ids:
        if option in known.unknown and len(known.unknown) > 1:
            yield known.chosen | {option}
            yield known.chosen | known.unknown - {option}
