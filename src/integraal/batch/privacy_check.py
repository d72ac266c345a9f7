"""Look for what identifies people in the columns of a table, before anything of it is used."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from integraal.model.finding import Place, faulty
from integraal.privacy.identifiers import identifiers, kinds_in

SAMPLE = 2000
"""So many records are looked at."""
MOST_GROUPS = 1000
"""The most different values of a column that still groups cases."""
FEW = 5
"""Records that stand together by all columns they are grouped by: fewer point at a family.

As small counts elsewhere: IMA, CBS.
"""


def check_column(source: Path | str, name: str, sample: Iterable[object]) -> None:
    """Refuse a column of which most values have the shape of something that identifies a person.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    values = [str(value) for value in sample if value]
    found = [value for value in values if identifiers(value)]
    if len(found) * 2 > len(values):
        check_labels(Place(str(source), 1, 1), name, found)


def check_group(source: Path | str, name: str, different: Iterable[object], records: int) -> None:
    """Refuse to copy a column that holds anything of a person, or so much that it is no group.

    Args:
        source: The table.
        name: Of the column.
        different: Values of it, each of them once; one more than MOST_GROUPS is enough.
        records: How many there are in the table.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    place, values = Place(str(source), 1, 1), [str(value) for value in different]
    check_labels(place, name, values)
    if len(values) > MOST_GROUPS:
        raise faulty("too-many-groups", place, column=name, most=MOST_GROUPS)
    if len(values) * 2 > records > FEW:
        raise faulty("groups-too-fine", place, column=name)


def check_few(
    source: Path | str, groups: Sequence[str], records: int, few: int, *, may_be_few: bool
) -> None:
    """Refuse to copy columns that, taken together, leave some records nearly alone.

    Args:
        source: The table.
        groups: The columns.
        records: How many there are in the table.
        few: Of how many fewer than FEW have the same values in all of these columns.
        may_be_few: Whether somebody said that it may be.

    Raises:
        Faulty: saying of how many that is so.
    """
    if few and not may_be_few:
        place, columns = Place(str(source), 1, 1), ", ".join(groups)
        raise faulty("few-in-group", place, columns=columns, few=few, records=records, least=FEW)


def check_labels(place: Place, column: str, labels: Iterable[str]) -> None:
    """Refuse labels of which any has the shape of something that identifies a person.

    Raises:
        Faulty: naming the column and the kinds, never a label.
    """
    from integraal.privacy.guard import kinds_blocked

    shown = list(labels)
    if kinds := kinds_in(shown) or kinds_blocked(shown, date.today()):
        raise faulty("column-identifies", place, column=column, kinds=kinds)
