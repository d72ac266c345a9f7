"""`integraal export formulier`: a form that asks and advises in a browser, as one file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers
from integraal.cli.readers import help_lines_in
from integraal.cli.services.opening import desks_in, standing_network
from integraal.reading.cases.case_instruments import neighbours
from integraal.words.words import LANGUAGES, Words

if TYPE_CHECKING:
    from integraal.model.instrument import Instrument
    from integraal.model.services.network import Network


def form_command() -> Callable[..., None]:
    """Make `integraal export formulier`, in the language of this process."""
    say = words()

    @offers(Format.HTML)
    def form(
        out: Output,
        instruments: Annotated[
            list[str] | None,
            options.argument(
                "form.instruments",
                say("metavar.form.instruments"),
                autocompletion=options.instrument_ids,
            ),
        ] = None,
        region: Annotated[list[str] | None, options.region_option()] = None,
    ) -> None:
        from integraal.browser.form import Beside, form_html
        from integraal.engine.lower import lower
        from integraal.engine.program_data import program_data
        from integraal.privacy.for_browsers import guard_data

        names = list(dict.fromkeys(instruments or [DEFAULT_INSTRUMENT]))
        language = words().language
        asked = _opened(names, language)
        if len({one.keep_apart for one in asked}) > 1:
            raise typer.BadParameter(words()("usage.form.apart"), param_hint="INSTRUMENT")
        spoken = {language: _with_others(asked, language)}
        for other in LANGUAGES:
            translated = _opened(names, other)
            if all(one.language == other for one in translated):
                spoken[other] = _with_others(translated, other)
        programs = [program_data(lower(one)) for one in spoken[language]]
        shown = [one.id for one in asked]
        lines = {each: help_lines_in(each) for each in spoken}
        network = standing_network(region or ())
        services = _services(network, shown, spoken) if network else {}
        beside = Beside(lines, guard_data(desks_in(network)), services)
        out.write(form_html(shown, spoken, programs, beside, large=out.large))

    return form


def _opened(names: Sequence[str], language: str) -> "list[Instrument]":
    return [open_instrument(name, language) for name in names]


def _services(
    network: "Network", shown: "Sequence[str]", spoken: "Mapping[str, Sequence[Instrument]]"
) -> dict[str, dict[str, Any]]:
    """The services of the region for the instruments that are asked, in each language."""
    from integraal.report.care_map.in_form import form_services

    today = date.today()
    return {
        language: {
            one.id: form_services(one, network.as_region(one.id), Words(language), today)
            for one in every
            if one.id in shown
        }
        for language, every in spoken.items()
    }


def _with_others(asked: "Sequence[Instrument]", language: str) -> "list[Instrument]":
    """These, and the others that see a danger in answers to their questions."""
    found = {one.id: one for one in asked}
    for one in asked:
        for other in neighbours(one.id, language):
            found.setdefault(other.id, other)
    return list(found.values())
