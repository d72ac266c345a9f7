"""What every page for others than professionals has, whatever the case: or it would tell something.

A sentence that people look again when something changes, that advice is advice, and whom one can
talk to. The same on each page, so that nobody can read from it what somebody answered.
"""

from collections.abc import Iterable, Iterator

from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.model.services.help_line import Caller, HelpLine, by_country
from integraal.report.blocks import Block, Heading
from integraal.report.parts.danger import checked_on, numbers_by_place, numbers_of
from integraal.report.prose import paragraph
from integraal.report.text import quiet
from integraal.words.honest import honest_for_others
from integraal.words.words import Words

_MOST = 6
"""Numbers that each have a line of their own; of more there is a line for each place."""


def closing(
    instruments: Iterable[Instrument],
    reader: Reader,
    lines: Iterable[HelpLine],
    country: str,
    words: Words,
) -> Iterator[Block]:
    """The end of a page for others.

    Args:
        instruments: That the page is about.
        reader: For whom the page is.
        lines: All that there are.
        country: Where the case is; empty when nobody said, and then lines of every country.
        words: In the language of the page.
    """
    yield paragraph(words("reader.again"))
    honest = dict.fromkeys(honest_for_others(each, words) for each in instruments)
    yield paragraph(quiet(" ".join(honest)))
    caller = Caller.CHILD if reader is Reader.CHILD else Caller.ADULT
    served = (line for line in lines if caller in line.callers and line.serves(country))
    shown = list(by_country(served))
    # A child that only wants to talk finds its own lines first.
    shown.sort(key=lambda line: line.callers != (caller,) or caller is not Caller.CHILD)
    if shown:
        yield Heading(2, words("reader.lines"))
        laid_out = numbers_of if len(shown) <= _MOST else numbers_by_place
        yield laid_out(shown, words)
        yield paragraph(quiet(checked_on(shown, words)))
