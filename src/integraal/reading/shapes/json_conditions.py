"""What JSON Schema says of conditions and answers: the parts that `conditions` and `casefile` read.

Those readers know the questions; a schema does not. So it knows the forms, and not the names.
"""

from typing import Any

from integraal.model.condition import Direction
from integraal.reading.shapes.base import IDENTIFIER

_Json = dict[str, Any]


def _ref(name: str) -> _Json:
    return {"$ref": f"#/definitions/{name}"}


def _object(properties: _Json, **more: Any) -> _Json:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _some(item: _Json) -> _Json:
    return {"type": "array", "items": item, "minItems": 1}


def _if_object(then: _Json, otherwise: _Json) -> _Json:
    """Choose by kind, so that an editor knows which of the two was meant."""
    return {"if": {"type": "object"}, "then": then, "else": otherwise}


# What looks like a number to an editor may be the id of an option.
_OPTION: _Json = {"type": ["string", "integer"], "pattern": IDENTIFIER}
_NUMBER: _Json = {"type": "number"}
_COUNT: _Json = {"type": "integer", "minimum": 1}
_NAME: _Json = {**_OPTION, "not": {"const": "otherwise"}}
_SCALAR: _Json = {"type": ["string", "number"]}

HANDWRITTEN: dict[str, _Json] = {
    "Condition": {
        "description": "A question with what its answer must be; all, any, not, at_least_of; or "
        "the name of a definition. In a definition also an outcome.",
        **_if_object(
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "properties": {
                    "all": _ref("Conditions"),
                    "any": _ref("Conditions"),
                    "not": _ref("Condition"),
                    "at_least_of": _object(
                        {"count": _COUNT, "of": _ref("Conditions")}, required=["count", "of"]
                    ),
                },
                "propertyNames": {"pattern": IDENTIFIER},
                "additionalProperties": _ref("Test"),
            },
            _NAME,
        ),
    },
    "Conditions": _some(_ref("Condition")),
    "OptionalCondition": {"anyOf": [_ref("Condition"), {"type": "null"}]},
    "Test": {
        "description": "The option itself, or one test.",
        **_if_object(
            _object(
                {
                    "in": _some(_OPTION),
                    "at_least": {"anyOf": [_OPTION, _NUMBER]},
                    "at_most": {"anyOf": [_OPTION, _NUMBER]},
                    "includes": _OPTION,
                    "includes_any": _some(_OPTION),
                    "at_least_chosen": _COUNT,
                    "known": {"type": "boolean"},
                },
                minProperties=1,
                maxProperties=1,
            ),
            _OPTION,
        ),
    },
    "Trigger": {
        "description": "A condition; `otherwise`: no other rule with this effect holds; or how the "
        "present relates to the advice.",
        **_if_object(
            {
                "allOf": [
                    _ref("Condition"),
                    {"properties": {"direction": {"enum": [each.value for each in Direction]}}},
                ]
            },
            {"anyOf": [{"const": "otherwise"}, _NAME]},
        ),
    },
    "Answers": {
        "description": "Answers by the id of the question. Left empty: not answered.",
        "type": ["object", "null"],
        "propertyNames": {"pattern": IDENTIFIER},
        "additionalProperties": _ref("Answer"),
    },
    "Answer": {
        "description": "An option, several in a list, a number or a text; `weet_niet` for what is "
        "not known, `geen_van_deze` or an empty list for none.",
        "anyOf": [_SCALAR, {"type": "null"}, {"type": "array", "items": _SCALAR}],
    },
}
"""Definitions by name; a shape names one with `written_by_hand`."""
