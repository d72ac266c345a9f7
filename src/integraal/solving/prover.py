"""Ask about an instrument over its whole answer space, and get a case to show for it.

A case that the solver finds is believed only after the interpreter, which is the reference, has
given every rule the truth that the clauses gave it.
"""

from collections.abc import Iterator, Mapping, Sequence

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Kind
from integraal.model.truth import Truth
from integraal.solving.answer_space import AnswerLiterals, AnswerSpace, answers_in
from integraal.solving.encoding import Encoding, Rails
from integraal.solving.rule_encoding import rule_encoding
from integraal.solving.solver import Model, Solver


class DisagreementError(Exception):
    """The clauses and the interpreter say different things: a fault of ours, never an author's."""


class Prover(Solver):
    """A program over its whole answer space, open to questions.

    >>> from integraal.engine.lower import lower
    >>> from integraal.reading.library import Library
    >>> with Prover(lower(Library().instrument("voor-wie-doen-we-wat"))) as prover:
    ...     crises = prover.rails["herhaalde-crises"].holds
    ...     below = prover.encoding.stays_below(3)
    ...     prover.can(crises, below), sorted(prover.case(crises))
    (False, ['gezinsleden', 'verloop'])
    """

    def __init__(self, program: Program, others: Sequence[Program] = ()) -> None:
        super().__init__()
        self.instrument = program.instrument
        self.program = program
        self.space = AnswerSpace(self.circuit, [self.program, *others])
        self.encoding = Encoding(self.circuit, self.program, self.space.literals)
        self.rails = rule_encoding(self.encoding)

    def can(self, *wanted: int) -> bool:
        """Whether these literals can hold together, whatever the answers.

        Raises:
            OutOfBoundError: when that could not be settled within the bound.
        """
        return self.find(wanted) is not None

    def case(self, *wanted: int) -> Answers | None:
        """Find a case in which these literals hold, with little in it; None when there is none."""
        found = self.cases(wanted, self.encoding)
        return found[0] if found else None

    def cases(self, wanted: Sequence[int], *encodings: Encoding) -> tuple[Answers, ...] | None:
        """Find a case in each of these encodings such that these literals hold."""
        for encoding in encodings:
            encoding.complete()
        model = self.find(wanted)
        if model is None:
            return None
        wishes = (wish for encoding in encodings for wish in _wishes(encoding.answers))
        model = self.granting(wishes, model, wanted)
        return tuple(_believed(model, encoding) for encoding in encodings)

    def as_many(self, wished: Sequence[int], certain: Sequence[int] = ()) -> list[int]:
        """Add wishes one by one to what is certain, as long as everything can hold together.

        Returns: What is certain, and the wishes that came true.
        """
        taken = list(certain)
        for wish in wished:
            if self.can(*taken, wish):
                taken.append(wish)
        return taken

    def nearest(self, wished: Sequence[int], certain: Sequence[int] = ()) -> tuple[Answers, ...]:
        """Find the case in which as many wishes come true as can; none when nothing is certain."""
        case = self.case(*self.as_many(wished, certain))
        return () if case is None else (case,)


def _wishes(answers: Mapping[str, AnswerLiterals]) -> Iterator[int]:
    """What makes a case easier to read; the most important first."""
    for answer in answers.values():
        yield answer.sayable
    several = [a for a in answers.values() if a.question.kind is Kind.SEVERAL]
    # One option says more plainly what matters than a list does.
    yield from (answer.blank for answer in several)
    yield from (answer.blank for answer in answers.values())
    yield from (answer.known for answer in several)
    yield from (-literal for answer in several for literal in answer.yes.values())


def _believed(model: Model, encoding: Encoding) -> Answers:
    """Read the answers out of a model, and have the interpreter confirm every truth in it.

    Raises:
        DisagreementError: if it does not.
    """
    answers = answers_in(model, encoding.answers)
    evaluation = Evaluation(encoding.program, answers)
    for node in encoding.nodes():
        if evaluation.of(node) is not truth_in(model, encoding.of(node)):
            raise DisagreementError(f"{node} with {answers}")
    return answers


def truth_in(model: Model, rails: Rails) -> Truth:
    """Read a truth out of a model."""
    if model.holds(rails.holds):
        return Truth.TRUE
    return Truth.FALSE if model.holds(rails.fails) else Truth.UNKNOWN
