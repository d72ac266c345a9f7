"""Look for what identifies people in the columns of a table, before anything of it is used."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from integraal.model.case import is_code
from integraal.model.finding import Finding, Place, faulty
from integraal.model.sheet import CASE
from integraal.privacy.identifiers import identifiers, kinds_in

SAMPLE = 2000
"""So many records are looked at."""
MOST_GROUPS = 1000
"""The most different values of a column that still groups cases."""
TEXTS = 500
"""So many texts of a column are looked at for what could identify somebody."""
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


def doubts(
    source: Path | str,
    columns: Mapping[str, Iterable[object]],
    texts: Iterable[str],
    groups: Mapping[str, Iterable[object]],
) -> tuple[Finding, ...]:
    """Tell in which columns somebody could perhaps be recognised; that stops nobody.

    Args:
        source: The table.
        columns: Values of the first records, by column.
        texts: The columns that hold free texts.
        groups: The values of what is grouped by, each once, by column.

    Returns: Warnings, each with a column and what was found, and never a value.
    """
    found = {
        CASE: _kinds_of_cases(_said(columns[CASE])),
        **{name: _kinds_of_texts(_said(columns[name])[:TEXTS]) for name in texts},
        **{name: kinds_of_groups(_said(labels)) for name, labels in groups.items()},
    }
    place = Place(str(source), 1, 1)
    return tuple(
        Finding.warning("column-may-identify", place, column=name, kinds=kinds)
        for name, kinds in found.items()
        if kinds
    )


def kinds_of_groups(labels: Iterable[str]) -> str:
    """Name what of somebody's name stands in names of groups; a town is what one groups by."""
    shown = [label for label in labels if not label.isdecimal()]
    if not shown:
        return ""
    from integraal.privacy.case_names import kinds_of_names
    from integraal.privacy.guard import Sign, kinds_doubtful

    kinds = f"{kinds_of_names(shown)}, {kinds_doubtful(shown, date.today())}".split(", ")
    names = (Sign.NAME.value, Sign.INITIALS.value)
    return ", ".join(name for name in names if name in kinds)


def _kinds_of_cases(names: Iterable[str]) -> str:
    in_words = [name for name in names if not is_code(name)]
    if not in_words:
        return ""
    from integraal.privacy.case_names import kinds_of_names

    return kinds_of_names(in_words)


def _kinds_of_texts(texts: Sequence[str]) -> str:
    if not texts:
        return ""
    from integraal.privacy.guard import kinds_blocked, kinds_doubtful

    today = date.today()
    kinds = (kinds_blocked(texts, today), kinds_doubtful(texts, today))
    return ", ".join(filter(None, kinds))


def _said(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values if value]
