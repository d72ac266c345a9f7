"""A case through its moments: what changed, and which way."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from integraal.engine.compare.moments import course
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Raise
from integraal.model.results.course import Shift, Stage
from integraal.reading.library import Library
from tests.engine.builders import an_instrument, one, rule
from tests.property.strategies import found
from tests.reading.helpers import good

WHOLE = lower(Library().instrument("voor-wie-doen-we-wat"))
ROUTES = lower(good("tafels.yaml"))


def stages(*given: dict[str, Answer | set[str]], program: Program = WHOLE) -> tuple[Stage, ...]:
    moments = [
        Moment(date(2026, month, 1), Answers(answers)) for month, answers in enumerate(given, 1)
    ]
    return course(program, Case("C-1", moments=tuple(moments)), ()).stages


def test_the_first_moment_has_nothing_to_compare_with() -> None:
    (only,) = stages({"draaglast": "zwaar"})
    assert (only.changed, only.level_shift) == ((), None)


def test_more_need_and_less_need_are_told_apart() -> None:
    _, more, less = stages({"draaglast": "licht"}, {"draaglast": "zwaar"}, {"draaglast": "matig"})
    assert [changed.shift for changed in (*more.changed, *less.changed)] == [Shift.UP, Shift.DOWN]


def test_one_area_more_is_more_need_and_another_area_is_neither() -> None:
    areas: list[dict[str, Answer | set[str]]] = [
        {"leefgebieden": {"wonen"}},
        {"leefgebieden": {"wonen", "werk"}},
        {"leefgebieden": {"wonen", "school"}},
    ]
    _, more, other = stages(*areas)
    assert [changed.shift for changed in (*more.changed, *other.changed)] == [
        Shift.UP,
        Shift.OTHER,
    ]


def test_what_was_not_known_before_says_neither_more_nor_less() -> None:
    _, after = stages({"draaglast": DONT_KNOW}, {"draaglast": "zwaar"})
    assert [changed.shift for changed in after.changed] == [Shift.OTHER]


def test_forms_that_exist_say_nothing_about_need() -> None:
    _, after = stages({"bestaande_vormen": set()}, {"bestaande_vormen": {"multidisciplinair_team"}})
    assert [changed.shift for changed in after.changed] == [Shift.OTHER]


def test_the_advice_goes_up_down_or_stays() -> None:
    calm: dict[str, Answer | set[str]] = {"veiligheid": "geen_zorg"}
    worried: dict[str, Answer | set[str]] = {"veiligheid": "zorg"}
    shifts = [stage.level_shift for stage in stages(calm, worried, worried, calm)]
    assert shifts == [None, Shift.UP, None, Shift.DOWN]


def test_a_route_that_becomes_another_is_a_shift_without_up_or_down() -> None:
    first, second = stages(
        {"veiligheid": "geen_zorg"}, {"veiligheid": "zorg", "langdurig": "nee"}, program=ROUTES
    )
    assert (first.level_shift, second.level_shift) == (None, Shift.OTHER)


def test_routes_that_stay_are_no_shift() -> None:
    _, second = stages({"veiligheid": "geen_zorg"}, {"veiligheid": "geen_zorg"}, program=ROUTES)
    assert second.level_shift is None


def test_a_range_that_narrows_from_both_sides_is_neither_up_nor_down() -> None:
    _, after = stages(
        {},
        {
            "gezinsleden": "twee",
            "leefgebieden": {"wonen", "werk"},
            "verloop": "stabiel",
            "samenhang": "los",
            "eerdere_hulp_zonder_effect": "nee",
            "hulpverloop": "loopt",
            "opbrengst": "voldoende",
        },
    )
    assert after.level_shift is Shift.OTHER


def test_an_answer_that_is_missing_does_not_lower_the_advice() -> None:
    acute: dict[str, Answer | set[str]] = {
        "aantal_professionals": "twee",
        "veiligheid": "herhaald_of_acuut",
    }
    for gone in ({}, {"veiligheid": DONT_KNOW}):
        _, after = stages(acute, {"aantal_professionals": "twee", **gone})
        advice = after.assessment.advice
        assert advice.level is not None
        assert (advice.level.id, after.level_shift, after.less_known) == ("connectie", None, True)


def test_a_lower_advice_by_another_answer_is_lower_also_where_something_else_is_missing() -> None:
    worried: dict[str, Answer | set[str]] = {"aantal_professionals": "drie_of_meer"}
    _, after = stages({**worried, "draaglast": "zwaar"}, {"aantal_professionals": "een"})
    assert (after.level_shift, after.less_known) == (Shift.DOWN, False)


SIDES = (None, DONT_KNOW, "nee", "ja")


def _said(answers: Sequence[Answer | None]) -> dict[str, Answer | set[str]]:
    return {name: said for name, said in zip("ab", answers, strict=True) if said is not None}


def test_lower_is_only_said_of_what_is_lower_with_the_missing_answers_put_back() -> None:
    """Over all pairs of moments of an instrument with two questions: 256 courses."""
    rules = [
        rule("een", c.AnyOf((c.OneIn("a", ("ja",)), c.OneIn("b", ("ja",)))), Raise("midden")),
        rule("twee", c.All((c.OneIn("a", ("ja",)), c.OneIn("b", ("ja",)))), Raise("hoog")),
    ]
    program = lower(an_instrument(one("a"), one("b"), rules=rules))
    for said in product(SIDES, repeat=4):
        before, after = _said(said[:2]), _said(said[2:])
        back = {
            name: answer
            for name, answer in before.items()
            if answer is not DONT_KNOW and after.get(name, DONT_KNOW) is DONT_KNOW
        }
        low, high, whole = (
            found(program, Answers(each)) for each in (before, after, {**after, **back})
        )
        _, stage = stages(before, after, program=program)
        if stage.level_shift is Shift.DOWN:
            assert whole != low
            assert all(now <= was for now, was in zip(whole, low, strict=True))
            assert all(now <= was for now, was in zip(high, low, strict=True))
            # The level itself falls by what people say, or stays as that leaves it.
            assert whole[0] < low[0] or whole[0] == high[0]
        if stage.level_shift is None:
            assert whole == low
        assert stage.less_known is (whole != high)


def test_a_worry_that_another_instrument_heard_later_is_told_as_a_stage_of_its_own() -> None:
    own, other = (("voor-wie-doen-we-wat", "2026.1"),), (("meldcode", "2026.1"),)
    first = Moment(
        date(2026, 5, 1), Answers({"draaglast": "zwaar", "veiligheid": "geen_zorg"}), own
    )
    later = Moment(date(2026, 9, 1), Answers({"veiligheid": "zorg"}), other)
    before, after = course(WHOLE, Case("C-1", moments=(first, later)), ()).stages
    assert before.assessment.answers.get("veiligheid") == "geen_zorg"
    assert after.assessment.answers.get("veiligheid") == "zorg"
    assert after.assessment.until == date(2026, 9, 1)
