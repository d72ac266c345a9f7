"""The shapes of our files as JSON Schema, for editors: completion, hints and errors.

An editor guesses what is a number or a date; our reader takes every plain word as text. So where
text is wanted, a number will do. Draft 7 is the one that editors of YAML know best.
"""

import ast
import inspect
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from integraal.reading.shapes.base import BY_HAND, IDENTIFIER
from integraal.reading.shapes.case import CaseShape
from integraal.reading.shapes.example import ExamplesShape
from integraal.reading.shapes.help_lines import HelpLinesShape
from integraal.reading.shapes.instrument import InstrumentShape
from integraal.reading.shapes.json_conditions import HANDWRITTEN
from integraal.reading.shapes.meetings.holidays import SchoolCalendarsShape
from integraal.reading.shapes.panel.criteria import CriteriaShape
from integraal.reading.shapes.panel.ruled_out import RuledOutFileShape
from integraal.reading.shapes.panel.stories import StoriesShape
from integraal.reading.shapes.panel.study import StudyShape
from integraal.reading.shapes.region import NetworkShape, RegionShape
from integraal.reading.shapes.scale import ScaleShape
from integraal.reading.shapes.sources import SourcesShape
from integraal.reading.shapes.thresholds import ThresholdsFileShape
from integraal.reading.shapes.translation import TranslationShape

SHAPES: dict[str, type[BaseModel]] = {
    "instrument": InstrumentShape,
    "scale": ScaleShape,
    "sources": SourcesShape,
    "translation": TranslationShape,
    "casus": CaseShape,
    "region": RegionShape,
    "netwerk": NetworkShape,
    "test": ExamplesShape,
    "drempels": ThresholdsFileShape,
    "hulplijnen": HelpLinesShape,
    "schoolvakanties": SchoolCalendarsShape,
    "panel": StudyShape,
    "samen": RuledOutFileShape,
    "panel-criteria": CriteriaShape,
    "verhalen": StoriesShape,
}
"""Every kind of file, by the word that stands in its `schema:`."""
_HERE = "#/definitions/"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schema(kind: str) -> dict[str, Any]:
    """Make the schema of one kind of file.

    Args:
        kind: One of SHAPES.

    >>> json_schema("casus")["properties"]["schema"]["const"]
    'integraal/casus/1'
    """
    raw = SHAPES[kind].model_json_schema(
        schema_generator=_Generator, ref_template=f"{_HERE}{{model}}"
    )
    text = re.sub(r"\b([A-Z]\w+)Shape\b", r"\1", json.dumps(raw).replace(BY_HAND, _HERE))
    made: dict[str, Any] = json.loads(text)
    definitions: dict[str, Any] = made.pop("$defs", {})
    for name in _named_by_hand([made, definitions]):
        definitions[name] = HANDWRITTEN[name]
    return {
        "$schema": _DRAFT,
        "title": f"integraal/{kind}/1",
        **made,
        "definitions": dict(sorted(definitions.items())),
    }


def schema_text(kind: str) -> str:
    """Write the schema of one kind of file as a file of its own."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def _named_by_hand(part: Any) -> list[str]:
    """Find the definitions written by hand that a schema leads to, directly or through others."""
    found: list[str] = []
    looked_at = [part]
    while looked_at:
        for name in _references(looked_at.pop()):
            if name in HANDWRITTEN and name not in found:
                found.append(name)
                looked_at.append(HANDWRITTEN[name])
    return found


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(target := part.get("$ref"), str):
            yield target.rpartition("/")[2]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _references(inner)


def _described(shape: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The keys of a shape with the words that stand under them in its source."""
    for owner in reversed(shape.mro()):
        if not (issubclass(owner, BaseModel) and owner.model_fields):
            continue
        body = ast.parse(dedent(inspect.getsource(owner))).body[0]
        assert isinstance(body, ast.ClassDef)  # noqa: S101 - the source of a class is a class
        for field, below in pairwise(body.body):
            if isinstance(field, ast.AnnAssign) and (words := _text(below)):
                name = ast.unparse(field.target)
                yield owner.model_fields[name].alias or name, words


def _text(node: ast.stmt) -> str:
    """The text that a statement consists of; empty when it is something else."""
    match node:
        case ast.Expr(value=ast.Constant(value=str(words))):
            return words
        case _:
            return ""


class _Generator(GenerateJsonSchema):
    def str_schema(self, schema: Any) -> dict[str, Any]:
        """Take a number for a text, since an editor may see one."""
        made = super().str_schema(schema)
        is_id = made.get("pattern") == IDENTIFIER
        if schema.get("strip_whitespace"):
            made["pattern"] = r"\S"
        return {**made, "type": ["string", "integer" if is_id else "number"]}

    def date_schema(self, schema: Any) -> dict[str, Any]:
        """Ask for a whole date also of whoever does not check formats."""
        return {**super().date_schema(schema), "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

    def default_schema(self, schema: Any) -> dict[str, Any]:
        """Leave defaults out: editors would type them in."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's
        """Leave titles out: they only repeat the key."""
        return False

    def model_schema(self, schema: Any) -> dict[str, Any]:
        """Describe every key with the words that stand under it in its shape."""
        made = super().model_schema(schema)
        made.pop("title", None)
        for key, text in _described(schema["cls"]):
            made["properties"][key]["description"] = text
        return made
