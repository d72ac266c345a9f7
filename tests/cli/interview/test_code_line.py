"""200 ways of typing codes: none is taken wrongly, and what people call clear is taken at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from integraal.cli.interview.paper_codes import Codes
from integraal.engine.dangers import gathered
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answer, Answers, several
from integraal.model.codes import option_signs, question_codes
from integraal.model.instrument import Instrument, Kind
from integraal.reading.library import Library

TODAY = date(2026, 11, 30)
AT_LEAST = 0.95


@dataclass(frozen=True)
class Way:
    """One way of typing, with what a person reads in it."""

    form: str
    typed: str
    means: str = ""
    unclear: str = ""
    danger: bool = False


def ways() -> list[Way]:
    listed = yaml.safe_load(Path(__file__).with_name("typed_codes.yaml").read_text("utf-8"))
    return [Way(form, **each) for form, many in listed.items() for each in many]


WAYS = ways()


@cache
def form(name: str) -> Instrument:
    return Library().instrument(name)


@cache
def taken(way: Way) -> Codes:
    codes = Codes(TODAY)
    for line in way.typed.split("\n"):
        codes.take(form(way.form), line)
    return codes


def meant(way: Way) -> dict[str, Any]:
    """What a person reads, written down without the reader that is tested."""
    instrument = form(way.form)
    by_code = {code: instrument.question(q) for q, code in question_codes(instrument).items()}
    read: dict[str, Any] = {}
    for code, said in (each.split("=") for each in way.means.split()):
        if code == "date":
            read["date"] = date.fromisoformat(said)
            continue
        question = by_code[code]
        options = {sign: option for option, sign in option_signs(question).items()}
        read[question.id] = _answer(question.kind, said, options)
    return read


def _answer(kind: Kind, said: str, options: dict[str, str]) -> Answer:
    if kind is Kind.NUMBER:
        return DONT_KNOW if said == "?" else int(said)
    chosen = [options[sign] for sign in said.split(",") if sign not in "0?"]
    if kind is Kind.SEVERAL or said == "?":
        return several(chosen, options.values(), unsure="?" in said)
    return chosen[0]


def said(way: Way) -> dict[str, Any]:
    codes = taken(way)
    return {**codes.answers, **({"date": codes.day} if codes.day else {})}


def unclear(way: Way) -> set[str | None]:
    """Ids of the questions that a person would ask again; None for what belongs to none."""
    by_code = {code: name for name, code in question_codes(form(way.form)).items()}
    return {by_code.get(code) for code in way.unclear.split()}


def test_there_are_200_ways_and_most_of_them_are_clear() -> None:
    assert len({(way.form, way.typed) for way in WAYS}) == len(WAYS) >= 200
    assert sum(not way.unclear for way in WAYS) >= 150


@pytest.mark.parametrize("way", WAYS, ids=lambda way: ascii(way.typed))
def test_nothing_is_taken_wrongly(way: Way) -> None:
    assert said(way).items() <= meant(way).items()


def clear_ones() -> Iterator[tuple[Way, bool]]:
    for way in WAYS:
        if not way.unclear:
            mended = way.typed.count("\n") and taken(way).misread[1:] == []
            yield way, said(way) == meant(way) and (mended or not taken(way).misread)


def test_what_people_call_clear_is_taken_at_once() -> None:
    asked_again = [way.typed for way, is_taken in clear_ones() if not is_taken]
    share = 1 - len(asked_again) / len(list(clear_ones()))
    assert share >= AT_LEAST, asked_again


@pytest.mark.parametrize("way", [way for way in WAYS if way.unclear], ids=lambda w: ascii(w.typed))
def test_what_is_unclear_is_said_and_no_other_question_is_asked_again(way: Way) -> None:
    told = {code.question for code in taken(way).misread}
    assert unclear(way) in (told, told - {None})
    assert said(way) == meant(way)


@pytest.mark.parametrize("way", [way for way in WAYS if way.danger], ids=lambda w: ascii(w.typed))
def test_danger_is_heard_in_every_spelling_of_it(way: Way) -> None:
    codes, programs = taken(way), [lower(form(way.form))]
    answers = Answers(codes.answers)
    every = [answers, *(answers.with_answer(q, a) for q, many in codes.heard.items() for a in many)]
    assert any(gathered(programs, each) for each in every)
