"""Find whatever a service can be for, in every instrument of a library."""

from integraal.model.services.network import Target
from integraal.reading.library import Library


def targets_of_all(library: Library, language: str) -> tuple[Target, ...]:
    """Whatever a service can be for, remembered as the instruments themselves are.

    Args:
        library: Of the instruments.
        language: In which it is told.

    Raises:
        Faulty: with every fault in the first instrument that has one.
    """
    headers = list(library.headers("instrument"))
    entry = library.remembered_targets(language)
    known = entry.read(tuple) if entry else None
    if known is not None:
        return known
    from integraal.model.services.targets import targets_of

    instruments = (library.instrument_file(header.path, language) for header in headers)
    found = tuple(target for each in instruments for target in targets_of(each))
    if entry is not None:
        entry.write(found)
    return found
