"""Rules of another instrument over questions that are not asked here."""

from dataclasses import replace
from itertools import product

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Instrument
from integraal.model.truth import Truth
from integraal.reading.library import Library

TAKEN = "gedeelde-zorg/niemand-neemt-het-op"
UNASKED = ("kwetsbaarheid", "aansluiting_zorg", "niet_van_ons")
BELONGS: dict[str, Answer] = {
    "kwetsbaarheid": "vastgesteld",
    "leefgebieden": frozenset({"verslaving", "gezondheid"}),
    "aansluiting_zorg": "geen_aansluiting",
    "niet_van_ons": "meer",
}


def test_rules_come_along_with_the_questions_that_are_not_asked_here(
    instrument: Instrument,
) -> None:
    taken = [rule for rule in instrument.rules if rule.minimum_of]
    assert [rule.id for rule in taken] == [
        "gedeelde-zorg/gedeelde-zorg-vraagt-coordinatie",
        "gedeelde-zorg/niemand-neemt-het-op",
    ]
    assert tuple(question.id for question in instrument.unasked) == UNASKED
    assert not {*UNASKED} & {question.id for question in instrument.questions()}


def test_what_a_rule_here_says_already_is_not_said_twice(instrument: Instrument) -> None:
    lent = Library().instrument("gedeelde-zorg")
    assert {"meerdere-leefgebieden", "brede-problemen", "zorg-om-veiligheid"} <= {
        rule.id for rule in lent.rules
    }
    assert not any(rule.id.endswith("/brede-problemen") for rule in instrument.rules)


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Shared care"), ("fr", "Les soins partagés")]
)
def test_its_words_are_those_of_the_other_instrument(language: str, title: str) -> None:
    here, there = (
        Library().instrument(name, language) for name in ("voor-wie-doen-we-wat", "gedeelde-zorg")
    )
    rule = here.rule(TAKEN)
    assert rule.taken_from == there.title == title
    assert rule.grounds == there.rule("niemand-neemt-het-op").grounds
    assert [here.question(name).ask for name in UNASKED] == [
        there.question(name).ask for name in UNASKED
    ]


def test_a_case_with_the_answers_is_never_advised_less_than_there(program: Program) -> None:
    there = lower(Library().instrument("gedeelde-zorg"))
    rank = program.instrument.rank
    options = [(*there.questions[name].option_ids, None) for name in UNASKED]
    for given in product(*options):
        said = {name: answer for name, answer in zip(UNASKED, given, strict=True) if answer}
        answers = Answers({**BELONGS, **dict.fromkeys(UNASKED, DONT_KNOW), **said})
        here, other = (
            evaluate(one, answers, with_open_questions=False) for one in (program, there)
        )
        assert here.level is not None
        assert other.level is not None
        assert rank(here.level.id) >= rank(other.level.id), said


def test_without_any_of_its_answers_it_keeps_nothing_open(program: Program) -> None:
    without = Answers({"leefgebieden": frozenset({"verslaving", "gezondheid"})})
    assert Evaluation(program, without).of_rule(program.instrument.rule(TAKEN)) is Truth.FALSE


@pytest.mark.parametrize("name", UNASKED)
def test_one_of_its_answers_opens_it_and_names_what_is_missing(program: Program, name: str) -> None:
    answers = Answers({"leefgebieden": BELONGS["leefgebieden"], name: BELONGS[name]})
    assert Evaluation(program, answers).of_rule(program.instrument.rule(TAKEN)) is Truth.UNKNOWN
    named = {question.question for question in evaluate(program, answers).open_questions}
    assert {*UNASKED} - {name} <= named


@pytest.mark.parametrize("short", [False, True])
def test_nobody_is_asked_here_what_is_not_asked_here(program: Program, short: bool) -> None:
    interview = Interview.start(program, Answers({"kwetsbaarheid": "vermoed"}), short=short)
    met = []
    while interview.position is not None:
        met.append(interview.position)
        interview = interview.skip()
    assert met
    assert not {*UNASKED} & {*met}


def test_a_rule_that_holds_whatever_is_answered_there_counts_without_its_answers(
    instrument: Instrument,
) -> None:
    """A need that is known is never hidden by what nobody here was asked."""
    wide = c.SomeChosen("leefgebieden", instrument.question("leefgebieden").option_ids, 4)
    vulnerable = c.OneIn("kwetsbaarheid", ("vermoed", "vastgesteld"))
    for when, holds in (
        (c.AnyOf((vulnerable, wide)), Truth.TRUE),
        (c.AnyOf((c.Not(vulnerable), wide)), Truth.TRUE),
        (c.Not(c.All((vulnerable, c.Not(wide)))), Truth.TRUE),
        (c.All((c.Not(vulnerable), wide)), Truth.FALSE),
        (c.Not(c.AnyOf((vulnerable, c.Not(wide)))), Truth.FALSE),
        (c.AtLeastOf(1, (vulnerable, wide)), Truth.TRUE),
        (c.Defined("d", c.AnyOf((vulnerable, c.Reached("o", wide)))), Truth.TRUE),
        (c.Not(c.Defined("d", c.AnyOf((vulnerable, c.Not(wide))))), Truth.FALSE),
        (c.AtLeastOf(2, (c.Not(vulnerable), wide)), Truth.FALSE),
    ):
        rules = tuple(
            replace(rule, when=when) if rule.id == TAKEN else rule for rule in instrument.rules
        )
        changed = lower(replace(instrument, rules=rules))
        four = frozenset({"wonen", "werk", "school", "financien"})
        answers = Answers({"leefgebieden": four})
        assert Evaluation(changed, answers).of_rule(changed.instrument.rule(TAKEN)) is holds, when
