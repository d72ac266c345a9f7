"""An overlay is begun and brought up to date; whatever a translator wrote is still there."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from integraal.model.text import Translation
from integraal.reading.library import Library, data_folder
from integraal.reading.overlay import fingerprint, texts
from integraal.reading.overlays.draft import Draft, refreshed, taken_in
from integraal.reading.overlays.originals import original
from integraal.reading.overlays.overlay_text import overlay_text
from tests.reading.helpers import GOOD, faults

SHIPPED = sorted((data_folder() / "translations").glob("*.yaml"))
BELLEN = "questions.vormen.options.bellen.label"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy a good instrument with its translation, to be changed."""
    return Path(copytree(GOOD / "eigen-schaal", tmp_path / "eigen-schaal"))


def overlay(folder: Path) -> Path:
    return folder / "translations" / "twee-tinten.fr.yaml"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def draft(folder: Path) -> Draft:
    """Refresh the French overlay, and put it in its place."""
    instrument = Library(folder, cache=None).instrument_file(folder / "questions.yaml")
    made = refreshed(instrument, "fr", overlay(folder))
    overlay(folder).write_text(overlay_text(made), encoding="utf-8")
    return made


def entry(made: Draft, key: str) -> Translation:
    return next(each for each in (*made.texts, *made.unused) if each.key == key)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_overlay_says_the_same_when_it_is_refreshed(path: Path) -> None:
    name, language, _ = path.name.split(".")
    made = refreshed(original(name)[0], language, path)
    before = path.read_text("utf-8").splitlines()
    assert sorted(overlay_text(made).splitlines()) == sorted(before)
    assert not [each for each in made.texts if each.is_stale or not each.text]


def test_an_overlay_that_is_begun_has_every_text_with_its_original_beside_it(
    tmp_path: Path,
) -> None:
    french, _ = original(str(GOOD / "rucher" / "questions.yaml"))
    made = refreshed(french, "nl", tmp_path / "rucher.nl.yaml")
    assert {each.key: each.source for each in made.texts} == texts(french)
    assert {each.text for each in made.texts} == {""}
    text = overlay_text(made)
    assert '  title:\n    of: "eee01fee"\n    source_text: "Le rucher du quartier"\n' in text


def test_refreshing_twice_gives_the_same_bytes(folder: Path) -> None:
    change(folder / "questions.yaml", "label: Bellen", "label: Bellen of mailen")
    change(overlay(folder), "  title:", "  # over de titel\n  title:")
    draft(folder)
    once = overlay(folder).read_bytes()
    draft(folder)
    assert overlay(folder).read_bytes() == once


def test_what_is_translated_has_no_original_beside_it_any_more(folder: Path) -> None:
    draft(folder)
    assert "source_text" not in overlay(folder).read_text("utf-8")


def test_a_changed_original_makes_its_translation_stale_until_somebody_looked(
    folder: Path,
) -> None:
    change(folder / "questions.yaml", "label: Bellen", "label: Bellen of mailen")
    made = entry(draft(folder), BELLEN)
    assert (made.is_stale, made.of) == (True, fingerprint("Bellen of mailen"))
    assert made.text
    library = Library(folder, cache=None)
    instrument = library.instrument_file(folder / "questions.yaml", "fr")
    assert instrument.question("vormen").option("bellen").label == "Bellen of mailen"
    assert entry(draft(folder), BELLEN).is_stale
    change(overlay(folder), "    stale: true\n", "")
    assert library.overlay_findings(library.instrument_file(folder / "questions.yaml"), "fr") == ()


def test_a_new_text_stands_where_it_stands_in_the_instrument(folder: Path) -> None:
    change(folder / "questions.yaml", "label: Bellen", "label: Bellen\n            hint: Kort")
    keys = [each.key for each in draft(folder).texts]
    assert keys[keys.index(BELLEN) + 1] == BELLEN.replace("label", "hint")


def test_a_text_that_is_gone_is_put_aside_and_comes_back(folder: Path) -> None:
    before = draft(folder)
    change(overlay(folder), f"  {BELLEN}:", f"  # mooi woord\n  {BELLEN}:")
    whole = (folder / "questions.yaml").read_text("utf-8")
    change(folder / "questions.yaml", "id: bellen", "id: opbellen")
    aside = draft(folder)
    assert entry(aside, BELLEN) in aside.unused
    assert entry(aside, BELLEN).text == entry(before, BELLEN).text
    assert aside.comments[("unused", BELLEN)] == ("# mooi woord",)
    (folder / "questions.yaml").write_text(whole, "utf-8")
    after = draft(folder)
    assert (after.texts, after.unused) == (before.texts, ())
    assert after.comments[("texts", BELLEN)] == ("# mooi woord",)


def test_what_comes_back_to_another_text_is_stale(folder: Path) -> None:
    change(folder / "questions.yaml", "id: bellen", "id: opbellen")
    draft(folder)
    change(folder / "questions.yaml", "id: opbellen", "id: bellen")
    change(folder / "questions.yaml", "label: Bellen", "label: Mailen")
    assert entry(draft(folder), BELLEN).is_stale


def test_two_translations_of_one_text_that_is_gone_are_both_kept(folder: Path) -> None:
    with overlay(folder).open("a", encoding="utf-8") as file:
        file.write(f'unused:\n  {BELLEN}:\n    of: "00000000"\n    text: "Un coup de fil"\n')
    change(folder / "questions.yaml", "id: bellen", "id: opbellen")
    made = draft(folder)
    assert made.comments[("unused", BELLEN)] == ("# Un coup de fil",)
    assert entry(made, BELLEN).text != "Un coup de fil"


def test_an_empty_entry_of_a_text_that_is_gone_is_not_kept(folder: Path) -> None:
    text = overlay(folder).read_text("utf-8")
    empty = re.sub(rf"({BELLEN}:\n.*\n    text: ).*", r'\1""', text)
    overlay(folder).write_text(empty, "utf-8")
    change(folder / "questions.yaml", "id: bellen", "id: opbellen")
    assert draft(folder).unused == ()


def test_an_overlay_of_something_else_is_not_written_over(folder: Path) -> None:
    change(overlay(folder), "translates: twee-tinten", "translates: tinten")
    (finding,) = faults(lambda: draft(folder))
    assert finding.code == "translation-other"


# What translators made elsewhere.


def elsewhere(made: Draft, key: str, text: str, **changed: object) -> Translation:
    here = entry(made, key)
    source, is_stale = str(changed.get("source", here.source)), bool(changed.get("is_stale"))
    return Translation(key, "", source, text, is_stale)


def test_what_was_translated_elsewhere_is_taken_in_and_the_old_stays_as_a_remark(
    folder: Path,
) -> None:
    made = draft(folder)
    taken = taken_in(made, [elsewhere(made, "title", "Deux nuances")])
    assert (entry(taken, "title").text, entry(taken, "title").is_stale) == ("Deux nuances", False)
    assert taken.comments[("texts", "title")] == (f"# {entry(made, 'title').text}",)
    assert taken_in(taken, [elsewhere(made, "title", "Deux nuances")]) == taken


def test_what_is_empty_elsewhere_leaves_what_is_here(folder: Path) -> None:
    made = draft(folder)
    assert taken_in(made, [elsewhere(made, "title", "")]) == made


@pytest.mark.parametrize("changed", [{"source": "Eén tint"}, {"is_stale": True}])
def test_what_is_stale_elsewhere_takes_no_place_of_what_is_fresh(
    folder: Path, changed: dict[str, object]
) -> None:
    made = draft(folder)
    assert taken_in(made, [elsewhere(made, "title", "Une nuance", **changed)]) == made


@pytest.mark.parametrize("changed", [{"source": "Bellen"}, {"is_stale": True}])
def test_what_is_stale_elsewhere_stays_stale_where_there_was_nothing_better(
    folder: Path, changed: dict[str, object]
) -> None:
    change(folder / "questions.yaml", "label: Bellen", "label: Bellen of mailen")
    made = draft(folder)
    taken = entry(taken_in(made, [elsewhere(made, BELLEN, "Téléphoner", **changed)]), BELLEN)
    assert (taken.text, taken.is_stale) == ("Téléphoner", True)


def test_a_translation_of_no_text_here_is_put_aside(folder: Path) -> None:
    made = draft(folder)
    strange = Translation("questions.weg.ask", "", "Is er nog iets?", "Autre chose ?")
    assert [each.text for each in taken_in(made, [strange]).unused] == ["Autre chose ?"]
