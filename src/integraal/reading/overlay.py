"""Put an instrument or a scale into another language, text by text.

Every text has a key that says where it stands, such as `questions.wonen.ask`. An overlay gives
the translation under that key, with a fingerprint of the original text it was made from: when the
original changes, the translation shows itself to be stale.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar

from integraal.model.finding import Finding
from integraal.model.instrument import (
    Definition,
    Instrument,
    Present,
    Question,
    Rule,
    Score,
    Validation,
)
from integraal.model.scale import Scale
from integraal.model.services.help_line import HelpLines
from integraal.model.source import Grounds
from integraal.model.text import text_fields
from integraal.reading.shapes.translation import TranslatedShape, TranslationShape
from integraal.reading.yaml_tree import Mapping as Keys
from integraal.reading.yaml_tree import Node, find

_OF_OTHER = ": "
"""Stands in a key between the id of another instrument and the key of a text there."""
Whole: TypeAlias = Instrument | Scale | HelpLines
"""What has an overlay of its own."""
_Translatable = TypeVar("_Translatable", Instrument, Scale, HelpLines)
_Change = Callable[[str, str], str]
"""Gets the key and the text, gives the text to put there."""


def fingerprint(text: str) -> str:
    """Make a short fingerprint of a text; spacing does not count.

    >>> fingerprint("Wonen"), fingerprint(" Wonen ") == fingerprint("Wonen")
    ('4cd0bdef', True)
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def texts(whole: Whole) -> dict[str, str]:
    """List every text with its key, in the order of the file.

    The texts of a question that another instrument asks too belong to that instrument.
    """
    found: dict[str, str] = {}

    def keep(key: str, text: str) -> str:
        if _OF_OTHER not in key:
            found[key] = text
        return text

    _changed(whole, "", keep)
    return found


def translated(whole: _Translatable, overlays: Mapping[str, TranslationShape]) -> _Translatable:
    """Put the texts of an overlay in place.

    Where the overlay has no text, or one made from another original, the original stays: a reader
    may meet a foreign sentence, but never an outdated one.

    Args:
        whole: As it is written.
        overlays: By the id of what they translate: of the whole itself, and of the instruments
            with which it shares questions.
    """

    def change(key: str, text: str) -> str:
        other, _, own = key.rpartition(_OF_OTHER)
        overlay = overlays.get(other or whole.id)
        entry = overlay.texts.get(own) if overlay else None
        return entry.text if entry is not None and is_of(entry, text) else text

    done: _Translatable = _changed(whole, "", change)
    return done


def is_of(entry: TranslatedShape, text: str) -> bool:
    """Whether an entry of an overlay translates this text, as it is now."""
    return entry.text != "" and not entry.stale and entry.of == fingerprint(text)


def translation_findings(whole: Whole, shape: TranslationShape, tree: Node) -> tuple[Finding, ...]:
    """What an overlay misses, what it has in excess, and what in it is stale."""
    original, own = texts(whole), find(tree, ("texts",))
    found = []
    for key, text in original.items():
        entry = shape.texts.get(key)
        if entry is not None and not entry.text:
            place, code = find(own, (key, "text")).place, "translation-missing"
            found.append(Finding.warning(code, place, key=key, way="empty"))
            continue
        if entry is None:
            place = find(own, (key, "text")).place
            code = "translation-missing"
        elif not is_of(entry, text):
            place = find(own, (key, "stale" if entry.stale else "of")).place
            code = "translation-stale"
        else:
            continue
        found.append(Finding.warning(code, place, key=key, suggestion=fingerprint(text)))
    for key in (key for key in shape.texts if key not in original):
        named = own.key(key) if isinstance(own, Keys) else None
        found.append(Finding.warning("translation-unused", (named or own).place, key=key))
    return tuple(found)


def _changed(value: Any, prefix: str, change: _Change) -> Any:
    """Rebuild a dataclass with its texts changed; `prefix` ends in a dot or is empty."""
    new = {
        field.name: _changed_field(value, field.name, getattr(value, field.name), prefix, change)
        for field in fields(value)
    }
    return replace(value, **new)


def _changed_field(owner: Any, name: str, value: Any, prefix: str, change: _Change) -> Any:
    if name in text_fields(owner.__class__):
        if name == "taken_from" and value:
            return change(f"{_other(owner)}title", value)
        if isinstance(value, str):
            return change(f"{prefix}{name}", value) if value else value
        return tuple(
            change(f"{prefix}{name}.{number}", text) for number, text in enumerate(value, 1)
        )
    if isinstance(value, Grounds):
        return _changed(value, prefix, change)
    if isinstance(value, Present):
        return _changed(value, "current.", change)
    if isinstance(value, Validation):
        return _changed(value, f"{name}.", change)
    if _has_ids(value) and not _from_scale(owner, name) and name != "help_lines":
        # Question ids are unique in the whole instrument, so their keys need no section.
        parent = "" if name in ("questions", "unasked") else prefix
        key = "questions" if name == "unasked" else name
        return tuple(
            _changed(item, f"{_other(item)}{parent}{key}.{_own_id(item)}.", change)
            for item in value
        )
    return value  # a scale and help lines have overlays of their own; the rest has no texts


def _has_ids(value: Any) -> bool:
    return isinstance(value, tuple) and all(hasattr(item, "id") for item in value)


def _other(item: Any) -> str:
    """Begin the key of what another instrument says first with that instrument."""
    first = item.same_as.partition("/")[0] if isinstance(item, Question) else ""
    if isinstance(item, Rule | Definition | Score):
        first = item.minimum_of
    return f"{first}{_OF_OTHER}" if first else ""


def _own_id(item: Any) -> str:
    """The id of an item in the file where it stands."""
    own = str(item.id)
    return own.rpartition("/")[2] if isinstance(item, Rule | Definition) else own


def _from_scale(owner: Any, name: str) -> bool:
    return name == "options" and isinstance(owner, Question) and owner.options_from_scale
