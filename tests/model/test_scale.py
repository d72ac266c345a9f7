"""A scale counts its levels from the lowest."""

from dataclasses import replace

from integraal.model.instrument import Instrument


def test_levels_are_ranked_from_the_lowest(instrument: Instrument) -> None:
    assert instrument.scale is not None
    ranks = [instrument.scale.rank(level.id) for level in instrument.scale.levels]
    assert ranks == [0, 1, 2, 3, 4]
    assert instrument.scale.rank("coordinatie") == 2


def test_the_levels_carry_every_attention_point_of_the_document(instrument: Instrument) -> None:
    assert instrument.scale is not None
    assert [len(level.attention_points) for level in instrument.scale.levels] == [4, 3, 3, 2, 3]


def test_a_level_says_in_plain_words_what_it_comes_down_to(instrument: Instrument) -> None:
    assert instrument.scale is not None
    assert [level.plain for level in instrument.scale.levels] == [
        ("Segregatie", "ieder apart"),
        ("Connectie", "elkaar op de hoogte houden"),
        ("Coördinatie", "één plan, en iemand houdt het overzicht"),
        ("Coöperatie", "een bestaand team uit meer organisaties"),
        ("Integratie", "een bestaand team in één organisatie"),
    ]


def test_one_without_plain_words_says_how_intensive_it_is(instrument: Instrument) -> None:
    assert instrument.scale is not None
    assert replace(instrument.scale.levels[0], gloss="").plain == (
        "Segregatie (ieder apart)",
        "laag",
    )
