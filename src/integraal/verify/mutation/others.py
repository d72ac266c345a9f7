"""Can a change in what others may read ever be noticed? Proven, or shown by a case.

A page for others is the page of the same case with every sensitive answer at its lowest need; where
that tells something else there is no page. So what is sensitive may be marked twice: where a page
is always withheld anyway, nobody can notice that one of the two marks is gone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from integraal.engine.program import Program
from integraal.engine.readers import is_sensitive
from integraal.model.answers import Answers
from integraal.model.condition import Otherwise
from integraal.model.instrument import (
    Act,
    Instrument,
    Kind,
    Limit,
    Provisional,
    Question,
    Raise,
    Route,
    Rule,
)
from integraal.model.results.trial import Change, Edit, Owner
from integraal.model.tables import alternatives, rows, rows_above
from integraal.solving.answer_space import AnswerLiterals
from integraal.solving.circuit import TRUE
from integraal.solving.encoding import Encoding, Rails
from integraal.solving.rule_encoding import rule_encoding
from integraal.solving.solver import BOUND
from integraal.verify.mutation.case_finder import CaseFinder


def simple_cases(instrument: Instrument) -> Iterator[Answers]:
    """Cases in which such a change mostly shows: all at its lowest need, talked about or not."""
    sensitive = {question.id: question for question in instrument.questions() if question.sensitive}
    calm = {name: question.option_ids[0] for name, question in sensitive.items()}
    until = instrument.withhold_until
    talks = (until.option, until.never) if until else ()
    for name, question in sensitive.items():
        if question.kind is Kind.ONE:
            yield Answers({name: calm[name]})
    yield Answers(calm)
    for talk in talks:
        yield Answers({**calm, until.question: talk} if until else calm)


def marks(instrument: Instrument) -> tuple[object, ...]:
    """Whatever of an instrument says what others may read of a given advice.

    Of an action it is no more than whether its rules are for professionals only, one way or the
    other: who marks both may drop one, and nobody ever notices.
    """
    rules = instrument.rules
    return (
        [question.sensitive for question in instrument.every_question()],
        [is_sensitive(instrument, rule) for rule in rules],
        [rule.sensitive for rule in rules if isinstance(rule.effect, Route)],
        [outcome.sensitive for outcome in instrument.outcomes],
        instrument.withhold_until,
    )


class Others(CaseFinder):
    """A program over real answers, and over the same answers as others may read them.

    Every question may raise OutOfBoundError.
    """

    def __init__(self, program: Program, bound: int = BOUND) -> None:
        super().__init__([program], bound)
        self.instrument = program.instrument
        lowest = {
            question.id: self._lowest(question)
            for question in self.instrument.questions()
            if question.sensitive
        }
        self.real = Encoding(self.circuit, program, self.answers)
        self.masked = Encoding(self.circuit, program, {**self.answers, **lowest})
        self._rails = rule_encoding(self.real), rule_encoding(self.masked)

    def _lowest(self, question: Question) -> AnswerLiterals:
        answer = self.answers[question.id]
        if question.kind is not Kind.SEVERAL:
            return answer.settled(self.circuit, question.option_ids[0])
        for option in question.option_ids:
            answer = answer.settled(self.circuit, option, chosen=False)
        return answer

    def candidates(self, change: Change) -> Iterator[Answers]:
        """Every case in which a change may show, each once; first those that settle more."""
        wanted = [self._shows(change), *self._alike()]
        yield from self.cases(*wanted, self.all_known(), *self._same_level())
        yield from self.cases(*wanted)

    def _shows(self, change: Change) -> int:
        """Make the literal without which a change cannot show on a page that is masked."""
        until = self.instrument.withhold_until
        if change.edit is Edit.RELEASE and until is not None:
            if until.question not in self.answers:
                return TRUE  # another instrument asks it, so nothing here says what was answered
            yes = self.answers[until.question].yes
            return self.circuit.any_of(
                yes[option] for option in {change.before, change.after} & yes.keys()
            )
        if change.of is Owner.QUESTION:
            return -self.answers[change.owner].blank
        rules = [rule for rule in self.instrument.rules if _is_of(rule, change)]
        return self.circuit.any_of(
            self._may_show(rule, rails[rule.id]) for rule in rules for rails in self._rails
        )

    def _may_show(self, rule: Rule, rails: Rails) -> int:
        """Make the literal without which nothing of a rule shows; a route may be open."""
        # A rule that raises is a reason too when it is one of several of which one surely holds.
        is_open = isinstance(rule.effect, (Route, Provisional, Raise))
        return -rails.fails if is_open or not _is_exact(self.instrument, rule) else rails.holds

    def _alike(self) -> Iterator[int]:
        """Make literals that hold wherever others get a masked page."""
        for some in self._told():
            yield -self.unlike(*(self._comes_out(some, rails) for rails in self._rails))

    def _told(self) -> Iterator[list[Rule]]:
        """What others are told of: rules of which it shows on their page whether one comes out.

        Only rules of which the clauses say exactly what the engine says.
        """
        instrument = self.instrument
        rules = [rule for rule in instrument.rules if not is_sensitive(instrument, rule)]
        for rule in rules:
            if isinstance(rule.effect, (Raise, Limit, Provisional)) and _is_exact(instrument, rule):
                yield [rule]
        for action in instrument.actions:
            calling = [rule for rule in instrument.rules if rule.effect == Act(action.id)]
            if all(rule in rules and _is_exact(instrument, rule) for rule in calling):
                yield calling
        for table in instrument.tables:
            every = rows(instrument, table)
            if all(_is_exact(instrument, row) for row in every):
                for target in dict.fromkeys(row.target for row in every if row in rules):
                    yield [row for row in every if row.target == target]

    def _comes_out(self, rules: Sequence[Rule], rails: Mapping[str, Rails]) -> int:
        """Make the literal that says that one of some rules is told, over one set of answers."""
        return self.circuit.any_of(self._is_told(rule, rails) for rule in rules)

    def _is_told(self, rule: Rule, rails: Mapping[str, Rails]) -> int:
        match rule.effect:
            case Provisional():
                return -rails[rule.id].fails
            case Route():
                above = rows_above(self.instrument, rule)
                none_before = (-rails[row.id].holds for row in above)
                return self.circuit.all_of([rails[rule.id].holds, *none_before])
            case Raise() | Limit() | Act():
                return rails[rule.id].holds
            case _:
                assert_never(rule.effect)

    def _same_level(self) -> Iterator[int]:
        for rank in range(len(self.instrument.level_ids)):
            yield -self.unlike(self.real.reaches(rank), self.masked.reaches(rank))


def _is_of(rule: Rule, change: Change) -> bool:
    """Whether a rule is what is changed, or leads to it."""
    match change.of:
        case Owner.ACTION:
            return rule.effect == Act(change.owner)
        case Owner.OUTCOME:
            return rule.effect == Route(change.owner)
        case _:
            return rule.id == change.owner


def _is_exact(instrument: Instrument, rule: Rule) -> bool:
    """Whether the clauses say exactly of a rule what the engine says, unknown answers included."""
    if isinstance(rule.when, Otherwise) and not isinstance(rule.effect, Raise):
        return all(other.condition is not None for other in alternatives(instrument, rule))
    return rule.condition is not None
