"""The page of one professional: what is mine now, what is not, and where it ends."""

import pytest

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.answers import Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from integraal.report.blocks import Document
from integraal.report.pages.role import role_page
from integraal.words.words import LANGUAGES, Words
from tests.report.render.pdf.paper import in_pdf, opened
from tests.report.shipped_pages import all_text

MEDICAL: dict[str, Answer] = {
    "land": "nl",
    "kader": "vrijwillig",
    "professional_betrokken": "ja",
    "verwijsroute": "medisch",
    "meer_problemen": "ja",
    "overleg_met_gezin": "niet_gewenst",
}


def page(role: str, language: str = "nl", **more: Answer) -> Document:
    instrument = Library().instrument("procesregie", language)
    case = Case("C-1", moments=(Moment(None, Answers({**MEDICAL, **more})),))
    asked = next(each for each in instrument.roles if each.id == role)
    return role_page(assess(lower(instrument), case, ()), asked, Words(language))


def between(text: str, first: str, last: str) -> str:
    say = Words("nl")
    return text.split(f"\n{say(first)}\n")[1].split(f"\n{say(last)}\n", maxsplit=1)[0]


def test_what_the_treating_professional_weighs_is_theirs_and_not_that_of_the_local_team() -> None:
    weighs = "weegt of het effectieve hulp in de weg staat"
    mine = all_text(page("behandelaar"))
    theirs = all_text(page("lokaal-team"))
    assert weighs in between(mine, "role.mine", "role.does")
    assert Words("nl")("role.nothing") in theirs
    assert weighs in between(theirs, "role.others", "role.does")


def test_each_action_that_is_not_everybodys_says_whose_it_is() -> None:
    assert "Wie: de behandelaar of begeleider" in all_text(page("lokaal-team"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["lokaal-team", "behandelaar", "gecertificeerde-instelling"])
def test_it_says_all_of_the_role_and_is_one_side_of_paper(role: str, language: str) -> None:
    made = page(role, language)
    told = all_text(made)
    known = {each.id: each for each in Library().instrument("procesregie", language).roles}
    card = known[role]
    every = (*card.does, *card.may, *card.hands_over, *card.escalates)
    assert [text for text in every if text not in told] == []
    assert len(opened(in_pdf(made)).pages) == 1


def test_danger_stands_first_on_it() -> None:
    made = page("behandelaar", direct_gevaar="ja")
    assert made.alarm is not None


def test_every_role_is_in_every_language_and_each_part_is_of_a_role_that_there_is() -> None:
    def shape(instrument: Instrument) -> list[tuple[str, int, int, int, int]]:
        return [
            (r.id, len(r.does), len(r.may), len(r.hands_over), len(r.escalates))
            for r in instrument.roles
        ]

    shapes = [shape(Library().instrument("procesregie", each)) for each in LANGUAGES]
    assert shapes[0]
    assert shapes == [shapes[0]] * len(LANGUAGES)


def test_it_says_what_is_still_open_and_counts_the_rest() -> None:
    told = all_text(page("lokaal-team"))
    say = Words("nl")
    assert f"{say('short.first_question')}: " in told
    assert say("sheet.more", count=0).split("0")[0] in told
