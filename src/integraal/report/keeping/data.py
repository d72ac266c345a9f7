"""What is kept, as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from integraal.model.keeping.kept import Found, Kept
from integraal.report.data.plain import fields, plain


def kept_data(found: Found, going: Sequence[Kept] | None = None) -> dict[str, Any]:
    """What there is, in the schema `integraal/bewaar/1`; every key is always there.

    Args:
        found: What was found.
        going: What would be taken away; None where nobody asked for that.
    """
    return {
        "schema": "integraal/bewaar/1",
        "day": plain(found.day),
        "files": [_kept(one, going) for one in found.kept],
        **_besides(found),
    }


def over_data(case: str, found: Found, contents: Mapping[str, Any]) -> dict[str, Any]:
    """All that there is about one case, in the schema `integraal/over/1`.

    Args:
        case: The pseudonym.
        found: The files about it.
        contents: Of files that hold text or rows of the case itself, what stands there.
    """
    days = [one.keep_until for one in found.kept if one.keep_until]
    return {
        "schema": "integraal/over/1",
        "casus": case,
        "day": plain(found.day),
        "keep_until": plain(min(days, default=None)),
        "files": [{**_kept(one, None), "contents": contents.get(one.path)} for one in found.kept],
        **_besides(found),
    }


def _kept(one: Kept, going: Sequence[Kept] | None) -> dict[str, Any]:
    return {
        "file": one.path,
        **fields(one, "sort", "state", "keep_until"),
        "casus": list(one.cases),
        "cases": one.count,
        "ours": one.is_ours,
        "complete": one.sure,
        "to_remove": None if going is None else one in going,
    }


def _besides(found: Found) -> dict[str, Any]:
    return {
        "others": found.others,
        "unread": [{"file": one.place.file, "code": one.code} for one in found.unread],
        "links": list(found.links),
    }
