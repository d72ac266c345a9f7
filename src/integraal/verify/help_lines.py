"""Numbers to call: those that texts name are in the file of help lines, and that file is kept.

A number in a sentence has no date and nobody looks after it; a line that nothing calls helps
nobody; one that was checked long ago may be somebody else's by now.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument
from integraal.model.services.help_line import Caller, HelpLines
from integraal.reading.overlay import Whole, texts
from integraal.verify.paths import Locate

FRESH = timedelta(days=365)
"""For how long a line that was checked may be trusted."""
_NUMBER = re.compile(
    r"(?<![\w.,/+-])(?!\d\d[./-]\d\d[./-]\d{4}\b)"
    r"(?:(?:\+|0)\d(?:[ ./-]?\d){6,}|1(?!9\d\d)\d{2,3}(?: \d{3})?)(?![\w/-]|[.,]\d)"
)
"""A telephone number as people write it: `0800-2000`, `088 0767 000`, `02.123.45.67`,
`+32 2 123 45 67`, `112`, `1712`, `116 000`; not a year, nor a date."""
_PUBLIC = {Caller.ADULT, Caller.CHILD}


def number_findings(
    whole: Whole,
    lines: HelpLines,
    locate: Callable[[str], Place],
    author: Whole | None = None,
) -> Iterator[Finding]:
    """The telephone numbers in texts that are not in the file of help lines.

    Args:
        whole: An instrument, a scale or help lines, in any language.
        lines: That there are.
        locate: Finds the place of the text with a key.
        author: The same in the language of its author, where it is a translation: what stands in
            the author's words, for want of others, is found in the author's own file.
    """
    own = {} if author is None else texts(author)
    known = {_digits(number) for line in lines.lines for number in line.numbers}
    for key, text in texts(whole).items():
        numbers = () if text == own.get(key) else dict.fromkeys(_NUMBER.findall(text))
        for number in numbers:
            if _digits(number) not in known:
                yield Finding.warning("unknown-number", locate(key), number=number)


def help_line_findings(
    lines: HelpLines, instruments: Iterable[Instrument], today: date, locate: Locate
) -> Iterator[Finding]:
    """The lines that nothing calls, and those that must be checked again.

    Args:
        lines: That there are.
        instruments: That may call them, besides the pages for families and children.
        today: To say how long ago a line was checked.
        locate: Says where in the file something stands.
    """
    called = {line.id for instrument in instruments for line in instrument.help_lines}
    for number, line in enumerate(lines.lines):
        if line.id not in called and not _PUBLIC & set(line.callers):
            yield Finding.warning(
                "help-line-uncalled", locate(("lines", number, "id")), line=line.id
            )
        if not timedelta() <= today - line.checked <= FRESH:
            place = locate(("lines", number, "checked"))
            day = line.checked.isoformat()
            yield Finding.warning("help-line-stale", place, line=line.id, day=day)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
