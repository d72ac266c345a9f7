"""Another language is put over the original text by text; what is missing or stale shows itself."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from integraal.model.finding import Severity
from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from integraal.reading.overlay import fingerprint, texts
from tests.reading.helpers import GOOD, good

QUESTIONS = "questions.yaml"
FRENCH = Path("translations") / "twee-tinten.fr.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy a good instrument with its translation, to be changed."""
    return Path(copytree(GOOD / "eigen-schaal", tmp_path / "eigen-schaal"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_french(folder: Path) -> Instrument:
    return Library(folder, cache=None).instrument_file(folder / QUESTIONS, "fr")


def said_of_french(folder: Path) -> list[tuple[str, str]]:
    library = Library(folder, cache=None)
    findings = library.overlay_findings(library.instrument_file(folder / QUESTIONS), "fr")
    return [(finding.code, dict(finding.details).get("key", "")) for finding in findings]


def test_every_text_has_a_key_that_says_where_it_stands() -> None:
    keys = texts(good("eigen-schaal/questions.yaml"))
    assert keys["questions.vormen.options.bellen.label"] == "Bellen"
    assert keys["rules.te-weinig.for_family"] == "De hulp helpt nog niet genoeg."
    assert keys["current.because"] == "Het niveau van nu volgt uit de vormen die er zijn."
    assert keys["actions.bespreek.text"] == "Bespreek of het nog nodig is."


def test_a_scale_has_keys_of_its_own_and_lists_are_numbered_from_one() -> None:
    scale = good("eigen-schaal/questions.yaml").scale
    assert scale is not None
    assert texts(scale)["levels.donker.forms.team.examples.1"] == "een wijkteam"
    assert texts(scale)["levels.donker.attention_points.een-plan.short"] == "één plan"


def test_options_that_come_from_the_scale_are_translated_there_only() -> None:
    instrument = good("eigen-schaal/questions.yaml")
    assert not [key for key in texts(instrument) if key.startswith("questions.inschatting.options")]


def test_names_of_people_and_places_are_no_texts() -> None:
    keys = texts(good("routes.yaml"))
    assert not [key for key in keys if key.endswith((".id", ".code", ".place", ".document"))]


def test_an_instrument_in_another_language_is_the_same_in_other_words(folder: Path) -> None:
    library = Library(folder, cache=None)
    dutch, french = library.instrument_file(folder / QUESTIONS), in_french(folder)
    assert french.language == "fr"
    assert french.question("vormen").ask == "Quelles formes existent déjà ?"
    assert french.question("vormen").option_ids == dutch.question("vormen").option_ids
    assert [(r.id, r.when, r.effect) for r in french.rules] == [
        (r.id, r.when, r.effect) for r in dutch.rules
    ]
    assert french.fingerprint == dutch.fingerprint


def test_the_scale_and_the_options_taken_from_it_speak_that_language_too(folder: Path) -> None:
    french = in_french(folder)
    assert french.scale is not None
    assert [level.name for level in french.scale.levels] == ["Clair", "Foncé"]
    assert [option.label for option in french.question("inschatting").options] == ["Clair", "Foncé"]


def test_a_text_whose_dutch_has_changed_stays_dutch_and_is_said(folder: Path) -> None:
    change(folder / QUESTIONS, "label: Bellen", "label: Bellen of mailen")
    assert in_french(folder).question("vormen").option("bellen").label == "Bellen of mailen"
    assert said_of_french(folder) == [
        ("translation-stale", "questions.vormen.options.bellen.label")
    ]


def test_spacing_makes_no_translation_stale(folder: Path) -> None:
    change(
        folder / QUESTIONS, "label: Een team", "label: >-\n              Een\n              team"
    )
    assert said_of_french(folder) == []


def test_a_stale_text_is_told_the_fingerprint_to_write(folder: Path) -> None:
    change(folder / QUESTIONS, "label: Bellen", "label: Bellen of mailen")
    library = Library(folder, cache=None)
    (finding,) = library.overlay_findings(library.instrument_file(folder / QUESTIONS), "fr")
    assert finding.suggestion == fingerprint("Bellen of mailen")
    assert f'of: "{fingerprint("Bellen")}"' in finding.place.excerpt


def test_a_text_that_is_not_translated_stays_dutch_and_is_said(folder: Path) -> None:
    change(folder / FRENCH, "questions.vormen.options.bellen.label", "questions.vormen.hint")
    assert in_french(folder).question("vormen").option("bellen").label == "Bellen"
    assert said_of_french(folder) == [
        ("translation-missing", "questions.vormen.options.bellen.label"),
        ("translation-unused", "questions.vormen.hint"),
    ]


def test_a_text_for_nothing_is_said_at_its_key(folder: Path) -> None:
    change(folder / FRENCH, "questions.vormen.options.bellen.label", "questions.vormen.hint")
    library = Library(folder, cache=None)
    findings = library.overlay_findings(library.instrument_file(folder / QUESTIONS), "fr")
    (unused,) = (finding for finding in findings if finding.code == "translation-unused")
    assert unused.place.excerpt.strip() == "questions.vormen.hint:"


def test_what_is_said_of_a_translation_is_a_warning(folder: Path) -> None:
    (folder / FRENCH).unlink()
    library = Library(folder, cache=None)
    (finding,) = library.overlay_findings(library.instrument_file(folder / QUESTIONS), "fr")
    assert (finding.code, finding.severity) == ("translation-absent", Severity.WARNING)


def test_a_language_without_a_translation_is_dutch_and_says_so(folder: Path) -> None:
    instrument = Library(folder, cache=None).instrument_file(folder / QUESTIONS, "en")
    assert (instrument.language, instrument.title) == ("nl", "Twee tinten")


@pytest.mark.parametrize(
    ("old", "new"),
    [("language: fr", "language: en"), ("translates: twee-tinten", "translates: tinten")],
)
def test_a_translation_that_says_it_is_another_one_is_not_believed_in_silence(
    folder: Path, old: str, new: str
) -> None:
    change(folder / FRENCH, old, new)
    assert len(said_of_french(folder)) == 1


def test_a_translation_that_cannot_be_read_leaves_the_dutch(folder: Path) -> None:
    change(folder / FRENCH, "language: fr", "language: [")
    assert in_french(folder).question("vormen").ask == "Welke vormen zijn er al?"


@pytest.mark.parametrize("given", ['""', "", '"  "'])
def test_a_text_that_is_empty_is_missing_and_no_empty_sentence(folder: Path, given: str) -> None:
    text = (folder / FRENCH).read_text("utf-8")
    entry = re.search(r"questions.vormen.options.bellen.label:\n.*\n    text: (.*)\n", text)
    assert entry is not None
    change(folder / FRENCH, f"text: {entry[1]}\n", f"text: {given}\n")
    assert in_french(folder).question("vormen").option("bellen").label == "Bellen"
    assert said_of_french(folder) == [
        ("translation-missing", "questions.vormen.options.bellen.label")
    ]


def test_a_text_that_is_marked_stale_is_not_shown_whatever_its_fingerprint(folder: Path) -> None:
    change(
        folder / FRENCH, "  title:\n", "  title:\n    source_text: Twee tinten\n    stale: true\n"
    )
    assert in_french(folder).title == "Twee tinten"
    assert said_of_french(folder) == [("translation-stale", "title")]


def test_the_original_beside_a_translation_changes_nothing(folder: Path) -> None:
    before = in_french(folder)
    change(
        folder / FRENCH, "  title:\n", "  title:\n    source_text: Iets anders\n    stale: false\n"
    )
    assert in_french(folder) == before
    assert said_of_french(folder) == []


def test_what_an_author_wrote_in_french_is_french_with_its_scale_and_whom_to_call() -> None:
    french = good("rucher/questions.yaml")
    assert (french.language, french.written_in) == ("fr", "fr")
    assert french.question("essaims").option("aucun").label == "Aucun"
    assert french.scale is not None
    assert french.scale.levels[1].name == "Ensemble"
    assert [line.name for line in french.help_lines] == ["Numéro d'urgence"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_nobody_translated_stays_in_the_language_of_its_author(language: str) -> None:
    read = Library(cache=None).instrument_file(GOOD / "rucher" / QUESTIONS, language)
    assert (read.language, read.title) == ("fr", "Le rucher du quartier")


def test_dutch_is_a_translation_like_any_other(tmp_path: Path) -> None:
    written = Path(copytree(GOOD / "rucher", tmp_path / "rucher"))
    (written / "translations").mkdir()
    (written / "translations" / "rucher.nl.yaml").write_text(
        "schema: integraal/translation/1\ntranslates: rucher\nlanguage: nl\n"
        f"texts:\n  title:\n    of: {fingerprint('Le rucher du quartier')}\n    text: Onze bijen\n"
    )
    library = Library(written, cache=None)
    dutch = library.instrument_file(written / QUESTIONS, "nl")
    assert (dutch.language, dutch.title) == ("nl", "Onze bijen")
    assert dutch.question("essaims").name == "Essaims"
    as_written = library.instrument_file(written / QUESTIONS)
    assert (as_written.language, as_written.title) == ("fr", "Le rucher du quartier")
    assert as_written.fingerprint == dutch.fingerprint


def test_what_another_instrument_asks_is_shown_in_the_language_of_this_one(tmp_path: Path) -> None:
    written = Path(copytree(GOOD / "rucher", tmp_path / "rucher"))
    shared = "      - same_as: voor-wie-doen-we-wat/draaglast\n      - id: nombre_ruches\n"
    change(written / QUESTIONS, "      - id: nombre_ruches\n", shared)
    french = Library(written, cache=None).instrument_file(written / QUESTIONS)
    theirs = Library(cache=None).instrument("voor-wie-doen-we-wat", "fr")
    assert french.question("draaglast").ask == theirs.question("draaglast").ask


def test_the_fingerprint_of_a_text_is_eight_hexadecimal_digits() -> None:
    assert len(fingerprint("Wonen")) == 8
    assert fingerprint("Wonen") != fingerprint("wonen")
