"""What a new version changes: counts that add up, from what to what, by which rules."""

import json
import re
from typing import Any

import pytest

from integraal.engine.compare.versions import version_change
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import Condition, OneIn
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Act, Effect, Instrument, Limit, Provisional, Raise, Route
from integraal.model.results.versions import CaseChange, Unreadable, Versions
from integraal.report.data.versions import versions_data
from integraal.report.pages.authors.versions import versions_page
from integraal.report.render.terminal.document import render_terminal
from integraal.words.words import LANGUAGES, Words
from tests.engine.builders import an_instrument, one, rule

YES, NO = OneIn("a", ("ja",)), OneIn("a", ("nee",))


def _version(*rules: tuple[str, Condition, Effect]) -> Instrument:
    return an_instrument(
        one("a"), rules=[rule(*each) for each in rules], actions=("bel",), outcomes=("loket",)
    )


OLD = _version(("r", YES, Raise("midden")), ("weg", YES, Act("bel")))
NEW = _version(
    ("r", YES, Raise("hoog")),
    ("grens", YES, Limit("laag")),
    ("breed", YES, Provisional()),
    ("route", YES, Route("loket")),
)


def _versions(
    old: Instrument, new: Instrument, *given: dict[str, str], unreadable: int = 0
) -> Versions:
    programs = lower(old), lower(new)
    cases = [
        CaseChange(f"c{number}.yaml", f"C-{number}", version_change(*programs, answers, answers))
        for number, answers in enumerate(map(Answers, given), 1)
    ]
    finding = Finding("empty-file", Place("leeg.yaml"))
    faults = tuple(Unreadable("leeg.yaml", (finding,), ()) for _ in range(unreadable))
    return Versions(old, new, tuple(cases), faults)


def _text(versions: Versions, language: str = "nl") -> str:
    return render_terminal(versions_page(versions, Words(language)), 80, styled=False)


def test_counts_are_said_where_they_are_not_zero() -> None:
    text = _text(_versions(OLD, NEW, {"a": "ja"}, {"a": "nee"}, unreadable=1))
    assert "Bekeken casussen: 3. Het advies verandert: 1. Alles blijft gelijk: 1. Niet te" in text
    assert "andere redenen" not in text


def test_every_change_of_a_case_is_said_with_the_rules_that_make_it() -> None:
    text = " ".join(_text(_versions(OLD, NEW, {"a": "ja"})).split("Per casus")[1].split())
    for said in (
        "C-1 c1.yaml",
        "midden → hoog; «loket»",
        "Nu hooguit haalbaar: geen grens → laag",
        "Het advies is nu voorlopig.",
        "Niet meer: bel.",
        "Regel r doet iets anders: minstens midden → minstens hoog",
        "Regel grens geldt nu: nu is hooguit laag haalbaar",
        "Regel breed geldt nu: voorlopig",
        "Regel route geldt nu: «loket»",
        "Regel weg geldt niet meer: «bel.»",
    ):
        assert said in text


def test_the_way_back_is_said_too() -> None:
    text = " ".join(_text(_versions(NEW, OLD, {"a": "ja"})).split())
    assert "Nu hooguit haalbaar: laag → geen grens" in text
    assert "Het advies is niet meer voorlopig." in text
    assert "Erbij: bel." in text
    assert "hoog; «loket» → midden" in text


def test_the_most_frequent_move_and_rule_come_first() -> None:
    old = _version(("r", YES, Raise("midden")), ("s", NO, Raise("midden")))
    new = _version(("r", YES, Raise("hoog")), ("s", NO, Raise("laag")))
    text = _text(_versions(old, new, {"a": "nee"}, {"a": "ja"}, {"a": "ja"}))
    assert text.index("2 × midden → hoog") < text.index("1 × midden → laag")
    assert text.index("2 × Regel r doet iets anders") < text.index("1 × Regel s doet iets anders")


def test_a_change_that_moves_nothing_is_counted_apart_and_told_under_the_case() -> None:
    new = _version(("r", YES, Raise("midden")))
    text = " ".join(_text(_versions(OLD, new, {"a": "ja"})).split())
    assert "1 × zelfde niveau en zelfde route, maar iets anders verandert" in text
    assert "Niet meer: bel." in text


def test_the_counts_of_what_became_what_add_up_to_all_that_change() -> None:
    old = _version(("r", YES, Raise("midden")), ("bel", NO, Act("bel")))
    new = _version(("r", YES, Raise("hoog")))
    text = _text(_versions(old, new, {"a": "ja"}, {"a": "ja"}, {"a": "nee"}))
    moves = text.split("Van wat naar wat")[1].split("Door welke regels")[0]
    assert "Het advies verandert: 3." in text
    assert sum(map(int, re.findall(r"(\d+) ×", moves))) == 3


def test_when_nothing_changes_the_counts_are_all_there_is() -> None:
    text = _text(_versions(OLD, OLD, {"a": "ja"}))
    counts, *honest = text.splitlines()[3:]
    assert counts == "Bekeken casussen: 1. Alles blijft gelijk: 1."
    told = " ".join(honest).strip()
    nobody_looked = Words("nl")("versions.smallest_open")
    assert told.startswith(f"{nobody_looked} De makers zeggen niet of iemand heeft onderzocht")


def test_the_same_advice_by_other_rules_is_counted_apart() -> None:
    new = _version(("anders", YES, Raise("midden")), ("weg", YES, Act("bel")))
    assert "Hetzelfde advies, om andere redenen: 1." in _text(_versions(OLD, new, {"a": "ja"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_turn_can_be_said_in_every_language(language: str) -> None:
    b = OneIn("b", ("ja",))
    conditions = {"ab": (YES, b), "ba": (b, YES), "nb": (NO, b), "bn": (b, NO), "ny": (NO, YES)}

    def version(which: int) -> Instrument:
        rules = [rule(name, both[which], Raise("hoog")) for name, both in conditions.items()]
        return an_instrument(one("a"), one("b"), rules=rules)

    text = _text(_versions(version(0), version(1), {"a": "ja"}, {"a": "nee"}), language)
    assert "{" not in text


def _data(versions: Versions) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(versions_data(versions, Words("nl"))))
    return data


def test_data_counts_every_file_once() -> None:
    data = _data(_versions(OLD, NEW, {"a": "ja"}, {"a": "nee"}, unreadable=1))
    assert data["schema"] == "integraal/vergelijk-versies/1"
    assert data["total"] == 3
    counts = {key: data[key] for key in ("changed", "same", "other_rules", "unreadable")}
    assert counts == {"changed": 1, "same": 1, "other_rules": 0, "unreadable": 1}


def test_data_gives_every_change_with_before_and_after() -> None:
    (case,) = _data(_versions(OLD, NEW, {"a": "ja"}))["cases"]
    assert case["changes"]["level"] == {"before": "midden", "after": "hoog"}
    assert case["changes"]["outcomes"]["after"] == [
        {"id": "loket", "certain": True, "holds_now": True}
    ]
    assert case["changes"]["actions"] == {"before": ["bel"], "after": []}
    assert case["changes"]["provisional"] == {"before": False, "after": True}
    rules = {each["rule"]: (each["turn"], each["before"], each["after"]) for each in case["rules"]}
    assert rules == {
        "r": ("other_effect", {"at_least": "midden"}, {"at_least": "hoog"}),
        "grens": ("holds", None, {"at_most": "laag"}),
        "breed": ("holds", None, {"provisional": True}),
        "route": ("holds", None, {"outcome": "loket"}),
        "weg": ("no_longer_holds", {"action": "bel"}, None),
    }


def test_data_names_the_version_that_minds_a_fault() -> None:
    (fault,) = _data(_versions(OLD, NEW, unreadable=1))["faults"]
    assert (fault["version"], fault["code"], fault["file"]) == ("old", "empty-file", "leeg.yaml")


def test_data_names_both_versions_by_their_number() -> None:
    data = _data(_versions(OLD, NEW))
    assert data["old"] == {"instrument": "klein", "version": "1", "fingerprint": ""}
