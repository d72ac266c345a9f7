"""Whatever an author writes, what is said of it is what looking at every case shows.

Every check of `controleer`, every body that runs the rules, and the verdict on a mutant: each on
300 random instruments, and on 2,100 by hand, with
`INTEGRAAL_TIMES=7 .ci/long tests/property/test_authors.py`.
"""

from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.condition import Direction, Otherwise
from integraal.model.instrument import Instrument, Raise
from integraal.model.results.trial import Change, Edit, Owner
from integraal.solving.prover import Prover
from integraal.verify.mutation.differences import PAGES, SETS
from integraal.verify.mutation.equivalence import Noticeable, compare
from integraal.verify.mutation.mutants import Mutant, mutants
from integraal.verify.mutation.seen import Seen
from integraal.verify.mutation.suite import Programs
from integraal.verify.proof.checks.all import CHECKS
from tests.counts import times
from tests.engine.sql.rows import Said, by_interpreter
from tests.engine.sql.test_select import as_read, by_duckdb
from tests.engine.sql.test_sqlite import by_sqlite
from tests.property.authored import authored, every_case, kept_from_others
from tests.property.by_counting import BY_COUNTING, Counting, by_hand, sums
from tests.property.strategies import completions

hundreds = settings(max_examples=times(300), deadline=None, suppress_health_check=list(HealthCheck))


def ways(instrument: Instrument) -> tuple[bool, ...]:
    """With what its author added, and where there is any, without."""
    return (False, True) if instrument.has_own_additions else (False,)


def test_every_check_has_a_count_to_be_held_to() -> None:
    assert [check.code for check in CHECKS] == list(BY_COUNTING)


@hundreds
@given(authored(), st.data())
def test_every_check_and_every_body_say_what_looking_at_every_case_says(
    instrument: Instrument, data: st.DataObject
) -> None:
    for source_only in ways(instrument):
        as_counted(Counting(lower(instrument, source_only=source_only)))
    program = lower(instrument, source_only=data.draw(st.sampled_from(ways(instrument))))
    cases = [as_read(instrument, answers) for answers in every_case(program)]
    for answers in cases:
        as_written(program, answers)
    as_in_sql(program, cases, by_sqlite(program, cases))
    some = cases[:: len(cases) // 10 + 1]  # the same SELECT, and slower to hand cases to
    as_in_sql(program, some, by_duckdb(program, some))
    as_what_may_come(program, data.draw(st.sampled_from(cases)))


def as_counted(counting: Counting) -> None:
    """Hold every check to what it claims."""
    with Prover(counting.program) as prover:
        for check in CHECKS:
            if check.of_any_advice or not counting.program.source_only:
                judged = {
                    check.name(item): check.judge(prover, item) for item in check.items(prover)
                }
                found = {name for name, fault in judged.items() if fault is not None}
                assert found == BY_COUNTING[check.code](counting), check.code


def as_written(program: Program, answers: Answers) -> None:
    """Hold an advice to its rules, read from their conditions, and its scores to their weights."""
    advice = evaluate(program, answers, with_open_questions=False)
    evaluation, truths = Evaluation(program, answers), dict(advice.truths)
    # Without what its author added, a level and a score hang on less than danger does.
    is_less = program.source_only
    for rule in program.instrument.rules:
        if rule.condition is not None and not (is_less and isinstance(rule.effect, Raise)):
            assert truths[rule.id] is by_hand(evaluation, rule.condition)
    for score, told in zip(program.instrument.scores, advice.scores, strict=True):
        assert is_less or (told.low, told.high) == sums(evaluation, score)


def as_in_sql(program: Program, cases: list[Answers], told: list[Said]) -> None:
    """Hold what a SELECT says to what the interpreter says."""
    for answers, said in zip(cases, told, strict=True):
        mine = by_interpreter(program, answers)
        # The interpreter may know more than rule by rule can be known; never something else.
        assert said.level <= mine.level <= mine.reach <= said.reach
        if (said.level, said.reach) == (mine.level, mine.reach):
            assert said == mine


def as_what_may_come(program: Program, answers: Answers) -> None:
    """Hold level, reach and open questions to what every way to answer the rest leads to."""
    questions = list(program.instrument.questions())
    rest = [completions(question, answers.get(question.id)) for question in questions]
    ranks = {}
    for way in product(*rest):
        full = Answers({q.id: answer for q, answer in zip(questions, way, strict=True)})
        ranks[way] = by_interpreter(program, full).level
    advice = evaluate(program, answers)
    assert program.instrument.scale is not None
    levels = program.instrument.scale.levels
    assert advice.searched_all
    assert (advice.level, advice.reach) == (
        levels[min(ranks.values())],
        levels[max(ranks.values())],
    )
    matters = {
        question.id
        for place, question in enumerate(questions)
        for way, rank in ranks.items()
        for other in rest[place]
        if ranks[(*way[:place], other, *way[place + 1 :])] != rank
    }
    assert {question.question for question in advice.open_questions} == matters
    if advice.direction is not Direction.UNKNOWN:
        fuller = [dict(zip([q.id for q in questions], way, strict=True)) for way in ranks]
        directions = {evaluate(program, Answers(full)).direction for full in fuller}
        assert directions == {advice.direction}


@hundreds
@given(authored() | kept_from_others(), st.data())
def test_a_mutant_is_noticeable_exactly_where_some_case_shows_it(
    instrument: Instrument, data: st.DataObject
) -> None:
    every = list(mutants(instrument))
    assume(every)
    mutant = data.draw(st.sampled_from(every))
    judged = compare(Programs(instrument), Programs(mutant.instrument), mutant.change)
    shown = is_shown(instrument, mutant)
    assert isinstance(judged, Noticeable) is shown, mutant.change
    if isinstance(judged, Noticeable):
        assert judged.witness, mutant.change


def is_shown(instrument: Instrument, mutant: Mutant) -> bool:
    """Whether a case can say something of an instrument that is not so of its mutant."""
    for source_only in ways(instrument):
        before, after = (
            lower(each, source_only=source_only) for each in (instrument, mutant.instrument)
        )
        if is_never_held(before, mutant.change):
            continue
        for answers in every_case(before, after):
            if in_a_case(before, answers) != in_a_case(after, answers):
                return True
    return False


def in_a_case(program: Program, answers: Answers) -> tuple[object, ...]:
    """Whatever a case file can expect, of what others read too."""
    found = Seen(program, answers)
    advice = found.advice
    return (
        (advice.level, advice.reach, advice.current, advice.feasible, advice.provisional),
        (advice.outcomes_now, advice.outcomes_open, set(advice.action_ids), advice.truths),
        [(each.score, each.low, each.high, each.bands) for each in advice.scores],
        [set(getattr(found, name)) for name in (*SETS, "promises")],
        [getattr(found, name) for name in ("calls", *PAGES)],
    )


def is_never_held(program: Program, change: Change) -> bool:
    """Whether an `otherwise` is dropped that holds in no case: a check says that, and no case."""
    if (change.edit, change.of) != (Edit.DROPPED, Owner.RULE):
        return False
    is_last = isinstance(program.instrument.rule(change.owner).when, Otherwise)
    return is_last and not Counting(program).can(change.owner)
