"""What we write is HSDS 3: what it requires is there, and nothing that it has not.

The fields are those of the schemas of Open Referral, version 3, as far as we write them, with what
these require and the formats that they name; decision 073 says why the schemas are not here.
"""

from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from integraal.exchange.services.hsds import EMAIL, Object, hsds
from integraal.exchange.services.hsds_rows import read_hsds
from integraal.exchange.services.hsds_tables import page_of, tables_of
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service
from tests.network.sixty import SIXTY

FIELDS = {
    "service": {
        *("id", "organization_id", "name", "description", "status", "application_process"),
        *("fees_description", "eligibility_description", "assured_date", "phones", "email", "url"),
        *("contacts", "languages", "service_areas", "organization", "attributes"),
    },
    "organization": {"id", "name", "description", "attributes"},
    "attribute": {
        *("id", "link_id", "link_type", "link_entity", "taxonomy_term_id", "value"),
        "taxonomy_term",
    },
    "taxonomy_term": {"id", "code", "name", "description", "taxonomy", "taxonomy_id"},
    "taxonomy": {"id", "name", "description"},
    "phone": {"id", "number", "service_id"},
    "contact": {"id", "department", "service_id"},
    "language": {"id", "name", "code", "service_id"},
    "service_area": {"id", "name", "service_id"},
}
REQUIRED = {
    "service": {"id", "name", "status"},
    "organization": {"id", "name", "description"},
    "taxonomy_term": {"id", "name", "description"},
    "taxonomy": {"id", "name", "description"},
    "phone": {"id", "number"},
}
IN_TABLES = {
    "service": {"organization_id"},
    "attribute": {"link_id", "link_entity", "taxonomy_term_id"},
}
STATUS = {"active", "inactive", "defunct", "temporarily closed"}
FULL = Network(
    "vol",
    "Vol (verzonnen)",
    tuple(
        Service(
            f"d{number}", "Dienst", ("wonen", "procesregie/x"), contact=contact, places=("9300",)
        )
        for number, contact in enumerate(
            ("02 555 01 02", "a@b.example", "https://b.example", "balie")
        )
    ),
    (
        Organisation("brug", "De Brug (verzonnen)", "welzijn", "caw", committed=True),
        Organisation("huis", "Het Huis (verzonnen)", "gezondheid", "huisarts", committed=False),
        Organisation("anker", "Het Anker (verzonnen)"),
    ),
    note="Nagekeken in het netwerk.",
)
PAGES = [hsds(each, {"wonen": "Wonen"}) for each in (SIXTY, FULL)]


@pytest.mark.parametrize("page", PAGES, ids=["sixty", "full"])
def test_every_object_has_what_is_required_and_no_field_of_our_own(page: Object) -> None:
    for kind, rows in tables_of(page).items():
        for row in rows:
            assert row.keys() <= FIELDS[kind], kind
            assert {"id"} | REQUIRED.get(kind, set()) | IN_TABLES.get(kind, set()) <= row.keys()
            assert all(isinstance(value, str) for value in row.values())
            assert all(UUID(value) for key, value in row.items() if key.endswith(("id", "_id")))
            assert not row.get("email") or EMAIL.fullmatch(row["email"])
            assert not row.get("url") or urlsplit(row["url"]).netloc
            day = row.get("assured_date")
            assert day in (None, "") or date.fromisoformat(day).isoformat() == day
    for service in page["contents"]:
        assert service.keys() <= FIELDS["service"]
        assert service["status"] in STATUS
        assert REQUIRED["organization"] <= service["organization"].keys()


@pytest.mark.parametrize("page", PAGES, ids=["sixty", "full"])
def test_ids_are_unique_in_their_table_and_what_is_pointed_to_is_there(page: Object) -> None:
    tables = tables_of(page)
    ids = {kind: [row["id"] for row in rows] for kind, rows in tables.items()}
    for kind, listed in ids.items():
        assert len(set(listed)) == len(listed), kind
    for service in tables["service"]:
        assert service["organization_id"] in ids["organization"]
    for attribute in tables["attribute"]:
        assert attribute["link_id"] in ids[attribute["link_entity"]]
        assert attribute["taxonomy_term_id"] in ids["taxonomy_term"]


def test_tables_put_together_say_the_same() -> None:
    for page in PAGES:
        ours, theirs = read_hsds(page), read_hsds(page_of(tables_of(page)))
        assert ours is not None
        assert theirs is not None
        assert (ours.rows, ours.head) == (theirs.rows, theirs.head)
        assert not ours.left + theirs.left


def test_what_is_said_of_an_organisation_comes_back_and_what_nobody_said_does_not() -> None:
    found = read_hsds(PAGES[1])
    assert found is not None
    owners = [row for row in found.rows if "name" not in row]
    keys = ("organisation_id", "sector", "kind", "committed")
    assert [tuple(row.get(key) for key in keys) for row in owners] == [
        ("brug", "welzijn", "caw", "true"),
        ("huis", "gezondheid", "huisarts", "false"),
        ("anker", None, None, None),
    ]


def test_a_desk_is_a_department_and_has_no_name_of_a_person() -> None:
    for page in PAGES:
        assert not any({"name", "title"} & row.keys() for row in tables_of(page)["contact"])


@pytest.mark.parametrize(
    "data", [None, 1, "x", {}, {"contents": {}}, [[1]], {"contents": [1, None]}]
)
def test_whatever_the_shape_nothing_breaks(data: object) -> None:
    found = read_hsds(data)
    assert found is None or all("name" not in row for row in found.rows)
