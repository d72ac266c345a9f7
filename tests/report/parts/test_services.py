"""Behind a route or an action stand the services that are for it, in every instrument."""

from datetime import date

import pytest

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.case import Case, Moment
from integraal.model.services.region import Region, Service, Wait
from integraal.reading.library import Library
from integraal.report.pages.advice import advice_page
from integraal.report.parts.further import Further
from integraal.report.parts.services import MOST, services_for
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.report.render.every import answered
from tests.report.shipped_pages import all_text

NL = Words("nl")


def told(*services: Service) -> list[str]:
    """The lines below what is for `wonen`."""
    region = Region("wijk", "De wijk", "procesregie", services)
    lines = services_for(region, "wonen", NL)
    return ["".join(span.text for span in line) for line in lines]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_route_that_holds_and_every_action_has_its_services(name: str, language: str) -> None:
    instrument = Library().instrument(name, language)
    moment = Moment(date(2026, 11, 21), answered(instrument))
    assessment = assess(lower(instrument), Case("C-2041", moments=(moment,)), ())
    now = [outcome.id for outcome in assessment.advice.outcomes if outcome.holds_now]
    asked = [instrument.action_of(reason.rule).id for reason in assessment.not_urgent]
    assert now or asked
    services = tuple(Service(f"s-{each}", f"Dienst {each}", (each,)) for each in (*now, *asked))
    region = Region("wijk", "De wijk", name, services)
    page = all_text(advice_page(assessment, Words(language), Further(region=region)))
    for service in services:
        assert service.name in page


def test_key_points_come_first_then_what_was_checked_and_the_rest_is_counted() -> None:
    old = [Service(f"oud-{n}", f"Oud {n}", ("wonen",)) for n in range(MOST)]
    new = Service("nieuw", "Nieuw", ("wonen",), needs_check=False)
    key = Service("spil", "Spil", ("wonen",), key_point=True)
    lines = told(*old, new, key)
    assert [line.split(" · ")[0] for line in lines[:MOST]] == ["→ Spil", "→ Nieuw", "→ Oud 0"]
    assert lines[MOST:] == ["… en nog 2 op de kaart"]


def test_how_long_people_wait_is_said_with_the_day_on_which_somebody_asked() -> None:
    (line,) = told(Service("a", "A", ("wonen",), wait=Wait(1, date(2026, 11, 2))))
    assert "wachttijd 1 week (gevraagd op 2 november 2026)" in line


def test_nothing_stands_below_what_no_service_is_for_or_where_nobody_named_a_region() -> None:
    assert told(Service("a", "A", ("werk",))) == []
    assert list(services_for(None, "wonen", NL)) == []
