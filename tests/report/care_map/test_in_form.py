"""A form in a browser has the services as pages tell them, in the language of the form."""

from datetime import date

import pytest

from integraal.model.services.region import Region, Service
from integraal.reading.library import Library
from integraal.report.care_map.in_form import form_services
from integraal.words.words import LANGUAGES, Words

DAY = date(2026, 12, 1)
SERVICES = (Service("a", "Dienst A", ("wonen",)), Service("b", "Dienst B", ("zorgcoordinatie",)))
REGION = Region("wijk", "De wijk", "voor-wie-doen-we-wat", SERVICES, "Klopt iets niet?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_service_stands_behind_what_it_is_for_and_behind_nothing_else(language: str) -> None:
    words = Words(language)
    instrument = Library().instrument("voor-wie-doen-we-wat", language)
    made = form_services(instrument, REGION, words, DAY)
    assert made["lines"]["wonen"][0][1] == "Dienst A"
    assert set(made["lines"]) == {"wonen", "zorgcoordinatie"}
    assert made["asked"] == ["leefgebieden"]
    assert made["note"] == "Klopt iets niet?"
    assert made["made"] == words("service.made", day=words.date(DAY))


def test_every_form_of_a_level_can_be_asked_after() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    forms = form_services(instrument, REGION, Words("nl"), DAY)["forms"]
    scale = instrument.scale
    assert scale is not None
    told = {name: [each for _, each in pairs] for name, pairs in forms.items()}
    assert told == {level.id: [each.id for each in level.forms] for level in scale.levels}
