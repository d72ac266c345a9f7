"""The clauses say what the interpreter says, and what is proven is what counting would find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.reach.ranks import kleene_ranks
from integraal.model import condition as c
from integraal.model.answers import Answer, Answers, Partly
from integraal.model.finding import Place
from integraal.model.instrument import (
    Act,
    Band,
    Instrument,
    Kind,
    Limit,
    Never,
    OutcomePolicy,
    Question,
    Raise,
    Route,
    Rule,
    Score,
    Weights,
)
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth
from integraal.solving.answer_space import answers_in
from integraal.solving.encoding import Rails
from integraal.solving.prover import DisagreementError, Prover, truth_in
from integraal.solving.solver import OutOfBoundError, Solver
from integraal.verify.proof.prove import prove
from tests.counts import times
from tests.engine.builders import GROUNDS, an_instrument, number, one, rule, several
from tests.property.strategies import some_answers
from tests.verify.encoded import literals_of, rich_instruments, told_apart
from tests.verify.proof.every_answer import every_answer

moderate = settings(max_examples=times(150), deadline=None)
few = settings(max_examples=times(60), deadline=None)


def agrees(program: Program, data: st.DataObject) -> None:
    """Draw answers, fix them in the clauses, and compare everything that can be asked."""
    with Prover(program) as prover:
        answers = told_apart(prover, data.draw(some_answers(program.instrument)))
        prover.encoding.complete()
        ranks = range(len(program.instrument.scale.levels) if program.instrument.scale else 0)
        levels = [Rails(prover.encoding.reaches(r), prover.encoding.stays_below(r)) for r in ranks]
        model = prover.find(literals_of(prover, answers))
        assert model is not None
        assert answers_in(model, prover.encoding.answers) == answers
        evaluation = Evaluation(program, answers)
        for node in prover.encoding.nodes():
            assert truth_in(model, prover.encoding.of(node)) is evaluation.of(node)
        found = kleene_ranks(evaluation)
        for rank, rails in enumerate(levels):
            assert model.holds(rails.holds) is (found.level >= rank)
            assert model.holds(rails.fails) is (found.reach < rank)
        truths = dict(evaluate(program, answers).truths)
        for made in program.instrument.rules:
            value = truth_in(model, prover.rails[made.id])
            # Of the level the advice can know more, from how unknown answers hang together.
            if value is not Truth.UNKNOWN or not looks_at_the_level(made):
                assert value is truths[made.id]


def looks_at_the_level(made: Rule) -> bool:
    """Say whether a rule may: `otherwise` does when another rule with its effect does."""
    if isinstance(made.when, c.Otherwise):
        return not isinstance(made.effect, (Limit, Route))
    return isinstance(made.when, c.WhenDirection)


@moderate
@given(rich_instruments(), st.data())
def test_the_clauses_agree_with_the_interpreter_on_any_instrument(
    instrument: Instrument, data: st.DataObject
) -> None:
    agrees(lower(instrument), data)


@few
@given(st.data())
def test_the_clauses_agree_with_the_interpreter_on_the_shipped_instrument(
    program: Program, data: st.DataObject
) -> None:
    agrees(program, data)


def every_case(program: Program) -> Iterator[Answers]:
    """Walk through all of them."""
    questions = list(program.instrument.questions())
    for chosen in product(*(every_answer(question, program) for question in questions)):
        named = zip(questions, chosen, strict=True)
        yield Answers({q.id: answer for q, answer in named if answer is not None})


def small(instrument: Instrument) -> bool:
    program = lower(instrument)
    count = 1
    for question in instrument.questions():
        count *= len(every_answer(question, program))
    return count <= 400


@st.composite
def small_instruments(draw: st.DrawFn) -> Instrument:
    """Instruments of which every case can be looked at; some rules say that they only support."""
    instrument = draw(rich_instruments().filter(small))
    rules = tuple(
        replace(made, supports_only=draw(st.sampled_from([False, False, True])))
        for made in instrument.rules
    )
    return replace(instrument, rules=rules)


@dataclass(frozen=True, slots=True)
class Counted:
    """Every case of an instrument, with its advice."""

    instrument: Instrument
    program: Program
    cases: list[tuple[Answers, Advice]]

    @classmethod
    def of(cls, instrument: Instrument) -> "Counted":
        program = lower(instrument)
        every = [
            (answers, evaluate(program, answers, with_open_questions=False))
            for answers in every_case(program)
        ]
        return cls(instrument, program, every)

    def never_true(self) -> set[str]:
        truths = [dict(advice.truths) for _, advice in self.cases]
        ids = [made.id for made in self.instrument.rules]
        return {name for name in ids if all(t[name] is not Truth.TRUE for t in truths)}

    def never_false(self) -> set[str]:
        truths = [dict(advice.truths) for _, advice in self.cases]
        ids = [made.id for made in self.instrument.rules if made.condition is not None]
        certain = {name for name in ids if all(t[name] is not Truth.FALSE for t in truths)}
        return certain - self.never_true()

    def levels_missing(self) -> set[str]:
        reached = {advice.level.id for _, advice in self.cases if advice.level}
        scale = self.instrument.scale
        return {level.id for level in scale.levels if level.id not in reached} if scale else set()

    def routes_missing(self) -> set[str]:
        taken = {o.id for _, advice in self.cases for o in advice.outcomes if o.holds_now}
        return {outcome.id for outcome in self.instrument.outcomes} - taken

    def never_asked(self) -> set[str]:
        asked = [Evaluation(self.program, answers).applies for answers, _ in self.cases]
        ids = [question.id for question in self.instrument.questions()]
        return {q for q in ids if all(applies(q) is not Truth.TRUE for applies in asked)}

    def has_gap(self) -> bool:
        rows = any(isinstance(made.effect, Route) for made in self.instrument.rules)
        is_first = [table.policy for table in self.instrument.tables] == [OutcomePolicy.FIRST]
        return rows and is_first and any(not advice.outcomes for _, advice in self.cases)

    def deciding(self) -> set[str]:
        """Name the rules without which some level, reach or limit would be another."""
        return {made.id for made in self.instrument.rules if self._decides(made)}

    def _decides(self, left_out: Rule) -> bool:
        rules = tuple(made for made in self.instrument.rules if made is not left_out)
        program = lower(replace(self.instrument, rules=rules))
        without = (
            (evaluate(program, answers, with_open_questions=False), advice)
            for answers, advice in self.cases
        )
        return any(
            (other.level, other.reach, other.feasible)
            != (advice.level, advice.reach, advice.feasible)
            for other, advice in without
        )

    def falling(self) -> set[str]:
        """Name the steps of more need that lower the level of some fully known case."""
        questions = list(self.instrument.questions())
        full = [(a, b) for a, b in self.cases if all(a.known(q.id) for q in questions)]
        return {
            f"{question.id}: {name}"
            for question in questions
            for answers, advice in full
            for name, more in _one_step(question, answers[question.id])
            if self.rank(advice) > self.rank(self.with_answer(answers, question, more))
        }

    def with_answer(self, answers: Answers, question: Question, answer: Answer) -> Advice:
        changed = answers.with_answer(question.id, answer)
        return evaluate(self.program, changed, with_open_questions=False)

    def rank(self, advice: Advice) -> int:
        assert self.instrument.scale is not None
        assert advice.level is not None
        return self.instrument.scale.rank(advice.level.id)


def _one_step(question: Question, answer: Answer) -> Iterator[tuple[str, Answer]]:
    """Walk through the answers with one step more need, each with the option it adds."""
    if question.kind is Kind.ONE:
        yield from ((more, more) for less, more in pairwise(question.option_ids) if less == answer)
    elif isinstance(answer, frozenset):
        yield from ((o, answer | {o}) for o in question.option_ids if o not in answer)


@settings(max_examples=times(60), deadline=None)
@given(small_instruments())
def test_what_is_found_is_what_looking_at_every_case_finds(instrument: Instrument) -> None:
    counted = Counted.of(instrument)
    found = said(instrument)
    assert found["rule-never-holds"] == counted.never_true()
    assert found["rule-always-holds"] == counted.never_false()
    assert found["outcome-never-reached"] == counted.routes_missing()
    assert found["question-never-asked"] == counted.never_asked()
    assert bool(found["table-gap"]) is counted.has_gap()
    assert found["need-lowers-advice"] == counted.falling()
    if counted.program.raising:
        assert found["level-never-reached"] == counted.levels_missing()
    competing = [
        made
        for made in instrument.rules
        if isinstance(made.effect, Limit)
        or (isinstance(made.effect, Raise) and not isinstance(made.when, c.Otherwise))
    ]
    if any(isinstance(m.when, c.Otherwise) and isinstance(m.effect, Limit) for m in competing):
        return  # leaving out another limit then changes this one
    deciding = counted.deciding()
    assert found["supports-only-decides"] & {made.id for made in competing} == {
        made.id for made in competing if made.supports_only and made.id in deciding
    }
    assert (
        found["rule-never-decides"] - _rows(instrument)
        == {made.id for made in competing if not made.supports_only and made.id not in deciding}
        - counted.never_true()
    )


def _rows(instrument: Instrument) -> set[str]:
    return {made.id for made in instrument.rules if isinstance(made.effect, Route)}


def said(instrument: Instrument) -> dict[str, set[str]]:
    """Prove, and give the subjects of the faults by their code."""
    proof = prove(instrument, "", lambda path: Place("/".join(map(str, path))))
    found: dict[str, set[str]] = {code: set() for code, _ in proof.proven}
    for finding in proof.findings:
        details = dict(finding.details)
        keys = ("rule", "level", "outcome", "question", "owner")
        subject = next((details[key] for key in keys if key in details), "")
        more = f": {details['more']}" if "more" in details else ""
        found[finding.code].add(subject + more)
    return found


def test_whoever_waits_for_a_proof_hears_how_far_it_is() -> None:
    heard: list[tuple[str, int, int]] = []
    prove(
        an_instrument(one("a")),
        "",
        lambda path: Place("/".join(map(str, path))),
        tell=lambda *said: heard.append(said),
    )
    total = len(heard)
    assert [(number, of) for _, number, of in heard] == [(n + 1, total) for n in range(total)]


LOAD = one("last", "licht", "zwaar")
AREAS = several("gebieden", "a", "b")


def heavy(*rules: Rule) -> Instrument:
    return an_instrument(LOAD, AREAS, number("keren"), rules=rules, actions=["doen"])


def test_a_case_says_no_more_than_is_needed() -> None:
    many = c.All((c.Between("keren", 3, None), c.SomeChosen("gebieden", ("b",), 1)))
    with Prover(lower(heavy(rule("veel", many, Raise("hoog"))))) as prover:
        case = prover.case(prover.rails["veel"].holds)
    assert case == Answers({"gebieden": frozenset("b"), "keren": 3})


def test_a_case_is_one_that_a_case_file_can_say_wherever_there_is_one() -> None:
    """Excluding an option without knowing the other one fits in a table, not in a case file."""
    without_a = c.Not(c.SomeChosen("gebieden", ("a",), 1))
    with Prover(lower(heavy(rule("zonder", without_a, Raise("hoog"))))) as prover:
        case = prover.case(prover.rails["zonder"].holds)
    assert case == Answers({"gebieden": frozenset()})


def test_only_what_no_case_file_can_say_is_said_otherwise() -> None:
    both = c.All((c.Not(c.SomeChosen("gebieden", ("a",), 1)), c.Known("gebieden", wanted=False)))
    with Prover(lower(heavy(rule("half", both, Act("doen"))))) as prover:
        case = prover.case(prover.rails["half"].holds)
    assert case == Answers({"gebieden": Partly(frozenset(), frozenset("b"))})


def test_a_case_that_the_interpreter_sees_otherwise_is_not_believed() -> None:
    with Prover(lower(heavy(rule("zwaar", c.OneIn("last", ("zwaar",)), Raise("hoog"))))) as prover:
        answers = prover.encoding.answers
        light = answers["last"].settled(prover.circuit, "licht")
        prover.encoding.answers = {**answers, "last": light}
        with pytest.raises(DisagreementError):
            prover.case(prover.rails["zwaar"].holds)


def test_a_bound_that_is_passed_is_said_and_is_no_answer() -> None:
    with Solver() as solver:
        _pigeons(solver, 9)
        solver.allow(1)
        with pytest.raises(OutOfBoundError):
            solver.find([])


def _pigeons(solver: Solver, holes: int) -> None:
    """Put one pigeon more than there are holes, each in a hole of its own."""
    place = {(p, h): p * holes + h + 1 for p in range(holes + 1) for h in range(holes)}
    for pigeon in range(holes + 1):
        solver.add([place[pigeon, hole] for hole in range(holes)])
    for hole in range(holes):
        for one_bird, other in combinations(range(holes + 1), 2):
            solver.add([-place[one_bird, hole], -place[other, hole]])


def test_every_way_of_answering_is_counted_unknown_included() -> None:
    rules = [rule("vaak", c.Between("keren", 3, None), Raise("hoog"))]
    with Prover(lower(heavy(*rules))) as prover:
        # (2 + 1) x 3^2 x (below, at and above 3, + 1)
        assert prover.space.size() == 3 * 9 * 4


def test_a_promise_is_not_broken_by_a_sum_that_no_answers_have() -> None:
    """Rule by rule a sum of 1 may still come, however many answers are open; none gives it."""
    options = (("a", 3), ("b", 2))
    bands = (Band("alles", "Alles", 0, 5),)
    score = Score("som", "Som", (Weights("gebieden", options, several=True),), bands, GROUNDS)
    known = c.OneIn("last", ("zwaar",))

    def broken(low: int, high: int) -> set[str]:
        one_sum = rule("een", score.between(low, high), Raise("hoog"))
        never = Never("nooit", Raise("hoog"), known, GROUNDS)
        made = replace(heavy(one_sum), scores=(score,), never=(never,))
        found = prove(made, "", lambda path: Place("/".join(map(str, path)))).findings
        return {dict(each.details)["promise"] for each in found if each.code == "never-broken"}

    assert broken(1, 1) == set()
    assert broken(2, 2) == {"nooit"}
