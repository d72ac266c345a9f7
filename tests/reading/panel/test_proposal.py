"""A proposal in a file says what was tried: read again, the rule is the changed one."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from integraal.panel.recalibration.candidates import candidates
from integraal.reading.library import Library, data_folder
from integraal.reading.panel.proposal import changed_text, proposed


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "kruispunt-doorstroom"])
def test_each_change_that_is_shown_is_the_change_that_was_tried(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data_folder(), folder)
    of = Library(folder).instrument(name)
    file = folder / ("questions.yaml" if name == "voor-wie-doen-we-wat" else f"{name}.yaml")
    before = file.read_text("utf-8")
    shown: Counter[bool] = Counter()
    for candidate in candidates(of):
        diff = proposed(file, candidate.rule.id, candidate.change, candidate.ends)
        shown[bool(diff)] += 1
        if diff:
            file.write_text(changed_text(before, diff), "utf-8")
            rule = Library(folder, cache=None).instrument(name).rule(candidate.rule.id)
            assert (rule.when, rule.effect) == (candidate.changed.when, candidate.changed.effect)
            file.write_text(before, "utf-8")
    assert shown[True] > shown[False]
