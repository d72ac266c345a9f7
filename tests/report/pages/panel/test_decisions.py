"""What people decided beside advice is counted by where it went, and nothing more is made of it."""

import pytest

from integraal.model.study.ratings import Rating
from integraal.report.blocks import Document
from integraal.report.pages.panel.decisions import decisions_blocks
from integraal.report.render.markdown import render_markdown
from integraal.words.words import LANGUAGES, Words
from tests.panel.studies import instrument


def _decided(level: str, advised: str, number: int = 1) -> Rating:
    return Rating("X", f"B{number:03}", level=level, advised=advised)


DECIDED = (
    _decided("connectie", "coordinatie", 1),
    _decided("segregatie", "coordinatie", 2),
    _decided("connectie", "coordinatie", 3),
    _decided("integratie", "connectie", 4),
    _decided("connectie", "connectie", 5),
    Rating("X", "B006", routes=frozenset({"meldcode"})),
)


def shown(decided: tuple[Rating, ...], language: str = "nl") -> str:
    words = Words(language)
    blocks = tuple(decisions_blocks(decided, instrument(), words))
    return render_markdown(Document("", language, blocks))


@pytest.mark.parametrize("language", LANGUAGES)
def test_higher_lower_the_same_and_what_has_no_level_add_up_to_all(language: str) -> None:
    counts = {"higher": 1, "lower": 3, "same": 1, "apart": 1}
    assert Words(language)("panel.report.decisions.counts", **counts) in shown(DECIDED, language)
    assert sum(counts.values()) == len(DECIDED)


def test_from_which_level_to_which_stands_with_how_often() -> None:
    rows = [line for line in shown(DECIDED).splitlines() if line.startswith("| ")][2:]
    cells = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]
    assert cells == [
        ("Connectie", "Connectie", "1"),
        ("Connectie", "Integratie", "1"),
        ("Coördinatie", "Segregatie (ieder apart)", "1"),
        ("Coördinatie", "Connectie", "2"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_measure_of_agreement_is_made_of_them(language: str) -> None:
    page = shown(DECIDED, language).casefold()
    for name in ("kappa", "alfa", "alpha", "ac2", "%"):
        assert name not in page


def test_where_nobody_decided_anything_nothing_is_said() -> None:
    assert not tuple(decisions_blocks((), instrument(), Words("nl")))


def test_a_level_that_this_version_does_not_have_is_counted_as_not_compared() -> None:
    page = shown((_decided("connectie", "vroeger-niveau"),))
    none = {"higher": 0, "lower": 0, "same": 0}
    assert Words("nl")("panel.report.decisions.counts", **none, apart=1) in page
    assert "|" not in page
