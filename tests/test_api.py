"""The front door: what `import integraal` offers, and how it takes a slip."""

import warnings
from pathlib import Path
from typing import Any

import pytest

import integraal
from integraal import api
from integraal.engine.assess import assess
from integraal.engine.evaluate import evaluate
from integraal.engine.explain.explanation import explain
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.model.results.steps import Change
from integraal.reading.library import data_folder
from tests.conftest import ROOT
from tests.engine.builders import cases
from tests.reading.helpers import good

MARINA = data_folder() / "voorbeelden" / "marina.yaml"
WORRIED = {"veiligheid": "zorg", "leefgebieden": ["wonen", "werk"]}


def findings(instrument: Instrument, answers: dict[str, Any]) -> list[tuple[str, str, str]]:
    with pytest.raises(integraal.Faulty) as caught:
        integraal.evaluate(instrument, answers)
    return [(str(f.place), f.code, f.suggestion) for f in caught.value.findings]


def test_it_offers_what_it_says_it_offers() -> None:
    assert integraal.__all__ == api.__all__
    assert [name for name in integraal.__all__ if getattr(integraal, name, None) is None] == []
    assert set(integraal.__all__) <= set(dir(integraal))


def test_it_offers_nothing_else() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'evaluat'"):
        getattr(integraal, "evaluat")  # noqa: B009 - a type checker refuses it too


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_an_instrument_is_loaded_in_a_language(language: Any) -> None:
    assert integraal.load("meldcode", language).language == language


def test_an_instrument_of_ones_own_is_loaded_from_its_file() -> None:
    path = ROOT / "tests" / "instruments" / "good" / "klein.yaml"
    assert integraal.load(path) == good("klein.yaml")


@pytest.mark.parametrize(
    ("name", "language", "code", "suggestion"),
    [
        ("meldkode", "nl", "no-such-instrument", "meldcode"),
        ("meldcode", "frr", "unknown-word", "fr"),
        (str(MARINA), "nl", "not-an-instrument", ""),
    ],
)
def test_what_cannot_be_loaded_is_a_finding(
    name: str, language: Any, code: str, suggestion: str
) -> None:
    with pytest.raises(integraal.Faulty) as caught:
        integraal.load(name, language)
    assert [(f.code, f.suggestion) for f in caught.value.findings] == [(code, suggestion)]


def test_answers_in_a_dict_get_the_advice_of_the_engine(instrument: Instrument) -> None:
    given = Answers({"veiligheid": "zorg", "leefgebieden": frozenset({"wonen", "werk"})})
    assert integraal.evaluate(instrument, WORRIED) == evaluate(lower(instrument), given)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["wonen"], frozenset({"wonen"})),
        ({"wonen", "werk"}, frozenset({"wonen", "werk"})),
        ("wonen", frozenset({"wonen"})),
        ([], frozenset()),
        ("geen_van_deze", frozenset()),
        ("weet_niet", DONT_KNOW),
        (integraal.DONT_KNOW, DONT_KNOW),
        (Partly(frozenset({"wonen"}), frozenset({"werk"})),) * 2,
    ],
)
def test_several_are_given_in_any_way(instrument: Instrument, said: Any, meant: Any) -> None:
    found = integraal.explain(instrument, {"leefgebieden": said})
    assert dict(found.assessment.answers) == {"leefgebieden": meant}


def test_some_that_are_not_known_leave_the_others_open(instrument: Instrument) -> None:
    found = integraal.explain(instrument, {"leefgebieden": ["wonen", "weet_niet"]})
    read = found.assessment.answers["leefgebieden"]
    assert isinstance(read, Partly)
    assert read.chosen == {"wonen"}


@pytest.mark.parametrize("said", [5, 5.0, "5"])
def test_a_number_may_be_a_number_or_its_text(said: object) -> None:
    found = integraal.explain(good("routes.yaml"), {"leeftijd": said})
    assert found.assessment.answers["leeftijd"] == 5


@pytest.mark.parametrize("said", [float("nan"), float("inf"), "vijf", True, 10**20, [5, 6]])
def test_what_is_no_number_is_a_fault(said: object) -> None:
    (found,) = findings(good("routes.yaml"), {"leeftijd": said})
    assert found[1] in ("not-a-number", "one-answer")


def test_what_was_not_answered_may_be_none(instrument: Instrument) -> None:
    assert integraal.evaluate(instrument, {"veiligheid": None}) == integraal.evaluate(
        instrument, {}
    )


def test_a_slip_is_a_fault_and_never_a_no(instrument: Instrument) -> None:
    assert findings(instrument, {"veiligheid": "herhald_of_acuut"}) == [
        ("answers: veiligheid", "no-such-option", "herhaald_of_acuut")
    ]


def test_every_slip_is_told_at_once(instrument: Instrument) -> None:
    answers = {
        "veilighied": "zorg",
        "gezinsleden": ["twee", "drie_of_meer"],
        "leefgebieden": {"wonnen", "werk"},
        "draaglast": {"zwaar": True},
        "verloop": 3,
    }
    assert findings(instrument, answers) == [
        ("answers: veilighied", "no-such-question", "veiligheid"),
        ("answers: gezinsleden", "one-answer", ""),
        ("answers: leefgebieden", "no-such-option", "wonen"),
        ("answers: draaglast", "no-such-option", ""),
        ("answers: verloop", "no-such-option", ""),
    ]


def test_a_traceback_tells_the_sentence_and_the_remedy() -> None:
    with pytest.raises(integraal.Faulty) as caught:
        integraal.evaluate(integraal.load("meldcode", "en"), {"md_gesprek": "gevoert"})
    (told,) = caught.value.__notes__
    assert "'gevoert' is not an answer to 'md_gesprek'" in told
    assert told.endswith("Did you mean 'gevoerd'?")


def test_answers_made_by_hand_are_looked_at_too(instrument: Instrument) -> None:
    with pytest.raises(integraal.Faulty):
        integraal.evaluate(instrument, Answers({"veiligheid": "herhald_of_acuut"}))
    with pytest.raises(integraal.Faulty):
        integraal.evaluate(instrument, cases({"veiligheid": "herhald_of_acuut"})[0])


def test_a_question_of_another_instrument_is_no_slip(instrument: Instrument) -> None:
    both = {**WORRIED, "md_gesprek": "gevoerd"}
    assert integraal.evaluate(instrument, both) == integraal.evaluate(instrument, WORRIED)


def test_the_source_alone_leaves_our_own_questions_out(instrument: Instrument) -> None:
    whole = integraal.evaluate(instrument, {"verloop": "stabiel"})
    source_only = integraal.evaluate(instrument, {"verloop": "stabiel"}, source_only=True)
    assert whole != source_only
    assert source_only == integraal.evaluate(instrument, {}, source_only=True)


def test_a_case_file_is_read_with_the_instrument_it_is_of(tmp_path: Path) -> None:
    case = integraal.read_case(MARINA)
    assert case.id == "marina"
    advice = integraal.evaluate(integraal.load("voor-wie-doen-we-wat"), case)
    assert advice.level is not None
    assert advice.level.id == "coordinatie"
    path = tmp_path / "c.yaml"
    path.write_text(
        "schema: integraal/casus/1\ncasus: C-1\ninstruments: {meldcode: '2026.1'}\n"
        "answers: {md_gesprek: gevoerd}\n"
    )
    assert dict(integraal.read_case(path).latest.answers) == {"md_gesprek": "gevoerd"}


def test_a_case_of_a_country_answers_what_depends_on_it() -> None:
    instrument = integraal.load("meldcode")
    in_belgium = Case("C-1", "be", (Moment(None, Answers()),))
    assert dict(integraal.explain(instrument, in_belgium).assessment.answers) == {"land": "be"}


def test_a_faulty_case_file_tells_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("schema: integraal/casus/1\ncasus: C-1\nanswers: {veiligheid: ja, x: y}\n")
    with pytest.raises(integraal.Faulty) as caught:
        integraal.read_case(path)
    assert [f.code for f in caught.value.findings] == ["no-such-option", "no-such-question"]
    assert len(caught.value.__notes__) == 2


def test_a_case_that_tells_who_it_is_about_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("schema: integraal/casus/1\ncasus: '0612345678'\n")
    with pytest.raises(integraal.Faulty, match="case-id-identifies"):
        integraal.read_case(path)


def test_a_case_that_is_past_its_date_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("schema: integraal/casus/1\ncasus: C-1\nkeep_until: 2020-01-01\n")
    with pytest.warns(UserWarning, match="past-keep-until") as caught:
        integraal.read_case(path)
    assert caught[0].filename == __file__


def test_an_answer_under_an_old_name_is_taken_with_a_warning() -> None:
    with pytest.warns(UserWarning, match="moved") as caught:
        found = integraal.explain(good("routes.yaml"), {"woonplaats": "brussel"})
    assert found.assessment.answers["woonplaats"] == "elders"
    assert caught[0].filename == __file__


def test_reasons_come_with_the_fewest_answers_they_rest_on(instrument: Instrument) -> None:
    found = integraal.explain(
        instrument,
        WORRIED,
        why_not="cooperatie",
        what_if={"veiligheid": "geen_zorg"},
        step=integraal.ANY_LEVEL,
    )
    (case,) = cases({"veiligheid": "zorg", "leefgebieden": {"wonen", "werk"}})
    program = lower(instrument)
    by_engine = explain(
        program,
        assess(program, case, ()),
        why=True,
        why_not="cooperatie",
        what_if=[Change("veiligheid", "geen_zorg")],
        step="",
    )
    assert (found.why, found.why_not, found.what_if, found.steps) == (
        by_engine.why,
        by_engine.why_not,
        by_engine.what_if,
        by_engine.steps,
    )


@pytest.mark.parametrize(
    ("asked", "place", "code", "suggestion"),
    [
        ({"why_not": "coperatie"}, "why_not", "unknown-word", "cooperatie"),
        ({"step": "intgratie"}, "step", "unknown-word", "integratie"),
        ({"what_if": {"veiligheid": "jaa"}}, "what_if: veiligheid", "no-such-option", ""),
    ],
)
def test_what_cannot_be_asked_is_a_finding(
    instrument: Instrument, asked: dict[str, Any], place: str, code: str, suggestion: str
) -> None:
    with pytest.raises(integraal.Faulty) as caught:
        integraal.explain(instrument, WORRIED, **asked)
    (found,) = caught.value.findings
    assert (str(found.place), found.code, found.suggestion) == (place, code, suggestion)


def test_what_is_right_is_taken_in_silence(instrument: Instrument) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        integraal.evaluate(instrument, WORRIED)


def test_a_name_in_place_of_an_instrument_is_told_from_one() -> None:
    loose: Any = integraal
    with pytest.raises(TypeError, match=r"load\(\)"):
        loose.evaluate("voor-wie-doen-we-wat", {"draaglast": "zwaar"})
    with pytest.raises(TypeError, match="by question id"):
        loose.evaluate(integraal.load("voor-wie-doen-we-wat"), "zwaar")


def test_what_is_said_of_a_case_is_in_the_language_asked_for() -> None:
    with pytest.raises(integraal.Faulty) as told:
        integraal.read_case("nergens.yaml", language="en")
    assert "this file is not there" in "".join(told.value.__notes__)
