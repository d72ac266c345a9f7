"""HSDS as tables: what belongs to what is said by ids, and is put together again."""

import json
import zipfile
from io import BytesIO

from integraal.exchange.services.hsds import hsds
from integraal.exchange.services.hsds_tables import FILES, package, page_of, tables_of
from tests.network.sixty import SIXTY

PAGE = hsds(SIXTY, {})


def test_the_package_names_each_of_its_files_with_its_columns() -> None:
    with zipfile.ZipFile(BytesIO(package(PAGE, "Molenwijk"))) as parts:
        described = json.loads(parts.read("datapackage.json"))
        assert described["title"] == "Molenwijk"
        listed = {each["path"]: each["schema"]["fields"] for each in described["resources"]}
        assert {*listed, "datapackage.json"} == {*parts.namelist()}
        for path, fields in listed.items():
            head = parts.read(path).decode().splitlines()[0].split(",")
            assert head == [each["name"] for each in fields]


def test_the_same_network_is_the_same_package() -> None:
    assert package(PAGE, "x") == package(hsds(SIXTY, {}), "x")


def test_an_organisation_of_many_services_stands_there_once() -> None:
    tables = tables_of(PAGE)
    assert len(tables["service"]) == len(SIXTY.services)
    assert len(tables["organization"]) == 2  # the network, and Het Anker


def test_what_belongs_to_nothing_that_is_there_is_kept_apart() -> None:
    page = page_of(
        {"service": [{"id": "1", "name": "Loket"}], "phone": [{"id": "2", "number": "1"}]}
    )
    assert page["phone"] == [{"id": "2", "number": "1"}]
    assert page["contents"] == [{"id": "1", "name": "Loket"}]


def test_tables_that_we_do_not_know_are_passed_on_to_be_said() -> None:
    assert page_of({"schedule": [{"id": "1"}]})["schedule"] == [{"id": "1"}]
    assert "schedule" not in FILES
