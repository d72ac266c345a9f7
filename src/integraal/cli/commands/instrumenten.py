"""`integraal instrumenten`: which instruments there are."""

from collections.abc import Callable

from integraal.cli.inputs import DEFAULT_INSTRUMENT
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.seam import Output, offers
from integraal.reading.library import Library
from integraal.report.data.instruments import instruments_data
from integraal.report.pages.instruments import Listed, instruments_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""

    @offers(*PAGE)
    def instrumenten(
        out: Output,
    ) -> None:
        listed = _listed(words().language)
        out.write(instruments_data(listed) if out.is_data else instruments_page(listed, words()))

    return instrumenten


def _listed(language: str) -> list[Listed]:
    library = Library()
    # What a command takes where nobody names one comes first.
    headers = sorted(
        library.headers("instrument"), key=lambda found: found.id != DEFAULT_INSTRUMENT
    )
    every = [library.instrument_file(header.path, language) for header in headers]
    return [(instrument, library.languages(instrument)) for instrument in every]
