"""`integraal export programma`: an instrument lowered to a small program, for other engines."""

from collections.abc import Callable
from typing import Annotated

from integraal.cli import options
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers


def program_command() -> Callable[..., None]:
    """Make `integraal export programma`, in the language of this process."""

    @offers(Format.JSON)
    def program(
        out: Output,
        instrument: Annotated[str, options.instrument_argument()] = DEFAULT_INSTRUMENT,
        source_only: Annotated[bool, options.source_only_option()] = False,
    ) -> None:
        from integraal.browser.texts import advice_texts
        from integraal.engine.lower import lower
        from integraal.engine.program_data import program_data

        say = words()
        opened = open_instrument(instrument, say.language)
        data = program_data(lower(opened, source_only=source_only))
        out.write({**data, "texts": advice_texts(opened, say)})

    return program
