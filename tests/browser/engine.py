"""The engine in JavaScript, in one process of node that answers many cases."""

import json
from collections.abc import Iterable
from typing import Any

from integraal.browser.texts import advice_texts
from integraal.engine.assess import assess, assess_for
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.program_data import program_data
from integraal.model.answers import answer_value
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.report.data.advice import advice_json
from integraal.words.words import Words
from tests.browser.node import asked, tell

_SCRIPT = "engine.mjs"


def bring(instruments: Iterable[Instrument], language: str = "nl") -> None:
    """Give the engine the programs of these instruments, and what they say."""
    every = list(instruments)
    tell(
        _SCRIPT,
        {
            "whole": {one.id: program_data(lower(one)) for one in every},
            "source_only": {one.id: program_data(lower(one, source_only=True)) for one in every},
            "texts": {one.id: advice_texts(one, Words(language)) for one in every},
        },
    )


def advised(
    instrument: Instrument, case: Case, others: Iterable[Instrument], *, source_only: bool = False
) -> dict[str, Any]:
    """What the engine in JavaScript says of a case."""
    line = {
        "instrument": instrument.id,
        "source_only": source_only,
        "others": [other.id for other in others],
        "case": case_data(case),
    }
    found: dict[str, Any] = asked(_SCRIPT, line)
    return found


def advised_here(
    instrument: Instrument, case: Case, others: Iterable[Instrument], *, source_only: bool = False
) -> dict[str, Any]:
    """What Python says of a case, as data that went through JSON."""
    program = _lowered(instrument, source_only)
    found = assess(program, case, [_lowered(other, False) for other in others])
    told: dict[str, Any] = json.loads(json.dumps(advice_json(found, Words(instrument.language))))
    return told


def advised_for(
    reader: Reader,
    instrument: Instrument,
    case: Case,
    others: Iterable[Instrument],
    *,
    source_only: bool = False,
) -> dict[str, Any] | None:
    """What the engine in JavaScript shows a reader of a case; None for nothing."""
    line = {
        "reader": reader.value,
        "instrument": instrument.id,
        "source_only": source_only,
        "others": [other.id for other in others],
        "case": case_data(case),
    }
    found: dict[str, Any] | None = asked(_SCRIPT, line)
    return found


def advised_here_for(
    reader: Reader,
    instrument: Instrument,
    case: Case,
    others: Iterable[Instrument],
    *,
    source_only: bool = False,
) -> dict[str, Any] | None:
    """What Python shows that reader."""
    program = _lowered(instrument, source_only)
    found = assess_for(reader, program, case, [_lowered(other, False) for other in others])
    if found is None:
        return None
    told: dict[str, Any] = json.loads(json.dumps(advice_json(found, Words(instrument.language))))
    first = [reason.rule.id for reason in found.advice.first]
    return {**told, "first": first, "is_compulsory": found.is_compulsory.value}


_programs: dict[tuple[int, bool], tuple[Instrument, Program]] = {}


def _lowered(instrument: Instrument, source_only: bool) -> Program:
    """Lower an instrument, each once: hashing a whole one takes longer."""
    key = id(instrument), source_only
    if key not in _programs:
        _programs[key] = instrument, lower(instrument, source_only=source_only)
    return _programs[key][1]


def case_data(case: Case) -> dict[str, Any]:
    """A case as the engine takes it in."""
    return {
        "id": case.id,
        "country": case.country,
        "moments": list(map(_moment, case.moments)),
        "ahead": list(map(_moment, case.ahead)),
    }


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "day": moment.day.isoformat() if moment.day else None,
        "answers": {name: answer_value(answer) for name, answer in moment.answers.items()},
        "instruments": [name for name, _ in moment.versions],
        "is_noted": moment.is_noted,
    }
