"""`integraal vertaal`, as authors and their translators run it."""

import shutil
from pathlib import Path

import pytest

from integraal.reading.library import Library, data_folder
from integraal.words.words import Words
from tests.cli.terminal import squeezed
from tests.conftest import ROOT, Run

RUCHER = ROOT / "tests" / "instruments" / "good" / "rucher"
OVERLAY = Path("rucher") / "translations" / "rucher.nl.yaml"
SAY = Words("nl")


@pytest.fixture
def rucher(tmp_path: Path) -> Path:
    """Copy an instrument in French to where commands run."""
    shutil.copytree(RUCHER, tmp_path / "rucher")
    return tmp_path / "rucher" / "questions.yaml"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def translate(overlay: Path, french: str, dutch: str) -> None:
    """Fill in one text, as a translator does."""
    change(overlay, f'"{french}"\n    text: ""', f'"{french}"\n    text: "{dutch}"')


def test_an_overlay_is_begun_filled_in_and_shown(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    done = integraal("vertaal", "rucher/questions.yaml", "nl")
    assert (done.returncode, done.stdout) == (0, "")
    assert squeezed(SAY("vertaal.counted", texts=28, empty=28, stale=0)) in squeezed(done.stderr)
    translate(tmp_path / OVERLAY, "Le rucher du quartier", "De bijen van de buurt")
    form = integraal("checklist", rucher).stdout
    assert form.startswith("De bijen van de buurt\n")
    assert "Les ruches" in form
    assert Library(rucher.parent, cache=None).languages(
        Library(cache=None).instrument_file(rucher)
    ) == ("fr", "nl")


def test_what_controleer_says_is_missing_vertaal_writes_and_then_it_is_quiet(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    integraal("vertaal", rucher, "nl")
    said = integraal("controleer", rucher).stdout
    assert said.count("[translation-missing]") == 28
    overlay = tmp_path / OVERLAY
    lines = overlay.read_text("utf-8").replace('text: ""', "text: Iets in het Nederlands.")
    overlay.write_text(lines, "utf-8")
    assert "[translation-missing]" not in integraal("controleer", rucher).stdout


def test_a_second_time_changes_nothing_and_says_so(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    integraal("vertaal", rucher, "nl")
    translate(tmp_path / OVERLAY, "Le rucher du quartier", "De bijen")
    integraal("vertaal", rucher, "nl")
    before = (tmp_path / OVERLAY).read_bytes()
    again = integraal("vertaal", rucher, "nl")
    assert (tmp_path / OVERLAY).read_bytes() == before
    assert SAY("vertaal.unchanged", file=tmp_path / OVERLAY) in again.stderr


def test_a_changed_text_is_stale_and_one_that_is_gone_is_named(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    integraal("vertaal", rucher, "nl")
    translate(tmp_path / OVERLAY, "Le rucher du quartier", "De bijen")
    translate(tmp_path / OVERLAY, "Essaims", "Zwermen")
    change(rucher, "title: Le rucher du quartier", "title: Le rucher du coin")
    change(rucher, "id: essaims\n", "id: vols\n")
    change(rucher, "essaims: beaucoup", "vols: beaucoup")
    done = integraal("vertaal", rucher, "nl")
    assert squeezed(SAY("vertaal.counted", texts=28, empty=27, stale=1)) in squeezed(done.stderr)
    assert "questions.essaims.name" in done.stderr
    text = (tmp_path / OVERLAY).read_text("utf-8")
    assert '"Le rucher du coin"\n    text: "De bijen"\n    stale: true\n' in text
    assert 'text: "Zwermen"' in text.partition("\nunused:\n")[2]
    assert integraal("checklist", rucher).stdout.startswith("Le rucher du coin\n")


def test_a_scale_is_translated_beside_its_instrument(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    scale = rucher.parent / "entraide.yaml"
    assert integraal("vertaal", scale, "nl").returncode == 0
    translate(tmp_path / "rucher" / "translations" / "entraide.nl.yaml", "Ensemble", "Samen")
    assert "Samen" in integraal("checklist", rucher).stdout


def test_what_ships_is_never_written_to_by_its_name(integraal: Run) -> None:
    done = integraal("vertaal", "voor-wie-doen-we-wat", "en")
    shipped = data_folder() / "translations" / "voor-wie-doen-we-wat.en.yaml"
    assert sorted(done.stdout.splitlines()) == sorted(shipped.read_text("utf-8").splitlines())


def test_a_file_of_another_name_is_written_only_where_nothing_is(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    (tmp_path / "al.yaml").write_text("van iemand")
    assert integraal("vertaal", rucher, "nl", "-o", "al.yaml").returncode == 1
    assert (tmp_path / "al.yaml").read_text() == "van iemand"
    assert integraal("vertaal", rucher, "nl", "-o", "nieuw.yaml").returncode == 0
    assert (tmp_path / "nieuw.yaml").is_file()
    assert not (tmp_path / OVERLAY).exists()


def test_its_own_language_is_refused(integraal: Run, rucher: Path) -> None:
    done = integraal("vertaal", rucher, "fr")
    assert (done.returncode, done.stdout) == (2, "")
    assert SAY("usage.own_language") in done.stderr


def test_an_overlay_that_cannot_be_read_stays_as_it_is(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    integraal("vertaal", rucher, "nl")
    change(tmp_path / OVERLAY, "language: nl", "language: [")
    before = (tmp_path / OVERLAY).read_bytes()
    assert integraal("vertaal", rucher, "nl").returncode == 1
    assert (tmp_path / OVERLAY).read_bytes() == before


def test_a_po_file_goes_out_and_comes_back(integraal: Run, rucher: Path, tmp_path: Path) -> None:
    assert integraal("vertaal", rucher, "nl", "-o", "uit.po").returncode == 0
    assert not (tmp_path / OVERLAY).exists()
    change(tmp_path / "uit.po", 'quartier"\nmsgstr ""', 'quartier"\nmsgstr "De bijen"')
    done = integraal("vertaal", rucher, "nl", "--po", "uit.po")
    assert done.returncode == 0
    assert squeezed(SAY("vertaal.taken_in", file="uit.po", count=1, left=0)) in squeezed(
        done.stderr
    )
    assert integraal("checklist", rucher).stdout.startswith("De bijen\n")
    out = integraal("vertaal", rucher, "nl", "-f", "po").stdout
    assert out == (tmp_path / "uit.po").read_text("utf-8")


def test_an_older_po_file_takes_no_place_of_what_is_newer(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    integraal("vertaal", rucher, "nl", "-o", "uit.po")
    change(tmp_path / "uit.po", 'quartier"\nmsgstr ""', 'quartier"\nmsgstr "Oud"')
    change(rucher, "title: Le rucher du quartier", "title: Le rucher du coin")
    integraal("vertaal", rucher, "nl")
    translate(tmp_path / OVERLAY, "Le rucher du coin", "Nieuw")
    done = integraal("vertaal", rucher, "nl", "--po", "uit.po")
    assert squeezed(SAY("vertaal.taken_in", file="uit.po", count=1, left=1)) in squeezed(
        done.stderr
    )
    assert integraal("checklist", rucher).stdout.startswith("Nieuw\n")


@pytest.mark.parametrize("text", ["geen po", 'msgid ""\nmsgstr "Language: en\\n"\n'])
def test_what_is_no_po_of_this_language_changes_nothing(
    integraal: Run, rucher: Path, tmp_path: Path, text: str
) -> None:
    (tmp_path / "x.po").write_text(text)
    done = integraal("vertaal", rucher, "nl", "--po", "x.po")
    assert (done.returncode, done.stdout) == (1, "")
    assert not (tmp_path / OVERLAY).exists()
