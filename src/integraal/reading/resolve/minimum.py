"""Take over from other instruments the rules that raise the level (`minimum_from`).

Of each instrument that is named, whole as it was read, the rules that raise the level come along,
with the questions that they look at and that are not asked here, and the sources that they cite.
A rule that says no more than one that is here already stays out, so that no page says it twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from integraal.model.condition import AnyOf, Condition, Defined, leaves_of, scores_of
from integraal.model.definitions import named_in, owned_by, written_out
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Definition, Instrument, Question, Raise, Rule, Score


def with_minimum(
    instrument: Instrument, lenders: Sequence[tuple[Instrument, Place]]
) -> tuple[Instrument, tuple[Finding, ...]]:
    """Add the rules of other instruments that raise the level.

    Args:
        instrument: As its own file says it.
        lenders: The instruments that it names, each with where it does.

    Returns: The instrument, good to use only when there are no findings; and the findings.
    """
    findings: list[Finding] = []
    for lender, place in lenders:
        faults = list(_faults(instrument, lender, place))
        findings += faults
        if not faults:
            instrument = _taking(instrument, lender)
    names = tuple(dict.fromkeys(rule.minimum_of for rule in instrument.rules if rule.minimum_of))
    named = tuple(lender.id for lender, _ in lenders)
    every = (*named, *(name for name in names if name not in named))
    return replace(instrument, minimum_from=every), tuple(findings)


def _faults(instrument: Instrument, lender: Instrument, place: Place) -> Iterator[Finding]:
    if _scale(instrument) != _scale(lender) or instrument.scale is None:
        yield Finding.at("minimum-other-scale", place, instrument=lender.id)
    own = {question.id: question for question in instrument.every_question()}
    for question in _looked_at(lender, _raising(lender)):
        here = own.get(question.id)
        if here is not None and _shape(here) != _shape(question):
            yield Finding.at("same-name", place, question=question.id, other=lender.id)
    scores = {score.id: score for score in instrument.scores}
    for score in _scores(lender, _raising(lender)):
        mine = scores.get(score.id)
        if score.id in own or (mine is not None and _counts(mine) != _counts(score)):
            yield Finding.at("same-score", place, score=score.id, other=lender.id)


def _counts(score: Score) -> tuple[object, ...]:
    return score.parts, tuple((band.id, band.low, band.high) for band in score.bands)


def _scores(lender: Instrument, rules: Iterable[Rule]) -> tuple[Score, ...]:
    """The scores that some rules look at."""
    looked_at = {name for rule in rules for name in scores_of(rule.when)}
    return tuple(score for score in lender.scores if score.id in looked_at)


def _scale(instrument: Instrument) -> str:
    return instrument.scale.id if instrument.scale else ""


def _shape(question: Question) -> tuple[object, ...]:
    return question.kind, question.option_ids, question.numbers


def _taking(instrument: Instrument, lender: Instrument) -> Instrument:
    rules = [
        rule
        for rule in _raising(lender)
        if not any(_says_as_much(instrument, own, rule) for own in instrument.rules)
    ]
    have = {question.id for question in instrument.every_question()}
    unasked = [question for question in _looked_at(lender, rules) if question.id not in have]
    known_by_name = {one.id for one in instrument.definitions}
    definitions = [one for one in _named(lender, rules) if one.id not in known_by_name]
    scores = [
        replace(score, minimum_of=score.minimum_of or lender.id)
        for score in _scores(lender, rules)
        if all(score.id != own.id for own in instrument.scores)
    ]
    own: tuple[Rule | Definition | Score, ...] = (*rules, *definitions, *scores)
    grounds = [each.grounds for each in own]
    cited = {citation.document for each in grounds for citation in each.citations}
    known = {source.id for source in instrument.sources}
    sources = [s for s in lender.sources if s.id in cited - known]
    return replace(
        instrument,
        rules=(*instrument.rules, *(_taken(rule, lender) for rule in rules)),
        unasked=(*instrument.unasked, *(_of(question, lender) for question in unasked)),
        definitions=(*instrument.definitions, *definitions),
        scores=(*instrument.scores, *scores),
        sources=(*instrument.sources, *sources),
    )


def _raising(lender: Instrument) -> list[Rule]:
    """The rules over answers that decide how high the level is."""
    rules = lender.rules_with(Raise)
    return [rule for rule in rules if rule.condition is not None and not rule.supports_only]


def _says_as_much(instrument: Instrument, own: Rule, rule: Rule) -> bool:
    """Whether a rule holds whenever another does, and leads as high."""
    if not isinstance(own.effect, Raise) or own.condition is None:
        return False
    says = written_out(own.condition)
    parts: tuple[Condition, ...] = (says,)
    if isinstance(says, AnyOf):
        parts = (*parts, *says.parts)
    is_as_high = instrument.rank(own.target) >= instrument.rank(rule.target)
    return is_as_high and rule.condition is not None and written_out(rule.condition) in parts


def _looked_at(lender: Instrument, rules: Iterable[Rule]) -> list[Question]:
    """The questions that rules look at, with those on which it hangs whether these are asked."""
    needed = {leaf.question for rule in rules for leaf in leaves_of(rule.when)}
    every = list(lender.every_question())
    for question in reversed(every):  # one is asked on what stands above it
        if question.id in needed and question.ask_when is not None:
            needed |= {leaf.question for leaf in leaves_of(question.ask_when)}
    return [question for question in every if question.id in needed]


def _named(lender: Instrument, rules: Iterable[Rule]) -> list[Definition]:
    """The definitions that rules, or the questions that they look at, rest on."""
    asked = (question.ask_when for question in _looked_at(lender, rules))
    triggers = (*(rule.when for rule in rules), *(when for when in asked if when is not None))
    named = {each for trigger in triggers for each in named_in(trigger)}
    every = (one for one in lender.definitions if Defined(one.id, one.when) in named)
    return [_of_lender(one, lender) for one in every]


def _of_lender(definition: Definition, lender: Instrument) -> Definition:
    if definition.minimum_of:
        return definition
    when = owned_by(lender.id, definition.when)
    name = f"{lender.id}/{definition.id}"
    return replace(definition, id=name, when=when, minimum_of=lender.id)


def _taken(rule: Rule, lender: Instrument) -> Rule:
    if rule.minimum_of:  # taken over there already, with a name of its own
        return rule
    return replace(
        rule,
        id=f"{lender.id}/{rule.id}",
        when=rule.when if rule.condition is None else owned_by(lender.id, rule.condition),
        minimum_of=lender.id,
        taken_from=lender.title,
        leads_to="",
        overrides=(),
    )


def _of(question: Question, lender: Instrument) -> Question:
    when = question.ask_when and owned_by(lender.id, question.ask_when)
    name = question.same_as or f"{lender.id}/{question.id}"
    return replace(question, same_as=name, ask_when=when)
