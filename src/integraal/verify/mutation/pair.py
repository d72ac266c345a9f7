"""An instrument and its mutant over the same answers: where can they differ?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from integraal.engine.program import NEVER, Program, Weighed, Weighted
from integraal.model.instrument import Limit, Never, Question, Route, Rule
from integraal.model.tables import rows_above
from integraal.solving.circuit import FALSE, TRUE
from integraal.solving.encoding import Encoding, Rails
from integraal.solving.rule_encoding import rule_encoding
from integraal.solving.solver import BOUND
from integraal.verify.mutation.case_finder import CaseFinder


class Side:
    """One of the two, over answers that it shares with the other."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self.program = encoding.program
        self.rules = encoding.program.instrument.rules

    @cached_property
    def _every_rule(self) -> dict[str, Rails]:
        return rule_encoding(self.encoding)

    def rails(self, rule: Rule) -> Rails:
        """The rails of a rule."""
        node = self.program.node_of(rule)
        return self._every_rule[rule.id] if node is None else self.encoding.of(node)

    def limited_to(self, rank: int) -> int:
        """Make the literal that says that what is feasible is at most this rank."""
        instrument = self.program.instrument
        return self.encoding.circuit.any_of(
            self.rails(rule).holds
            for rule in instrument.rules_with(Limit)
            if instrument.rank(rule.target) <= rank
        )

    def forbids(self, never: Never) -> int:
        """Make the literal that says that a promise forbids something."""
        circuit, instrument = self.encoding.circuit, self.program.instrument
        may_hold = TRUE
        if never.when is not None:
            may_hold = -self.encoding.of(self.program.nodes[never.when]).fails
        beside = {Route(name) for name in never.together_with}
        if not beside:
            return may_hold
        now = [self.holds_now(rule) for rule in instrument.rules if rule.effect in beside]
        return circuit.all_of([may_hold, circuit.any_of(now)])

    def holds_now(self, row: Rule) -> int:
        """Make the literal that says that the route of a row holds by that row."""
        above = rows_above(self.program.instrument, row)
        none_before = (-self.rails(rule).holds for rule in above)
        return self.encoding.circuit.all_of([self.rails(row).holds, *none_before])

    def names_uncounted(self, question: Question) -> int:
        """Make the literal that says that an answer is named as one that is not counted."""
        program = self.program
        is_left = program.source_only and program.asked[question.id] != NEVER
        if not (is_left and program.instrument.question(question.id).own_addition):
            return FALSE
        return -self.encoding.asked(question.id).fails

    def asks_about_present(self) -> int:
        """Make the literal that says that the answer about the present is not dropped."""
        present = self.program.instrument.present
        return -self.encoding.asked(present.question).fails if present else TRUE


class Pair(CaseFinder):
    """Two programs that ask the same questions, over the same answers.

    Every question may raise OutOfBoundError.
    """

    def __init__(self, before: Program, after: Program, bound: int = BOUND) -> None:
        super().__init__([before, after], bound)
        self.before = Side(Encoding(self.circuit, before, self.answers))
        self.after = Side(Encoding(self.circuit, after, self.answers))

    def can_differ(self) -> bool:
        """Whether any answers, unknown ones included, give another advice."""
        return self.find([self.circuit.any_of(self.differences())]) is not None

    def differences(self) -> Iterator[int]:
        """Make the literals that each say that something is different."""
        yield self.circuit.all_of([self.all_known(), self.other_level()])
        yield self.other_limit()
        yield self.other_present()
        yield from self.other_truths()
        yield from self.other_urgency()
        yield from self.other_promises()
        yield from self.other_sums()
        yield from self.other_uncounted()

    def other_level(self) -> int:
        """Make the literal that says that the rules, one by one, give another level."""
        return self._at_some_rank(lambda side, rank: side.encoding.reaches(rank))

    def other_limit(self) -> int:
        """Make the literal that says that something else is feasible."""
        return self._at_some_rank(lambda side, rank: side.limited_to(rank))

    def other_present(self) -> int:
        """Make the literal that says that what there is now counts for only one of the two."""
        instrument = self.before.program.instrument
        if instrument.present is None:
            return FALSE
        question = instrument.question(instrument.present.question)
        answer = self.answers[question.id]
        at_a_level = self.circuit.any_of(answer.yes[o.id] for o in question.options if o.level)
        differ = self.unlike(self.before.asks_about_present(), self.after.asks_about_present())
        return self.circuit.all_of([differ, answer.known, at_a_level])

    def other_truths(self) -> Iterator[int]:
        """Make, for every rule, the literals that say that it holds, or fails, for only one."""
        for rule, changed in zip(self.before.rules, self.after.rules, strict=True):
            if rule.condition is None and rule.when == changed.when:
                continue  # differs only where the level or another rule does
            before, after = self.before.rails(rule), self.after.rails(changed)
            yield self.unlike(before.holds, after.holds)
            yield self.unlike(before.fails, after.fails)

    def _at_some_rank(self, literal: Callable[[Side, int], int]) -> int:
        ranks = range(len(self.before.program.instrument.level_ids))
        return self.circuit.any_of(
            self.unlike(literal(self.before, rank), literal(self.after, rank)) for rank in ranks
        )

    def other_urgency(self) -> Iterator[int]:
        """Make the literals that say that something comes out that is not as urgent for both."""
        instrument, other = self.before.program.instrument, self.after.program.instrument
        before, after = ((*i.actions, *i.outcomes) for i in (instrument, other))
        for one, changed in zip(before, after, strict=True):
            if (one.urgent, one.call) != (changed.urgent, changed.call):
                rules = [r for r in self.before.rules if instrument.statement_of(r) == one]
                yield self.circuit.any_of(self.before.rails(rule).holds for rule in rules)

    def other_promises(self) -> Iterator[int]:
        """Make, for every promise, the literal that says that it forbids something for only one."""
        after = {never.id: never for never in self.after.program.instrument.never}
        for never in self.before.program.instrument.never:
            changed = after.get(never.id)
            one = self.before.forbids(never)
            yield self.unlike(one, self.after.forbids(changed)) if changed else one

    def other_sums(self) -> Iterator[int]:
        """Make, for every score, the literals that say that its sum may be from or to another."""
        before, after = self.before.program.scores, self.after.program.scores
        for name, weighed in before.items():
            for needed in range(1, 1 + max(_most(weighed), _most(after[name]))):
                one = self.before.encoding.of(Weighted(needed, weighed))
                other = self.after.encoding.of(Weighted(needed, after[name]))
                yield self.unlike(one.holds, other.holds)
                yield self.unlike(one.fails, other.fails)

    def other_uncounted(self) -> Iterator[int]:
        """Make, for every question, the literal that says that its answer is kept for only one.

        No rule need look at it: without our own additions a page names what it kept and left out.
        """
        for question in self.before.program.questions.values():
            told = (side.names_uncounted(question) for side in (self.before, self.after))
            yield self.circuit.all_of([-self.answers[question.id].blank, self.unlike(*told)])

    def needed_to_cover(self, rule: str, covering: Sequence[str]) -> tuple[str, ...]:
        """Keep of these rules the ones that are needed so that one holds whenever `rule` does."""
        side = self.before
        holds = side.rails(side.program.instrument.rule(rule)).holds
        needed = list(covering)
        for name in covering:
            without = [other for other in needed if other != name]
            fail = [side.rails(side.program.instrument.rule(other)).fails for other in without]
            if self.find([holds, self.all_known(), *fail]) is None:
                needed = without
        return tuple(needed)


def _most(weighed: Weighed) -> int:
    return sum(weight for weight, _ in weighed)
