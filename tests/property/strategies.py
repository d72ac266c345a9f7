"""Random answers to an instrument, and random small instruments.

Instruments are given as values, not as fixtures: hypothesis writes down every argument of a test
that fails, and a whole instrument is thousands of words.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from zlib import crc32

from hypothesis import strategies as st

from integraal.engine import program as p
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.lower import lower
from integraal.engine.reach.ranks import Ranks, ranks
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.definitions import named_in
from integraal.model.instrument import (
    ANY_NUMBER,
    Band,
    Definition,
    Instrument,
    Kind,
    Numbers,
    Option,
    Question,
    Raise,
    Rule,
    Score,
    Section,
    Weights,
)
from integraal.model.scale import Level, Scale
from integraal.model.source import Citation, Grounds, Support
from integraal.reading.library import Library

SHIPPED = lower(Library().instrument("voor-wie-doen-we-wat"))
QUESTIONS = tuple(SHIPPED.instrument.every_question())


NUMBERS = (-1, 0, 0.5, 1, 1.5, 2, 3)
"""Bounds in the instruments made below lie from 0 to 2, so these are all there is to tell apart."""


def known_answers(question: Question) -> st.SearchStrategy[Answer]:
    """Answers that leave nothing unknown."""
    match question.kind:
        case Kind.ONE:
            return st.sampled_from(question.option_ids)
        case Kind.SEVERAL:
            return st.frozensets(st.sampled_from(question.option_ids))
        case Kind.NUMBER:
            return st.sampled_from(fitting(question))
        case Kind.TEXT:
            return st.just("tekst")


def fitting(question: Question) -> list[float]:
    """The numbers that answer a question."""
    return [number for number in NUMBERS if question.numbers.misfit(number) is None]


def partly(question: Question) -> st.SearchStrategy[Answer]:
    """Answers in which some options are known and others are not."""
    split = st.fixed_dictionaries(
        {option: st.sampled_from(["chosen", "unknown", "not"]) for option in question.option_ids}
    )
    return split.map(
        lambda said: Partly(
            frozenset(option for option in said if said[option] == "chosen"),
            frozenset(option for option in said if said[option] == "unknown"),
        )
    )


def any_answer(question: Question) -> st.SearchStrategy[Answer]:
    """Every answer that a case file may hold."""
    wide = known_answers(question) | st.just(DONT_KNOW)
    return wide | partly(question) if question.kind is Kind.SEVERAL else wide


def some_answers(instrument: Instrument) -> st.SearchStrategy[Answers]:
    """Answers to any of the questions; the others are missing."""
    return st.fixed_dictionaries(
        {}, optional={question.id: any_answer(question) for question in instrument.every_question()}
    ).map(Answers)


def no_options(question: Question) -> st.SearchStrategy[str]:
    """Texts that are no option of a question, some of them nearly one."""
    near = [f"{option[:-1]}" for option in question.option_ids]
    near += [f"{option}{more}" for option in question.option_ids for more in (" ", "x", "%")]
    near += ["A", "ja ", "_", "%", "'"]
    known = {*question.option_ids, "weet_niet", "geen_van_deze", ""}
    letters = st.characters(codec="ascii", min_codepoint=32, exclude_characters=";")
    return (st.sampled_from(near) | st.text(letters)).filter(lambda text: text not in known)


def no_answers(question: Question) -> st.SearchStrategy[Answer]:
    """What is no answer to a question, as far as it goes."""
    match question.kind:
        case Kind.ONE:
            return no_options(question)
        case Kind.SEVERAL:
            some = st.frozensets(st.sampled_from(question.option_ids))
            junk = st.frozensets(no_options(question), min_size=1, max_size=2)
            return st.tuples(some, junk).map(lambda both: both[0] | both[1]) | no_options(question)
        case Kind.NUMBER:
            misfits = [number for number in NUMBERS if number not in fitting(question)]
            return st.sampled_from(["twee", "3", float("nan"), float("inf"), True, *misfits])
        case Kind.TEXT:
            return st.just("tekst")


def spoiled_answers(instrument: Instrument) -> st.SearchStrategy[Answers]:
    """Answers of which some are none to their question."""
    each = {q.id: any_answer(q) | no_answers(q) for q in instrument.every_question()}
    return st.fixed_dictionaries({}, optional=each).map(Answers)


def as_far_as_understood(instrument: Instrument, answers: Answers) -> Answers:
    """Leave out by hand what is no answer; of a list, leave open what was not named."""
    kept: dict[str, Answer] = {}
    for question in instrument.every_question():
        answer, options = answers.get(question.id, DONT_KNOW), frozenset(question.option_ids)
        said = frozenset({answer}) if isinstance(answer, str) else answer
        if question.kind is Kind.SEVERAL and isinstance(said, frozenset):
            named = said & options
            is_whole = named in (said, options)
            kept[question.id] = named if is_whole else Partly(named, options - named)
            continue
        is_number = (
            question.kind is Kind.NUMBER and answer in fitting(question) and answer is not True
        )
        if isinstance(answer, Partly) or answer in options or is_number:
            kept[question.id] = answer
    return Answers(kept)


def full_answers(instrument: Instrument) -> st.SearchStrategy[Answers]:
    """A known answer to every question."""
    return st.fixed_dictionaries(
        {question.id: known_answers(question) for question in instrument.every_question()}
    ).map(Answers)


def better_known(question: Question, answer: Answer | None) -> st.SearchStrategy[Answer]:
    """What an answer may become when more of it is known, at least in part."""
    if isinstance(answer, Partly):
        sure, unsure = answer.chosen, answer.unknown
        more = st.frozensets(st.sampled_from(sorted(unsure))) if unsure else st.just(frozenset())
        known: st.SearchStrategy[Answer] = more.map(lambda chosen: sure | chosen)
        return (
            known
            | more.map(lambda chosen: Partly(sure, unsure - chosen))
            | more.map(lambda chosen: Partly(sure | chosen, unsure - chosen))
        )
    if answer is None or answer is DONT_KNOW:
        return any_answer(question)
    return st.just(answer)


def completions(question: Question, answer: Answer | None) -> list[Answer]:
    """List every full answer that agrees with what is known."""
    if isinstance(answer, Partly):
        sure, unsure = answer.chosen, sorted(answer.unknown)
        return [sure | more for more in _subsets(unsure)]
    if answer is not None and answer is not DONT_KNOW:
        return [answer]
    match question.kind:
        case Kind.ONE:
            return list(question.option_ids)
        case Kind.SEVERAL:
            return list(_subsets(question.option_ids))
        case Kind.NUMBER:
            return list(fitting(question))
        case Kind.TEXT:
            return ["tekst"]


def _subsets(options: Sequence[str]) -> list[frozenset[str]]:
    return [
        frozenset(chosen)
        for count in range(len(options) + 1)
        for chosen in combinations(options, count)
    ]


def found(program: p.Program, answers: Answers) -> Ranks:
    """Work out level and reach as the advice does."""
    return ranks(Evaluation(program, without_dropped(program, answers)))


def questions_that_raise(program: p.Program) -> tuple[str, ...]:
    """Name the questions that the rules which raise the level look at."""
    named = {
        program.leaves[index].question
        for raising in program.raising
        for index in p.leaves_in(raising.node)
    }
    return tuple(q.id for q in program.instrument.questions() if q.id in named)


GROUNDS = Grounds("Daarom.", Support.CHOICE, (Citation("001"),))
SCALE = Scale(
    "schaal",
    "1",
    "Schaal",
    Citation("001"),
    tuple(Level(name, name, "", "", "", "", "", (), ()) for name in ("laag", "midden", "hoog")),
)
KINDS = (Kind.ONE, Kind.SEVERAL, Kind.NUMBER)
WEIGHABLE = (Kind.ONE, Kind.SEVERAL)
BOUNDED = st.builds(
    Numbers, st.booleans(), st.sampled_from([None, 0, 1]), st.sampled_from([None, 2, 3])
)
"""Of whatever bounds: some numbers always answer, and some rules always hold, or never."""


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Small instruments with every kind of condition that a level may depend on."""
    questions: list[Question] = []
    for number in range(draw(st.integers(2, 4))):
        ask_when = draw(st.none() | conditions(questions)) if questions else None
        kind = draw(st.sampled_from(KINDS))
        options = () if kind is Kind.NUMBER else tuple(Option(o, o) for o in ("a", "b", "c"))
        name = f"v{number}"
        question = Question(name, name, name, "", kind, (), options, ask_when=ask_when)
        fits = draw(BOUNDED) if kind is Kind.NUMBER else ANY_NUMBER
        questions.append(replace(question, numbers=fits))
    weighable = [question for question in questions if question.kind in WEIGHABLE]
    made = (draw(scores(weighable)),) if weighable else ()
    rules = tuple(
        Rule(f"r{number}", draw(conditions(questions, made)), Raise(level), GROUNDS)
        for number, level in enumerate(
            draw(st.lists(st.sampled_from(["midden", "hoog"]), max_size=4))
        )
    )
    sections = (Section("deel", "Deel", "", questions=tuple(questions)),)
    whole = defining(
        Instrument("klein", "1", "nl", "Klein", "", Citation("001"), SCALE, sections, rules)
    )
    return replace(whole, scores=made)


def defining(instrument: Instrument) -> Instrument:
    """List the definitions that the conditions of an instrument name."""
    asked = (question.ask_when for question in instrument.every_question())
    promised = (never.when for never in instrument.never)
    rules = (rule.when for rule in instrument.rules)
    triggers = (*rules, *(when for when in (*asked, *promised) if when))
    named = dict.fromkeys(name for trigger in triggers for name in named_in(trigger))
    definitions = (
        Definition(name.definition, name.definition, name.part, GROUNDS)
        for name in named
        if isinstance(name, c.Defined)
    )
    return replace(instrument, definitions=tuple(definitions))


@st.composite
def scores(draw: st.DrawFn, questions: Sequence[Question]) -> Score:
    """Scores over some of these questions, with two bands."""
    some = draw(st.sets(st.sampled_from(range(len(questions))), min_size=1))
    items = tuple(
        Weights(
            questions[place].id,
            tuple((option, draw(st.integers(0, 4))) for option in questions[place].option_ids),
            several=questions[place].kind is Kind.SEVERAL,
        )
        for place in sorted(some)
    )
    cut = draw(st.integers(1, 8))
    bands = (Band("laag", "laag", 0, cut - 1), Band("hoog", "hoog", cut, 99))
    return Score("som", "Som", items, bands, GROUNDS)


def conditions(
    questions: list[Question], declared: Sequence[Score] = ()
) -> st.SearchStrategy[c.Condition]:
    """Conditions over these questions, and these scores, of some depth."""
    leaves = st.sampled_from(questions).flatmap(_leaf)
    if declared:
        leaves |= st.sampled_from(declared).flatmap(_in_score)
    return st.recursive(leaves, _combined, max_leaves=5)


def _in_score(score: Score) -> st.SearchStrategy[c.Condition]:
    bound = st.integers(0, score.most + 1)
    return (
        bound.map(lambda low: score.between(low, None))
        | bound.map(lambda high: score.between(None, high))
        | st.tuples(bound, bound).map(lambda both: score.between(min(both), max(both)))
    )


def _leaf(question: Question) -> st.SearchStrategy[c.Condition]:
    name, every = question.id, ("a", "b", "c")
    some = st.sets(st.sampled_from(every), min_size=1).map(lambda chosen: tuple(sorted(chosen)))
    match question.kind:
        case Kind.ONE:
            return some.map(lambda options: c.OneIn(name, options))
        case Kind.SEVERAL:
            return some.map(lambda options: c.SomeChosen(name, options, 1)) | st.integers(1, 3).map(
                lambda count: c.SomeChosen(name, every, count)
            )
        case _:
            bound = st.integers(0, 2)
            return bound.map(lambda low: c.Between(name, low, None)) | bound.map(
                lambda high: c.Between(name, None, high)
            )


def _combined(part: st.SearchStrategy[c.Condition]) -> st.SearchStrategy[c.Condition]:
    parts = st.lists(part, min_size=1, max_size=3).map(tuple)
    return (
        parts.map(c.All)
        | parts.map(c.AnyOf)
        | part.map(c.Not)
        | part.map(lambda said: c.Defined(f"d{crc32(repr(said).encode())}", said))
        | st.tuples(st.integers(1, 3), parts).map(lambda both: c.AtLeastOf(*both))
    )
