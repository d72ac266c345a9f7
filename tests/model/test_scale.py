"""A scale counts its levels from the lowest."""

from integraal.model.instrument import Instrument


def test_levels_are_ranked_from_the_lowest(instrument: Instrument) -> None:
    assert instrument.scale is not None
    ranks = [instrument.scale.rank(level.id) for level in instrument.scale.levels]
    assert ranks == [0, 1, 2, 3, 4]
    assert instrument.scale.rank("coordinatie") == 2


def test_the_levels_carry_every_attention_point_of_the_document(instrument: Instrument) -> None:
    assert instrument.scale is not None
    assert [len(level.attention_points) for level in instrument.scale.levels] == [4, 3, 3, 2, 3]
