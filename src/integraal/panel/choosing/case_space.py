"""The cases that a study can have, as literals: whole stories, and what each tells.

A whole story answers every question that is put to it and no other, in no way that is ruled out.
What stands in a study beside such a case differs from it in one answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.condition import Condition
from integraal.model.instrument import Instrument, Kind, Limit, Raise, Route, Rule
from integraal.model.tables import rows, table_of
from integraal.panel.choosing.goals import Step, is_told
from integraal.solving.answer_space import AnswerLiterals, AnswerSpace, Value, answers_in
from integraal.solving.circuit import FALSE, Circuit
from integraal.solving.decision import decides, rivals_of
from integraal.solving.encoding import Encoding, Rails
from integraal.solving.rule_encoding import rule_encoding
from integraal.solving.solver import Model, Solver


class Story:
    """One case, as literals."""

    def __init__(self, encoding: Encoding, ruled_out: Sequence[Condition]) -> None:
        self.encoding = encoding
        self._ruled_out = ruled_out

    @property
    def program(self) -> Program:
        """The program."""
        return self.encoding.program

    @property
    def instrument(self) -> Instrument:
        """Its instrument."""
        return self.program.instrument

    @property
    def circuit(self) -> Circuit:
        """Where the literals are."""
        return self.encoding.circuit

    @cached_property
    def rails(self) -> Mapping[str, Rails]:
        """The rails of every rule."""
        return rule_encoding(self.encoding)

    @cached_property
    def fits(self) -> int:
        """Make the literal that says that only what is put to people is answered, and whole."""
        return self.circuit.all_of(self._fitting())

    def _fitting(self) -> Iterator[int]:
        for answer in self.encoding.answers.values():
            if not is_told(self.instrument, answer.question):
                yield answer.blank
                continue
            asked = self.encoding.asked(answer.question.id)
            yield self.circuit.any_of([asked.holds, answer.blank])
            if answer.question.kind is Kind.SEVERAL:
                yield self.circuit.any_of([answer.known, answer.blank])

    @cached_property
    def is_whole(self) -> int:
        """Make the literal that says that all that is put to people is known."""
        told = (a for a in self.encoding.answers.values() if is_told(self.instrument, a.question))
        return self.circuit.all_of(
            self.circuit.any_of([-self.encoding.asked(answer.question.id).holds, answer.known])
            for answer in told
        )

    @cached_property
    def is_likely(self) -> int:
        """Make the literal that says that nothing is so that was ruled out."""
        nodes = (self.program.nodes[condition] for condition in self._ruled_out)
        return self.circuit.all_of(-self.encoding.of(node).holds for node in nodes)

    def tells(self, rule: Rule) -> int:
        """Make the literal that says that the advice would be another without a rule."""
        same = (self._comes_next(rule, row) for row in self._same_below(rule))
        return self.circuit.all_of([decides(self, rule), *(-literal for literal in same)])

    def settles_at(self, rank: int) -> int:
        """Make the literal that says that the level is this one, and no higher any more."""
        at = [self.encoding.reaches(rank), self.encoding.stays_below(rank + 1)]
        return self.circuit.all_of(at)

    def goes_without(self, rule: Rule) -> int:
        """Make the literal that says that a rule fails, and that nothing else does what it did."""
        circuit, rails = self.circuit, self.rails
        match rule.effect:
            case Raise() | Limit():
                same = [rule, *rivals_of(self, rule)]
                return circuit.all_of(rails[one.id].fails for one in same)
            case Route():
                leading = [row for row in self._table(rule) if row.effect == rule.effect]
                others = (-decides(self, row) for row in leading)
                return circuit.all_of([-rails[rule.id].holds, *others])
            case _:
                return FALSE

    def _table(self, rule: Rule) -> tuple[Rule, ...]:
        table = table_of(self.instrument, rule)
        return rows(self.instrument, table) if table else ()

    def _same_below(self, rule: Rule) -> list[Rule]:
        """The other rows of its table that lead to the same route, from where it stands."""
        every = self._table(rule)
        return [row for row in every if row is not rule and row.effect == rule.effect]

    def _comes_next(self, rule: Rule, row: Rule) -> int:
        """Make the literal that says that, without a row, another is where its table ends."""
        above = [other for other in rivals_of(self, row) if other is not rule]
        return self.circuit.all_of(
            [self.rails[row.id].holds, *(-self.rails[other.id].holds for other in above)]
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """A case and the one that differs from it in one answer."""

    story: Story
    fixed: tuple[int, ...]
    """What must hold of the case itself, so that the other is one step away."""


class CaseSpace(Solver):
    """Every case that there can be, open to questions."""

    def __init__(self, program: Program, ruled_out: Sequence[Condition] = ()) -> None:
        """Lay out the cases.

        Args:
            program: Lowered of an instrument in which what is ruled out stands as a promise, so
                that it was lowered along.
            ruled_out: Conditions that no case may fulfil.
        """
        super().__init__()
        self.program = program
        self._ruled_out = tuple(ruled_out)
        answers = AnswerSpace(self.circuit, [program]).literals
        self.story = Story(Encoding(self.circuit, program, answers), self._ruled_out)
        self.add([self.story.fits])
        self._beside: dict[tuple[str, Value, bool], Story] = {}

    def answers(self, model: Model, story: Story) -> Answers:
        """Read the answers of a case out of a model."""
        return answers_in(model, story.encoding.answers)

    def exclude(self, answers: Answers) -> None:
        """From here on, find no case with these answers, as far as rules tell them apart."""
        self.add([-literal for literal in self._said(answers)])

    def _said(self, answers: Answers) -> Iterator[int]:
        for name, literals in self.story.encoding.answers.items():
            answer = answers.get(name)
            if isinstance(answer, frozenset):
                yield from (literals.yes[option] for option in literals.yes if option in answer)
                yield from (literals.no[option] for option in literals.no if option not in answer)
            elif isinstance(answer, str | float | int):
                yield literals.yes[answer]
            else:
                yield literals.blank

    def beside(self, step: Step) -> Iterator[Beside]:
        """Every way in which a case can be one step from another, the higher first."""
        answer = self.story.encoding.answers[step.question]
        if step.among:
            yield from self._one_more(step, answer)
            return
        for here, there in ((step.high, step.low), (step.low, step.high)):
            yield Beside(self._settled(answer, there), (answer.yes[here],))

    def _one_more(self, step: Step, answer: AnswerLiterals) -> Iterator[Beside]:
        """One option more or less of those that are counted."""
        circuit = self.circuit
        chosen = [answer.yes[option] for option in step.among]
        for is_higher in (True, False):
            count = int(step.high if is_higher else step.low)
            exactly = [circuit.at_least(count, chosen), -circuit.at_least(count + 1, chosen)]
            for option in step.among:
                here = answer.yes[option] if is_higher else answer.no[option]
                other = self._settled(answer, option, chosen=not is_higher)
                yield Beside(other, (*exactly, answer.known, here))

    def _settled(self, answer: AnswerLiterals, value: Value, *, chosen: bool = True) -> Story:
        key = (answer.question.id, value, chosen)
        if key not in self._beside:
            changed = answer.settled(self.circuit, value, chosen=chosen)
            encoding = self.story.encoding.with_answer(changed)
            self._beside[key] = Story(encoding, self._ruled_out)
        return self._beside[key]

    def settled_as_wished(
        self, model: Model, wanted: Sequence[int], wishes: Iterable[Sequence[int]]
    ) -> Model:
        """Find a model that grants of each of some wishes the first that can be.

        Args:
            model: In which everything holds that is wanted.
            wanted: What must go on holding.
            wishes: Literals of which one is wished, the dearest first.
        """
        fixed = list(wanted)
        for ways in wishes:
            for way in ways:
                found = model if model.holds(way) else self.find([*fixed, way])
                if found is not None:
                    model = found
                    fixed.append(way)
                    break
        return model
