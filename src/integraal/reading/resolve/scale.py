"""Turn the shape of a scale file into a Scale, with every id checked."""

from integraal.model.finding import Finding
from integraal.model.scale import AttentionPoint, Form, Level, Scale
from integraal.reading.resolve.checks import Checks, citation_of
from integraal.reading.shapes.scale import LevelShape, ScaleShape
from integraal.reading.yaml_tree import Node


def resolve_scale(shape: ScaleShape, tree: Node) -> tuple[Scale, tuple[Finding, ...]]:
    """Turn the shape of a scale file into a Scale; ids must be unique."""
    checks = Checks(tree)
    for rank, level in enumerate(shape.levels):
        checks.unique([form.id for form in level.forms], ("levels", rank, "forms"))
        points = [point.id for point in level.attention_points]
        checks.unique(points, ("levels", rank, "attention_points"))
    checks.unique([level.id for level in shape.levels], ("levels",))
    levels = tuple(_level(level) for level in shape.levels)
    scale = Scale(
        shape.id,
        shape.version,
        shape.title,
        citation_of(shape.source),
        levels,
        disclaimer=shape.disclaimer,
        family_title=shape.family_title,
        language=shape.language,
        written_in=shape.language,
    )
    return scale, tuple(checks.findings)


def _level(shape: LevelShape) -> Level:
    forms = tuple(Form(**dict(form)) for form in shape.forms)
    points = tuple(AttentionPoint(**dict(point)) for point in shape.attention_points)
    return Level(**{**dict(shape), "forms": forms, "attention_points": points})
