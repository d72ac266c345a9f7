"""`integraal export sjabloon`: a workbook with drop-down lists, for who fills in many cases."""

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers
from integraal.words.words import Words

if TYPE_CHECKING:
    from integraal.exchange.wording import Wording

TEMPLATE = "sjabloon"
TEMPLATE_FILE = "sjabloon.xlsx"
"""Where a template goes if nobody names another file; also a way to ask for one."""
_SAID_ELSEWHERE = {"dont_know": "answer.dont_know", "disclaimer": "disclaimer"}


def template_command() -> Callable[..., None]:
    """Make `integraal export sjabloon`, in the language of this process."""

    @offers(Format.XLSX, target=TEMPLATE_FILE)
    def sjabloon(
        out: Output,
        instrument: Annotated[str, options.instrument_argument()] = DEFAULT_INSTRUMENT,
    ) -> None:
        from integraal.exchange.template import template

        out.write(template(open_instrument(instrument, words().language), wording(words())))

    return sjabloon


def wording(say: Words) -> "Wording":
    """Give the sentences of a template, in the language of these words."""
    from integraal.exchange.wording import Wording

    names = [field.name for field in fields(Wording)]
    return Wording(**{name: say(_SAID_ELSEWHERE.get(name, f"template.{name}")) for name in names})
