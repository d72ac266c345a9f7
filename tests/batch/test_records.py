"""Which names of cases are looked at closely."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.batch.records import SUSPECT_NAME
from integraal.privacy.identifiers import identifiers
from tests.counts import times

_SIGNS = st.sampled_from([".", "_", "-", "--", "-_", ""])
_PARTS = st.one_of(
    st.integers(0, 2039).map(str),
    st.integers(0, 99).map("{:02}".format),
    st.text("0123456789", min_size=1, max_size=11),
    st.sampled_from(["jan", "september", "Okt", "decembre", "T", "team"]),
)


@settings(max_examples=times(500), deadline=None)
@given(st.lists(st.tuples(_PARTS, _SIGNS), min_size=1, max_size=6))
def test_every_name_that_identifies_somebody_is_looked_at(parts: list[tuple[str, str]]) -> None:
    name = "".join(part + sign for part, sign in parts)
    if identifiers(name):
        assert re.search(SUSPECT_NAME, name)


def test_a_plain_name_is_not_looked_at() -> None:
    assert not any(re.search(SUSPECT_NAME, name) for name in ("C-104", "T-2026-7", "K-1234567"))
