"""Open a case file to go on with it, once what is not right about its days was asked."""

from datetime import date
from pathlib import Path

from integraal.cli.inputs import open_case
from integraal.cli.moments.choice import Begin
from integraal.model.instrument import Instrument
from integraal.reading.cases.casefile import CaseFile
from integraal.reading.cases.note_writer import NoteWriter
from integraal.reading.cases.redate import redate


def opened_by_day(path: Path, name: str, instrument: Instrument, begin: Begin) -> CaseFile:
    """Read a case that somebody goes on with.

    What its days leave to be asked is asked, and written: until when it may be kept, where that has
    passed, and the right day of a moment after today.

    Args:
        path: Of the file, no link; it is nobody else's meanwhile.
        name: Of the file, as the user wrote it.
        instrument: Whose questions are answered.
        begin: Asks.

    Raises:
        Faulty: if the file cannot be read or written.
    """
    case_file = open_case(name, instrument)
    if until := begin.check_day(case_file.case, name):
        NoteWriter(path, None).keep_until(until)
        case_file = open_case(name, instrument)
    case, today = case_file.case, date.today()
    late = [each for each in case.every_moment if each.day is not None and each.day > today]
    mended = {each.day: day for each in late if (day := begin.right_day(case, each))}
    if not mended:
        return case_file
    redate(path, mended)
    return open_case(name, instrument)
