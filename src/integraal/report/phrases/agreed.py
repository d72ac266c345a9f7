"""An agreement in a few words: who, and by which day."""

from datetime import date

from integraal.model.case import Agreement
from integraal.words.words import Words


def agreed_by(agreement: Agreement, today: date | None, words: Words) -> str:
    """By whom, by which day, and whether that day has passed.

    Args:
        agreement: That is still to be done.
        today: To say whether its day has passed; None where nobody looks at a clock.
        words: In the language of the page.
    """
    told = [agreement.who]
    if agreement.by is not None:
        told.append(words("course.by", day=words.date(agreement.by)))
        if today is not None and agreement.by < today:
            told.append(words("course.past"))
    return " · ".join(told)


def agreement_line(agreement: Agreement, today: date | None, words: Words) -> str:
    """All of it on one line."""
    return f"{agreement.what} · {agreed_by(agreement, today, words)}"
