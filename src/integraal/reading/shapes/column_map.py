"""The shape of the file that says what the columns of somebody's list are."""

from typing import Literal

from pydantic import Field

from integraal.reading.shapes.base import Shape, Text

Column = Literal[
    "organisation", "sector", "name", "about", "for", "audience", "languages", "access", "cost",
    "wait_weeks", "wait_asked", "places", "contact", "key_point", "checked", "id",
    "organisation_id",
]  # fmt: skip
"""The same as `COLUMNS` in `model/services/row`."""


class ColumnMapShape(Shape):
    """What the columns of a list are, and what texts in them stand for."""

    schema_: Literal["integraal/kolommen/1"] = Field(alias="schema")
    columns: dict[Column, Text] = {}
    """What stands above the column that is this."""
    left_out: list[Text] = []
    """Headings of columns that say nothing of services here."""
    values: dict[Column, dict[str, str | None]] = {}
    """By column, what a text stands for there: an id, or nothing as long as nobody said."""
