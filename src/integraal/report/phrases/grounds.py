"""What a reason rests on, in few words: a letter with its meaning, the rule and its source."""

from integraal.model.instrument import Rule, Score
from integraal.model.reader import Reader
from integraal.model.source import Grounds, Support
from integraal.words.words import Words


def letter(support: Support, words: Words) -> str:
    """The letter of a support, between brackets: a code of a rule may begin with the same one."""
    return f"({words(f'support.letter.{support.value}')})"


def grounds_text(rule: Rule, reader: Reader, words: Words) -> str:
    """What a rule rests on, in full: the letter with its meaning, and for professionals the rest.

    Args:
        rule: Whose grounds they are.
        reader: For whom it is; others get no number of a rule and no source.
        words: In the language of the page.
    """
    support = rule.grounds.support
    told = f"{letter(support, words)} {words(f'support.{support.value}')}"
    if not reader.is_professional:
        return told
    sources = words.apart(str(citation) for citation in rule.grounds.citations)
    return " · ".join(
        filter(None, (told, _named(rule, words), sources, rule.grounds.for_professionals))
    )


def grounds_of_definition(grounds: Grounds, words: Words) -> str:
    """What a definition rests on, where a legend stands on the page: its letter and source."""
    sources = words.apart(str(citation) for citation in grounds.citations)
    told = filter(None, (grounds.code, sources))
    return f"{letter(grounds.support, words)} {' · '.join(told)}"


def short_grounds(rule: Rule, reader: Reader, words: Words) -> str:
    """The same where a legend stands on the page: the letter, the rule and the key of its source.

    Args:
        rule: Whose grounds they are.
        reader: For whom it is.
        words: In the language of the page.
    """
    keys = dict.fromkeys(citation.document for citation in rule.grounds.citations)
    told = letter(rule.grounds.support, words)
    if not reader.is_professional:
        return told
    named = f"{told} {_named(rule, words)}"
    return " · ".join(filter(None, (named, ", ".join(keys), rule.grounds.for_professionals)))


def score_grounds(score: Score, reader: Reader, words: Words) -> str:
    """What a score rests on: the letter with its meaning, and its sources, for whoever reads it.

    A score never stands without its source, so that others read that too.
    """
    grounds = score.grounds
    told = f"{letter(grounds.support, words)} {words(f'support.{grounds.support.value}')}"
    sources = words.apart(str(citation) for citation in grounds.citations)
    named = grounds.code if reader.is_professional else ""
    return " · ".join(filter(None, (told, named, sources)))


def _named(rule: Rule, words: Words) -> str:
    named = f"{words('reason.rule')} {rule.grounds.code or rule.id}"
    if rule.minimum_of:
        return words("reason.taken_from", rule=named, instrument=rule.taken_from)
    return named


def legend(words: Words, key: str = "support") -> str:
    """What each letter says.

    Args:
        words: In the language of the page.
        key: Under which the meanings stand: `support`, `short.support` where there is little room,
            or `family.support` for families.

    >>> legend(Words("nl"))[-15:]
    '(K) onze keuze.'
    """
    letters = (f"{letter(each, words)} {words(f'{key}.{each.value}')}" for each in Support)
    said = {"support": "support.legend", "short.support": "short.letters"}
    return words(said.get(key, "family.letters"), letters=words.apart(letters))
