"""Bring an overlay up to date with what it translates; what a translator wrote stays.

Every text gets an entry, in the order of the file, with the fingerprint of the text as it is now.
A translation of a text that has changed since is marked stale. One whose text is no longer there
is put aside, and comes back with its text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from integraal.model.finding import faulty
from integraal.model.text import Translation
from integraal.reading.files import read_text
from integraal.reading.overlay import Whole, fingerprint, texts
from integraal.reading.overlays.comments import Comments, comments_in
from integraal.reading.shapes.translation import TranslatedShape, TranslationShape
from integraal.reading.trees import read_shape

_TEXTS, _UNUSED = "texts", "unused"


@dataclass(frozen=True, slots=True)
class Draft:
    """An overlay as it is to be written."""

    translates: str
    language: str
    texts: tuple[Translation, ...]
    unused: tuple[Translation, ...]
    """Translations of texts that are no longer there."""
    comments: Comments


def refreshed(whole: Whole, language: str, overlay: Path) -> Draft:
    """Bring an overlay up to date.

    Args:
        whole: What it translates, as it is written.
        language: Into which.
        overlay: Its file; where there is none it is begun.

    Raises:
        Faulty: if it cannot be read, or is the overlay of something else.
    """
    if not overlay.is_file():
        return _refreshed(whole, language, {}, {}, {})
    shape, tree = read_shape(TranslationShape, overlay)
    if (shape.translates, shape.language) != (whole.id, language):
        said = {"translates": shape.translates, "language": shape.language}
        raise faulty("translation-other", overlay, **said)
    comments = comments_in(read_text(overlay), tree)
    return _refreshed(whole, language, shape.texts, shape.unused, comments)


def _refreshed(
    whole: Whole,
    language: str,
    there: Mapping[str, TranslatedShape],
    aside: Mapping[str, TranslatedShape],
    comments: Comments,
) -> Draft:
    original = texts(whole)
    back = {key for key in aside if key in original and not _text(there, key)}
    known = {**there, **{key: aside[key] for key in back}}
    gone = [key for key in there if key not in original]
    kept = dict(comments)
    for key in back:
        _move(kept, (_UNUSED, key), (_TEXTS, key))
    for key in gone:
        if _text(there, key) and _text(aside, key) not in ("", there[key].text):
            # One key holds one text; the one of longer ago stays as a remark.
            _add(kept, (_UNUSED, key), before(aside[key].text))
        _move(kept, (_TEXTS, key), (_UNUSED, key))
    left = {key: entry for key, entry in aside.items() if key not in back}
    left |= {key: there[key] for key in gone if there[key].text or (_UNUSED, key) in kept}
    return Draft(
        whole.id,
        language,
        tuple(_now(key, text, known.get(key)) for key, text in original.items()),
        tuple(_aside(key, entry) for key, entry in left.items()),
        kept,
    )


def _now(key: str, text: str, entry: TranslatedShape | None) -> Translation:
    of = fingerprint(text)
    if entry is None or not entry.text:
        return Translation(key, of, text)
    return Translation(key, of, text, entry.text, entry.stale or entry.of != of)


def _aside(key: str, entry: TranslatedShape) -> Translation:
    return Translation(key, entry.of, entry.source_text, entry.text, entry.stale)


def taken_in(draft: Draft, given: Sequence[Translation]) -> Draft:
    """Take in what translators did elsewhere.

    What is empty there leaves what is here, and so does what was made from an older text where
    there is a translation of the text as it is now. A translation that another takes the place of
    stays as a remark above it.

    Args:
        draft: As it is here.
        given: Each with the text that it was made from, and no fingerprint.
    """
    by_key = {each.key: replace(each, of=fingerprint(each.source)) for each in given if each.text}
    comments = dict(draft.comments)
    made = []
    for here in draft.texts:
        there = by_key.pop(here.key, None)
        made.append(here if there is None else _taken(here, there))
        if here.text not in ("", made[-1].text):
            _add(comments, (_TEXTS, here.key), before(here.text))
    known = {each.key for each in draft.unused}
    strange = tuple(each for key, each in by_key.items() if key not in known)
    return replace(draft, texts=tuple(made), unused=(*draft.unused, *strange), comments=comments)


def _taken(here: Translation, there: Translation) -> Translation:
    is_stale = there.is_stale or there.of != here.of
    is_fresh_here = here.text != "" and not here.is_stale
    if is_stale and is_fresh_here:
        return here
    return replace(here, text=there.text, is_stale=is_stale)


def before(text: str) -> str:
    """A remark with what stood there before, on one line."""
    return f"# {' '.join(text.split())}"


def _text(entries: Mapping[str, TranslatedShape], key: str) -> str:
    return entries[key].text if key in entries else ""


def _add(comments: Comments, path: tuple[str, ...], line: str) -> None:
    """Add a remark, unless it is there."""
    said = comments.get(path, ())
    comments[path] = said if line in said else (*said, line)


def _move(comments: Comments, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    for line in comments.pop(old, ()):
        _add(comments, new, line)
