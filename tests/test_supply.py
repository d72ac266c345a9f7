"""The hashes and the list of what integraal stands on are of what README installs, and no more."""

import json
import re
import tomllib
from importlib.metadata import version
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import ROOT

HASHES = (ROOT / "supply" / "hashes.txt").read_text("utf-8")
BILL: dict[str, Any] = json.loads((ROOT / "supply" / "sbom.json").read_text("utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text("utf-8")


def pinned(text: str) -> dict[str, Version]:
    found = re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)
    return {canonicalize_name(name): Version(pin) for name, pin in found}


def listed() -> dict[str, Version]:
    return {
        canonicalize_name(each["name"]): Version(each["version"]) for each in BILL["components"]
    }


def test_all_that_integraal_asks_for_has_hashes_of_the_version_that_the_tests_ran_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [canonicalize_name(Requirement(each).name) for each in project["dependencies"]]
    hashed, ours = pinned(HASHES), pinned(CONSTRAINTS)
    assert [name for name in wanted if name not in hashed] == []
    assert {name: pin for name, pin in hashed.items() if ours.get(name, pin) != pin} == {}
    lines = HASHES.replace("\\\n", "").strip().splitlines()
    assert [line for line in lines if not re.search(r"--hash=sha256:[0-9a-f]{64}", line)] == []


def test_the_list_has_each_of_them_with_its_version_and_a_licence() -> None:
    only_windows = {"colorama"}
    assert {**listed(), **{name: pinned(HASHES)[name] for name in only_windows}} == pinned(HASHES)
    assert (BILL["bomFormat"], BILL["metadata"]["component"]["name"]) == ("CycloneDX", "integraal")
    assert [each["name"] for each in BILL["components"] if not each.get("licenses")] == []
    assert Version(version("duckdb")) == listed()["duckdb"]


def test_neither_names_an_address_from_which_anything_comes() -> None:
    bill = {key: value for key, value in BILL.items() if key != "$schema"}
    assert [text for text in (HASHES, json.dumps(bill)) if re.search(r"https?:|file:", text)] == []
