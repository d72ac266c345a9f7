"""Words of conditions that people know from elsewhere, and the words that mean it here."""

import re

from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.instrument import Kind, Question
from integraal.reading.yaml_tree import Mapping, Node, Scalar, word

_COMBINING = {
    "all": ("and", "en", "et", "both", "alle", "allemaal", "every", "all_of", "tous"),
    "any": ("or", "of", "ou", "either", "any_of", "one_of", "some", "een_van"),
    "not": ("no", "none", "niet", "geen", "non", "none_of", "neither", "unless", "tenzij"),
}
_ONE = ("in", "equals", "equal", "is", "eq", "=", "==", "one_of", "any_of", "includes", "is_in")
_MORE = ("more_than", "min", "minimum", "from", "gte", "ge", "gt", ">=", ">", "minstens")
_LESS = ("less_than", "max", "maximum", "until", "lte", "le", "lt", "<=", "<", "hoogstens")
_TESTS: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.ONE: {"in": (*_ONE, "includes_any"), "at_least": _MORE, "at_most": _LESS},
    Kind.SEVERAL: {
        "includes": ("equals", "equal", "is", "contains", "has", "include", "="),
        "includes_any": ("in", "any", "any_of", "one_of", "includes_one"),
        "at_least_chosen": ("at_least", "count", *_MORE),
    },
    Kind.NUMBER: {"at_least": _MORE, "at_most": _LESS},
}
"""By the kind of question each test, with what people may write for it."""
SAID_OF_NO_ANSWER = (DONT_KNOW.value, NONE_OF_THESE)
"""Options that every question has, and of which no rule can hang on the name."""


def combining(name: str) -> str:
    """Find the word that joins conditions as this one does elsewhere; empty where none does.

    >>> combining("AND"), combining("niet"), combining("gezinsleden")
    ('all', 'not', '')
    """
    plain = name.casefold()
    return next((word for word, others in _COMBINING.items() if plain in others), "")


def meant_test(kind: Kind, name: str) -> str:
    """Find the test of a kind of question that this word means elsewhere; empty for none.

    >>> meant_test(Kind.SEVERAL, "in"), meant_test(Kind.NUMBER, ">="), meant_test(Kind.ONE, "rood")
    ('includes_any', 'at_least', '')
    """
    known = _TESTS.get(kind, {})
    return next((test for test, others in known.items() if name in others), "")


def way_of_test(name: str) -> dict[str, str]:
    """Say how to turn a test round, where a word asks for that."""
    return {"way": "negated"} if name.startswith(("not", "is_not", "!", "niet")) else {}


def way_to_test(question: Question, value: Node) -> dict[str, str]:
    """Say how a question can be tested for what somebody wrote: words for a remedy."""
    if isinstance(value, Scalar) and word(value) == DONT_KNOW.value:
        return {"way": "unknown"}
    several = isinstance(value, Mapping) and len(value.entries) > 1
    if several:
        return {"way": ""}
    shown = word(value)
    if question.kind is Kind.NUMBER:
        digits = re.search(r"[0-9]+([.][0-9]+)?", shown)
        shown = digits[0] if digits else ""
    return {"way": question.kind.value, "word": shown or "…"}
