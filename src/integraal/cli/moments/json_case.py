"""A case file in JSON: whoever changes it is told that it comes to stand in lines."""

import contextlib
from pathlib import Path

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.model.finding import Faulty
from integraal.reading.cases.case_document import is_json


def say_if_json(path: Path) -> None:
    """Say it of a file that is about to be changed.

    What cannot be read is said by whoever opens it, after its danger.
    """
    with contextlib.suppress(Faulty):
        if path.exists() and is_json(path):
            screen.tell(words()("case.was_json"))
