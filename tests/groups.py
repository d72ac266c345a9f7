"""Keep the tests of a module with `xdist_group` in one process.

xdist 3.8 tells groups apart by names that pytest 9.2 no longer lets it change, and says nothing of
it (pytest-dev/pytest-xdist, issue 1386). Here the group is read in the module itself.
"""

import re
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadGroupScheduling

_MARK = re.compile(r'^pytestmark = pytest\.mark\.xdist_group\("(\w+)"\)$', re.MULTILINE)


class ByGroup(LoadGroupScheduling):  # type: ignore[misc]  # xdist has no types
    """Tests go wherever there is room, those of one group all to one place.

    Handing out each case apart takes the more time the more there are of them.
    """

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)


def scope_of(nodeid: str) -> str:
    """What goes to one place together: a group, or else the cases of one test.

    >>> scope_of("tests/words/test_words.py::test_it[nl]")
    'tests/words/test_words.py::test_it'
    """
    return group_of(nodeid.partition("::")[0]) or nodeid.partition("[")[0]


@cache
def group_of(module: str) -> str | None:
    """Give the group of a module, named from the root of the project; None where it has none."""
    path = Path(__file__).parent.parent / module
    found = _MARK.search(path.read_text("utf-8")) if path.is_file() else None
    return found[1] if found else None
