"""The instrument for which a template was made: it is taken, or the difference is said."""

from pathlib import Path

from integraal.cli import terminal as screen
from integraal.cli.inputs import DEFAULT_INSTRUMENT
from integraal.model.finding import Finding, Place, Severity, faulty
from integraal.model.instrument import Instrument
from integraal.model.sheet import MadeFor
from integraal.reading.library import Library


def mark_of_table(source: str) -> MadeFor | None:
    """Read the mark of a template; any other table has none."""
    path = Path(source)
    if path.suffix.lower() != ".xlsx" or not path.is_file():
        return None
    from integraal.batch.table.workbook import made_for

    return made_for(path)


def instrument_for_table(made: MadeFor | None, given: str | None) -> str:
    """The instrument with which a table is evaluated: the one given, else its own, else the first.

    Args:
        made: The mark of the table.
        given: The instrument that was asked for.
    """
    if given is not None:
        return given
    return made.instrument if made is not None and _is_here(made) else DEFAULT_INSTRUMENT


def _is_here(made: MadeFor) -> bool:
    return made.instrument in {header.id for header in Library().headers("instrument")}


def check_template(
    source: str, made: MadeFor | None, instrument: Instrument, *, is_asked: bool, quiet: bool
) -> None:
    """Refuse a template of another instrument; say it of another version.

    Args:
        source: The table.
        made: Its mark.
        instrument: That evaluates it.
        is_asked: Whether somebody asked for that one.
        quiet: Whether to keep back what is no fault.

    Raises:
        Faulty: if it was made for another instrument, or for one that is not here and none is
            asked for.
    """
    if made is None:
        return
    if not (is_asked or _is_here(made)):
        raise faulty("template-unknown-instrument", source, made_for=made.instrument)
    if made.instrument != instrument.id:
        raise faulty(
            "template-other-instrument", source, made_for=made.instrument, instrument=instrument.id
        )
    if made.fingerprint != instrument.fingerprint and not quiet:
        versions = (("version", made.version), ("now", instrument.version))
        told, place = (("instrument", instrument.id), *versions), Place(source)
        screen.report(Finding("template-other-version", place, told, severity=Severity.WARNING))
