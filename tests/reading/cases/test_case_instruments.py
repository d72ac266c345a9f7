"""Which instruments a case is of: those it names, and those that ask what it answers."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.model.answers import Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument
from integraal.reading.cases.case_instruments import (
    check_answered_here,
    elsewhere,
    instruments_in,
    main_instrument,
)
from integraal.reading.library import Library
from integraal.reading.yaml_tree import compose


def named_in(text: str) -> list[str]:
    tree, _ = compose(text, "c.yaml")
    assert tree is not None
    return instruments_in(tree)


def test_a_case_names_its_instruments_once_whatever_the_moment() -> None:
    used = "instruments: {meldcode: '2026.1', iets-anders: '1'}"
    text = f"moments:\n  - {{moment: 2026-01-01, {used}}}\n  - {{moment: 2026-02-01, {used}}}\n"
    assert named_in(text) == ["meldcode"]


def test_a_case_that_names_none_is_of_the_first() -> None:
    assert named_in("casus: C-1") == ["voor-wie-doen-we-wat"]


@pytest.mark.parametrize(
    ("used", "main"),
    [
        (["meldcode", "voor-wie-doen-we-wat"], "voor-wie-doen-we-wat"),
        (["meldcode", "procesregie"], "procesregie"),
    ],
)
def test_the_first_instrument_goes_before_others_and_else_the_last(
    used: list[str], main: str
) -> None:
    assert main_instrument(used) == main


def test_a_question_is_found_with_whoever_asks_it(instrument: Instrument) -> None:
    find = elsewhere(instrument)
    asked = find("md_gesprek")
    assert asked is not None
    assert find("md_gesprekk") is None


def _case(answers: dict[str, Answer], *used: str) -> Case:
    versions = tuple((name, "2026.1") for name in used)
    return Case("C-1", moments=(Moment(None, Answers(answers), versions),))


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("voor-wie-doen-we-wat", _case({"bo_keren": 3}, "voor-wie-doen-we-wat")),
        ("voor-wie-doen-we-wat", _case({}, "kruispunt-kernprincipes")),
        ("meldcode", _case({"bo_keren": 3, "gezinsleden": "twee"})),
        ("buurtoverleg", _case({"gezinsleden": "twee"})),
        ("buurtoverleg", _case({}, "meldcode")),
    ],
)
def test_what_is_not_about_a_family_stays_out_of_a_case_that_is(name: str, case: Case) -> None:
    with pytest.raises(Faulty) as raised:
        check_answered_here(case, Library().instrument(name), "c.yaml")
    assert [finding.code for finding in raised.value.findings] == ["kept-apart"]


@pytest.mark.parametrize(
    ("name", "answer", "other"),
    [
        ("voor-wie-doen-we-wat", "bo_keren", "buurtoverleg"),
        ("meldcode", "bo_keren", "buurtoverleg"),
    ],
)
def test_a_file_about_a_meeting_alone_is_sent_to_its_instrument(
    name: str, answer: str, other: str
) -> None:
    with pytest.raises(Faulty) as raised:
        check_answered_here(_case({answer: 3}), Library().instrument(name), "c.yaml")
    [finding] = raised.value.findings
    assert (finding.code, dict(finding.details)["instruments"]) == ("other-instrument", other)


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("voor-wie-doen-we-wat", _case({"md_gesprek": "gevoerd", "onbekend": "x"}, "meldcode")),
        ("voor-wie-doen-we-wat", _case({"kwetsbaarheid": "vermoed"}, "gedeelde-zorg")),
        ("buurtoverleg", _case({"bo_keren": 3}, "kruispunt-kernprincipes")),
    ],
)
def test_what_is_of_one_kind_stands_together(name: str, case: Case) -> None:
    check_answered_here(case, Library().instrument(name), "c.yaml")


OURS, THEIRS = "voor-wie-doen-we-wat", "schuldhulp"


def _answered(*moments: tuple[str, ...]) -> Case:
    """A case with a question that both ask, at moments that were answered with some of them."""
    answers = Answers({"verloop": "wisselend"})
    dated = enumerate(moments, 1)
    made = (Moment(date(2026, 3, n), answers, tuple((name, "1") for name in m)) for n, m in dated)
    return Case("C-1", moments=tuple(made))


@pytest.mark.parametrize("moments", [[(THEIRS,)], [(OURS,), (THEIRS,)], [(THEIRS,), (OURS,)]])
def test_what_was_answered_with_an_instrument_that_is_not_here_is_not_taken_for_ours(
    moments: list[tuple[str, ...]],
) -> None:
    with pytest.raises(Faulty) as raised:
        check_answered_here(_answered(*moments), Library().instrument(OURS), "c.yaml")
    assert [(f.code, dict(f.details)) for f in raised.value.findings] == [
        ("other-instrument", {"instruments": THEIRS})
    ]


def test_what_was_answered_with_ours_beside_theirs_or_with_what_is_here_is_read() -> None:
    ours = Library().instrument(OURS)
    check_answered_here(_answered((OURS, THEIRS), ("meldcode",), ()), ours, "c.yaml")
    theirs = replace(ours, id=THEIRS)
    check_answered_here(_answered((THEIRS,)), theirs, "c.yaml")
    check_answered_here(_answered((THEIRS,)), ours, "c.yaml", [theirs])
