"""What is remembered of a file of services is the network and what was said of it."""

from dataclasses import FrozenInstanceError, fields

import pytest

from integraal.model.finding import Finding
from integraal.model.services.network import Network
from integraal.model.services.remembered import Remembered

NOTE = Finding.warning("service-stale", "n.yaml", service="A", day="2026-01-01")
NETWORK = Network("n", "N", ())


def test_nothing_else_is_remembered() -> None:
    """Whatever is added here must be in the key too, or be found anew."""
    assert [each.name for each in fields(Remembered)] == ["network", "notes", "is_region"]


def test_a_region_is_another_than_a_network_with_the_same_in_it() -> None:
    assert Remembered(NETWORK, (NOTE,)) == Remembered(NETWORK, (NOTE,), is_region=False)
    assert Remembered(NETWORK, (NOTE,)) != Remembered(NETWORK, (NOTE,), is_region=True)
    assert Remembered(NETWORK, (NOTE,)) != Remembered(NETWORK, ())


def test_it_cannot_change_while_somebody_reads_it() -> None:
    with pytest.raises(FrozenInstanceError):
        Remembered(NETWORK, ()).is_region = True  # type: ignore[misc]
