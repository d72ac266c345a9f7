"""The shape of what is said of the numbers that answer a question."""

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from integraal.reading.numbers import number_in
from integraal.reading.shapes.base import Flag, Shape


def _number(value: Any) -> Any:
    number = number_in(value) if isinstance(value, str) else None
    if number is None:
        raise PydanticCustomError("number", "no number")
    return number


Number: TypeAlias = Annotated[int | float, BeforeValidator(_number, json_schema_input_type=float)]


class NumbersShape(Shape):
    """What only a question of kind `number` has."""

    whole: Flag = False
    """Of a number: only whole numbers answer it."""
    min: Number | None = None
    """Of a number: the lowest that is an answer."""
    max: Number | None = None
    """Of a number: the highest that is an answer."""
    unit: str = ""
    """Of a number: what is counted, as it stands behind the number."""
