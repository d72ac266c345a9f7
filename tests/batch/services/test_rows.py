"""A row is taken as a whole, or refused with its place, the reason and a remedy."""

from datetime import date

import pytest

from integraal.batch.services.rows import Taken, taken
from integraal.batch.services.vocabulary import vocabulary
from integraal.model.finding import Finding, Place
from integraal.model.services.network import Organisation
from integraal.model.services.region import Wait
from integraal.model.services.row import Cell, Row, Titled, rows_of
from integraal.model.services.targets import targets_of
from integraal.reading.library import Library
from integraal.report.phrases.finding import finding_remedy
from integraal.words.words import LANGUAGES, Words
from tests.network.sixty import SIXTY

TARGETS = [
    target
    for name in ("voor-wie-doen-we-wat", "buurtoverleg", "kruispunt-kernprincipes")
    for target in targets_of(Library().instrument(name))
]
SAYS = vocabulary(TARGETS)
DAY = date(2026, 11, 30)


def take(*rows: dict[str, Cell], broken: tuple[Finding, ...] = ()) -> Taken:
    listed = [Row(Place("lijst.csv", line, 1), cells) for line, cells in enumerate(rows, 2)]
    return taken(listed, Titled("netwerk", "Netwerk"), SAYS, broken, DAY)


def row(**cells: str) -> dict[str, Cell]:
    return {"name": "Loket", "for": "wonen", **cells}


@pytest.mark.parametrize(
    ("code", "cells"),
    [
        ("row-without-name", {"name": ""}),
        ("row-without-name", {"name": "; ;"}),
        ("row-without-for", {"for": ""}),
        ("row-without-for", {"for": ";"}),
        ("unknown-target", {"for": "wonen; wonne"}),
        ("unknown-sector", {"organisation": "Het Anker (verzonnen)", "sector": "zeevaart"}),
        ("unknown-partner", {"organisation": "Het Anker (verzonnen)", "kind": "bakker"}),
        ("not-yes-or-no", {"organisation": "Het Anker (verzonnen)", "committed": "een beetje"}),
        ("not-a-date", {"checked": "2026-02-30"}),
        ("not-a-date", {"wait_weeks": "3", "wait_asked": "morgen"}),
        ("wait-not-weeks", {"wait_weeks": "lang", "checked": "2026-11-01"}),
        ("wait-not-weeks", {"wait_weeks": "521", "checked": "2026-11-01"}),
        ("wait-without-weeks", {"wait_asked": "2026-11-01"}),
        ("wait-undated", {"wait_weeks": "3"}),
        ("not-yes-or-no", {"key_point": "misschien"}),
        ("bad-form", {"id": "Niet Zo"}),
        ("bad-form", {"organisation": "Het Anker (verzonnen)", "organisation_id": "N Z"}),
        ("text-identifies", {"about": "bel 0470 12 34 56"}),
        ("service-closed", {"status": "defunct"}),
    ],
)
def test_what_cannot_be_read_refuses_its_row_and_no_other(code: str, cells: dict[str, str]) -> None:
    came = take(row(name="Ervoor"), row(**cells), row(name="Balie"))
    assert [(each.code, each.place.line) for each in came.findings] == [(code, 3)]
    assert (came.rows, came.refused) == (3, (2,))
    assert [service.name for service in came.network.services] == ["Ervoor", "Balie"]


def test_a_broken_cell_refuses_its_row() -> None:
    wrong = Finding.at("cell-broken", Place("lijst.csv", 2, 1), column="Dienst", word="=A1")
    assert take(row(), broken=(wrong,)).refused == (1,)


def test_the_nearest_is_named() -> None:
    (finding,) = take(row(**{"for": "Financïen"})).findings or [None]
    assert finding is None  # without accents it is what it says
    (finding,) = take(row(**{"for": "financin"})).findings
    assert finding.suggestion == "financien"


def test_the_same_service_of_the_same_organisation_stands_there_once() -> None:
    one = row(organisation="Het Anker (verzonnen)")
    came = take(one, {**one, "name": "LOKET"}, row(organisation="De Brug (verzonnen)"))
    assert [each.code for each in came.findings] == ["row-twice"]
    assert ("first", "2") in came.findings[0].details
    assert [service.id for service in came.network.services] == ["loket", "loket-2"]


def test_an_id_that_is_there_already_is_refused() -> None:
    came = take(row(id="loket"), row(id="loket", name="Ander loket"))
    assert [each.code for each in came.findings] == ["duplicate-id"]


def test_one_row_may_be_an_organisation_with_several_services() -> None:
    came = take(row(name="Onthaal\nLoket; Onthaal", organisation="De Brug (verzonnen)"))
    assert [service.name for service in came.network.services] == ["Onthaal", "Loket; Onthaal"]
    assert {service.organisation for service in came.network.services} == {"de-brug-verzonnen"}


def test_an_organisation_without_a_service_is_one_all_the_same() -> None:
    came = take({"organisation": "De Brug (verzonnen)", "sector": "Welzijn"}, row())
    assert came.network.organisations == (
        Organisation("de-brug-verzonnen", "De Brug (verzonnen)", "welzijn"),
    )
    assert came.refused == ()


def test_the_first_sector_that_is_said_stays_and_another_is_named() -> None:
    owner = {"organisation": "De Brug (verzonnen)"}
    came = take(
        row(**owner),
        row(name="A", **owner, sector="welzijn"),
        row(name="B", **owner, sector="onderwijs"),
    )
    assert [each.code for each in came.findings] == ["sector-differs"]
    assert came.network.organisations[0].sector == "welzijn"


def test_the_first_kind_and_commitment_that_are_said_stay_and_another_is_named() -> None:
    owner = {"organisation": "De Brug (verzonnen)"}
    came = take(
        row(**owner),
        row(name="A", **owner, kind="CAW", committed="nee"),
        row(name="B", **owner, kind="OCMW"),
        row(name="C", **owner, committed="ja"),
    )
    assert [(each.code, each.place.line) for each in came.findings] == [
        ("partner-differs", 4),
        ("partner-differs", 5),
    ]
    assert came.network.organisations[0].kind == "caw"
    assert came.network.organisations[0].committed is False


@pytest.mark.parametrize(
    ("typed", "meant"), [("ja", True), ("Nee", False), ("-", None), ("", None)]
)
def test_a_commitment_that_nobody_told_is_not_a_no(typed: str, meant: bool | None) -> None:
    came = take(row(organisation="De Brug (verzonnen)", committed=typed))
    assert came.network.organisations[0].committed is meant


def test_a_refused_row_leaves_nothing_behind() -> None:
    came = take(row(organisation="De Brug (verzonnen)", sector="welzijn", key_point="?"), row())
    assert came.network.organisations == ()


@pytest.mark.parametrize("text", ["3", "3 weken", "ca. 3 w", "3 semaines", "3 weeks"])
def test_weeks_are_written_in_many_ways(text: str) -> None:
    (service,) = take(row(wait_weeks=text, checked="1/11/2026")).network.services
    assert service.wait == Wait(3, date(2026, 11, 1))


@pytest.mark.parametrize(
    "text", ["Nederlands; Frans", "nl, FR", "néerlandais / français", "nl\nfr"]
)
def test_languages_are_called_in_many_ways(text: str) -> None:
    (service,) = take(row(languages=text)).network.services
    assert service.languages == ("nl", "fr")


def test_what_somebody_said_that_a_text_stands_for_goes_first() -> None:
    own = {"for": {"Geldzaken": "financien", "Overige": "-"}}
    listed = [Row(Place("x", 2, 1), row(**{"for": "Geldzaken; Overige"}))]
    came = taken(listed, Titled("n", "N"), vocabulary(TARGETS, own), (), DAY)
    assert came.network.services[0].serves == ("financien",)


def test_a_service_of_which_all_stands_for_nothing_is_refused() -> None:
    own = {"for": {"Overige": "-"}}
    listed = [Row(Place("x", 2, 1), row(**{"for": "Overige"}))]
    came = taken(listed, Titled("n", "N"), vocabulary(TARGETS, own), (), DAY)
    assert [each.code for each in came.findings] == ["row-without-for"]


def test_what_no_file_can_hold_is_shown_and_not_dropped() -> None:
    (service,) = take(row(about="eerst\0dan\ud800")).network.services
    assert service.about == "eerst\ufffddan\ufffd"


def test_a_name_at_a_desk_is_said_and_the_row_is_taken() -> None:
    came = take(row(contact="vraag naar mevrouw Jansen"))
    assert [each.code for each in came.findings] == ["text-may-identify"]
    assert came.refused == ()


def test_rows_of_a_network_make_the_same_network() -> None:
    came = take(*rows_of(SIXTY))
    assert came.findings == ()
    assert came.network.services == SIXTY.services
    assert came.network.organisations == SIXTY.organisations


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [("kind", "Huissarts", "huisarts"), ("sector", "gezondheit", "gezondheid")],
)
def test_a_slip_in_a_sector_or_a_kind_of_partner_has_the_nearest(
    column: str, typed: str, meant: str
) -> None:
    [finding] = take(row(organisation="De Brug (verzonnen)", **{column: typed})).findings
    assert finding.suggestion == meant
    assert finding_remedy(finding, Words("nl")) == f"Bedoel je '{meant}'?"


@pytest.mark.parametrize(("column", "one_of"), [("kind", "ocmw"), ("sector", "welzijn")])
def test_where_nothing_is_near_all_that_may_stand_there_is_named(column: str, one_of: str) -> None:
    [finding] = take(row(organisation="De Brug (verzonnen)", **{column: "zeevaart"})).findings
    assert finding.suggestion == ""
    for language in LANGUAGES:
        assert one_of in finding_remedy(finding, Words(language))


@pytest.mark.parametrize(
    ("text", "weeks"), [("geen", 0), ("Aucune", 0), ("none", 0), ("0", 0), ("6 weken", 6)]
)
def test_that_nobody_waits_is_a_wait_of_no_weeks(text: str, weeks: int) -> None:
    (service,) = take(row(wait_weeks=text, checked="2026-11-01")).network.services
    assert service.wait == Wait(weeks, date(2026, 11, 1))


def test_a_month_behind_a_wait_is_refused_and_never_guessed() -> None:
    (found,) = take(row(wait_weeks="6 weken (okt)", checked="2026-11-01")).findings
    assert found.code == "wait-not-weeks"
    assert "Wachttijd gevraagd op" in finding_remedy(found, Words("nl"))


def test_a_postcode_and_its_town_are_a_place() -> None:
    (service,) = take(row(places="9300 Aalst; Ninove")).network.services
    assert service.places == ("9300 Aalst", "Ninove")
