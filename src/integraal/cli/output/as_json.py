"""Data as JSON that is safe to show on a terminal."""

import json
import re
from typing import Any

_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What JSON allows in a text as it is, and a terminal obeys or hides."""


def as_json(data: Any, indent: int | None = None) -> str:
    r"""Write data as JSON, in which what a terminal would obey means the same and is only shown.

    >>> as_json({"naam": "\x9b31m \u202e"})
    '{"naam": "\\u009b31m \\u202e"}\n'
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"
