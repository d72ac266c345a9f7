"""How a case is called: others read its name only where that is a code."""

from integraal.model.case import Case, is_code
from integraal.model.case.timeline import look
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.words.words import Words


def case_name(case: Case, reader: Reader, words: Words) -> str:
    """The name of a case, as a reader may see it.

    Args:
        case: Under a pseudonym of whoever made the file.
        reader: For whom the page is.
        words: In the language of the page.
    """
    shown = reader.is_professional or is_code(case.id)
    return case.id if shown else words("case.no_name")


def case_line(case: Case, instrument: Instrument, reader: Reader, words: Words) -> str:
    """Which case, and of which day the moment is that an instrument looks at."""
    line = words("case.line", casus=case_name(case, reader, words))
    day = look(instrument, case).moment.day
    return f"{line} · {words.date(day)}" if day else line
