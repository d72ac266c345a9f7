"""The engine in JavaScript, in one process of node that answers many cases."""

import atexit
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from integraal.browser.texts import advice_texts
from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.program_data import program_data
from integraal.model.answers import answer_value
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.report.data.advice import advice_json
from integraal.words.words import Words

REQUIRED = "INTEGRAAL_BROWSER"
_SCRIPT = Path(__file__).with_name("engine.mjs")


def need_node() -> None:
    """Skip a test where there is no node; fail it where it should be."""
    if shutil.which("node") is None:
        if os.environ.get(REQUIRED):
            pytest.fail("there is no node here")
        pytest.skip("there is no node here; .ci/run installs it")


@cache
def _node() -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        ["node", str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    atexit.register(process.kill)
    return process


def bring(instruments: Iterable[Instrument], language: str = "nl") -> None:
    """Give the engine the programs of these instruments, and what they say."""
    every = list(instruments)
    _write(
        whole={one.id: program_data(lower(one)) for one in every},
        source_only={one.id: program_data(lower(one, source_only=True)) for one in every},
        texts={one.id: advice_texts(one, Words(language)) for one in every},
    )


def advised(
    instrument: Instrument, case: Case, others: Iterable[Instrument], *, source_only: bool = False
) -> dict[str, Any]:
    """What the engine in JavaScript says of a case."""
    _write(
        instrument=instrument.id,
        source_only=source_only,
        others=[other.id for other in others],
        case=case_data(case),
    )
    output = _node().stdout
    assert output is not None
    found: dict[str, Any] = json.loads(output.readline())
    return found


def advised_here(
    instrument: Instrument, case: Case, others: Iterable[Instrument], *, source_only: bool = False
) -> dict[str, Any]:
    """What Python says of a case, as data that went through JSON."""
    program = _lowered(instrument, source_only)
    found = assess(program, case, [_lowered(other, False) for other in others])
    told: dict[str, Any] = json.loads(json.dumps(advice_json(found, Words(instrument.language))))
    return told


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
    }


def _write(**line: Any) -> None:
    taken = _node().stdin
    assert taken is not None
    taken.write(f"{json.dumps(line)}\n")
    taken.flush()
