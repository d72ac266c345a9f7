"""Ask about a text in which somebody could be recognised: change it, or keep it as it is."""

from collections.abc import Callable, Iterator
from datetime import date

from integraal.model.finding import Finding, Place
from integraal.words.words import Words


def is_kept(text: str, words: Words, line: Callable[[str], str]) -> bool:
    """Whether a text stays as it is: because there is nothing in it, or because people say so.

    Args:
        text: What somebody typed; it is not repeated.
        words: In the user's language.
        line: Asks for a line.
    """
    from integraal.privacy.guard import kinds_doubtful

    if not (kinds := kinds_doubtful([text], date.today())):
        return True
    found = words("doubt.found", kinds=words.detail("kinds", kinds))
    while True:
        typed = line(f"{found} {words('doubt.choices')}").strip().casefold().rstrip(".")
        if typed in words.typed("typed.doubt_change"):
            return False
        if typed in (*words.typed("typed.doubt_no_name"), *words.typed("typed.doubt_keep")):
            return True


def text_doubts(name: str, text: str, place: Place) -> Iterator[Finding]:
    """Tell that somebody could be recognised in the answer to a question, if so."""
    from integraal.privacy.guard import kinds_doubtful

    if kinds := kinds_doubtful([text], date.today()):
        yield Finding.warning("text-may-identify", place, where=name, kinds=kinds)
