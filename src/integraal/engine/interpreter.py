"""Evaluate a Program on the answers of one case, one node at a time.

This is the reference body: it is written to be read, and every other engine must agree with it.
"""

from typing import assert_never

from integraal.engine.program import (
    NEVER,
    And,
    Constant,
    Count,
    Negation,
    Node,
    Or,
    Program,
    Test,
    Weighted,
)
from integraal.engine.understood import understood
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.model.instrument import Rule
from integraal.model.truth import (
    Truth,
    all_of,
    any_of,
    at_least,
    count_reaches,
    negate,
    sum_reaches,
    truth,
)


class Evaluation:
    """The truth of every node of a program, for one set of answers.

    Leaves are worked out once, when first asked for. An answer that is none to its question is not
    known, unless whoever made the answers vouches that there are none of those.
    """

    __slots__ = ("_leaves", "answers", "program")

    def __init__(self, program: Program, answers: Answers, *, are_understood: bool = False) -> None:
        self.program = program
        self.answers = answers if are_understood else understood(program.questions, answers)
        self._leaves: list[Truth | None] = [None] * len(program.leaves)

    def of(self, node: Node) -> Truth:
        """Whether a node holds."""
        match node:
            case Test(index):
                return self._leaf(index)
            case Constant(holds):
                return truth(holds)
            case And(parts):
                return all_of(map(self.of, parts))
            case Or(parts):
                return any_of(map(self.of, parts))
            case Negation(part):
                return negate(self.of(part))
            case Count(needed, parts):
                return at_least(needed, map(self.of, parts))
            case Weighted(needed, weighed):
                return sum_reaches(needed, ((weight, self.of(part)) for weight, part in weighed))
            case _:
                assert_never(node)

    def of_rule(self, rule: Rule) -> Truth | None:
        """Whether a rule holds; None where it looks at other rules or the direction."""
        node = self.program.node_of(rule)
        return None if node is None else self.of(node)

    def applies(self, question: str) -> Truth:
        """Whether a question applies, given the answers to the ones before it."""
        return self.of(self.program.asked[question])

    def _leaf(self, index: int) -> Truth:
        value = self._leaves[index]
        if value is None:
            value = self._leaves[index] = leaf_truth(self.program.leaves[index], self.answers)
        return value


def leaf_truth(leaf: Leaf, answers: Answers) -> Truth:
    """Whether one leaf holds, leaving aside whether its question applies.

    >>> leaf_truth(OneIn("draaglast", ("zwaar",)), Answers({"draaglast": "licht"})).name
    'FALSE'
    >>> leaf_truth(OneIn("draaglast", ("zwaar",)), Answers()).name
    'UNKNOWN'
    """
    if isinstance(leaf, Known):
        has_part = leaf.in_part and isinstance(answers.get(leaf.question), Partly)
        return truth((has_part or answers.known(leaf.question)) is leaf.wanted)
    answer = answers.get(leaf.question, DONT_KNOW)
    return Truth.UNKNOWN if answer is DONT_KNOW else _known_truth(leaf, answer)


def _known_truth(leaf: OneIn | SomeChosen | Between, answer: Answer) -> Truth:
    match leaf:
        case OneIn(_, options):
            return truth(answer in options)
        case SomeChosen(_, options, count):
            chosen, unknown = _chosen(answer)
            return count_reaches(
                count, len(chosen.intersection(options)), len(unknown.intersection(options))
            )
        case Between(_, low, high):
            value = _number(answer)
            return truth((low is None or value >= low) and (high is None or value <= high))
        case _:
            assert_never(leaf)


def _chosen(answer: Answer) -> tuple[frozenset[str], frozenset[str]]:
    """Split a choose-several answer into what is chosen and what might be."""
    if isinstance(answer, Partly):
        return answer.chosen, answer.unknown
    if not isinstance(answer, frozenset):
        raise TypeError(f"not an answer to a choose-several question: {answer!r}")
    return answer, frozenset()


def _number(answer: Answer) -> float:
    if not isinstance(answer, (int, float)):
        raise TypeError(f"not a number: {answer!r}")
    return answer


def left_out(program: Program, answers: Answers) -> tuple[str, ...]:
    """Name the questions that have an answer but are left out of this program altogether."""
    return tuple(
        question
        for question in answers
        if question in program.asked and program.asked[question] == NEVER
    )


def not_counted(program: Program, answers: Answers) -> tuple[str, ...]:
    """Name the questions that have an answer and are asked, but do not count for the level."""
    if not program.source_only:
        return ()
    return tuple(
        question.id
        for question in program.instrument.every_question()
        if question.own_addition and question.id in answers and program.asked[question.id] != NEVER
    )


def without_dropped(program: Program, answers: Answers) -> Answers:
    """Leave out the answers to questions that, as other answers show, do not apply.

    What is no answer to its question is not known in what is left.

    An answer given before its question was switched off counts nowhere. Questions that are left
    out of this program altogether keep their answers: the rules cannot see them anyway, and
    another sitting may want them.
    """
    evaluation = Evaluation(program, answers)
    return evaluation.answers.without(
        *(
            question
            for question in answers
            if question in program.asked
            and program.asked[question] != NEVER
            and evaluation.applies(question) is Truth.FALSE
        )
    )
