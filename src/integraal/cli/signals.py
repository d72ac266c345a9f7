"""Of which instrument results are, in which signals are counted."""

from collections.abc import Sequence

from integraal.cli.inputs import open_instrument
from integraal.cli.language import words
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.reading.library import Library


def instrument_of_results(
    named: str, fingerprints: Sequence[str], versions: Sequence[str], file: str
) -> Instrument:
    """Open the instrument that gave the advice: the one that is named, else the one it is of.

    Raises:
        Faulty: if the results are of another than the one that is named; or if nobody names one,
            and they are of none that we know.
    """
    library = Library()
    every = (library.instrument_file(found.path) for found in library.headers("instrument"))
    known = next((one.id for one in every if one.fingerprint in fingerprints), "")
    if not (named or known):
        raise faulty("unknown-results", file, version=", ".join(versions))
    opened = open_instrument(named or known, words().language)
    if known and known != opened.id:
        raise faulty("other-results", file, instrument=known)
    return opened
