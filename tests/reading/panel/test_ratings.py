import json
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.model.study.ratings import Rating, Ratings, Sureness
from integraal.reading.panel.ratings import RATINGS, read_ratings, write_ratings

ALL = Ratings(
    "meldcode",
    "1.0",
    (
        Rating(
            "A",
            "K1",
            "coordinatie",
            None,
            Sureness.SURE,
            'Er is "zorg" – en\tmeer; é 😀 \u2028\x85\x00 .',
        ),
        Rating("B", "K1", "", frozenset({"stap-3", "stap-1"}), None, ""),
        Rating("AB", "K2", "", frozenset(), Sureness.UNSURE),
        Rating("B", "K2"),
    ),
    refused=2,
    blank=3,
    decisions=(Rating("A", "C-1", "cooperatie", why="Meer nodig."),),
    practice=True,
)


def test_what_was_marked_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    write_ratings(ALL, tmp_path)
    assert read_ratings(tmp_path) == ALL


def test_none_fits_is_not_the_same_as_nothing_marked(tmp_path: Path) -> None:
    write_ratings(ALL, tmp_path)
    routes = [one.routes for one in read_ratings(tmp_path).taken]
    assert routes == [None, {"stap-1", "stap-3"}, frozenset(), None]


def test_what_other_programs_take_for_json_it_is(tmp_path: Path) -> None:
    write_ratings(ALL, tmp_path)
    data = json.loads((tmp_path / RATINGS).read_text("utf-8"))
    assert data["taken"][1] == {
        "rater": "B",
        "case": "K1",
        "level": None,
        "routes": ["stap-1", "stap-3"],
        "sure": None,
        "why": "",
    }


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("rater", "Marina", "bad-form"),
        ("sure", 4, "not-a-count"),
        ("level", ["a"], "not-text"),
        ("routes", "a", "not-a-list"),
        ("advies", "a", "unknown-key"),
    ],
)
def test_a_mark_that_is_none_is_refused(tmp_path: Path, key: str, value: object, code: str) -> None:
    mark = {"rater": "A", "case": "K1", "level": "a", key: value}
    whole = {"schema": "integraal/panel-beoordelingen/1", "instrument": "m", "version": "1"}
    (tmp_path / RATINGS).write_text(json.dumps({**whole, "taken": [mark]}), "utf-8")
    with pytest.raises(Faulty) as stopped:
        read_ratings(tmp_path)
    assert [one.code for one in stopped.value.findings] == [code]


def test_one_rater_marks_one_case_once(tmp_path: Path) -> None:
    twice = Ratings("m", "1", (Rating("A", "K1", "a"), Rating("A", "K1", "b")))
    write_ratings(twice, tmp_path)
    with pytest.raises(Faulty, match="duplicate-id"):
        read_ratings(tmp_path)


def test_what_stands_there_stays_where_it_may_not_go(tmp_path: Path) -> None:
    write_ratings(ALL, tmp_path)
    with pytest.raises(Faulty):
        write_ratings(Ratings("m", "1", ()), tmp_path, overwrite=False)
    assert read_ratings(tmp_path) == ALL
