"""What is said of a fault repeats nothing by which somebody could be recognised."""

import pytest

from integraal.model.finding import Faulty, Finding, Place, faulty
from integraal.privacy.discreet import discreet, discreetly, harmless_path, hidden, without


@pytest.mark.parametrize("text", ["bel 0612345678", "Mevrouw Jansen belt", "Kerkstraat 12"])
def test_a_finding_repeats_nothing_by_which_somebody_could_be_recognised(text: str) -> None:
    place = Place("casus.yaml", 7, 3, 4, excerpt=f"  draaglast: {text}")
    told = discreet(Finding.at("no-such-option", place, option=text, question="draaglast"))
    assert text not in repr(told)
    assert (told.place.line, dict(told.details)["question"]) == (7, "draaglast")


def test_a_finding_about_an_ordinary_line_still_shows_it() -> None:
    place = Place("casus.yaml", 7, 3, 4, excerpt="  draaglast: zwaar")
    finding = Finding.at("no-such-option", place, option="zwaar", question="draaglast")
    assert discreet(finding) == finding


def test_what_is_raised_inside_is_discreet_and_still_has_its_place() -> None:
    place = Place("casus.yaml", 2, 1, 4, excerpt="a: Mevrouw Jansen: belt")
    with pytest.raises(Faulty) as told, discreetly():
        raise faulty("colon-in-text", place)
    (finding,) = told.value.findings
    assert (finding.place.line, finding.place.excerpt) == (2, "")


@pytest.mark.parametrize("text", ["111222333", "0612345678", "Mevrouw Jansen", "jan@voorbeeld.nl"])
def test_a_text_that_tells_of_somebody_is_three_dots(text: str) -> None:
    assert hidden(text) == "…"
    assert without(f"'{text}' is geen vraag", ["advies", text]) == "'…' is geen vraag"


@pytest.mark.parametrize("text", ["zwaar", "weet_niet", "De huisarts belt", "2"])
def test_any_other_text_stays(text: str) -> None:
    assert hidden(text) == text
    assert without(f"'{text}' is geen vraag", [text, "'"]) == f"'{text}' is geen vraag"


def test_of_a_path_only_what_is_refused_is_left_out_and_a_day_is_not() -> None:
    assert harmless_path("/home/peter/2026-11-30/C-1.yaml") == "/home/peter/2026-11-30/C-1.yaml"
    assert harmless_path("/home/jan@voorbeeld.nl/111222333.yaml") == "/home/….nl/….yaml"
    assert harmless_path("0612345678") == "…"
    assert without("geen bestand /home/peter/C-1.yaml", ["/home/peter/C-1.yaml"]).endswith(
        "C-1.yaml"
    )
