"""What becomes of records."""

import pytest

from integraal.batch.columns import Counted
from integraal.model.finding import Faulty


def test_counts_that_do_not_add_up_are_never_kept_back() -> None:
    with pytest.raises(Faulty):
        Counted(3, 1, 1, "utf-8", (), ()).check("in.csv")
