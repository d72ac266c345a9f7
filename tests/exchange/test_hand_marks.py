"""Crosses that people typed on a form are seen, and nothing else is taken for one."""

from pathlib import Path

import pytest

from integraal.exchange.filled_form import FilledForm
from integraal.exchange.word_form import read_word
from tests.cli.interview.filling_forms import tick_in_word, type_in_word
from tests.conftest import INSTRUMENTS
from tests.in_process import run_in_process

NONE = ()


def _form(tmp_path: Path, *how: str) -> Path:
    path = tmp_path / "formulier.docx"
    result = run_in_process(tmp_path, "checklist", *how, "-o", path.name)
    assert result.returncode == 0, result.stderr
    return path


def _read(path: Path) -> FilledForm:
    form = read_word(path.read_bytes())
    assert form is not None
    return form


@pytest.mark.parametrize("where", ["in", "instead", "before", "behind"])
@pytest.mark.parametrize("sign", ["X", "x", "v", "☒", "✓"])
def test_a_sign_that_is_a_cross_is_one_wherever_it_stands(
    tmp_path: Path, where: str, sign: str
) -> None:
    path = _form(tmp_path)
    tick_in_word(path, "C4-c")
    for code in ("A1-j", "C1-b", "C3-c", "B1-?"):
        type_in_word(path, code, sign, where=where)
    form = _read(path)
    assert set(form.ticked) == {"C4-c", "A1-j", "C1-b", "C3-c", "B1-?"}
    assert form.nameless == 0


@pytest.mark.parametrize("where", ["in", "instead", "before"])
def test_a_sign_that_may_be_none_is_counted_and_not_guessed(tmp_path: Path, where: str) -> None:
    path = _form(tmp_path)
    type_in_word(path, "A1-j", "ja?", where=where)
    form = _read(path)
    assert (form.ticked, form.nameless) == (NONE, 1)


def test_a_box_that_was_emptied_is_blank(tmp_path: Path) -> None:
    path = _form(tmp_path)
    type_in_word(path, "A1-j", "", where="instead")
    type_in_word(path, "A1-n", "[ ]", where="in")
    form = _read(path)
    assert (form.ticked, form.nameless) == (NONE, 0)


@pytest.mark.parametrize("how", [(), ("--taal", "nl,fr"), ("--taal", "en", "--groot")])
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_no_blank_form_has_a_cross(tmp_path: Path, name: str, how: tuple[str, ...]) -> None:
    form = _read(_form(tmp_path, name, *how))
    assert (form.ticked, form.nameless) == (NONE, 0)
