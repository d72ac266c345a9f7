"""`integraal export sjabloon`: a workbook with drop-down lists, for who fills in many cases."""

from collections.abc import Callable
from typing import Annotated

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers

TEMPLATE = "sjabloon"
TEMPLATE_FILE = "sjabloon.xlsx"
"""Where a template goes if nobody names another file; also a way to ask for one."""


def template_command() -> Callable[..., None]:
    """Make `integraal export sjabloon`, in the language of this process."""

    @offers(Format.XLSX, target=TEMPLATE_FILE)
    def sjabloon(
        out: Output,
        instrument: Annotated[str, options.instrument_argument()] = DEFAULT_INSTRUMENT,
    ) -> None:
        from integraal.exchange.template import template

        out.write(template(open_instrument(instrument, words().language), words()))

    return sjabloon
