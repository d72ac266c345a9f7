"""`integraal export sjabloon`: a table to fill in, with many cases or with services."""

from collections.abc import Callable
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers

TEMPLATE = "sjabloon"
TEMPLATE_FILE = "sjabloon.xlsx"
"""Where a template goes if nobody names another file; also a way to ask for one."""
NETWORK = "netwerk"
"""Named in the place of an instrument, for the template of a list of services."""


def template_command() -> Callable[..., None]:
    """Make `integraal export sjabloon`, in the language of this process."""

    @offers(Format.XLSX, Format.CSV, target=TEMPLATE_FILE)
    def sjabloon(
        out: Output,
        instrument: Annotated[str, options.instrument_argument()] = DEFAULT_INSTRUMENT,
    ) -> None:
        if instrument == NETWORK:
            out.write(_of_services(out.format))
            return
        if out.format is not Format.XLSX:
            raise typer.BadParameter(
                words()("usage.template_is_xlsx", file=out.target or "csv"), param_hint="--formaat"
            )
        from integraal.exchange.template import template

        out.write(template(open_instrument(instrument, words().language), words()))

    return sjabloon


def _of_services(form: Format) -> str | bytes:
    """The template of a list of services, without any."""
    from integraal.exchange.services.service_list import list_csv, list_workbook

    if form is Format.CSV:
        return list_csv(None, words())
    from integraal.cli.services.opening import named_in_lists

    return list_workbook(None, named_in_lists(), words())
