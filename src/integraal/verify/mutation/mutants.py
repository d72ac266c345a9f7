"""Make mutants of an instrument: each has one small change, such as a slip in writing would make.

Every level and every boundary in the rules is moved, so that a case must stand on either side of
it, those of rules that are taken over from another instrument included; every mark by which danger
is said, or is kept from others, is taken away. What a mutant does to advice is not known here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from integraal.engine.compare.condition_edits import ConditionEdits, neighbours
from integraal.model.condition import AnyOf, Otherwise
from integraal.model.definitions import linked
from integraal.model.instrument import Instrument, Limit, Question, Raise, Rule
from integraal.model.results.trial import Change, Edit, Owner
from integraal.verify.mutation.safety_edits import asking, safety_edits
from integraal.verify.mutation.score_edits import score_edits

NEVER_HOLDS = AnyOf(())
"""A dropped rule keeps its name, so that a case cannot catch it by the name alone."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed instrument, and what the change is."""

    change: Change
    instrument: Instrument


def mutants(instrument: Instrument) -> Iterator[Mutant]:
    """The mutants of an instrument: first those of its rules, in their order."""
    questions = {question.id: question for question in instrument.every_question()}
    for index, rule in enumerate(instrument.rules):
        for change, changed in _of_rule(instrument, rule, questions):
            rules = (*instrument.rules[:index], changed, *instrument.rules[index + 1 :])
            # A definition may look at where this rule leads.
            yield Mutant(change, linked(replace(instrument, rules=rules)))
    for change, defining in _of_definitions(instrument, questions):
        yield Mutant(change, linked(defining))
    for question in instrument.questions():
        if question.ask_when is not None:
            edits = ConditionEdits(questions, question.id, Owner.ASKED)
            for change, asked_when in edits.edits(question.ask_when):
                yield Mutant(change, asking(instrument, replace(question, ask_when=asked_when)))
    for change, mutated in (*score_edits(instrument), *safety_edits(instrument)):
        yield Mutant(change, mutated)


def _of_definitions(
    instrument: Instrument, questions: Mapping[str, Question]
) -> Iterator[tuple[Change, Instrument]]:
    """Every change of one thing in a definition; it is one change, however often it is named."""
    every = instrument.definitions
    for index, definition in enumerate(every):
        edits = ConditionEdits(questions, definition.id, Owner.DEFINITION)
        for change, when in edits.edits(definition.when):
            defined = (*every[:index], replace(definition, when=when), *every[index + 1 :])
            yield change, replace(instrument, definitions=defined)


def _of_rule(
    instrument: Instrument, rule: Rule, questions: Mapping[str, Question]
) -> Iterator[tuple[Change, Rule]]:
    yield Change(Edit.DROPPED, rule.id), replace(rule, when=NEVER_HOLDS)
    yield from _levels(instrument, rule)
    if rule.condition is not None:
        for change, condition in ConditionEdits(questions, rule.id).edits(rule.condition):
            yield change, replace(rule, when=condition)


def _levels(instrument: Instrument, rule: Rule) -> Iterator[tuple[Change, Rule]]:
    if not isinstance(rule.effect, (Raise, Limit)):
        return
    if isinstance(rule.effect, Raise) and isinstance(rule.when, Otherwise):
        return  # the reader lets the last resort be the lowest level only
    before = rule.effect.level
    for after in neighbours(instrument.level_ids, (before,)):
        change = Change(Edit.LEVEL, rule.id, before=before, after=after)
        yield change, replace(rule, effect=replace(rule.effect, level=after))
