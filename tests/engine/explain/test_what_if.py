"""What if: the advice before and after, and which supposed answers no rule can see."""

from itertools import product

from integraal.engine.explain.what_if import suppose
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Act, Raise
from integraal.model.results.steps import Change, Supposition, Uncounted
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, one, rule


def _program(*, source_only: bool = False) -> Program:
    rules = [
        rule("diep", c.OneIn("diep", ("ja",)), Raise("midden")),
        rule("eigen", c.OneIn("eigen", ("ja",)), Raise("hoog")),
    ]
    deep = one("diep", ask_when=c.OneIn("eerst", ("ja",)))
    whole = an_instrument(one("eerst"), deep, rules=rules, own=[one("eigen")])
    return lower(whole, source_only=source_only)


def _supposed(program: Program, given: dict[str, Answer], **changed: Answer) -> Supposition:
    changes = [Change(question, answer) for question, answer in changed.items()]
    return suppose(program, Answers(given), changes)


def _levels(supposed: Supposition) -> tuple[str, str]:
    assert supposed.before.level is not None
    assert supposed.after.level is not None
    return supposed.before.level.id, supposed.after.level.id


def test_both_advices_are_given() -> None:
    supposed = _supposed(_program(), {"eerst": "ja", "eigen": "nee"}, diep="ja")
    assert (_levels(supposed), supposed.uncounted) == (("laag", "midden"), ())


def test_an_answer_that_this_run_leaves_out_is_named() -> None:
    supposed = _supposed(_program(source_only=True), {"eerst": "nee"}, eigen="ja")
    assert _levels(supposed) == ("laag", "laag")
    assert supposed.uncounted == (Uncounted("eigen", Truth.FALSE, left_out=True),)


def test_an_answer_to_a_question_that_does_not_apply_is_named_with_what_decides_that() -> None:
    supposed = _supposed(_program(), {"eerst": "nee"}, diep="ja")
    assert supposed.uncounted == (Uncounted("diep", Truth.FALSE, because_of=("eerst",)),)


def test_an_answer_waits_as_long_as_nobody_knows_whether_its_question_applies() -> None:
    supposed = _supposed(_program(), {}, diep="ja")
    assert supposed.uncounted == (Uncounted("diep", Truth.UNKNOWN, because_of=("eerst",)),)


def test_a_question_that_applies_by_another_supposed_answer_counts() -> None:
    supposed = _supposed(_program(), {"eerst": "nee", "eigen": "nee"}, diep="ja", eerst="ja")
    assert (_levels(supposed), supposed.uncounted) == (("laag", "midden"), ())


def test_no_longer_knowing_makes_nothing_go_in_any_case() -> None:
    """Over all answers to three questions, and each of them gone."""
    rules = [
        rule("een", c.OneIn("a", ("ja",)), Raise("midden")),
        rule("twee", c.All((c.OneIn("a", ("ja",)), c.OneIn("b", ("ja",)))), Raise("hoog")),
        rule("niet", c.AnyOf((c.Not(c.OneIn("b", ("ja",))), c.OneIn("diep", ("ja",)))), Act("x")),
    ]
    deep = one("diep", ask_when=c.OneIn("a", ("ja",)))
    program = lower(an_instrument(one("a"), one("b"), deep, rules=rules, actions=["x"]))
    for said in product((None, "nee", "ja"), repeat=3):
        answers = {n: a for n, a in zip(("a", "b", "diep"), said, strict=True) if a}
        for gone in answers:
            supposed = _supposed(program, dict(answers), **{gone: DONT_KNOW})
            held = {name for name, truth in supposed.before.truths if truth is Truth.TRUE}
            after = dict(supposed.after.truths)
            assert supposed.dropped == ()
            assert set(supposed.no_longer_certain) == {n for n in held if after[n] is Truth.UNKNOWN}
            assert supposed.less_known is (supposed.before.truths != supposed.after.truths)


def test_another_answer_makes_reasons_come_and_go() -> None:
    supposed = _supposed(_program(), {"eerst": "ja", "diep": "ja", "eigen": "nee"}, diep="nee")
    assert (supposed.dropped, supposed.no_longer_certain, supposed.less_known) == (
        ("diep",),
        (),
        False,
    )
    back = _supposed(_program(), {"eerst": "ja", "diep": "nee", "eigen": "nee"}, diep="ja")
    assert (back.added, back.dropped) == (("diep",), ())
