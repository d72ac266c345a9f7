"""Read the file of help lines: whom to call."""

from pathlib import Path

from integraal.model.finding import Faulty
from integraal.model.services.help_line import Caller, HelpLine, HelpLines
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.help_lines import HelpLineShape, HelpLinesShape
from integraal.reading.trees import read_shape


def read_help_lines(path: Path) -> HelpLines:
    """Read a file of help lines, in the language of its author.

    Raises:
        Faulty: with every fault in it.
    """
    shape, tree = read_shape(HelpLinesShape, path)
    checks = Checks(tree)
    checks.unique([line.id for line in shape.lines], ("lines",))
    if checks.findings:
        raise Faulty(checks.findings)
    return HelpLines(shape.id, tuple(map(_line, shape.lines)), shape.language)


def _line(shape: HelpLineShape) -> HelpLine:
    return HelpLine(
        id=shape.id,
        name=shape.name,
        number=shape.number,
        also=shape.also,
        countries=shape.country,
        community=shape.community,
        for_whom=shape.for_whom,
        callers=tuple(map(Caller, shape.caller)),
        reachable_from=shape.reachable_from,
        languages=shape.languages,
        hours=shape.hours,
        cost=shape.cost,
        source=shape.source,
        site=shape.site,
        checked=shape.checked,
    )
