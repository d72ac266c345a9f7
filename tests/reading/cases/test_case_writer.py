"""A case file is written whole or not at all, for its owner only, and nothing in it is lost."""

import os
import resource
import stat
from datetime import date
from pathlib import Path

import pytest

from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.reading.cases.case_writer import CaseWriter
from integraal.reading.cases.casefile import Elsewhere, read_case
from tests.reading.helpers import codes, faults, good, nowhere

ROUTES = good("routes.yaml")
OTHERS = {question.id: question for question in good("tellen.yaml").questions()}
HEAD = """# Een verzonnen gezin.
schema: integraal/casus/1
casus: C-1
land: be
moment: 2026-11-21
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "C-1.yaml"


def kept(path: Path, elsewhere: Elsewhere = nowhere) -> Answers:
    """Read the answers that are in the file now."""
    return read_case(path, ROUTES, elsewhere).case.latest.answers


def open_writer(path: Path, text: str, elsewhere: Elsewhere = nowhere) -> CaseWriter:
    path.write_text(text, encoding="utf-8")
    return CaseWriter(path, read_case(path, ROUTES, elsewhere).case, ROUTES)


def new_writer(path: Path) -> CaseWriter:
    moment = Moment(date(2026, 11, 21), Answers())
    return CaseWriter(path, Case("C-1", "be", (moment,), date(2027, 11, 21)), ROUTES)


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


# A new file.


def test_a_new_file_says_what_it_is_and_with_which_version_it_was_made(path: Path) -> None:
    new_writer(path).save(Answers({"woonplaats": "aalst"}))
    assert lines_of(path) == [
        "schema: integraal/casus/1",
        "casus: C-1",
        "land: be",
        "keep_until: 2027-11-21",
        "moment: 2026-11-21",
        "instruments:",
        "  routes: '2'",
        "answers:",
        "  woonplaats: aalst",
    ]


def test_nothing_is_written_before_there_is_something_to_save(path: Path) -> None:
    new_writer(path)
    assert not path.exists()


def test_a_new_file_is_read_as_the_case_it_was_made_of(path: Path) -> None:
    new_writer(path).save(Answers({"leeftijd": 4}))
    case = read_case(path, ROUTES, nowhere).case
    assert (case.id, case.country, case.keep_until) == ("C-1", "be", date(2027, 11, 21))
    assert case.latest == Moment(date(2026, 11, 21), Answers({"leeftijd": 4}), (("routes", "2"),))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("woonplaats", "elders"),
        ("woonplaats", DONT_KNOW),
        ("leeftijd", 0),
        ("leeftijd", 3.5),
        ("leeftijd", DONT_KNOW),
        ("hulpvragen", frozenset()),
        ("hulpvragen", frozenset({"geld", "opvoeding"})),
        ("hulpvragen", Partly(frozenset({"geld"}), frozenset({"opvoeding"}))),
        ("hulpvragen", DONT_KNOW),
        ("eigen_woorden", "Wij willen rust: nu # echt"),
        ("eigen_woorden", "no"),
        ("eigen_woorden", "null"),
        ("eigen_woorden", "012"),
        ("eigen_woorden", "- [a, b]"),
        ("eigen_woorden", "twee\nregels\n\nen 'n derde 🎈"),
        ("eigen_woorden", "\x1b[31mrood\x07 \u2028 \x85 \ufeff"),
        ("eigen_woorden", " spaties "),
        ("eigen_woorden", "woord " * 2000),
    ],
)
def test_what_was_answered_is_what_is_read_again(path: Path, question: str, answer: Answer) -> None:
    new_writer(path).save(Answers({question: answer}))
    assert dict(kept(path)) == {question: answer}


# An existing file.


def test_comments_and_lay_out_stay(path: Path) -> None:
    text = f"""{HEAD}
answers:
  # Over de kinderen.
  leeftijd: 4   # bijna vijf

  woonplaats: "aalst"
  hulpvragen:  # het gezin koos zelf
    - geld        # eerst
    - opvoeding
# Einde.
"""
    writer = open_writer(path, text)
    writer.save(kept(path).with_answer("leeftijd", 5))
    before, after = text.splitlines(), lines_of(path)
    assert [line for line in before if line not in after] == ["  leeftijd: 4   # bijna vijf"]
    assert "  leeftijd: 5   # bijna vijf" in after


def test_saving_what_is_already_there_changes_no_answer_line(path: Path) -> None:
    """An answer may be written in more ways than one; none is better than the author's own."""
    text = f"""{HEAD}instruments:
  routes: '2'
answers:
  hulpvragen: [geld, opvoeding]  # in de volgorde van het gezin
  leeftijd: 4.0
"""
    open_writer(path, text).save(kept(path))
    assert path.read_text(encoding="utf-8") == text


def test_none_of_these_stays_as_it_was_written(path: Path) -> None:
    open_writer(path, f"{HEAD}answers:\n  hulpvragen: geen_van_deze\n").save(kept(path))
    assert "  hulpvragen: geen_van_deze" in lines_of(path)


def test_a_new_answer_takes_its_place_in_the_order_of_the_questions(path: Path) -> None:
    writer = open_writer(path, f"{HEAD}answers:\n  leeftijd: 4\n  hulpvragen: [geld]\n")
    writer.save(kept(path).with_answer("woonplaats", "aalst"))
    assert list(kept(path)) == ["leeftijd", "woonplaats", "hulpvragen"]


def test_an_answer_that_is_taken_back_leaves_the_file(path: Path) -> None:
    writer = open_writer(path, f"{HEAD}answers:\n  leeftijd: 4\n  woonplaats: aalst\n")
    writer.save(kept(path).without("leeftijd"))
    assert dict(kept(path)) == {"woonplaats": "aalst"}


def test_an_answer_that_is_taken_back_takes_no_comment_of_another_with_it(path: Path) -> None:
    text = f"{HEAD}answers:\n  leeftijd: 4\n  # Over het wonen.\n  woonplaats: aalst\n"
    writer = open_writer(path, text)
    writer.save(kept(path).without("leeftijd"))
    assert "  # Over het wonen." in lines_of(path)


def test_a_question_left_open_with_a_note_stays_so(path: Path) -> None:
    text = f"{HEAD}answers:\n  leeftijd:  # nog vragen\n  woonplaats: aalst\n"
    open_writer(path, text).save(kept(path))
    assert "  leeftijd:  # nog vragen" in lines_of(path)


def test_the_instrument_s_version_goes_with_the_answers(path: Path) -> None:
    text = f"{HEAD}instruments:\n  tellen: 2026.1\n  routes: 1\nanswers:\n  leeftijd: 4\n"
    open_writer(path, text).save(kept(path))
    versions = dict(read_case(path, ROUTES, nowhere).case.latest.versions)
    assert versions == {"tellen": "2026.1", "routes": "2"}


@pytest.mark.parametrize(
    "written", ["draaglast: zwaar", "kinderen: 3", "leefgebieden: [school, wonen]"]
)
def test_answers_to_another_instrument_stay(path: Path, written: str) -> None:
    writer = open_writer(path, f"{HEAD}answers:\n  {written}\n  leeftijd: 4\n", OTHERS.get)
    before = kept(path, OTHERS.get)
    writer.save(before.with_answer("leeftijd", 5))
    assert f"  {written}" in lines_of(path)
    assert kept(path, OTHERS.get) == before.with_answer("leeftijd", 5)


def test_answers_to_another_instrument_stay_when_they_are_not_given_to_save(path: Path) -> None:
    text = f"{HEAD}answers:\n  leefgebieden: [school, wonen]\n  leeftijd: 4\n"
    open_writer(path, text, OTHERS.get).save(Answers({"leeftijd": 5}))
    assert "  leefgebieden: [school, wonen]" in lines_of(path)


@pytest.mark.parametrize("written", ["stad: aalst", "stad: brussel", "woonplaats: brussel"])
def test_an_old_name_is_saved_under_its_new_name_and_can_be_read_again(
    path: Path, written: str
) -> None:
    writer = open_writer(path, f"{HEAD}answers:\n  {written}\n")
    answers = kept(path)
    writer.save(answers)
    assert kept(path) == answers
    assert read_case(path, ROUTES, nowhere).notes == ()


# Moments.


def test_an_answer_to_what_went_away_stays_in_the_file(path: Path) -> None:
    text = f"{HEAD}answers:\n  gezinsvorm: samen\n  hulpvragen: [geld, vervoer]\n"
    writer = open_writer(path, text)
    writer.save(kept(path).with_answer("leeftijd", 3))
    assert "  gezinsvorm: samen" in lines_of(path)
    assert "  hulpvragen: [geld, vervoer]" in lines_of(path)


def test_only_the_last_moment_changes(path: Path) -> None:
    text = """schema: integraal/casus/1
casus: C-1
moments:
  - moment: 2026-11-21
    answers:
      leeftijd: 5
  - moment: 2026-05-02  # toen
    answers:
      leeftijd: 4
      woonplaats: elders
"""
    writer = open_writer(path, text)
    writer.save(kept(path).with_answer("woonplaats", "aalst"))
    first, last = read_case(path, ROUTES, nowhere).case.moments
    assert dict(first.answers) == {"leeftijd": 4, "woonplaats": "elders"}
    assert dict(last.answers) == {"leeftijd": 5, "woonplaats": "aalst"}
    assert (first.versions, last.versions) == ((), (("routes", "2"),))
    assert "  - moment: 2026-05-02  # toen" in lines_of(path)


def test_a_moment_that_was_written_as_an_alias_does_not_change_along(path: Path) -> None:
    text = """schema: integraal/casus/1
casus: C-1
moments:
  - moment: 2026-05-02
    answers: &zo
      leeftijd: 4
  - moment: 2026-11-21
    answers: *zo
"""
    open_writer(path, text).save(Answers({"leeftijd": 5}))
    first, last = read_case(path, ROUTES, nowhere).case.moments
    assert (first.answers["leeftijd"], last.answers["leeftijd"]) == (4, 5)


# On the disk.


@pytest.mark.parametrize("before", [None, 0o644, 0o666])
def test_a_case_is_for_its_owner_only(path: Path, before: int | None) -> None:
    if before is not None:
        path.write_text(HEAD, encoding="utf-8")
        path.chmod(before)
    mask = os.umask(0)
    try:
        new_writer(path).save(Answers({"leeftijd": 4}))
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_left_beside_the_file(path: Path) -> None:
    writer = new_writer(path)
    for age in range(3):
        writer.save(Answers({"leeftijd": age}))
    assert list(path.parent.iterdir()) == [path]


def test_a_link_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "elders" / "echt.yaml"
    real.parent.mkdir()
    real.write_text(HEAD, encoding="utf-8")
    path.symlink_to(real)
    CaseWriter(path, read_case(path, ROUTES, nowhere).case, ROUTES).save(Answers({"leeftijd": 4}))
    assert path.is_symlink()
    assert dict(kept(real)) == {"leeftijd": 4}


def test_a_link_to_a_file_that_is_not_there_yet_makes_that_file(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "later.yaml")
    new_writer(path).save(Answers({"leeftijd": 4}))
    assert path.is_symlink()
    assert dict(kept(tmp_path / "later.yaml")) == {"leeftijd": 4}


def test_a_file_that_somebody_else_changed_is_not_touched(path: Path) -> None:
    writer = open_writer(path, f"{HEAD}answers:\n  leeftijd: 4\n")
    theirs = f"{HEAD}answers:\n  leeftijd: 7\n"
    path.write_text(theirs, encoding="utf-8")
    assert codes(lambda: writer.save(Answers({"leeftijd": 5}))) == ["changed-on-disk"]
    assert path.read_text(encoding="utf-8") == theirs


def test_a_file_that_appeared_meanwhile_is_not_touched(path: Path) -> None:
    writer = new_writer(path)
    path.write_text(HEAD, encoding="utf-8")
    assert codes(lambda: writer.save(Answers({"leeftijd": 5}))) == ["changed-on-disk"]
    assert path.read_text(encoding="utf-8") == HEAD


def test_a_file_that_somebody_took_away_is_not_put_back(path: Path) -> None:
    writer = open_writer(path, HEAD)
    path.unlink()
    assert codes(lambda: writer.save(Answers({"leeftijd": 5}))) == ["changed-on-disk"]
    assert not path.exists()


def test_one_s_own_saves_are_no_change_by_somebody_else(path: Path) -> None:
    writer = open_writer(path, HEAD)
    writer.save(Answers({"leeftijd": 5}))
    writer.save(Answers({"leeftijd": 6}))
    assert dict(kept(path)) == {"leeftijd": 6}


def test_nothing_is_lost_when_there_is_no_room_left(path: Path) -> None:
    """A limit on the size of files fails as a full disk does: halfway, at a write."""
    text = f"{HEAD}answers:\n  leeftijd: 4\n"
    writer = open_writer(path, text)
    answers = Answers({"leeftijd": 5, "eigen_woorden": "woord " * 5000})
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, room[1]))
    try:
        (finding,) = faults(lambda: writer.save(answers))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
    assert (finding.code, finding.place.file) == ("not-saved", str(path))
    assert path.read_text(encoding="utf-8") == text
    assert list(path.parent.iterdir()) == [path]
    writer.save(answers)
    assert kept(path) == answers


def test_a_folder_that_is_gone_is_said(path: Path) -> None:
    writer = new_writer(path)
    path.parent.rmdir()
    assert codes(lambda: writer.save(Answers({"leeftijd": 4}))) == ["not-saved"]


def test_a_file_that_cannot_be_read_is_not_opened_for_writing(path: Path) -> None:
    path.write_text("answers: [", encoding="utf-8")
    assert codes(lambda: new_writer(path)) == ["yaml"]
