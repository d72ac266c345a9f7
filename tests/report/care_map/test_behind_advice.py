"""What a page names has its best services behind it, and says how many more there are."""

from datetime import date

from integraal.model.services.region import Region, Service, Wait
from integraal.report.care_map.behind_advice import services_named, services_of
from integraal.report.parts.services import MOST

SERVICES = tuple(Service(f"d{n}", f"Dienst {n}", ("wonen",)) for n in range(MOST + 2))
REGION = Region("wijk", "De wijk", "procesregie", SERVICES)


def test_at_most_a_few_are_told_and_the_rest_is_counted() -> None:
    (told,) = services_named([("option", "wonen")], REGION)["services"]
    assert len(told["services"]) == MOST
    assert told["more"] == 2


def test_what_nobody_is_for_is_there_with_nobody() -> None:
    (told,) = services_named([("option", "werk")], REGION)["services"]
    assert (told["id"], told["services"], told["more"]) == ("werk", [], 0)


def test_without_a_region_nothing_is_said() -> None:
    assert services_named([("option", "wonen")], None) == services_of([], None) == {}


def test_a_wait_has_the_day_on_which_somebody_asked() -> None:
    one = Service("a", "A", ("wonen",), wait=Wait(6, date(2026, 10, 12)))
    region = Region("wijk", "De wijk", "procesregie", (one,))
    (told,) = services_named([("option", "wonen")], region)["services"]
    assert told["services"][0]["wait"]["weeks"] == 6
    assert "2026-10-12" in str(told["services"][0]["wait"]["asked"])
