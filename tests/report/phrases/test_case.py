"""Others read the name of a case only where it is a code, which tells nobody anything."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.exchange.calendar import reminders
from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment, is_code
from integraal.model.reader import Reader
from integraal.reading.library import Library
from integraal.report.phrases.case import case_line, case_name
from integraal.words.words import LANGUAGES, Words
from tests.everything import folder, ran

VOOR_WIE = Library().instrument("voor-wie-doen-we-wat")
IN_WORDS = Case("geweld-vader", moments=(Moment(date(2026, 11, 1), Answers({})),))
OTHERS = [reader for reader in Reader if not reader.is_professional]


@pytest.mark.parametrize(
    "name", ["C-2041", "O13", "casus-7", "gezin 12", "DOSSIER_9", "2026.4", "mdo-3"]
)
def test_a_code_is_shown_to_everybody(name: str) -> None:
    assert is_code(name)
    for reader in Reader:
        assert case_name(replace(IN_WORDS, id=name), reader, Words("nl")) == name


@pytest.mark.parametrize(
    "name", ["geweld-vader", "stien-en-aad", "casus-mishandeling", "Zoë-en-Noor", "12-misbruik"]
)
def test_words_are_for_professionals_only(name: str) -> None:
    case = replace(IN_WORDS, id=name)
    assert case_name(case, Reader.PROFESSIONAL, Words("nl")) == name
    for language in LANGUAGES:
        for reader in OTHERS:
            assert name not in case_line(case, VOOR_WIE, reader, Words(language))


def test_a_calendar_names_none_in_words() -> None:
    made = Agreement("Eén plan maken", "wijkteam", date(2027, 1, 15), done=False)
    case = replace(IN_WORDS, moments=(replace(IN_WORDS.moments[0], agreements=(made,)),))
    assert b"geweld" not in reminders(case, Words("nl"))
    assert b"C-7" in reminders(replace(case, id="C-7"), Words("nl"))


@pytest.mark.parametrize(
    "line",
    [
        "advies {} --voor tafel",
        "verloop {} --voor tafel",
        "vergelijk {} {} --voor tafel",
        "checklist --casus {} --voor tafel",
    ],
)
def test_no_page_for_the_table_has_it_and_whoever_types_is_told(line: str) -> None:
    file = folder() / "geweld-vader.yaml"
    text = "schema: integraal/casus/1\ncasus: geweld-vader\nland: nl\nmoment: 2026-11-01\n"
    file.write_text(f"{text}answers:\n  direct_gevaar: nee\n  veiligheid: geen_zorg\n", "utf-8")
    other = folder() / "onrecht-moeder.yaml"
    other.write_text(file.read_text("utf-8"), "utf-8")
    for form in ("terminal", "html", "markdown"):
        done = ran(*line.format(file.name, other.name).split(), "--formaat", form)
        assert done.code == 0, done.said
        assert b"geweld" not in done.result
        assert b"onrecht" not in done.result
        assert "'geweld-vader'" in done.said
