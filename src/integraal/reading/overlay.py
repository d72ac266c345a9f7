"""Put an instrument or a scale into another language, text by text.

Every text has a key that says where it stands, such as `questions.wonen.ask`. An overlay gives
the translation under that key, with a fingerprint of the Dutch text it was made from: when the
Dutch changes, the translation shows itself to be stale.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from integraal.model.condition import Condition
from integraal.model.finding import Finding, Place, Severity
from integraal.model.instrument import Instrument
from integraal.model.scale import Scale
from integraal.reading.shapes import TranslationShape
from integraal.reading.yaml_tree import Mapping as Tree
from integraal.reading.yaml_tree import Node, find

# Which fields of the model hold text for readers, and which hold more of such values.
_TEXTS = frozenset(
    {"title", "about", "name", "ask", "why", "label", "hint", "text", "for_family", "because",
     "intensity", "what", "note"}
)
_LISTS = frozenset({"prompts", "examples"})
_INSIDE = frozenset({"grounds", "scale"})
_NAMED = {
    "sections": "sections",
    "questions": "questions",
    "options": "options",
    "rules": "rules",
    "actions": "actions",
    "outcomes": "outcomes",
    "levels": "levels",
    "forms": "forms",
    "attention_points": "attention_points",
}
T = TypeVar("T", Instrument, Scale)


def fingerprint(text: str) -> str:
    """Make a short fingerprint of a text; spacing does not count.

    >>> fingerprint("Wonen"), fingerprint(" Wonen ") == fingerprint("Wonen")
    ('8fd1e2cc', True)
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]
