"""`integraal niveaus`: every level of a scale, to take notice of."""

from collections.abc import Callable
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.seam import Output, offers
from integraal.cli.services.opening import region_for
from integraal.report.care_map.behind_advice import services_named
from integraal.report.data.instruments import levels_data
from integraal.report.pages.levels import levels_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""

    @offers(*PAGE)
    def niveaus(
        out: Output,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        region: Annotated[list[str] | None, options.region_option()] = None,
    ) -> None:
        opened = open_instrument(instrument or DEFAULT_INSTRUMENT, words().language)
        scale = opened.scale
        if scale is None:
            problem = words()("usage.no_levels")
            raise typer.BadParameter(problem, param_hint="--instrument")
        document = scale.citation.document
        source = next((each for each in opened.sources if each.id == document), None)
        there = region_for(region or (), opened)
        if out.is_data:
            forms = [("form", form.id) for level in scale.levels for form in level.forms]
            out.write({**levels_data(scale), **services_named(dict.fromkeys(forms), there)})
            return
        out.write(levels_page(scale, source, words(), there))

    return niveaus
