"""The files of a region and of a network are told what is wrong with them, and who is in them."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from integraal.model.finding import Faulty, Finding, Severity
from integraal.reading.library import Library, data_folder
from integraal.verify.service_files import network_findings, region_findings

SHIPPED = data_folder() / "regio"
NETWORK, REGION = SHIPPED / "voorbeeldnetwerk.yaml", SHIPPED / "voorbeeldregio.yaml"


def changed(folder: Path, source: Path, old: str, new: str) -> Path:
    text = source.read_text("utf-8")
    assert old in text
    path = folder / source.name
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def codes(findings: Iterable[Finding]) -> list[str]:
    return [each.code for each in findings]


def test_what_is_shipped_is_right() -> None:
    assert not [*network_findings(NETWORK, Library()), *region_findings(REGION, Library())]


def test_a_name_in_a_network_is_a_warning_and_a_number_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, NETWORK, "name: Onthaal", "name: Onthaal bij mevrouw Jansen")
    (found,) = network_findings(path, Library())
    assert (found.code, found.severity) == ("text-may-identify", Severity.WARNING)
    line = path.read_text("utf-8").splitlines()[found.place.line - 1]
    assert "mevrouw Jansen" in line
    path = changed(tmp_path, NETWORK, "gratis", "gratis, dossier van 111222333")
    assert codes(network_findings(path, Library())) == ["text-identifies"]


def test_so_is_one_in_a_region(tmp_path: Path) -> None:
    path = changed(tmp_path, REGION, "    access: ", "    access: vraag naar mevrouw Jansen, ")
    assert codes(region_findings(path, Library())) == ["text-may-identify"]


def test_what_nobody_of_an_instrument_is_for_is_told_of_a_region(tmp_path: Path) -> None:
    text = REGION.read_text("utf-8")
    kept = text[: text.index("  - id:", text.index("  - id:") + 1)]
    (tmp_path / "r.yaml").write_text(kept, "utf-8")
    assert set(codes(region_findings(tmp_path / "r.yaml", Library()))) == {"service-missing"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("organisation: caw", "organisation: cwa", "unknown-organisation"),
        ("for: [", "for: [bakkers, ", "unknown-target"),
        ("  - id: ocmw", "  - id: caw", "duplicate-id"),
    ],
)
def test_a_network_that_names_what_is_not_there_is_refused(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    path = changed(tmp_path, NETWORK, old, new)
    with pytest.raises(Faulty) as caught:
        network_findings(path, Library())
    assert code in codes(caught.value.findings)


def test_a_region_is_held_to_its_own_instrument(tmp_path: Path) -> None:
    path = changed(tmp_path, REGION, "instrument: ", "instrument: meldcode # ")
    with pytest.raises(Faulty) as caught:
        region_findings(path, Library())
    assert codes(caught.value.findings) == ["unknown-outcome"] * len(caught.value.findings)
