"""Run the cases on every mutant: does any case notice the change?

A mutant that no case notices is handed to the solver. Either it is proven that nothing could ever
notice it, or there is a case that would, and the author is given that case.
"""

from collections.abc import Sequence
from itertools import chain

from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.example import Example
from integraal.model.instrument import Instrument, Raise, Rule
from integraal.model.results.trial import Change, Edit, Fate, MutantResult, Owner
from integraal.model.truth import Truth
from integraal.verify.mutation.differences import (
    PAGES,
    SETS,
    differences_in_all,
    safety_differences,
)
from integraal.verify.mutation.equivalence import Equivalent, compare
from integraal.verify.mutation.mutants import Mutant
from integraal.verify.mutation.seen import Seen
from integraal.verify.mutation.suite import Programs


class Mutation:
    """An instrument and the cases that guard it.

    Args:
        instrument: What is tested.
        examples: Cases that are as expected on it; one that fails would notice nothing.
    """

    def __init__(self, instrument: Instrument, examples: Sequence[Example]) -> None:
        self._original = Programs(instrument)
        self._examples = examples

    def fate_of(self, mutant: Mutant) -> MutantResult:
        """What becomes of a mutant."""
        caught_by = _first_to_notice(self._original, mutant, self._examples)
        if caught_by:
            return MutantResult(mutant.change, Fate.CAUGHT, caught_by=caught_by.id)
        found = compare(self._original, Programs(mutant.instrument), mutant.change)
        if isinstance(found, Equivalent):
            return MutantResult(mutant.change, Fate.EQUIVALENT, covered_by=found.covered_by)
        return MutantResult(mutant.change, Fate.SURVIVED, witness=found.witness)


def _first_to_notice(
    original: Programs, mutant: Mutant, examples: Sequence[Example]
) -> Example | None:
    mutated = Programs(mutant.instrument)
    owner = mutant.change.owner
    # Those that name the rule are the most likely to notice: then one case is enough.
    for example in sorted(examples, key=lambda example: owner not in _named(example)):
        if _notices(original.for_case(example), mutated.for_case(example), example, mutant.change):
            return example
    return None


def _named(example: Example) -> set[str]:
    expect = example.expect
    sets = (getattr(expect, name) or () for name in SETS)
    calling = (danger for danger, _ in expect.calls)
    rules = (*expect.rules, *expect.rules_open, *expect.rules_off)
    return {*rules, *expect.promises, *expect.promises_off, *calling, *chain(*sets)}


def _notices(original: Program, mutated: Program, example: Example, change: Change) -> bool:
    seen, shown_in = Seen(mutated, example.answers), _shown_in(change)
    if shown_in is None:
        may_matter = example.expect.fields & _FOR_OTHERS or _may_matter(
            original, mutated, example.answers
        )
        return bool(may_matter and differences_in_all(example.expect, seen))
    if example.source_only and change.edit in _LOWERED_ANEW:
        return bool(differences_in_all(example.expect, seen))
    return bool(example.expect.fields & shown_in and safety_differences(example.expect, seen))


_FOR_OTHERS = frozenset({*PAGES, *PAGES.values()})
_LOWERED_ANEW = frozenset({Edit.URGENCY, Edit.ADDITION})
"""Edits that change which questions stay where our own additions are left out."""
_SHOWN_IN = {
    Edit.URGENCY: frozenset({"urgent", "calls", "ask_first"}),
    Edit.CALL: frozenset({"calls"}),
    Edit.SENSITIVE: _FOR_OTHERS,
    Edit.RELEASE: _FOR_OTHERS,
    Edit.ADDITION: frozenset[str](),
}


def _shown_in(change: Change) -> frozenset[str] | None:
    """The expectations in which alone a change can show; None where it may show in any."""
    if change.of is Owner.PROMISE:
        return frozenset({"promises", "promises_off"})
    return _SHOWN_IN.get(change.edit)


def _may_matter(original: Program, mutated: Program, answers: Answers) -> bool:
    """Whether the change may show with these answers; False only when it surely cannot."""
    one, other = original.instrument, mutated.instrument
    if one.sections is not other.sections or one.scores is not other.scores:
        return True
    before = Evaluation(original, without_dropped(original, answers))
    after = Evaluation(mutated, without_dropped(mutated, answers))
    pairs = zip(original.instrument.rules, mutated.instrument.rules, strict=True)
    return any(
        _rule_may_matter(before, after, rule, changed) for rule, changed in pairs if rule != changed
    )


def _rule_may_matter(before: Evaluation, after: Evaluation, rule: Rule, changed: Rule) -> bool:
    value = before.of_rule(rule)
    if value is None or value is not after.of_rule(changed):
        return True
    if rule.effect != changed.effect:
        return value is not Truth.FALSE
    # An open rule of another form may make another level the highest that is possible.
    return value is Truth.UNKNOWN and isinstance(rule.effect, Raise)
