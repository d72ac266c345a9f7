"""Results of `batch` beside a meeting: of an instrument that we know, and never a small count."""

import json
from pathlib import Path

import pytest

from integraal.cli.meetings.results import reported_in
from integraal.model.finding import Faulty
from integraal.model.results.signals import YES, About
from integraal.reading.library import Library
from tests.batch.made_results import rows_of, write_results
from tests.cli.meetings.test_coming import TODAY
from tests.conftest import Run

SHARED = Library().instrument("gedeelde-zorg")
FIRST = Library().instrument("voor-wie-doen-we-wat")


def test_each_result_is_counted_in_the_words_of_its_own_instrument(tmp_path: Path) -> None:
    one = write_results(tmp_path / "een.csv", rows_of(FIRST, 80))
    other = write_results(tmp_path / "twee.csv", rows_of(SHARED, 80, level="", reach=""))
    found = reported_in([str(one), str(other)], TODAY)
    assert [each.instrument.id for each in found] == [FIRST.id, SHARED.id]


def test_few_cases_are_refused_as_they_are_by_signalen(tmp_path: Path) -> None:
    few = write_results(tmp_path / "weinig.csv", rows_of(FIRST, 3))
    with pytest.raises(Faulty) as refused:
        reported_in([str(few)], TODAY)
    assert [each.code for each in refused.value.findings] == ["too-few-cases"]


def test_what_few_cases_have_is_not_told(tmp_path: Path) -> None:
    action = FIRST.actions[0].id
    rows = [*rows_of(FIRST, 78), *rows_of(FIRST, 2, 78, actions=action)]
    (found,) = reported_in([str(write_results(tmp_path / "r.csv", rows))], TODAY)
    told = {each.id: each.line(YES).total for each in found.signals.about(About.ACTION)}
    assert told[action] is None


def test_whom_to_call_in_danger_is_never_told_as_a_gap_in_the_map(
    integraal: Run, tmp_path: Path
) -> None:
    dangers = [each.id for each in FIRST.actions if each.urgent and each.urgent.value == "danger"]
    other = next(each.id for each in FIRST.actions if each.urgent is None)
    assert dangers
    rows = rows_of(FIRST, 80, actions=";".join((*dangers, other)))
    rows += rows_of(FIRST, 40, 80)
    results = write_results(tmp_path / "r.csv", rows)
    network = tmp_path / "n.yaml"
    network.write_text(
        "schema: integraal/netwerk/1\nid: n\ntitle: N (verzonnen)\n"
        "services:\n  - {id: a, name: A, for: [wonen]}\n",
        "utf-8",
    )
    done = integraal("overleg", str(network), "--signalen", str(results), "-f", "json")
    assert done.returncode == 0, done.stderr
    unserved = [each["id"] for each in json.loads(done.stdout)["cases"][0]["unserved"]]
    assert other in unserved
    assert not {*dangers} & {*unserved}
