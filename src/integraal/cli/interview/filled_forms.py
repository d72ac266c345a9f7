"""Take in a form that was filled in in Word or in a browser: its boxes carry their codes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import typer

from integraal.cli import terminal as screen
from integraal.cli.danger import sound, watching
from integraal.cli.inputs import open_instrument
from integraal.cli.interview.code_line import Piece
from integraal.cli.interview.paper_codes import Codes
from integraal.cli.interview.paper_entry import (
    Take,
    Taken,
    settled,
    take_codes,
    tell_day,
    tell_misread,
    wrong_check,
)
from integraal.cli.interview.question_card import Asker
from integraal.cli.language import words
from integraal.cli.moments.paper_agreements import Agree
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.paths import usable_path
from integraal.engine.dangers import gathered
from integraal.engine.program import Program
from integraal.exchange.filled_form import FilledForm
from integraal.exchange.web_form import read_web
from integraal.exchange.word_form import read_word
from integraal.model.answers import Answer, Answers
from integraal.model.codes import LADDER_CODE, MARKED_BY, form_check, question_codes
from integraal.model.finding import Faulty, Place, faulty
from integraal.model.instrument import Instrument, Kind
from integraal.privacy.identifiers import kinds_in
from integraal.reading.files import read_bytes
from integraal.reading.library import Library
from integraal.report.render.visible import visible

_READ = (".docx", ".html", ".htm")
_ESTIMATES = {"family": "family", "we": "professional"}
"""Column of the ladder, to whose estimate a question asks for."""


def form_taken_in(
    named: str | None, by_code: bool, out_of: str | None
) -> tuple[str | None, Take | None]:
    """Of which instrument a form is taken in, and how; None where none is.

    Args:
        named: The instrument, where the user named one.
        by_code: Whether codes are typed.
        out_of: The file of a form, as the user typed it.

    Raises:
        Faulty: as `opened_form` does.
        typer.BadParameter: for both at once.
    """
    if out_of is not None and by_code:
        raise typer.BadParameter(words()("usage.codes_or_form"), param_hint="--uit")
    if out_of is not None:
        return opened_form(out_of, named)
    return named, take_codes if by_code else None


def opened_form(file: str, named: str | None) -> tuple[str, Take]:
    """Read a form, and find the instrument that it is of.

    Args:
        file: As the user typed it.
        named: The instrument, where the user named one.

    Returns: The instrument, by id or as it was named, and what takes in the form.

    Raises:
        Faulty: if there is no form in the file, none that is known, or nothing on it.
    """
    if not file.casefold().endswith(_READ):
        raise typer.BadParameter(words()("usage.form_kind", file=visible(file)), param_hint="--uit")
    form_kind = promised(file, (Format.DOCX, Format.HTML), "--uit", must_promise=True)
    content = read_bytes(usable_path(file))
    form = read_word(content) if form_kind is Format.DOCX else read_web(content)
    if form is None or not (form.ticked or form.blank):
        raise faulty("no-form-in-file", file)
    instrument = _instrument_of(form, file, named)
    if not form.is_filled:
        raise faulty("form-without-crosses", file)
    told = (*["codes.out_of"], *(["codes.out_of_web"] if form_kind is Format.HTML else []))
    return instrument, partial(_take, form, file, told)


def _instrument_of(form: FilledForm, file: str, named: str | None) -> str:
    if named is not None:
        instrument = open_instrument(named, words().language)
        if form_check(instrument) not in form.checks:
            found = form.checks[0] if form.checks else ""
            raise Faulty([wrong_check(found, instrument, named, Place(file))])
        return named
    library = Library()
    for header in library.headers("instrument"):
        if form_check(library.instrument(header.id)) in form.checks:
            return header.id
    raise faulty("no-form-in-file", file)


def _take(
    form: FilledForm,
    file: str,
    about: Sequence[str],
    program: Program,
    asker: Asker,  # noqa: ARG001 - a file asks nothing
    answers: Answers,
    *,
    named: str,  # noqa: ARG001 - the file says of which form it is
    with_text: bool,
    took: Callable[[Answers, Mapping[str, Sequence[Answer]]], None],
    dated: Callable[[date], date | None],
    agree: Agree,  # noqa: ARG001 - what was written by hand is not read from a file
) -> Taken:
    """Take in all of a form at once; see `take_codes`.

    Raises:
        Faulty: if all stands there as it was printed; danger in it is said before.
    """
    codes, instrument = Codes(), program.instrument
    for key in about:
        screen.tell(words()(key, file=visible(file)))
    for misread in codes.take_boxes(instrument, _pieces(instrument, form), form.day):
        tell_misread(instrument, misread)
    if form.nameless:
        screen.tell(words()("codes.nameless", count=form.nameless))
    for name, text in _texts(instrument, form, with_text=with_text):
        codes.answers[name] = text
    if codes.day is not None:
        tell_day(codes.day, dated(codes.day))
    if form.as_made:
        sound(gathered((program, *watching(instrument)), Answers(codes.answers)), "")
        raise faulty("form-as-made", file)
    took(Answers({**answers, **codes.answers}), codes.heard)
    taken = settled(program, codes, answers, with_text=with_text)
    return replace(taken, misread=taken.misread + form.nameless)


def _pieces(instrument: Instrument, form: FilledForm) -> Iterator[Piece]:
    """Every cross, and every number that was written, as if it was typed."""
    names = {code: name for name, code in question_codes(instrument).items()}
    asked = {q.estimate_of: q.id for q in instrument.questions() if q.estimate_of}
    for box in form.ticked:
        code, _, sign = box.partition("-")
        if code != LADDER_CODE:
            yield Piece(box, f"-{sign}", names.get(code), is_named=True)
            continue
        column, _, level = sign.partition("-")
        by = MARKED_BY[int(column) - 1] if column in map(str, range(1, 5)) else ""
        typed = f"{words()(f'checklist.{by}')} {level}" if by else box
        question = asked.get(_ESTIMATES.get(by, "-"))
        yield Piece(typed, level, question, is_named=True, is_mark=True)
    for code, text in form.written.items():
        name = names.get(code)
        if name is not None and instrument.question(name).kind is Kind.NUMBER:
            yield Piece(f"{code}: {text}", f": {text}", name, is_named=True)


def _texts(
    instrument: Instrument, form: FilledForm, *, with_text: bool
) -> Iterator[tuple[str, str]]:
    """What was written at open questions, where it is asked for and points at nobody."""
    names = {code: name for name, code in question_codes(instrument).items()}
    for code, text in form.written.items():
        if code not in names or instrument.question(names[code]).kind is not Kind.TEXT:
            continue
        kinds = kinds_in([text])
        if not with_text:
            screen.tell(words()("codes.text_left", code=code))
        elif kinds:
            told = words().detail("kinds", kinds)
            screen.tell(words()("codes.text_identifies", code=code, kinds=told))
        else:
            yield names[code], text
