"""What a case tells, as the engine says it: the clauses only help to find the case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.condition import Condition
from integraal.model.instrument import Rule
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth
from integraal.panel.choosing.goals import Step, is_told


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rater could mark of advice, and what is feasible."""

    level: str
    feasible: str
    routes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A case with what it tells."""

    answers: Answers
    mark: Mark
    rules: tuple[str, ...]
    """Without one of these the mark would be another."""
    holding: frozenset[str]
    """Ids of the rules that hold."""


class Telling:
    """Says of cases what they tell of one instrument."""

    def __init__(
        self,
        program: Program,
        rules: Sequence[Rule],
        steps: Sequence[Step],
        ruled_out: Iterable[Condition] = (),
    ) -> None:
        """Begin.

        Args:
            program: Lowered with what is ruled out.
            rules: Those to tell.
            steps: Those to tell.
            ruled_out: Conditions that no case may fulfil.
        """
        self._program = program
        self._rules = {rule.id: rule for rule in rules}
        self._steps = steps
        self._ruled_out = [program.nodes[condition] for condition in ruled_out]
        self._without: dict[str, Program] = {}

    def told(self, answers: Answers) -> Told:
        """What a case tells."""
        advice = self._advice(self._program, answers)
        mark = _mark(advice)
        holding = [name for name, truth in advice.truths if truth is Truth.TRUE]
        deciding = [
            name
            for name in holding
            if name in self._rules and _mark(self._advice(self._lacking(name), answers)) != mark
        ]
        return Told(answers, mark, tuple(deciding), frozenset(holding))

    def steps(self, one: Told, other: Told) -> tuple[Step, ...]:
        """The steps that two cases side by side show; none where they differ in more."""
        asked = dict.fromkeys((*one.answers, *other.answers))
        differ = [q for q in asked if one.answers.get(q) != other.answers.get(q)]
        if len(differ) != 1 or one.mark == other.mark:
            return ()
        [question] = differ
        ends = one.answers.get(question), other.answers.get(question)
        return tuple(
            step
            for step in self._steps
            if step.question == question
            and step.is_between(*ends)
            and step.rule in (*one.rules, *other.rules)
            and (step.rule in one.holding) != (step.rule in other.holding)
        )

    def is_whole(self, answers: Answers) -> bool:
        """Whether a case answers all that is put to people and nothing else, and is likely."""
        evaluation = Evaluation(self._program, answers)
        if any(evaluation.of(node) is Truth.TRUE for node in self._ruled_out):
            return False
        instrument = self._program.instrument
        return all(
            answers.known(question.id)
            is (is_told(instrument, question) and evaluation.applies(question.id) is Truth.TRUE)
            for question in instrument.every_question()
        )

    def holds(self, rule: str, answers: Answers) -> bool:
        """Whether a rule over answers holds."""
        evaluation = Evaluation(self._program, answers, are_understood=True)
        return evaluation.of_rule(self._rules[rule]) is Truth.TRUE

    def is_settled(self, answers: Answers) -> bool:
        """Whether no answer that is not known could change the advice."""
        return self._advice(self._program, answers).is_settled

    def applies(self, answers: Answers) -> tuple[Truth, ...]:
        """Whether each question is put to people."""
        evaluation = Evaluation(self._program, answers)
        return tuple(map(evaluation.applies, self._program.questions))

    def _lacking(self, rule: str) -> Program:
        """The program without a rule."""
        if rule not in self._without:
            instrument = self._program.instrument
            others = tuple(other for other in instrument.rules if other.id != rule)
            self._without[rule] = lower(replace(instrument, rules=others))
        return self._without[rule]

    def _advice(self, program: Program, answers: Answers) -> Advice:
        return evaluate(program, answers, with_open_questions=False)


def _mark(advice: Advice) -> Mark:
    level, feasible = (one.id if one else "" for one in (advice.level, advice.feasible))
    return Mark(level, feasible, advice.outcomes_now)
