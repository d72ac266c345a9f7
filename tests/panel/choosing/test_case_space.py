"""What the clauses say of cases is what the engine says of every case that can be tried."""

from collections.abc import Callable

import pytest

from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import All, OneIn
from integraal.model.instrument import Instrument
from integraal.model.study.choice import RuledOut
from integraal.panel.choosing.case_space import CaseSpace
from integraal.panel.choosing.choose import lower_with
from integraal.panel.choosing.goals import rules_to_tell, steps_to_tell
from integraal.panel.choosing.told import Telling
from tests.panel.choosing.small import every_case, with_levels, with_routes

SMALL = pytest.mark.parametrize("made", [with_levels, with_routes])


def whole_cases(instrument: Instrument, telling: Telling) -> list[Answers]:
    return [answers for answers in every_case(instrument) if telling.is_whole(answers)]


def telling_of(instrument: Instrument) -> Telling:
    program = lower(instrument)
    return Telling(program, rules_to_tell(instrument), steps_to_tell(program))


def fixed(space: CaseSpace, answers: Answers) -> list[int]:
    """The literals that say that these are the answers."""
    found = []
    for name, literals in space.story.encoding.answers.items():
        answer = answers.get(name)
        if answer is None:
            found.append(literals.blank)
        elif isinstance(answer, frozenset):
            found += [literals.yes[option] for option in answer]
            found += [literals.no[option] for option in literals.no if option not in answer]
        else:
            assert isinstance(answer, str | float | int)
            found.append(literals.yes[answer])
    return found


@SMALL
def test_whole_stories_are_those_that_answer_what_is_asked(
    made: Callable[[], Instrument],
) -> None:
    instrument = made()
    telling = telling_of(instrument)
    with CaseSpace(lower(instrument)) as space:
        for answers in every_case(instrument):
            whole = space.find([space.story.is_whole, *fixed(space, answers)])
            assert (whole is not None) is telling.is_whole(answers), answers


@SMALL
def test_a_rule_tells_exactly_where_the_engine_says_that_without_it_all_would_be_otherwise(
    made: Callable[[], Instrument],
) -> None:
    instrument = made()
    telling = telling_of(instrument)
    with CaseSpace(lower(instrument)) as space:
        for answers in whole_cases(instrument, telling):
            told = telling.told(answers).rules
            for rule in rules_to_tell(instrument):
                found = space.find([space.story.tells(rule), *fixed(space, answers)])
                assert (found is not None) is (rule.id in told), (rule.id, answers)


@SMALL
def test_two_cases_side_by_side_differ_in_one_answer_and_show_the_step(
    made: Callable[[], Instrument],
) -> None:
    instrument = made()
    telling = telling_of(instrument)
    whole = whole_cases(instrument, telling)
    rules = {rule.id: rule for rule in instrument.rules}
    with CaseSpace(lower(instrument)) as space:
        for step in steps_to_tell(lower(instrument)):
            by_clauses = False
            for beside in space.beside(step):
                story, other = space.story, beside.story
                wanted = [story.is_whole, other.fits, other.is_whole, *beside.fixed]
                rule = rules[step.rule]
                model = space.find([*wanted, story.tells(rule), other.goes_without(rule)])
                if model is not None:
                    by_clauses = True
                    pair = [telling.told(space.answers(model, each)) for each in (story, other)]
                    assert step in telling.steps(*pair), step
            tried = any(
                step in telling.steps(telling.told(one), telling.told(two))
                for one in whole
                for two in whole
                if step.is_between(one.get(step.question), two.get(step.question))
            )
            assert by_clauses is tried, step


def test_what_is_ruled_out_is_in_no_likely_case() -> None:
    instrument = with_levels()
    out = All((OneIn("last", ("zwaar",)), OneIn("hulp", ("nee",))))
    program = lower_with(instrument, [RuledOut(out, "")])
    with CaseSpace(program, [out]) as space:
        answers = space.story.encoding.answers
        both = [answers["last"].yes["zwaar"], answers["hulp"].yes["nee"]]
        assert space.find([space.story.is_whole, *both]) is not None
        assert space.find([space.story.is_whole, space.story.is_likely, *both]) is None


def test_a_case_that_is_excluded_is_not_found_again() -> None:
    instrument = with_levels()
    telling = telling_of(instrument)
    every = whole_cases(instrument, telling)
    found = []
    with CaseSpace(lower(instrument)) as space:
        while (model := space.find([space.story.is_whole])) is not None:
            found.append(space.answers(model, space.story))
            space.exclude(found[-1])
    assert len(found) == len(every)
    assert all(answers in every for answers in found)
