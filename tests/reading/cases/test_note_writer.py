"""What people agreed, did and decided is written beside what stands in a case: nothing is lost."""

from datetime import date
from pathlib import Path

import pytest

from integraal.model.case import Agreement, Decision
from integraal.model.finding import Faulty
from integraal.reading.cases.note_writer import NoteWriter

TODAY = date(2026, 11, 30)
PLAN = Agreement("Plan maken", "wijkteam", date(2027, 1, 15), done=False)
MAY = """schema: integraal/casus/1
casus: C-1   # geen naam
moment: 2026-05-01   # aan de keukentafel
answers:
  leeftijd: 4   # bijna vijf
agreements:
  - {what: Bellen, who: school}   # maandag
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "C-1.yaml"
    file.write_text(MAY, "utf-8")
    return file


def test_another_day_is_a_moment_of_its_own_and_every_comment_stays(path: Path) -> None:
    NoteWriter(path, TODAY).agree([PLAN])
    assert (
        path.read_text("utf-8")
        == """schema: integraal/casus/1
casus: C-1   # geen naam
moments:
  - moment: 2026-05-01 # aan de keukentafel
    answers:
      leeftijd: 4 # bijna vijf
    agreements:
      - {what: Bellen, who: school} # maandag
  - moment: 2026-11-30
    agreements:
      - what: Plan maken
        who: wijkteam
        by: 2027-01-15
"""
    )


def test_on_the_day_of_the_moment_it_is_added_below_what_stands(path: Path) -> None:
    writer = NoteWriter(path, date(2026, 5, 1))
    writer.agree([PLAN])
    writer.decide(Decision("vragen", "dat past beter", outcome="thuis", who="ouders"))
    writer.close(date(2026, 5, 1), 1, TODAY)
    assert (
        path.read_text("utf-8")
        == MAY
        + """  - what: Plan maken
    who: wijkteam
    by: 2027-01-15
decisions:
  - instrument: vragen
    outcome: thuis
    because: dat past beter
    who: ouders
closed:
  - moment: 2026-05-01
    n: 1
    on: 2026-11-30
"""
    )


def test_what_is_for_others_says_so(path: Path) -> None:
    writer = NoteWriter(path, date(2026, 5, 1))
    writer.agree([Agreement("Eten", "ouders", None, done=False, for_others=True)])
    writer.decide(Decision("vragen", "dat past beter", "laag", for_others=True))
    assert path.read_text("utf-8").count("for_others: true") == 2


def test_words_that_yaml_takes_for_something_else_stay_words(path: Path) -> None:
    NoteWriter(path, date(2026, 5, 1)).agree([Agreement("ja: 12", "- null", None, done=False)])
    assert """  - what: 'ja: 12'
    who: '- null'
""" in path.read_text("utf-8")


def test_a_file_that_somebody_else_changed_is_not_touched(path: Path) -> None:
    writer = NoteWriter(path, TODAY)
    writer.agree([PLAN])
    mended = path.read_text("utf-8").replace("bijna vijf", "vijf")
    path.write_text(mended, "utf-8")
    with pytest.raises(Faulty) as caught:
        writer.close(TODAY, 1, TODAY)
    assert [finding.code for finding in caught.value.findings] == ["changed-on-disk"]
    assert path.read_text("utf-8") == mended
