"""What every page says of where its instrument leads: who studied that, and what its author adds.

Those texts are the author's. Where an author says nothing, a sentence stands there that is true of
every instrument; `controleer` asks for theirs.
"""

from integraal.model.instrument import Instrument
from integraal.words.words import Words


def study_text(instrument: Instrument, words: Words) -> str:
    """The sentence that somebody, or nobody, studied where the questions lead."""
    study = instrument.validated
    if study is None:
        return words("honest.not_said")
    routes = "" if instrument.scale else "_routes"
    if study.is_studied:
        return words(f"honest.studied{routes}", by=study.by, source=study.citation)
    return words(f"honest.nobody{routes}")


def honest_text(instrument: Instrument, words: Words) -> str:
    """The same, with what the author adds to it."""
    added = instrument.disclaimer_here or words("honest.may_be_wrong")
    return f"{study_text(instrument, words)} {added}"


def disclaimer_text(instrument: Instrument, words: Words) -> str:
    """What must be said with advice that stands alone, such as data."""
    return words("disclaimer", honest=honest_text(instrument, words))


def honest_for_others(instrument: Instrument, words: Words) -> str:
    """The sentence for others than professionals; no answer changes it."""
    study = instrument.validated
    if study is None:
        return words("reader.honest.not_said")
    if study.is_studied:
        return words("reader.honest.studied", by=study.by)
    return words("reader.honest.nobody")
