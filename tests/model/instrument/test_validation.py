"""What an instrument says of itself, and where that of its scale stands in."""

from dataclasses import replace

import pytest

from integraal.model.instrument import Instrument, Validation
from integraal.model.source import Citation
from integraal.reading.library import Library


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return Library().instrument("voor-wie-doen-we-wat")


def test_what_nobody_studied_is_not_studied_by_somebody() -> None:
    assert not Validation().is_studied
    assert Validation("Een verzonnen groep", Citation("001")).is_studied


def test_its_own_words_go_before_those_of_its_scale(instrument: Instrument) -> None:
    scale = instrument.scale
    assert scale is not None
    assert (instrument.disclaimer_here, instrument.family_title_here) == (
        scale.disclaimer,
        scale.family_title,
    )
    own = replace(instrument, disclaimer="Eigen.", family_title="Van ons.")
    assert (own.disclaimer_here, own.family_title_here) == ("Eigen.", "Van ons.")
    alone = replace(instrument, scale=None)
    assert (alone.disclaimer_here, alone.family_title_here) == ("", "")


def test_an_instrument_speaks_to_children_where_an_action_or_a_route_does(
    instrument: Instrument,
) -> None:
    assert instrument.speaks_to_children
    first, *others = (replace(one, for_child="") for one in instrument.actions)
    silent = replace(instrument, actions=(first, *others))
    silent = replace(silent, outcomes=tuple(replace(o, for_child="") for o in silent.outcomes))
    assert not silent.speaks_to_children
    assert replace(silent, actions=(replace(first, for_child="Bel."),)).speaks_to_children


def test_an_instrument_speaks_to_families_where_any_text_does(instrument: Instrument) -> None:
    assert instrument.speaks_to_families
    assert not Library().instrument("meldcode").speaks_to_families
