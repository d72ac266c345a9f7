"""Behind a route or an action stand the services that are for it, in every instrument."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.engine.assess import assess, assess_for
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.model.services.region import Region, Service, Wait
from integraal.reading.library import Library
from integraal.report.blocks import Document
from integraal.report.care_map.behind_advice import services_of
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.pages.role import role_page
from integraal.report.parts.further import Further
from integraal.report.parts.services import (
    MOST,
    answered_targets,
    services_behind,
    services_for,
    targets_behind,
)
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


SHARED = "gedeelde-zorg"
BARRIERS = Answers({"leefgebieden": {"wonen", "werk"}, "drempels_zorg": {"financiele_drempels"}})


def shared(*services: Service, reader: Reader = Reader.PROFESSIONAL, language: str = "nl") -> str:
    """The page about a case with barriers, in a region with these services."""
    program = lower(Library().instrument(SHARED, language))
    case = Case("C-2041", moments=(Moment(date(2026, 11, 21), BARRIERS),))
    found = assess_for(reader, program, case, ())
    assert found is not None
    further = Further(region=Region("wijk", "De wijk", SHARED, services))
    return all_text(advice_page(found, Words(language), further))


@pytest.mark.parametrize("language", LANGUAGES)
def test_behind_a_barrier_and_an_area_of_life_stands_who_there_is(language: str) -> None:
    desks = (
        Service("a", "Geldwijzer", ("financiele_drempels",)),
        Service("b", "Woonloket", ("gedeelde-zorg/wonen",)),
        Service("c", "Elders", ("procesregie/wonen",)),
    )
    page, say = shared(*desks, language=language), Words(language)
    told = page.split(say("service.at_answers"))[1]
    assert "→ \nGeldwijzer" in told
    assert "→ \nWoonloket" in told
    assert "Elders" not in page
    assert say("service.needs_check") in told


def test_what_the_map_has_nobody_for_is_said_where_it_has_somebody_for_the_like() -> None:
    assert "geen dienst voor: werk of dagbesteding." in shared(Service("b", "B", ("wonen",)))
    assert Words("nl")("service.at_answers") not in shared(Service("b", "B", ("een-route",)))


def test_nobody_is_named_behind_what_others_may_not_read() -> None:
    instrument = Library().instrument(SHARED)
    sections = tuple(
        replace(one, questions=tuple(replace(each, sensitive=True) for each in one.questions))
        for one in instrument.sections
    )
    kept = replace(instrument, sections=sections)
    case = Case("C-2041", moments=(Moment(date(2026, 11, 21), BARRIERS),))
    found = replace(assess(lower(instrument), case, ()), instrument=kept)
    region = Region("wijk", "De wijk", SHARED, (Service("a", "Balie", ("wonen",)),))
    assert [name for name, _ in answered_targets(found, region)] == ["wonen", "werk"]
    for reader in (Reader.TABLE, Reader.FAMILY, Reader.CHILD):
        assert not answered_targets(replace(found, reader=reader), region)


def test_what_describes_the_present_asks_for_no_service() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    assert instrument.present is not None
    present = instrument.question(instrument.present.question)
    answers = Answers({present.id: {present.options[0].id}})
    case = Case("C-2041", moments=(Moment(None, answers),))
    desk = Service("a", "Balie", tuple(option.id for option in present.options))
    region = Region("wijk", "De wijk", instrument.id, (desk,))
    page = all_text(advice_page(assess(lower(instrument), case, ()), NL, Further(region=region)))
    assert NL("service.at_answers") not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_does_it_here_stands_at_each_form_of_the_level_on_screen_and_paper(
    language: str,
) -> None:
    instrument, say = Library().instrument("voor-wie-doen-we-wat", language), Words(language)
    answers = Answers({"gezinsleden": "drie_of_meer", "leefgebieden": {"werk", "school"}})
    found = assess(lower(instrument), Case("C-1", moments=(Moment(None, answers),)), ())
    desk = Service("team", "Buurtteam", ("zorgcoordinatie",), contact="de balie")
    further = Further(region=Region("wijk", "De wijk", instrument.id, (desk,)))
    assert found.advice.level is not None
    form = next(form for form in found.advice.level.forms if form.id == "zorgcoordinatie")
    for page in (advice_page(found, say, further), advice_sheet(found, say, further)):
        told = all_text(page).split(say("service.form", form=form.name))[1]
        assert "→ \nBuurtteam\n · de balie" in told


def test_the_page_of_one_role_names_them_too() -> None:
    instrument = Library().instrument("procesregie")
    found = assess(
        lower(instrument), Case("C-1", moments=(Moment(None, answered(instrument)),)), ()
    )
    held = [outcome.id for outcome in found.advice.outcomes if outcome.holds_now]
    asked = [instrument.action_of(reason.rule).id for reason in found.not_urgent]
    region = Region("w", "W", "procesregie", (Service("a", "Balie", (*held, *asked)),))
    page = all_text(role_page(found, instrument.roles[0], NL, Further(region=region)))
    assert page.count("→ \nBalie") == len(held) + len(asked)


def test_data_has_what_the_pages_name() -> None:
    program = lower(Library().instrument(SHARED))
    case = Case("C-2041", moments=(Moment(date(2026, 11, 21), BARRIERS),))
    services = tuple(Service(f"s{n}", f"S{n}", ("wonen",)) for n in range(5))
    region = Region("wijk", "De wijk", SHARED, services)
    told = services_of([assess(program, case, ())], region)["services"]
    [wonen] = [each for each in told if each["id"] == "wonen"]
    assert (wonen["kind"], len(wonen["services"]), wonen["more"]) == ("option", MOST, 2)
    assert wonen["services"][0]["needs_check"] is True


def behind(*views: Assessment, services: tuple[Service, ...]) -> str:
    """What stands behind views together, on a page that has no place for it anywhere else."""
    region = Region("wijk", "De wijk", views[0].instrument.id, services)
    return all_text(Document("x", "nl", tuple(services_behind(views, region, NL))))


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_behind_several_views_stands_what_holds_in_any_of_them(name: str) -> None:
    instrument = Library().instrument(name)
    program = lower(instrument)
    moment = Moment(date(2026, 11, 21), answered(instrument))
    full = assess(program, Case("C-1", moments=(moment,)), ())
    empty = assess(program, Case("C-1", moments=(Moment(None, Answers({})),)), ())
    region = Region("wijk", "De wijk", name, ())
    named = [one for (_, one), _ in targets_behind(full, region)]
    assert named
    services = tuple(Service(f"s-{each}", f"Dienst {each};", (each,)) for each in named)
    page = behind(empty, full, services=services)
    assert all(service.name in page for service in services)


def test_for_what_there_is_nobody_is_said_in_views_together() -> None:
    program = lower(Library().instrument(SHARED))
    case = Case("C-2041", moments=(Moment(date(2026, 11, 21), BARRIERS),))
    told = behind(assess(program, case, ()), services=(Service("b", "B", ("wonen",)),))
    assert NL("service.nobody", labels="werk of dagbesteding") in told


def test_others_do_not_read_a_route_or_an_action_that_is_sensitive_behind_their_page() -> None:
    instrument = Library().instrument("procesregie")
    kept = replace(
        instrument,
        outcomes=tuple(replace(each, sensitive=True) for each in instrument.outcomes),
        actions=tuple(replace(each, sensitive=True) for each in instrument.actions),
    )
    moment = Moment(None, answered(instrument))
    found = assess(lower(instrument), Case("C-1", moments=(moment,)), ())
    hidden = replace(found, instrument=kept, reader=Reader.TABLE)
    kinds = {kind for (kind, _), _ in targets_behind(hidden, None)}
    assert not kinds & {"outcome", "action"}
    assert {"outcome", "action"} <= {kind for (kind, _), _ in targets_behind(found, None)}
