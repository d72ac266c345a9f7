"""A condition in words, with the person's own answers, for somebody who never saw a rule."""

from collections.abc import Iterator
from typing import assert_never

from integraal.model import condition as c
from integraal.model.instrument import Definition, Question
from integraal.model.results.assessment import Assessment
from integraal.model.results.trace import Fact, Settled, Trace
from integraal.model.truth import Truth
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.phrases.grounds import grounds_of_definition
from integraal.report.phrases.score import counted_lines, range_text, wanted_text
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.numbers import counted
from integraal.words.words import Words

SHAPES = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}
INDENT = "   "


def trace_lines(
    trace: Trace, assessment: Assessment, words: Words, depth: int = 0
) -> Iterator[Inline]:
    """A traced condition, a line for each part, deeper parts further in."""
    start = f"{INDENT * depth}{SHAPES[trace.truth]} "
    condition = trace.condition
    match condition:
        case c.All():
            joined = words("condition.all")
        case c.AnyOf():
            joined = words("condition.any")
        case c.Not():
            joined = words("condition.not")
        case c.AtLeastOf(count, _):
            joined = words("condition.at_least_of", count=count)
        case c.Reached(outcome, _):
            told = assessment.instrument.outcome(outcome).text
            joined = words("condition.outcome", outcome=told)
        case c.Defined(name, _):
            definition = assessment.instrument.definition(name)
            yield inline(start, *definition_text(definition, words))
            yield from _parts(trace, assessment, words, depth)
            return
        case c.InScore():
            yield from _score_lines(start, condition, assessment, words)
            return
        case _:
            question = assessment.instrument.question(condition.question)
            said = quiet(f" ({_own(question, trace, assessment, words)})")
            yield inline(start, leaf_text(condition, question, words), said)
            return
    yield inline(start, quiet(joined))
    yield from _parts(trace, assessment, words, depth)


def _parts(trace: Trace, assessment: Assessment, words: Words, depth: int) -> Iterator[Inline]:
    for part in trace.parts:
        yield from trace_lines(part, assessment, words, depth + 1)


def settled_lines(
    facts: tuple[Fact, ...],
    settled: tuple[Settled, ...],
    assessment: Assessment,
    words: Words,
    depth: int = 0,
) -> Iterator[Inline]:
    """Facts in words, a line for each; those that settle a definition stand below its name."""
    start = INDENT * depth
    for one in settled:
        definition = assessment.instrument.definition(one.definition)
        sign = SHAPES[Truth.TRUE if one.holds else Truth.FALSE]
        yield inline(f"{start}{sign} ", *definition_text(definition, words))
        yield from settled_lines(one.facts, one.within, assessment, words, depth + 1)
    told = {fact for one in settled for fact in one.facts}
    others = tuple(fact for fact in facts if fact not in told)
    for line in fact_lines(others, assessment, words):
        yield inline(f"{start}{SHAPES[Truth.TRUE]} {line}")


def definition_text(definition: Definition, words: Words) -> Inline:
    """The name of a definition, what it means, and what it rests on."""
    grounds = definition.grounds
    rests_on = grounds_of_definition(grounds, words)
    means = words("condition.definition", because=grounds.because)
    return (strong(definition.name), *inline(means, quiet(f" {rests_on}")))


def _score_lines(
    start: str, condition: c.InScore, assessment: Assessment, words: Words
) -> Iterator[Inline]:
    """What is asked of a score and what it is now, with what each answer counts for."""
    wanted = wanted_text(condition, assessment.instrument.score(condition.score), words)
    for found in assessment.advice.scores:
        if found.score == condition.score:
            now = words("score.now", sum=range_text(found, words))
            yield inline(start, wanted, quiet(f" ({now})"))
            indent = " " * len(start)
            for line in counted_lines(found, assessment, words):
                yield inline(indent, quiet(line))


def _own(question: Question, trace: Trace, assessment: Assessment, words: Words) -> str:
    if trace.applies is Truth.FALSE:
        return words("condition.does_not_apply")
    answer = answer_text(question, assessment.answers.get(question.id), words)
    return words("condition.you_said", answer=lowered(answer))


def leaf_text(leaf: c.Leaf, question: Question, words: Words) -> str:
    """What a leaf asks of the answer to one question."""
    match leaf:
        case c.OneIn(_, options):
            wanted = _either(question, options, words)
        case c.SomeChosen(_, options, count):
            wanted = _some_chosen(question, options, count, words)
        case c.Between():
            wanted = _between(leaf, question, words)
        case c.Known(_, known):
            wanted = words("condition.known" if known else "condition.unknown")
        case _:
            assert_never(leaf)
    return words("pair", name=question.name, value=wanted)


def _some_chosen(question: Question, options: tuple[str, ...], count: int, words: Words) -> str:
    if len(options) == len(question.options):
        return words("condition.chosen", count=count)
    if count == 1:
        return words("condition.includes", options=_either(question, options, words))
    labels = [lowered(question.option(option).label) for option in options]
    return words("condition.chosen_of", count=count, options=words.listed(labels))


def _either(question: Question, options: tuple[str, ...], words: Words) -> str:
    labels = [lowered(question.option(option).label) for option in options]
    if len(labels) > 1 and any(f" {words('or')} " in label for label in labels):
        # "twee of drie of vier of meer" would be hard to take apart.
        return words.apart((*labels[:-1], f"{words('or')} {labels[-1]}"))
    return words.listed(labels, "or")


def _between(condition: c.Between, question: Question, words: Words) -> str:
    low, high = condition.low, condition.high
    if high is not None:
        to_high = counted(question, high, words)
        if low is None:
            return words("condition.at_most", number=to_high)
        return words("condition.between", low=low, high=to_high)
    return words("condition.at_least", number="" if low is None else counted(question, low, words))


def fact_lines(facts: tuple[Fact, ...], assessment: Assessment, words: Words) -> Iterator[str]:
    """Facts in words, one line for each question."""
    for name in dict.fromkeys(fact.question for fact in facts):
        question = assessment.instrument.question(name)
        own = [fact for fact in facts if fact.question == name]
        if all(fact.option for fact in own):
            said = [
                lowered(question.option(fact.option).label)
                if fact.chosen
                else words("condition.without", option=lowered(question.option(fact.option).label))
                for fact in own
            ]
            value = words.listed(said)
        else:
            value = lowered(answer_text(question, assessment.answers.get(name), words))
        yield words("pair", name=question.name, value=value)
