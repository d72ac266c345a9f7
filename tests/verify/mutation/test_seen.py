"""Around an advice stands what keeps people safe, and a case can say what that must be."""

import pytest

from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.example import Expectation
from integraal.reading.library import Library
from integraal.verify.mutation.differences import safety_differences
from integraal.verify.mutation.seen import Seen

PROGRAMS = {
    (name, only): lower(Library().instrument(name), source_only=only)
    for name in ("meldcode", "procesregie", "voor-wie-doen-we-wat")
    for only in (False, True)
}
SAFE = {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}


def seen(name: str, **answers: str) -> Seen:
    return Seen(PROGRAMS[name, False], Answers(answers))


def seen_by_source(name: str, **answers: str) -> Seen:
    return Seen(PROGRAMS[name, True], Answers(answers))


def told(found: Seen, **expected: object) -> list[tuple[str, str, str]]:
    """List the differences as plain values."""
    expect = Expectation(**expected)  # type: ignore[arg-type]
    return [(d.field, d.expected, d.found) for d in safety_differences(expect, found)]


def test_a_danger_is_named_with_whom_it_calls() -> None:
    found = seen("meldcode", direct_gevaar="ja")
    assert found.urgent == ("bel-eerst-112",)
    assert found.calls["bel-eerst-112"][0] == "noodnummer"
    assert found.ask_first == ("kies-het-land", "vraag-nu-naar-veiligheid")


def test_nobody_is_in_danger_as_long_as_nothing_is_known() -> None:
    found = seen("procesregie")
    assert (found.urgent, found.calls) == ((), {})
    assert "vraag-nu-naar-direct-gevaar" in found.ask_first


def test_what_others_do_not_see_is_listed() -> None:
    found = seen("procesregie", veiligheid="zorg")
    assert found.for_others == "shown"
    assert found.hidden == (
        *("veiligheid", "vraag-nu-naar-direct-gevaar", "volg-de-meldcode"),
        *("naasten-vragen-na-de-zorgen", "naasten-na-veiligheid"),
    )


def test_where_there_is_no_page_everything_is_hidden() -> None:
    found = seen("voor-wie-doen-we-wat", veiligheid="zorg")
    assert found.for_others == "withheld"
    assert {"veiligheid", "zorg-om-veiligheid", "veiligheidsroute"} <= set(found.hidden)


def test_after_the_talk_a_child_still_sees_less_than_others() -> None:
    found = seen("procesregie", **SAFE, md_gesprek="gevoerd")
    assert (found.for_others, found.hidden) == ("shown", ())
    assert (found.for_child, found.hidden_from_child) == ("shown", ("direct_gevaar", "veiligheid"))
    unsafe = seen("procesregie", **SAFE, md_gesprek="niet_veilig")
    assert (unsafe.for_others, unsafe.for_child) == ("withheld", "withheld")


def test_what_the_source_alone_leaves_out_is_listed_apart_from_what_does_not_count() -> None:
    answers = {"veiligheid": "zorg", "verloop": "stabiel", "draaglast": "licht"}
    found = seen_by_source("voor-wie-doen-we-wat", **answers)
    assert (found.left_out, found.not_counted) == (("verloop",), ("veiligheid",))
    whole = seen("voor-wie-doen-we-wat", **answers)
    assert (whole.left_out, whole.not_counted) == ((), ())


def test_a_promise_forbids_something_while_its_condition_holds_or_might() -> None:
    name = "niet-afsluiten-bij-direct-gevaar"
    assert name in seen("meldcode", direct_gevaar="ja").promises
    assert name in seen("meldcode").promises
    assert name not in seen("meldcode", direct_gevaar="nee").promises


def test_a_promise_about_two_routes_forbids_one_only_where_the_other_holds() -> None:
    name = "geen-besluit-naast-een-open-afweging"
    assert name in seen("meldcode", direct_gevaar="ja").promises  # 112 holds
    assert name not in seen("meldcode").promises  # 112 is no more than possible


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("urgent", ("bel-eerst-112",), ()),
        ("calls", (), (("bel-eerst-112", ("noodnummer",)),)),
        ("calls", (), (("veiligheidsroute", ("1712",)),)),
        ("ask_first", ("vraag-nu-naar-veiligheid",), ("bel-eerst-112",)),
        ("for_others", "shown", "withheld"),
        ("hidden", ("bel-eerst-112", "direct_gevaar", "vraag-nu-naar-veiligheid"), ()),
        ("for_child", "shown", "withheld"),
        ("left_out", (), ("direct_gevaar",)),
        ("promises", (), ("bestaat-niet",)),
        ("promises_off", ("bestaat-niet",), ()),
    ],
)
def test_what_an_author_expects_is_held_against_it(
    field: str, right: object, wrong: object
) -> None:
    found = seen("voor-wie-doen-we-wat", direct_gevaar="ja")
    assert told(found, **{field: right}) == []
    if wrong or field != "promises_off":
        ((said, _, _),) = told(found, **{field: wrong})
        assert said == field


def test_a_promise_that_applies_against_expectation_is_a_difference() -> None:
    name = "niet-afsluiten-bij-direct-gevaar"
    found = seen("meldcode", direct_gevaar="ja")
    assert told(found, promises_off=(name,)) == [
        ("promises_off", f"{name}: FALSE", f"{name}: TRUE")
    ]
