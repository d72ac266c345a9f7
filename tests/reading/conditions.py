"""Conditions as an author writes them, good and bad: one table for the reader and the schema."""

from integraal.model import condition as c
from integraal.model.instrument import Band, Kind, Option, Question, Score, Weights
from integraal.model.source import Grounds, Support


def _question(name: str, kind: Kind, *options: str) -> Question:
    made = tuple(Option(option, option) for option in options)
    return Question(name, name, "?", "?", kind, options=made)


AREAS = ("wonen", "werk", "school")
QUESTIONS = {
    asked.id: asked
    for asked in (
        _question("last", Kind.ONE, "licht", "matig", "zwaar"),
        _question("kinderen", Kind.ONE, "1", "2", "3"),
        _question("gebieden", Kind.SEVERAL, *AREAS),
        _question("weken", Kind.NUMBER),
        _question("woorden", Kind.TEXT),
    )
}
_ITEMS = (Weights("last", (("licht", 0), ("matig", 2), ("zwaar", 4))),)
_BANDS = (Band("weinig", "Weinig", 0, 1), Band("veel", "Veel", 2, 4))
SCORE = Score("som", "Som", _ITEMS, _BANDS, Grounds("Daarom.", Support.CHOICE, ()))
LATER = frozenset({"later"})
"""Questions that come after the one that asks."""

LIGHT, HEAVY = c.OneIn("last", ("licht",)), c.OneIn("last", ("zwaar",))
GOOD: dict[str, c.Trigger] = {
    "last: zwaar": HEAVY,
    "kinderen: 3": c.OneIn("kinderen", ("3",)),
    "last: {in: [licht, zwaar]}": c.OneIn("last", ("licht", "zwaar")),
    "last: {in: [zwaar, licht, zwaar]}": c.OneIn("last", ("licht", "zwaar")),
    "kinderen: {in: [1, 2]}": c.OneIn("kinderen", ("1", "2")),
    "last: {at_least: matig}": c.OneIn("last", ("matig", "zwaar")),
    "last: {at_most: matig}": c.OneIn("last", ("licht", "matig")),
    "last: {known: true}": c.Known("last", True),
    "gebieden: {includes: werk}": c.SomeChosen("gebieden", ("werk",), 1),
    "gebieden: {includes_any: [werk, wonen]}": c.SomeChosen("gebieden", ("wonen", "werk"), 1),
    "gebieden: {at_least_chosen: 3}": c.SomeChosen("gebieden", AREAS, 3),
    "gebieden: {known: false}": c.Known("gebieden", False),
    "weken: {at_least: 2}": c.Between("weken", 2, None),
    "weken: {at_most: -1.5}": c.Between("weken", None, -1.5),
    "not: {last: licht}": c.Not(LIGHT),
    "all: [last: licht]": c.All((LIGHT,)),
    "any: [last: licht]": c.AnyOf((LIGHT,)),
    "all: [{last: licht}, {any: [{not: {last: zwaar}}]}]": c.All((LIGHT, c.AnyOf((c.Not(HEAVY),)))),
    "at_least_of: {count: 1, of: [last: licht]}": c.AtLeastOf(1, (LIGHT,)),
    "som: veel": SCORE.between(2, 4),
    "som: {at_least: veel}": SCORE.between(2, None),
    "som: {at_least: 3}": SCORE.between(3, None),
    "som: {at_most: weinig}": SCORE.between(None, 1),
    "som: {at_most: 0}": SCORE.between(None, 0),
    "otherwise": c.Otherwise(),
    "direction: passend": c.WhenDirection(c.Direction.FITS),
}
"""What each means."""

BAD_FORM: dict[str, str] = {
    "[last: licht]": "not-a-condition",
    "{last: licht, weken: {at_least: 2}}": "one-per-condition",
    "{}": "one-per-condition",
    "not: otherwise": "not-a-condition",
    "not: [last: licht]": "not-a-condition",
    "all: {last: licht}": "not-a-list",
    "all: []": "empty-list",
    "any: [otherwise]": "not-a-condition",
    "at_least_of: [last: licht]": "not-a-mapping",
    "at_least_of: {of: [last: licht]}": "missing-key",
    "at_least_of: {count: 1, of: [last: licht], nog: 1}": "unknown-key",
    "at_least_of: {count: 0, of: [last: licht]}": "count-out-of-range",
    "at_least_of: {count: veel, of: [last: licht]}": "not-a-number",
    "at_least_of: {count: 1.5, of: [last: licht, last: matig]}": "not-a-whole-number",
    "gebieden: {at_least_chosen: 0}": "count-out-of-range",
    "gebieden: {at_least_chosen: 1.5}": "not-a-whole-number",
    "gebieden: {includes: [werk]}": "includes-one",
    "weken: {at_least: 1:30}": "not-a-number",
    "weken: {at_least: [2]}": "not-a-number",
    "weken: {at_least: 2, at_most: 5}": "not-a-test",
    "last: [licht]": "not-a-test",
    "last: {at_leest: matig}": "unknown-test",
    "last: {in: licht}": "not-a-list",
    "last: {in: []}": "empty-list",
    "last: {known: ja}": "not-a-flag",
    "last:": "unknown-option",
    "Last: licht": "unknown-question",
    "direction: omhoog": "unknown-word",
}
"""What an editor sees is wrong too, since it is so whatever the questions are; with its code."""

BAD_NAMES: dict[str, str] = {
    "anders": "not-a-condition",
    "at_least_of: {count: 2, of: [last: licht]}": "count-out-of-range",
    "gebieden: {at_least_chosen: 4}": "count-out-of-range",
    "gebieden: werk": "not-a-test",
    "weken: 2": "not-a-test",
    "weken: {at_least: 012}": "not-a-number",
    "woorden: rust": "text-in-condition",
    "woorden: {known: false}": "text-in-condition",
    "last: {includes: licht}": "unknown-test",
    "last: zwar": "unknown-option",
    "last: {at_least: weet_niet}": "no-answer",
    "lst: zwaar": "unknown-question",
    "later: zwaar": "question-comes-later",
    "all: [direction: passend]": "unknown-question",
}
"""What only somebody who knows the questions can see."""
