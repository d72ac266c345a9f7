"""The advice as data: stable, complete, and nothing but JSON."""

import json
from typing import Any

import pytest

from integraal.model.case import Case
from integraal.report.data.advice import advice_json
from integraal.words.words import Words
from tests.report.shipped_pages import assessed, cases, shipped

OF_THE_DESIGN = [
    "schema",
    "casus",
    "instrument",
    "version",
    "fingerprint",
    "level",
    "reach",
    "settled",
    "provisional",
    "current",
    "current_at_least",
    "feasible",
    "direction",
    "reasons",
    "limits",
    "open_questions",
    "outcomes",
    "actions",
    "attention_points",
    "disclaimer",
]


def data_of(case: Case, language: str = "nl", *, source_only: bool = False) -> dict[str, Any]:
    """Give the object for a case, as a reader of JSON gets it."""
    made = advice_json(assessed(case, language, source_only=source_only), Words(language))
    read: dict[str, Any] = json.loads(json.dumps(made, allow_nan=False))
    assert read == made
    return read


def test_every_field_of_the_design_is_there_in_its_order() -> None:
    keys = list(data_of(cases()["C-2041"]))
    assert [key for key in keys if key in OF_THE_DESIGN] == OF_THE_DESIGN


def test_every_key_is_always_there_in_the_same_order_whatever_the_case_or_language() -> None:
    orders = {tuple(data_of(case, lang)) for case in cases().values() for lang in ("nl", "fr")}
    assert len(orders) == 1


def test_a_reason_carries_its_grounds_and_the_answers_it_rests_on() -> None:
    reason = data_of(cases()["C-2041"])["reasons"][0]
    assert list(reason)[:4] == ["rule", "code", "level", "because"]
    assert {key: reason[key] for key in ("rule", "code", "level", "support", "source")} == {
        "rule": "plan-voor-heel-het-gezin",
        "code": "R4",
        "level": "coordinatie",
        "support": "source",
        "source": "004, voorbeeld 1 en 2",
    }
    assert reason["answers"] == {
        "gezinsleden": "drie_of_meer",
        "leefgebieden": ["werk", "school", "financien"],
    }


def test_what_is_not_known_is_null_not_left_out() -> None:
    data = data_of(cases()["leeg"])
    assert {key: data[key] for key in ("current", "feasible", "direction", "settled")} == {
        "current": None,
        "feasible": None,
        "direction": "onbekend",
        "settled": False,
    }
    assert data["open_questions"][0].keys() == {"question", "could_become"}


def test_partial_knowledge_says_that_the_rest_is_not_known() -> None:
    told = [reason["answers"] for reason in data_of(cases()["marina"])["reasons"]]
    assert {"gezinsleden": "drie_of_meer", "leefgebieden": ["werk", "gezondheid", "weet_niet"]} in (
        told
    )


def test_ids_do_not_depend_on_the_language_and_texts_do() -> None:
    dutch, french = (data_of(cases()["C-3007"], language) for language in ("nl", "fr"))
    for key in ("level", "reach", "open_questions", "rules_open", "fingerprint"):
        assert dutch[key] == french[key]
    assert [a["id"] for a in dutch["actions"]] == [a["id"] for a in french["actions"]]
    assert [a["text"] for a in dutch["actions"]] != [a["text"] for a in french["actions"]]
    assert dutch["disclaimer"] != french["disclaimer"]


def test_the_points_of_lower_levels_keep_applying() -> None:
    points = data_of(cases()["C-2041"])["attention_points"]
    levels = [point["level"] for point in points]
    assert levels == ["coordinatie"] * 3 + ["connectie"] * 3 + ["segregatie"] * 4


def test_it_says_which_model_and_which_questions_made_it() -> None:
    data = data_of(cases()["C-2041"], source_only=True)
    instrument = shipped()
    assert (data["schema"], data["instrument"], data["version"]) == (
        "integraal/advies/2",
        instrument.id,
        instrument.version,
    )
    assert data["fingerprint"].startswith("sha256:")
    assert data["source_only"] is True


@pytest.mark.parametrize("name", cases())
def test_it_never_holds_a_score_or_a_percentage(name: str) -> None:
    def numbers(value: Any) -> list[float]:
        if isinstance(value, dict):
            return [n for inside in value.values() for n in numbers(inside)]
        if isinstance(value, list):
            return [n for inside in value for n in numbers(inside)]
        return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []

    assert numbers(data_of(cases()[name])) == []
