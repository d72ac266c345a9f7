"""Whose part something is, in a few words."""

from integraal.reading.library import Library
from integraal.report.parts.role_card import who_text
from integraal.words.words import Words


def test_it_names_all_whose_part_it_is_and_nobody_where_it_is_everybodys() -> None:
    instrument = Library().instrument("procesregie")
    words = Words("nl")
    shared = instrument.outcome("na-het-overleg")
    told = who_text(shared, instrument, words)
    assert told == "Wie: de behandelaar of begeleider en de professional van het lokale team"
    assert who_text(instrument.action("loop-de-voorwaarden-langs"), instrument, words) == ""
