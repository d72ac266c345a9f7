"""Danger is heard in records as somebody typed them, whatever is wrong with them."""

from dataclasses import replace
from time import process_time

import pytest

from integraal.batch.columns import Request
from integraal.batch.heard import Hearing, pairs_in
from integraal.engine.lower import lower
from integraal.model.condition import Between, Condition, OneIn, SomeChosen
from integraal.model.instrument import Act, Statement, Urgency
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.library import Library
from tests.engine.builders import an_instrument, number, one, rule, several

MELDCODE = Library().instrument("meldcode")
SHIPPED = Hearing(
    Request(
        lower(MELDCODE, others=neighbours("meldcode", "nl")),
        tuple(Library().instrument("meldcode", language) for language in ("en", "fr")),
        ("weet_niet",),
        "tabel.csv",
        elsewhere=elsewhere(MELDCODE),
    )
)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("direct_gevaar", "ja"),
        ("Direct_Gevaar ", " JA "),
        ("md_direct_gevaar", "ja"),
        ("direct_gevar", "yes"),
        ("Direct gevaar", "oui"),
        ("Immediate danger", "x"),
        ("direct_gevaar", "['ja']"),
    ],
)
def test_an_answer_is_heard_under_any_name_in_any_spelling(column: str, cell: str) -> None:
    assert SHIPPED.record([("casus", "C-1"), (column, cell)]).ids == ("bel-eerst-112",)


@pytest.mark.parametrize(
    ("column", "cell"),
    [("direct_gevaar", "nee"), ("direct_gevaar", ""), ("opmerking", "ja"), ("draaglast", "ja")],
)
def test_what_is_no_danger_is_heard_as_none(column: str, cell: str) -> None:
    assert SHIPPED.record([(column, cell)]).ids == ()


def test_of_two_answers_to_one_question_each_may_be_true() -> None:
    for cells in (["ja", "nee"], ["nee", "ja"]):
        heard = SHIPPED.record([("direct_gevaar", cell) for cell in cells])
        assert heard.ids == ("bel-eerst-112",)
        assert heard.answers["direct_gevaar"] == "ja"


def test_the_danger_that_is_asked_first_comes_first() -> None:
    heard = SHIPPED.record([("md_acuut", "ja"), ("direct_gevaar", "nee"), ("direct_gevaar", "ja")])
    assert [one.statement.id for one in heard.dangers] == [
        *("bel-eerst-112", "wacht-niet-en-handel-samen")
    ]


@pytest.mark.parametrize(
    "line",
    [
        '{"direct_gevaar": "ja", "direct_gevaar": "nee"}',
        '{"casus": "C-1", "direct_gevaar": ["ja"]}',
        '{"casus": "C-1", "direct_gevaar": true}',
        '{"direct_gevaar": "ja", "draaglast": ',
        '"direct_gevaar": "ja"',
    ],
)
def test_a_line_of_json_is_heard_whole_or_broken(line: str) -> None:
    assert SHIPPED.line(line).ids == ("bel-eerst-112",)


@pytest.mark.parametrize("line", ["[1, 2]", '"direct_gevaar"', "", '{"direct_gevaar": null}'])
def test_a_line_without_an_answer_says_nothing(line: str) -> None:
    assert SHIPPED.line(line).ids == ()


def _alarming(when: Condition) -> Hearing:
    asked = (one("nu"), several("waar", "thuis", "elders"), number("hoe_vaak"))
    made = an_instrument(*asked, rules=[rule("gevaar", when, Act("bel"))], actions=["bel"])
    bel = Statement("bel", "Bel.", urgent=Urgency.DANGER, call=("112",))
    return Hearing(Request(lower(replace(made, actions=(bel,))), (), (), "tabel.csv"))


@pytest.mark.parametrize(
    ("column", "cell", "is_heard"),
    [
        ("waar", "elders;Thuis", True),
        ("waar", "elders", False),
        ("waar.thuis", "x", True),
        ("waar.thuis", "nee", False),
        ("waar", "geen", False),
    ],
)
def test_one_of_several_is_heard_in_a_list_and_in_a_column_of_its_own(
    column: str, cell: str, is_heard: bool
) -> None:
    hearing = _alarming(SomeChosen("waar", ("thuis",), 1))
    assert bool(hearing.record([(column, cell)]).ids) is is_heard


@pytest.mark.parametrize(
    ("cell", "is_heard"), [("4", True), ("4,0", True), ("2", False), ("-4", False), ("vaak", False)]
)
def test_a_number_is_heard_where_it_is_one(cell: str, is_heard: bool) -> None:
    hearing = _alarming(Between("hoe_vaak", 3, None))
    assert bool(hearing.record([("hoe_vaak", cell)]).ids) is is_heard


def test_one_choice_is_heard_too() -> None:
    assert _alarming(OneIn("nu", ("ja",))).record([("nu", "ja")]).ids == ("bel",)


def test_a_broken_object_in_quotes_of_another_kind_is_heard() -> None:
    found = pairs_in("{'casus': 'C-1', 'direct_gevaar': 'ja'}")
    assert ("direct_gevaar", "ja") in found


@pytest.mark.parametrize("piece", ["y", "y ", '"a":', "' ", "a:["])
def test_a_long_broken_object_takes_no_time(piece: str) -> None:
    begin = process_time()
    pairs_in(piece * 100_000 + "}")
    assert process_time() - begin < 3
