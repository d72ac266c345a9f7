"""Hold a YAML tree against a shape; say every misfit with its place and the nearest remedy."""

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import combining, normalize

from integraal.model.finding import Finding, Place
from integraal.reading.mistakes.own_language import in_english
from integraal.reading.yaml_tree import Mapping, Node, find, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from integraal.reading.shapes.base import Shape

    Fitted = TypeVar("Fitted", bound=Shape)

_CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "unknown-word",
    "enum": "unknown-word",
    "string_pattern_mismatch": "bad-form",
    "string_too_short": "empty-text",
    "too_short": "empty-list",
    "string_type": "not-text",
    "list_type": "not-a-list",
    "tuple_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "bool_type": "not-a-flag",
    "date_from_datetime_parsing": "not-a-date",
    "date_parsing": "not-a-date",
    "date_type": "not-a-date",
    "count": "not-a-count",
    "number": "not-a-bound",
}
"""Finding code by the kind of error that pydantic reports."""
_MEANT = {
    "if": ("when",),
    "als": ("when",),
    "si": ("when",),
    "then": ("at_least", "action"),
    "dan": ("at_least", "action"),
    "alors": ("at_least", "action"),
    "level": ("at_least",),
    "niveau": ("at_least",),
    "reason": ("because",),
    "omdat": ("because",),
    "question": ("ask",),
    "vraag": ("ask",),
    "answers": ("options",),
    "antwoorden": ("options",),
    "choices": ("options",),
    "type": ("kind",),
    "show_when": ("ask_when",),
    "when": ("ask_when",),
    "while": ("when",),
    "toelichting": ("hint",),
}
"""Keys that people know from elsewhere, with those that mean it here."""
_NAMES = ("casus",)
"""Keys whose value may be the name of somebody: nothing like it is proposed."""


def fit(shape: "type[Fitted]", tree: Node) -> "tuple[Fitted | None, tuple[Finding, ...]]":
    """Fit a tree into a shape.

    Returns: The shape filled in, or None with what is wrong.
    """
    from pydantic import ValidationError

    try:
        return shape.model_validate(plain(tree)), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(_finding(shape, tree, each) for each in details if _is_own(each))


def _is_own(detail: "ErrorDetails") -> bool:
    """Whether it is a fault by itself: pydantic finds a list too short when one in it is wrong."""
    is_short = detail["type"] == "too_short"
    return not is_short or len(detail["input"]) < detail["ctx"]["min_length"]


def nearest(word: str, known: "Sequence[str]") -> str:
    """Find the known word that looks most like this one; empty when none does.

    >>> nearest("profesionals", ["professionals", "gezin"])
    'professionals'
    """
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")


def as_identifier(word: str) -> str:
    """Make the id that looks most like a word; empty where there is none.

    >>> as_identifier("Coöperatie in de wijk")
    'cooperatie_in_de_wijk'
    >>> as_identifier("mijn.yaml")
    ''
    """
    from integraal.reading.shapes.base import IDENTIFIER

    bare = "".join(each for each in normalize("NFKD", word) if not combining(each))
    made = re.sub(r"[\s/]+", "_", bare.strip().lower())
    return made if made != word and re.fullmatch(IDENTIFIER, made) else ""


def strange(
    code: str, place: Place, word: str, known: "Sequence[str]", /, **details: Any
) -> Finding:
    """The finding that a word is none of those that may stand somewhere."""
    listed = ", ".join(known)
    return Finding.at(code, place, suggestion=nearest(word, known), **details, expected=listed)


def _finding(shape: "type[Shape]", tree: Node, detail: "ErrorDetails") -> Finding:
    path = tuple(detail["loc"])
    code = _CODES.get(detail["type"], "wrong-shape")
    if code == "empty-list" and detail["input"]:
        code = "list-too-short"
    parent = find(tree, path[:-1])
    here = find(tree, path)
    name = str(path[-1]) if path else ""
    listed = next((step for step in reversed(path) if isinstance(step, str)), "")
    word = _shown(detail["input"])
    limits = detail.get("ctx", {})
    details: dict[str, Any] = {"key": listed}
    suggestion, place = "", here.place
    match code:
        case "missing-key":
            place, details["way"] = parent.place, name
        case "unknown-key":
            place = _key_place(parent, name) or place
            known = _keys(shape, path[:-1])
            suggestion = _meant(name, known)
            details |= {"known": ", ".join(known), "way": "known"}
        case "unknown-word":
            expected = limits["expected"].replace("'", "").replace(" or ", ", ")
            details |= {"word": word, "expected": expected}
            suggestion = nearest(word, expected.split(", "))
        case "list-too-short":
            details["least"] = limits["min_length"]
        case "not-a-count":
            details |= {"word": word, "least": limits["least"], "most": limits["most"]}
        case "bad-form" | "not-a-bound" | "not-a-date" | "not-a-flag" | "wrong-shape":
            details |= {"word": word, **_of_file(word)}
            suggestion = "" if code != "bad-form" or name in _NAMES else as_identifier(word)
        case _:  # the key says it all, or that of the list it stands in
            details["way"] = listed
    return Finding.at(code, place, suggestion=suggestion, **details)


def _meant(name: str, known: "Sequence[str]") -> str:
    """Find the key that was meant by one from elsewhere, or by a misspelling."""
    elsewhere = (key for key in (*_MEANT.get(name, ()), *in_english(name)) if key in known)
    return next(elsewhere, nearest(name, known))


def _of_file(word: str) -> dict[str, str]:
    """Which remedy there is for the name of a file where an id is meant."""
    return {"way": "file"} if word.endswith((".yaml", ".yml")) else {}


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else "…"


def _key_place(parent: Node, name: str) -> Place | None:
    key = parent.key(name) if isinstance(parent, Mapping) else None
    return key.place if key else None


def _keys(shape: "type[Shape]", path: tuple[str | int, ...]) -> list[str]:
    """List the keys that the shape at this path knows."""
    current: Any = shape
    in_dict = False
    for step in path:
        if isinstance(step, int) or in_dict:
            in_dict = False  # an index, or a key of the author's own
            continue
        field = next((f for n, f in current.model_fields.items() if step in (n, f.alias)), None)
        current, in_dict = _shape_in(field.annotation) if field else (None, False)
        if current is None:
            return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _shape_in(annotation: Any) -> tuple[Any, bool]:
    """Find the shape inside `list[Shape]`, `dict[str, Shape]`, `Shape | None` and the like.

    Returns: The shape, or None; and whether it stands under keys of the author's own.
    """
    if hasattr(annotation, "model_fields"):
        return annotation, False
    for part in getattr(annotation, "__args__", ()):
        found, in_dict = _shape_in(part)
        if found is not None:
            return found, in_dict or getattr(annotation, "__origin__", None) is dict
    return None, False
