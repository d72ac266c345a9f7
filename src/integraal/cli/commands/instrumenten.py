"""`integraal instrumenten`: which instruments there are."""

import sys
from collections.abc import Callable
from typing import Annotated

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import DEFAULT_INSTRUMENT
from integraal.cli.language import words
from integraal.reading.library import Library
from integraal.report.pages.instruments import Listed, instruments_json, instruments_page
from integraal.report.render.markdown import render_markdown


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""

    def instrumenten(
        layout: Annotated[
            options.ListLayout, options.option("--formaat", "-f", key="layout")
        ] = options.ListLayout.TERMINAL,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        listed = _listed(words().language)
        if layout is options.ListLayout.JSON:
            print(instruments_json(listed))
        elif layout is options.ListLayout.MARKDOWN:
            sys.stdout.write(render_markdown(instruments_page(listed, words())))
        else:
            screen.show(instruments_page(listed, words()))

    return instrumenten


def _listed(language: str) -> list[Listed]:
    library = Library()
    # What a command takes where nobody names one comes first.
    headers = sorted(
        library.headers("instrument"), key=lambda found: found.id != DEFAULT_INSTRUMENT
    )
    return [
        (library.instrument_file(header.path, language), library.languages(header.id))
        for header in headers
    ]
