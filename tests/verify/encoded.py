"""Answers as literals, and small instruments with everything that a rule can be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from integraal.engine.program import Program
from integraal.engine.reach.numbers import bounds_in, representatives
from integraal.engine.reach.search import closed
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.definitions import linked
from integraal.model.instrument import (
    Act,
    Effect,
    Instrument,
    Kind,
    Limit,
    OutcomePolicy,
    Present,
    Provisional,
    Question,
    Raise,
    Route,
    Rule,
    Section,
    Statement,
    Table,
)
from integraal.solving.answer_space import SOME_TEXT, AnswerLiterals
from integraal.solving.prover import Prover
from tests.property import strategies

LEVELS = ("laag", "midden", "hoog")


def told_apart(prover: Prover, answers: Answers) -> Answers:
    """Write answers as the literals can say them: for the rules they are the same."""
    found = {}
    for question in prover.instrument.every_question():
        answer = answers.get(question.id, DONT_KNOW)
        if isinstance(answer, Partly):
            answer = closed(answer.chosen, answer.unknown)
        if isinstance(answer, Partly) and len(answer.unknown) == len(question.options):
            answer = DONT_KNOW
        if isinstance(answer, (int, float)):
            answer = _standing_for(prover.program, question.id, answer)
        if question.kind is Kind.TEXT and answer is not DONT_KNOW:
            answer = SOME_TEXT
        if answer is not DONT_KNOW:
            found[question.id] = answer
    return Answers(found)


def _standing_for(program: Program, question: str, number: float) -> float:
    """Find the number that stands for this one: no bound of the rules tells them apart."""
    bounds = bounds_in(program, question)

    def place(one: float) -> tuple[int, int]:
        return bisect_left(bounds, one), bisect_right(bounds, one)

    return next(n for n in representatives(program, question) if place(n) == place(number))


def literals_of(prover: Prover, answers: Answers) -> list[int]:
    """Give the literals that say exactly these answers."""
    return [
        literal
        for name, literals in prover.encoding.answers.items()
        for literal in _said(literals, answers.get(name, DONT_KNOW))
    ]


def _said(literals: AnswerLiterals, answer: Answer) -> Iterator[int]:
    if answer is DONT_KNOW:
        yield literals.blank
    elif literals.question.kind is not Kind.SEVERAL:
        yield literals.yes[answer]  # type: ignore[index]
    else:
        chosen = answer.chosen if isinstance(answer, Partly) else frozenset(answer)  # type: ignore[arg-type]
        unknown = answer.unknown if isinstance(answer, Partly) else frozenset()
        for value, literal in literals.yes.items():
            yield literal if value in chosen else -literal
            yield -literals.no[value] if value in chosen | unknown else literals.no[value]


@st.composite
def rich_instruments(draw: st.DrawFn) -> Instrument:
    """Small instruments with rules of every effect and every trigger."""
    base = draw(strategies.instruments())
    questions = list(base.questions())
    rules = [*base.rules, *draw(st.lists(_rules(questions), max_size=4))]
    named = tuple(
        Rule(f"r{number}", rule.when, rule.effect, rule.grounds)
        for number, rule in enumerate(draw(st.permutations(rules)))
    )
    if draw(st.booleans()):
        looking = c.Defined("via", c.Reached("heen", c.AnyOf(())))
        named = (*named, Rule("via", looking, Raise("hoog"), strategies.GROUNDS))
    present = next((q for q in questions if q.kind is not Kind.NUMBER), None)
    made = Instrument(
        base.id,
        base.version,
        base.language,
        base.title,
        base.about,
        base.citation,
        base.scale,
        base.sections if present is None else _with_levels(base, present),
        named,
        actions=(Statement("doen", "Doen."),),
        outcomes=(Statement("heen", "Heen."), Statement("weer", "Weer.")),
        tables=(Table("", "", draw(st.sampled_from(OutcomePolicy))),),
        scores=base.scores,
        present=Present("nu", present.id, strategies.GROUNDS) if present else None,
    )
    return linked(strategies.defining(made))


def _with_levels(base: Instrument, present: Question) -> tuple[Section, ...]:
    levels = dict(zip(present.option_ids, LEVELS, strict=True))
    options = tuple(replace(o, level=levels[o.id]) for o in present.options)
    changed = replace(present, options=options)
    return tuple(
        replace(s, questions=tuple(changed if q.id == present.id else q for q in s.questions))
        for s in base.sections
    )


def _rules(questions: list[Question]) -> st.SearchStrategy[Rule]:
    conditions = strategies.conditions(questions)
    known = st.sampled_from(questions).flatmap(
        lambda q: st.booleans().map(lambda wanted: c.Known(q.id, wanted))
    )
    watching = conditions | known | st.sampled_from(c.Direction).map(c.WhenDirection)
    deciding = st.sampled_from([Limit("laag"), Limit("midden"), Route("heen"), Route("weer")])
    free = st.sampled_from([Act("doen"), Provisional()])
    otherwise = st.just(c.Otherwise())
    return (
        st.builds(_rule, conditions | otherwise, deciding)
        | st.builds(_rule, watching | otherwise, free)
        | st.builds(_rule, otherwise, st.just(Raise("laag")))
    )


def _rule(when: c.Trigger, effect: Effect) -> Rule:
    return Rule("r", when, effect, strategies.GROUNDS)
