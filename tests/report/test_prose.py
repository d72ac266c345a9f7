"""Running text, and one page in several languages."""

from dataclasses import replace

from integraal.report.blocks import Alarm, Callout, Document, Heading, Paragraph, SideBySide
from integraal.report.prose import in_turn
from integraal.report.text import inline

NL = Document("Advies", "nl", (Heading(1, "Advies"),), "advies, geen besluit")
FR = replace(NL, title="Avis", language="fr", blocks=(Heading(1, "Avis"),), footer="un avis")


def danger(text: str) -> Alarm:
    """Say that somebody may be in danger."""
    return Alarm(Callout(text, (Paragraph(inline("112")),)), inline(text), inline(text))


def test_a_page_in_one_language_stays_as_it_is() -> None:
    assert in_turn([NL]) is NL


def test_pages_in_several_languages_follow_each_other_in_one_document() -> None:
    both = in_turn([NL, FR])
    assert both.blocks == (SideBySide((NL.blocks, FR.blocks), is_paged=True),)
    assert (both.title, both.languages) == ("Advies / Avis", ("nl", "fr"))
    assert both.footer == "advies, geen besluit / un avis"


def test_danger_stands_first_in_each_language() -> None:
    both = in_turn([replace(NL, alarm=danger("Bel")), replace(FR, alarm=danger("Appelez"))])
    first, [mine, theirs] = both.whole[0], both.whole[1].columns  # type: ignore[union-attr]
    assert first == danger("Bel").callout
    assert (mine, theirs[0]) == (NL.blocks, danger("Appelez").callout)
