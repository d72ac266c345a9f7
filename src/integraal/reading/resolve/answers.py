"""Read what may answer a question: its options, or the numbers that fit."""

from integraal.model import instrument as m
from integraal.model.scale import Scale
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.shapes.question import RESERVED_OPTIONS, NumbersShape, QuestionShape


def options(
    shape: QuestionShape, path: Path, checks: Checks, scale: Scale | None, scale_id: str | None
) -> tuple[m.Option, ...]:
    """The options of a question.

    Args:
        shape: Of the question.
        path: Where it stands.
        checks: Takes the findings.
        scale: The scale of the instrument, if it has one that could be read.
        scale_id: The scale that the instrument names.
    """
    if shape.options_from_scale and scale_id is not None:
        if scale is None:
            return ()  # the scale itself is said to be missing
        return tuple(m.Option(level.id, level.name, level.what, level.id) for level in scale.levels)
    choosing = shape.kind in ("one", "several")
    if choosing is not (len(shape.options) >= 1):
        code = "options-missing" if choosing else "options-unused"
        checks.found(code, path, question=shape.id, kind=shape.kind)
    checks.unique([option.id for option in shape.options], (*path, "options"))
    levels = tuple(level.id for level in scale.levels) if scale else ()
    for index, option in enumerate(shape.options):
        where = (*path, "options", index)
        checks.free(option.id, RESERVED_OPTIONS, (*where, "id"))
        # Of a scale that could not be read nothing more is said.
        if option.level is not None and (scale or scale_id is None):
            checks.known("level", option.level, levels, (*where, "level"))
    return tuple(
        m.Option(o.id, o.label, o.hint, o.level or "", o.compulsory) for o in shape.options
    )


def numbers(shape: QuestionShape, path: Path, checks: Checks) -> m.Numbers:
    """The numbers that answer a question; any number where that is not clear."""
    said = [key for key in NumbersShape.model_fields if key in shape.model_fields_set]
    if shape.kind != m.Kind.NUMBER.value:
        for key in said:
            checks.found("numbers-only", (*path, key), question=shape.id, key=key)
        return m.ANY_NUMBER
    fractions = [
        key
        for key, bound in (("min", shape.min), ("max", shape.max))
        if shape.whole and bound is not None and bound % 1
    ]
    for key in fractions:
        checks.found("bound-not-whole", (*path, key), owner=key, question=shape.id)
    is_crossed = shape.min is not None and shape.max is not None and shape.min > shape.max
    if is_crossed:
        bounds = {"least": str(shape.min), "most": str(shape.max)}
        checks.found("bounds-crossed", (*path, "max"), question=shape.id, **bounds)
    if fractions or is_crossed:
        return m.ANY_NUMBER
    return m.Numbers(shape.whole, shape.min, shape.max)
