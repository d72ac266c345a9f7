"""Read a sheet that came back in Word, or was saved with its crosses by a browser."""

from collections.abc import Sequence
from pathlib import Path

from integraal.cli.panel.own_letters import letters_in
from integraal.exchange.filled_form import FilledForm
from integraal.exchange.web_form import read_web
from integraal.exchange.word_form import read_word
from integraal.model.finding import Place, faulty
from integraal.model.study.cases import Study
from integraal.model.study.filled import FilledMark, FilledSheet
from integraal.model.study.sheet import SURE_CODE, WHY_CODE
from integraal.reading.files import LISTING_BYTES, read_bytes


def read_page(path: Path, rater: str, study: Study) -> FilledSheet:
    """Read a Word file or a page.

    Args:
        path: The file.
        rater: The letter that it is named by.
        study: Whose cases stand on it.

    Raises:
        Faulty: if it cannot be read, or no case of a panel stands on it.
    """
    content = read_bytes(path, LISTING_BYTES)
    is_word = path.suffix.casefold() == ".docx"
    form = read_word(content, bare=True) if is_word else read_web(content)
    if form is None or not (form.ticked or form.blank):
        raise faulty("panel-no-sheet", path)
    shown = _shown(form, [case.id for case in study.cases])
    strange = {code for code in _codes(form) if not _is_of(code, shown)}
    marks = [_mark(path, form, case) for case in shown]
    marks += [_mark(path, form, case) for case in sorted(strange)]
    if form.nameless:
        marks.append(FilledMark(Place(str(path)), "?", ("?",) * form.nameless))
    return FilledSheet(str(path), rater, form.checks, tuple(marks), letters_in(form.said))


def _shown(form: FilledForm, cases: Sequence[str]) -> list[str]:
    """The cases that stand on it: those of which the last code does."""
    words = set(form.said.split())
    return [case for case in cases if f"{case}{WHY_CODE}" in words or _touched(form, case)]


def _touched(form: FilledForm, case: str) -> bool:
    return any(_is_of(code, [case]) for code in _codes(form))


def _codes(form: FilledForm) -> set[str]:
    """The codes of questions at which anything was filled in."""
    return {box.partition("-")[0] for box in form.ticked} | set(form.written)


def _is_of(code: str, cases: Sequence[str]) -> bool:
    return any(code in (case, f"{case}{SURE_CODE}", f"{case}{WHY_CODE}") for case in cases)


def _mark(path: Path, form: FilledForm, case: str) -> FilledMark:
    def ticked(code: str) -> tuple[str, ...]:
        boxes = (box.partition("-") for box in form.ticked)
        return tuple(sign for of, _, sign in boxes if of == code)

    written = form.written.get(case, "").strip()
    return FilledMark(
        Place(str(path)),
        case,
        ticked(case) or tuple(filter(None, [written])),
        ticked(f"{case}{SURE_CODE}"),
        form.written.get(f"{case}{WHY_CODE}", "").strip(),
    )
