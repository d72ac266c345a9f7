"""Files of a region and of a team together: the later goes before the earlier, and that is said."""

import os
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.conftest import Run

NETWORK = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
TEAM = """\
schema: integraal/netwerk/1
id: team
title: Ons team (verzonnen)
services:
  - {id: onthaal, name: Ons eigen onthaal, for: [welzijn-licht]}
  - {id: fiets, name: Fietshulp, for: [welzijn-licht]}
"""
CASE = """\
schema: integraal/casus/1
casus: C-1
answers: {direct_gevaar: nee, volwassen: ja, uit_de_regio: ja, doelgroep: ja, aard_vraag: welzijn,
  zwaarte_vraag: licht, wie_vraagt: burger, lopende_begeleiding: nee, duo_aanwezig: ja}
"""
ASKED = ("advies", "C-1.yaml", "-i", "kruispunt-onthaal", "--volledig")


@pytest.fixture
def team(tmp_path: Path) -> Path:
    (tmp_path / "C-1.yaml").write_text(CASE, "utf-8")
    (tmp_path / "team.yaml").write_text(TEAM, "utf-8")
    return tmp_path / "team.yaml"


def test_several_files_are_one_region_and_the_later_goes_first(integraal: Run, team: Path) -> None:
    done = integraal(*ASKED, "--regio", str(NETWORK), "--regio", str(team))
    assert done.returncode == 0, done.stderr
    assert "Ons eigen onthaal" in done.stdout
    assert "Fietshulp" in done.stdout
    assert "warning[entry-replaced]" in done.stderr
    other = integraal(*ASKED, "--regio", str(team), "--regio", str(NETWORK))
    assert "Ons eigen onthaal" not in other.stdout


def test_so_does_the_environment_with_the_sign_between_paths(integraal: Run, team: Path) -> None:
    both = {"INTEGRAAL_REGIO": os.pathsep.join((str(NETWORK), str(team)))}
    assert "Ons eigen onthaal" in integraal(*ASKED, env=both).stdout
    odd = team.rename(team.with_name(f"een{os.pathsep}team.yaml"))
    assert "Fietshulp" in integraal(*ASKED, env={"INTEGRAAL_REGIO": str(odd)}).stdout
