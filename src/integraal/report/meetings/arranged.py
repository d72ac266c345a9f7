"""What a meeting agreed, in a line."""

from datetime import date

from integraal.model.services.meeting import Arrangement
from integraal.model.services.network import Network
from integraal.words.words import Words


def arranged(one: Arrangement, day: date, network: Network, words: Words) -> str:
    """What, who, and by when; else when it was agreed.

    Args:
        one: What was agreed.
        day: On which.
        network: Whose organisations may do it.
        words: In the language of the page.
    """
    owner = network.organisation(one.who)
    who = owner.name if owner else one.who or words("meetings.nobody_yet")
    if one.by is None:
        return words("meetings.open_line", what=one.what, who=who, day=words.date(day))
    return words("meetings.open_by", what=one.what, who=who, by=words.date(one.by))
