"""What is written is read back as it was, whatever signs are in it."""

from pathlib import Path

import pytest

from integraal.model.text import Translation
from integraal.reading.overlays.comments import Comments
from integraal.reading.overlays.draft import Draft
from integraal.reading.overlays.overlay_text import overlay_text
from integraal.reading.shapes.translation import TranslationShape
from integraal.reading.trees import read_shape


def _read_back(draft: Draft, folder: Path) -> TranslationShape:
    path = folder / "x.fr.yaml"
    path.write_text(overlay_text(draft), encoding="utf-8")
    return read_shape(TranslationShape, path)[0]


@pytest.mark.parametrize(
    "text",
    [
        '"ja" \\ nee',
        "twee\nregels",
        "# geen remark",
        "a: b",
        "- x",
        "sans\u00a0rien",
        "é\u2028x",
        "😀",
    ],
)
def test_a_text_is_read_back_as_it_was_written(text: str, tmp_path: Path) -> None:
    entry = Translation("title", "307b129e", text, text, is_stale=True)
    read = _read_back(Draft("x", "fr", (entry,), (), {}), tmp_path).texts["title"]
    assert (read.text, read.source_text, read.stale) == (text, text, True)


@pytest.mark.parametrize("key", ["a: b", "#", "null", "weg met dit", "questions.x.ask"])
def test_whatever_key_was_put_aside_is_read_back(key: str, tmp_path: Path) -> None:
    entry = Translation(key, "307b129e", "", "oui")
    assert list(_read_back(Draft("x", "fr", (), (entry,), {}), tmp_path).unused) == [key]


def test_remarks_stand_above_what_they_are_about() -> None:
    entry = Translation("title", "307b129e", "ja", "oui")
    comments: Comments = {("texts", "title"): ("# een",), ("unused",): ("# twee",), (): ("# drie",)}
    text = overlay_text(Draft("x", "fr", (entry,), (), comments))
    assert "texts:\n  # een\n  title:\n" in text
    assert text.endswith("# twee\n# drie\n")
