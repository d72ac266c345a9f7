"""The file of a study: what is written is read back, and what is wrong in it is said."""

from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study, StudyCase
from integraal.reading.library import Library
from integraal.reading.panel.study import (
    STUDY_FILE,
    read_study,
    study_instrument,
    study_remarks,
    write_study,
)
from tests.reading.helpers import GOOD, codes, faults

HERE = Answers(
    {
        "veiligheid": "geen_zorg",
        "gezinsleden": "een",
        "draaglast": DONT_KNOW,
        "leefgebieden": Partly(
            frozenset({"werk"}),
            frozenset(
                {
                    "wonen",
                    "school",
                    "financien",
                    "gezondheid",
                    "verslaving",
                    "relaties",
                    "netwerk",
                    "justitie",
                }
            ),
        ),
    }
)
CASES = (
    StudyCase("K01", HERE, tells=("meer-gezinsleden-of-leefgebieden",)),
    StudyCase("K02", HERE.with_answer("gezinsleden", "twee"), beside="K01"),
    StudyCase("K03", HERE, held_back=True, repeats="K01", wording=2),
    StudyCase("K04", Answers({"leefgebieden": frozenset()})),
)


@pytest.fixture
def instrument() -> Instrument:
    return Library().instrument("voor-wie-doen-we-wat")


@pytest.fixture
def study(instrument: Instrument) -> Study:
    tells = (instrument.rules[0].id,)
    cases = (replace(CASES[0], tells=tells), *CASES[1:])
    return Study(instrument.id, instrument.version, 7, "nl", cases, ("A", "B"))


def test_a_study_comes_back_as_it_was_written(
    study: Study, instrument: Instrument, tmp_path: Path
) -> None:
    write_study(study, tmp_path, instrument)
    assert read_study(tmp_path) == study
    assert not list(study_remarks(study, tmp_path, instrument))


def test_the_file_is_plain_and_says_only_what_there_is_to_say(
    study: Study, instrument: Instrument, tmp_path: Path
) -> None:
    write_study(study, tmp_path, instrument)
    text = (tmp_path / STUDY_FILE).read_text("utf-8")
    assert text.startswith("schema: integraal/panel/1\ninstrument: voor-wie-doen-we-wat\n")
    assert (
        "  - id: K03\n    held_back: true\n    repeats: K01\n    wording: 2\n    answers:\n" in text
    )
    assert "      leefgebieden: [werk, weet_niet]\n      draaglast: weet_niet\n" in text
    assert "  - id: K04\n    answers:\n      leefgebieden: []\n" in text


def test_a_study_of_another_version_is_read_and_says_so(
    study: Study, instrument: Instrument, tmp_path: Path
) -> None:
    older = replace(study, version="2019.1")
    write_study(older, tmp_path, instrument)
    assert read_study(tmp_path) == older
    [said] = study_remarks(older, tmp_path, instrument)
    assert (said.code, dict(said.details)["given"]) == ("study-other-version", "2019.1")


def test_a_study_of_an_authors_own_instrument_finds_it_from_its_folder(tmp_path: Path) -> None:
    copy(GOOD / "klein.yaml", tmp_path / "mijn.yaml")
    instrument = Library(tmp_path, cache=None).instrument_file(tmp_path / "mijn.yaml")
    question = next(instrument.questions())
    answers = Answers({question.id: question.option_ids[0]})
    own = Study(
        instrument.id,
        instrument.version,
        1,
        "nl",
        (StudyCase("K01", answers),),
        file="../mijn.yaml",
    )
    folder = tmp_path / "studie"
    folder.mkdir()
    write_study(own, folder, instrument)
    assert read_study(folder) == own
    assert study_instrument(own, folder).id == instrument.id
    other = replace(own, instrument="een-ander")
    write_study(other, folder, instrument)
    assert codes(lambda: read_study(folder)) == ["other-instrument"]


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("repeats: K01", "repeats: K09", "unknown-case"),
        ("repeats: K01", "repeats: K03", "unknown-case"),
        ("repeats: K01", "repeats: K02", "repeats-otherwise"),
        ("beside: K01", "beside: K04", "beside-otherwise"),
        ("id: K04", "id: K01", "duplicate-id"),
        ("id: K04", "id: Casus vier", "bad-form"),
        ("gezinsleden: twee", "gezinsleden: twe", "no-such-option"),
        ("wording: 2", "wording: 3", "not-a-count"),
        ("seed: 7", "seed: zeven", "not-a-count"),
        ("raters: [A, B]", "raters: [Anna]", "bad-form"),
        ("instrument: voor-wie-doen-we-wat", "instrument: voor-wie", "no-such-instrument"),
        ("held_back", "achtergehouden", "unknown-key"),
        ("tells: [", "tells: [geen-regel, ", "unknown-rule"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    study: Study, instrument: Instrument, tmp_path: Path, good: str, bad: str, code: str
) -> None:
    write_study(study, tmp_path, instrument)
    path = tmp_path / STUDY_FILE
    text = path.read_text("utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), "utf-8")
    [said] = faults(lambda: read_study(tmp_path))
    assert said.code == code
    line = text[: text.index(good)].count("\n") + 1
    assert said.place.line == (0 if code == "no-such-instrument" else line)


def test_a_folder_without_a_study_says_so(tmp_path: Path) -> None:
    assert codes(lambda: read_study(tmp_path)) == ["no-such-file"]
