"""An instrument in French that nobody translated: every command shows it, and says what it is."""

import json
import re
import shutil
from pathlib import Path

import pytest

from integraal.words.words import Words
from tests.cli.terminal import squeezed
from tests.conftest import ROOT, Run

RUCHER = ROOT / "tests" / "instruments" / "good" / "rucher"
CASE = """schema: integraal/casus/1
casus: R-1
moment: 2026-11-21
answers:
  piqure_grave: nee
  nombre_ruches: 12
  essaims: beaucoup
"""
IN_FRENCH = {"nl": "teksten in het Frans", "en": "texts in French"}


@pytest.fixture
def rucher(tmp_path: Path) -> Path:
    """Copy the instrument to where commands run, with a case of it."""
    (tmp_path / "R-1.yaml").write_text(CASE)
    shutil.copytree(RUCHER, tmp_path / "rucher")
    return tmp_path / "rucher" / "questions.yaml"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_advice_has_its_texts_and_the_words_of_the_reader(
    integraal: Run, rucher: Path, language: str
) -> None:
    done = integraal("advies", "R-1.yaml", "-i", rucher, "--taal", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Dix ruches ou plus, c'est trop pour une seule personne." in done.stdout
    assert Words(language)("actions.title") in done.stdout
    assert squeezed(IN_FRENCH[language]) in squeezed(done.stdout)


def test_a_page_in_the_language_of_the_author_says_nothing_of_languages(
    integraal: Run, rucher: Path
) -> None:
    page = integraal("advies", "R-1.yaml", "-i", rucher, "--taal", "fr").stdout
    assert "textesen" not in squeezed(page)
    assert Words("fr")("actions.title") in page


def test_the_page_for_the_family_says_it_too(integraal: Run, rucher: Path) -> None:
    page = integraal("advies", "R-1.yaml", "-i", rucher, "--voor", "gezin").stdout
    assert "Que faire de nos ruches ?" in page
    assert squeezed(IN_FRENCH["nl"]) in squeezed(page)


def test_danger_of_other_instruments_speaks_the_language_of_the_reader(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    (tmp_path / "R-2.yaml").write_text(f"{CASE}  direct_gevaar: ja\n")
    page = integraal("advies", "R-2.yaml", "-i", rucher, "--taal", "en").stdout
    assert squeezed("Call 112 now.") in squeezed(page)


def test_a_form_has_the_languages_that_there_are(integraal: Run, rucher: Path) -> None:
    form = integraal("checklist", rucher, "--taal", "nl,fr,en")
    assert "nl en en" in form.stderr
    assert "Les ruches / " not in form.stdout
    assert Words("fr")("answer.dont_know") in form.stdout
    assert Words("nl")("answer.dont_know") not in form.stdout


def test_a_form_that_is_not_in_the_language_that_was_asked_for_says_so(
    integraal: Run, rucher: Path
) -> None:
    form = integraal("checklist", rucher)
    assert form.stderr == ""
    assert Words("nl")("answer.dont_know") in form.stdout
    assert squeezed(IN_FRENCH["nl"]) in squeezed(form.stdout)


def test_a_course_says_it_behind_its_instrument(integraal: Run, rucher: Path) -> None:
    page = integraal("verloop", "R-1.yaml", "-i", rucher).stdout
    assert squeezed(f"rucher 2026.1 ({IN_FRENCH['nl']})") in squeezed(page)


def test_levels_on_one_sheet_say_it_too(integraal: Run, rucher: Path) -> None:
    page = integraal("niveaus", "-i", rucher).stdout
    assert "À côté" in page
    assert squeezed(IN_FRENCH["nl"]) in squeezed(page)
    assert "textesen" not in squeezed(integraal("niveaus", "-i", rucher, "--taal", "fr").stdout)


def test_data_of_a_form_has_each_text_under_its_own_language(integraal: Run, rucher: Path) -> None:
    form = json.loads(integraal("checklist", rucher, "--formaat", "json").stdout)
    assert form["title"] == {"fr": "Le rucher du quartier"}


def test_nobody_is_asked_for_dutch_and_french_is_held_to_french(
    integraal: Run, rucher: Path
) -> None:
    done = integraal("controleer", rucher.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Niets gevonden" in done.stdout


def test_a_label_of_yes_is_held_to_the_word_of_its_language(integraal: Run, rucher: Path) -> None:
    rucher.write_text(rucher.read_text("utf-8").replace('label: "Oui"', "label: Ja"), "utf-8")
    assert "yes-or-no-label" in integraal("controleer", rucher).stdout


def test_where_a_folder_has_dutch_translations_dutch_is_asked_for(
    integraal: Run, rucher: Path
) -> None:
    overlay = rucher.parent / "translations" / "rucher.nl.yaml"
    overlay.parent.mkdir()
    head = "schema: integraal/translation/1\ntranslates: rucher\nlanguage: nl\n"
    overlay.write_text(f"{head}texts: {{}}\n")
    said = integraal("controleer", rucher.parent).stdout
    assert "[translation-missing] de vertaling van 'questions.essaims.ask'" in said
    assert "[translation-absent] deze vertaling is er niet" in said


def test_its_cases_are_tested(integraal: Run, rucher: Path, tmp_path: Path) -> None:
    (tmp_path / "proef.yaml").write_text(
        "schema: integraal/test/1\ninstrument: rucher\ncases:\n  - id: beaucoup\n"
        "    answers:\n      nombre_ruches: 12\n    expect:\n      level: ensemble\n"
    )
    done = integraal("test", "proef.yaml", "--zonder-mutaties", "-i", rucher)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("what", ["sql", "sjabloon"])
def test_it_can_be_exported(integraal: Run, rucher: Path, tmp_path: Path, what: str) -> None:
    (tmp_path / what).mkdir()
    target = tmp_path / what / ("uit.sql" if what == "sql" else "uit.xlsx")
    done = integraal("export", what, rucher, "-o", target)
    assert done.returncode == 0, done.stderr
    assert target.stat().st_size > 0


def test_a_table_of_its_cases_is_read_by_its_own_labels(
    integraal: Run, rucher: Path, tmp_path: Path
) -> None:
    (tmp_path / "cas.csv").write_text("casus,nombre_ruches,essaims\nR-1,12,Quelques-uns\n", "utf-8")
    done = integraal("batch", "cas.csv", "uit.csv", "-i", rucher)
    assert done.returncode == 0, done.stderr
    assert "ensemble" in (tmp_path / "uit.csv").read_text("utf-8")


@pytest.mark.parametrize("asked", ["advies", "verloop", "checklist", "niveaus"])
def test_in_a_browser_each_text_of_the_author_has_its_language(
    integraal: Run, rucher: Path, asked: str
) -> None:
    about = {"advies": ["R-1.yaml", "-i"], "verloop": ["R-1.yaml", "-i"], "niveaus": ["-i"]}
    page = integraal(asked, *about.get(asked, ()), rucher, "--formaat", "html").stdout
    main = page.partition("<main>")[2]
    assert '<html lang="nl"' in page
    said = re.findall(r'<span lang="fr">([^<]+)</span>', main)
    ours = re.sub(r'<span lang="fr">[^<]+</span>', "", main)
    assert "ensemble" in map(str.lower, said)
    assert not re.search(r"\b(ruches|[Pp]iqûre|[Ee]ssaims)\b", ours)
    assert not {"Noodnummer", "Dag en nacht, elke dag."} & set(said)


def test_in_the_language_of_the_author_no_text_has_another(integraal: Run, rucher: Path) -> None:
    page = integraal("advies", "R-1.yaml", "-i", rucher, "--taal", "fr", "--formaat", "html")
    assert page.stdout.count("lang=") == 1
