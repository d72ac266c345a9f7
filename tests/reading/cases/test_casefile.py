"""A case file becomes a case; what is wrong with it is said all at once, and nothing is guessed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Question
from integraal.reading.cases.case_instruments import elsewhere, named_in
from integraal.reading.cases.casefile import CaseFile, read_case
from integraal.reading.library import Library
from integraal.report.phrases.finding import finding_remedy, finding_sentence
from integraal.words.words import Words
from tests.reading.helpers import codes, faults, good, nowhere

ROUTES = good("routes.yaml")
HEAD = "schema: integraal/casus/1\ncasus: C-1\n"
MOMENTS = """moments:
  - moment: 2026-11-21
    answers:
      leeftijd: 5
  - moment: 2026-05-02
    answers:
      leeftijd: 4
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "C-1.yaml"


def read(path: Path, text: str) -> CaseFile:
    path.write_text(text, encoding="utf-8")
    return read_case(path, ROUTES, nowhere)


def said(path: Path, text: str) -> tuple[Finding, ...]:
    return faults(lambda: read(path, text))


def codes_of(path: Path, text: str) -> list[str]:
    return codes(lambda: read(path, text))


# Answers.


@pytest.mark.parametrize(
    ("written", "code", "bound"),
    [
        ("2.5", "answer-not-whole", ""),
        ("-1", "answer-too-low", "0"),
        ("21", "answer-too-high", "20"),
    ],
)
def test_a_number_that_is_no_answer_is_refused_with_its_place_and_remedy(
    path: Path, written: str, code: str, bound: str
) -> None:
    path.write_text(f"{HEAD}answers:\n  kinderen: {written}\n", encoding="utf-8")
    [finding] = faults(lambda: read_case(path, good("tellen.yaml"), nowhere))
    assert (finding.code, finding.place.line, finding.place.column) == (code, 4, 13)
    assert bound in finding_sentence(finding, Words("nl"))
    assert "weet_niet" in finding_remedy(finding, Words("nl"))


def test_a_number_that_fits_its_question_is_an_answer(path: Path) -> None:
    path.write_text(f"{HEAD}answers:\n  kinderen: 20\n  wachtweken: 1.5\n", encoding="utf-8")
    case = read_case(path, good("tellen.yaml"), nowhere).case
    assert dict(case.latest.answers) == {"kinderen": 20, "wachtweken": 1.5}


@pytest.mark.parametrize(
    ("written", "question", "answer"),
    [
        ("woonplaats: aalst", "woonplaats", "aalst"),
        ("woonplaats: weet_niet", "woonplaats", DONT_KNOW),
        ("hulpvragen: [geld, opvoeding]", "hulpvragen", frozenset({"geld", "opvoeding"})),
        ("hulpvragen: geld", "hulpvragen", frozenset({"geld"})),
        ("hulpvragen: []", "hulpvragen", frozenset()),
        ("hulpvragen: geen_van_deze", "hulpvragen", frozenset()),
        ("hulpvragen: [geen_van_deze]", "hulpvragen", frozenset()),
        ("hulpvragen: weet_niet", "hulpvragen", DONT_KNOW),
        ("hulpvragen: [weet_niet]", "hulpvragen", DONT_KNOW),
        (
            "hulpvragen: [geld, weet_niet]",
            "hulpvragen",
            Partly(frozenset({"geld"}), frozenset({"opvoeding"})),
        ),
        (
            "hulpvragen: [geld, opvoeding, weet_niet]",
            "hulpvragen",
            frozenset({"geld", "opvoeding"}),
        ),
        ("leeftijd: 4", "leeftijd", 4),
        ("leeftijd: 3.5", "leeftijd", 3.5),
        ("leeftijd: weet_niet", "leeftijd", DONT_KNOW),
        ("eigen_woorden: no", "eigen_woorden", "no"),
        ("eigen_woorden: 012", "eigen_woorden", "012"),
        ("eigen_woorden: 1:30", "eigen_woorden", "1:30"),
    ],
)
def test_an_answer_is_what_was_written(
    path: Path, written: str, question: str, answer: Answer
) -> None:
    case = read(path, f"{HEAD}answers:\n  {written}\n").case
    assert dict(case.latest.answers) == {question: answer}


@pytest.mark.parametrize("written", ["woonplaats:", "woonplaats: ~", "leeftijd: null"])
def test_an_answer_left_empty_is_no_answer(path: Path, written: str) -> None:
    assert len(read(path, f"{HEAD}answers:\n  {written}\n").case.latest.answers) == 0


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}answers:\n", f"{HEAD}answers: {{}}\n"])
def test_a_case_may_have_no_answers_yet(path: Path, text: str) -> None:
    assert len(read(path, text).case.latest.answers) == 0


@pytest.mark.parametrize("word", ["12x", "012", "1:30", "1,5", "vier", "[4]", "{a: 4}"])
def test_a_number_is_not_guessed(path: Path, word: str) -> None:
    assert len(codes_of(path, f"{HEAD}answers:\n  leeftijd: {word}\n")) == 1


def test_an_option_is_not_guessed_but_the_nearest_is_offered(path: Path) -> None:
    (finding,) = said(path, f"{HEAD}answers:\n  woonplaats: Aalst\n")
    assert (finding.code, finding.suggestion) == ("no-such-option", "aalst")


def test_a_question_of_another_instrument_is_read_as_that_one_asks_it(path: Path) -> None:
    others = {question.id: question for question in good("tellen.yaml").questions()}
    path.write_text(f"{HEAD}answers:\n  leefgebieden: [wonen]\n  draaglast: zwr\n", "utf-8")
    (finding,) = faults(lambda: read_case(path, ROUTES, others.get))
    assert (finding.code, finding.suggestion) == ("no-such-option", "zwaar")


def test_other_instruments_are_not_asked_about_what_this_one_asks(path: Path) -> None:
    def never(_: str) -> Question | None:
        raise AssertionError

    path.write_text(f"{HEAD}answers:\n  leeftijd: 4\n", "utf-8")
    assert read_case(path, ROUTES, never).case.latest.answers["leeftijd"] == 4


# Old names.


def test_an_old_question_is_read_under_its_new_name_and_said(path: Path) -> None:
    case_file = read(path, f"{HEAD}answers:\n  stad: aalst\n")
    assert dict(case_file.case.latest.answers) == {"woonplaats": "aalst"}
    assert [note.code for note in case_file.notes] == ["moved"]


def test_an_old_option_is_read_under_its_new_name_and_said(path: Path) -> None:
    case_file = read(path, f"{HEAD}answers:\n  stad: brussel\n")
    assert dict(case_file.case.latest.answers) == {"woonplaats": "elders"}
    assert [dict(note.details)["new"] for note in case_file.notes] == ["woonplaats", "elders"]


@pytest.mark.parametrize(
    ("old", "new", "taken"),
    [
        ("nee", "ja", "ja"),
        ("ja", "nee", "ja"),
        ("ja", "weet_niet", "ja"),
        ("nee", "weet_niet", DONT_KNOW),
    ],
)
def test_of_an_old_and_a_new_name_the_highest_need_counts_and_both_are_said(
    tmp_path: Path, old: str, new: str, taken: Answer
) -> None:
    path, meldcode = tmp_path / "casus.yaml", Library().instrument("meldcode")
    path.write_text(f"{HEAD}answers:\n  md_direct_gevaar: {old}\n  direct_gevaar: {new}\n")
    case_file = read_case(path, meldcode, lambda _: None)
    assert case_file.case.latest.answers["direct_gevaar"] == taken
    moved, twice = case_file.notes
    assert (moved.code, twice.code) == ("moved", "answered-by-two-names")
    assert {old, new} == {dict(twice.details)[name] for name in ("one", "other")}


def test_an_old_and_a_new_name_that_agree_are_one_answer(path: Path) -> None:
    text = f"{HEAD}answers:\n  stad: aalst\n  woonplaats: aalst\n"
    notes = read(path, text).notes
    assert [note.code for note in notes] == ["moved"]


def test_an_old_name_of_another_instrument_is_read_as_the_question_of_now(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text(f"{HEAD}answers: {{md_direct_gevaar: ja}}\n", encoding="utf-8")
    asked = Library().instrument("kruispunt-doorstroom")
    case = read_case(path, asked, elsewhere(asked)).case
    assert case.latest.answers == {"direct_gevaar": "ja"}


# Moments.


def test_moments_are_put_in_order_of_time(path: Path) -> None:
    case = read(path, HEAD + MOMENTS).case
    assert [moment.day for moment in case.moments] == [date(2026, 5, 2), date(2026, 11, 21)]
    assert case.latest.answers["leeftijd"] == 5


def test_a_moment_needs_a_day_when_there_are_more(path: Path) -> None:
    text = HEAD + MOMENTS.replace("  - moment: 2026-05-02\n    answers", "  - answers")
    assert codes_of(path, text) == ["missing-key"]


@pytest.mark.parametrize("line", ["moment: 2026-01-01", "instruments: {routes: 2}", "answers: {}"])
def test_what_belongs_to_a_moment_does_not_stand_above_the_moments_too(
    path: Path, line: str
) -> None:
    assert codes_of(path, f"{HEAD}{line}\n{MOMENTS}") == ["moment-twice"]


def test_a_day_has_one_moment(path: Path) -> None:
    """Which of two is the last one cannot be told."""
    assert len(codes_of(path, HEAD + MOMENTS.replace("2026-05-02", "2026-11-21"))) == 1


def test_a_moment_keeps_the_versions_it_was_answered_with(path: Path) -> None:
    case = read(path, f"{HEAD}instruments: {{routes: 2026.10}}\n").case
    assert case.latest.versions == (("routes", "2026.10"),)


# The rest of the file.


def test_a_case_has_a_land_and_a_date_to_keep_it_until(path: Path) -> None:
    case = read(path, f"{HEAD}land: be\nkeep_until: 2100-01-01\n").case
    assert (case.id, case.country, case.keep_until) == ("C-1", "be", date(2100, 1, 1))


def test_a_land_that_is_said_twice_must_be_the_same(path: Path) -> None:
    instrument = good("tafels.yaml")
    for there, wanted in (("nl", []), ("be", ["answered-twice"])):
        path.write_text(f"{HEAD}land: nl\nanswers:\n  land: {there}\n", "utf-8")
        try:
            read_case(path, instrument, nowhere)
            found = []
        except Faulty as faulty:
            found = [finding.code for finding in faulty.findings]
        assert found == wanted


def test_a_land_under_the_answers_counts_where_only_others_ask_it(path: Path) -> None:
    library = Library()
    instrument = library.instrument("voor-wie-doen-we-wat")

    def read_by(text: str) -> CaseFile:
        path.write_text(f"{HEAD}{text}", "utf-8")
        return read_case(path, instrument, elsewhere(instrument))

    assert read_by("answers:\n  land: be\n").case.country == "be"
    assert read_by("land: be\nanswers:\n  land: be\n").case.country == "be"
    assert read_by("answers:\n  land: weet_niet\n").case.country == ""
    assert codes(lambda: read_by("land: nl\nanswers:\n  land: be\n")) == ["answered-twice"]


def test_of_a_land_not_named_nobody_knows_which_it_is(path: Path) -> None:
    assert read(path, HEAD).case.country == ""


@pytest.mark.parametrize(("days", "noted"), [(-1, ["past-keep-until"]), (0, []), (1, [])])
def test_a_case_past_its_date_is_read_and_said(path: Path, days: int, noted: list[str]) -> None:
    until = date.today() + timedelta(days=days)
    notes = read(path, f"{HEAD}keep_until: {until}\n").notes
    assert [note.code for note in notes] == noted


@pytest.mark.parametrize(
    "day", ["2026", "20261121", "0", "86400", "1e3", "2026-11-21T10:30:00", "2026-11-21 00:00"]
)
def test_a_day_is_written_as_a_day_and_nothing_is_made_of_a_number(path: Path, day: str) -> None:
    assert codes_of(path, f"{HEAD}moment: {day}\n") == ["not-a-date"]


@pytest.mark.parametrize(
    "name", ["C 1", "C/1", "../C-1", ".C-1", "-C", "C-1:x", "é", "C" * 65, "''", "C-1\\n"]
)
def test_a_case_name_is_short_and_plain(path: Path, name: str) -> None:
    assert codes_of(path, f"schema: integraal/casus/1\ncasus: {name}\n") == ["bad-form"]


def test_every_fault_of_a_case_is_said_at_once(path: Path) -> None:
    text = f"{HEAD}land: fr\nmomet: x\nanswers:\n  woonplats: aalst\n  leeftijd: vier\n"
    assert sorted(codes_of(path, text)) == [
        "no-such-question",
        "not-a-number",
        "unknown-key",
        "unknown-word",
    ]


def test_every_fault_is_said_at_once_of_a_case_with_moments_too(path: Path) -> None:
    text = f"{HEAD}land: fr\n{MOMENTS.replace('leeftijd: 5', 'leeftijd: vijf')}"
    assert sorted(codes_of(path, text)) == ["not-a-number", "unknown-word"]


@pytest.mark.parametrize("text", ["- C-1\n", "C-1\n", "[]\n"])
def test_what_is_no_case_at_all_is_said(path: Path, text: str) -> None:
    assert codes_of(path, text) == ["not-a-mapping"]


def test_an_instrument_is_no_case(path: Path) -> None:
    found = codes_of(path, "schema: integraal/instrument/1\nid: klein\n")
    assert set(found) == {"unknown-word", "unknown-key", "missing-key"}


def test_an_answer_to_what_went_away_is_said_once_and_counts_for_nothing(path: Path) -> None:
    text = """schema: integraal/casus/1
casus: C-1
moments:
  - moment: 2026-10-01
    answers: {gezinsvorm: samen, leeftijd: 2}
  - moment: 2026-11-01
    answers: {gezinsvorm: apart, woonplaats: overzee, hulpvragen: [geld, vervoer]}
"""
    path.write_text(text, encoding="utf-8")
    found = read_case(path, good("routes.yaml"), nowhere)
    assert [(note.code, dict(note.details)["word"]) for note in found.notes] == [
        ("retired", "gezinsvorm"),
        ("retired", "overzee"),
        ("retired", "vervoer"),
    ]
    first, last = found.case.moments
    assert dict(first.answers) == {"leeftijd": 2}
    assert dict(last.answers) == {
        "hulpvragen": Partly(frozenset({"geld"}), frozenset({"opvoeding"}))
    }


def test_who_chose_only_what_went_away_did_not_say_no_to_the_rest(path: Path) -> None:
    head = "schema: integraal/casus/1\ncasus: C-1\n"
    found = read(path, f"{head}answers: {{hulpvragen: [vervoer]}}\n")
    assert dict(found.case.latest.answers) == {"hulpvragen": DONT_KNOW}


def test_what_another_instrument_no_longer_asks_is_no_fault_of_a_case(path: Path) -> None:
    others = named_in([good("routes.yaml")]).get
    path.write_text(
        "schema: integraal/casus/1\ncasus: C-1\nanswers: {gezinsvorm: [a, b], stad: aalst}\n",
        encoding="utf-8",
    )
    found = read_case(path, good("tellen.yaml"), others)
    assert [note.code for note in found.notes] == ["retired", "moved"]
    assert dict(found.case.latest.answers) == {"woonplaats": "aalst"}
