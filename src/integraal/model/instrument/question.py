"""Questions in sections, with the options that answer them."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.condition import Condition
from integraal.model.instrument.numbers import ANY_NUMBER, Numbers
from integraal.model.source import Citation
from integraal.model.text import Text


class Kind(Enum):
    """What an answer to a question looks like."""

    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer; options of a question stand from low to high need."""

    id: str
    label: Text
    hint: Text = ""
    """A sentence that explains the label; may be empty."""
    level: str = ""
    """For a question that describes the present: the level this option belongs to."""
    compulsory: bool = False
    """Whether it says that nobody may refuse the help."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, asked once, whichever instruments use it."""

    id: str
    name: Text
    """A few words, for lists and tables."""
    ask: Text
    why: Text
    kind: Kind
    prompts: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()
    options_from_scale: bool = False
    """Whether the options are the levels of the scale, in its words."""
    ask_when: Condition | None = None
    citation: Citation | None = None
    changeable: bool = False
    """Whether people can alter it (agreements, consent), as against facts about people."""
    for_reflection: bool = False
    """Asked to think about; no rule may use it."""
    on_request: bool = False
    """On paper always; on a screen only when asked for."""
    estimate_of: str = ""
    """`family` or `professional` when the answer is their own estimate of the level."""
    from_case: bool = False
    """Whether the case file says it once, for all its moments (`land`)."""
    from_network: str = ""
    """What of the file of a network answers it; empty where that cannot know."""
    same_as: str = ""
    """`instrument/question` where it was asked first; whoever answered it there did so here."""
    own_addition: bool = False
    """Whether the source document does not ask this; `--alleen-bron` leaves it out, unless
    somebody's danger hangs on it."""
    sensitive: bool = False
    """Whether its answer is for professionals only, until those involved were talked with."""
    numbers: Numbers = ANY_NUMBER
    """Of a number: which ones answer it."""
    unit: Text = ""
    """Of a number: what is counted, as it stands behind the number; may be empty."""
    ask_family: Text = ""
    """The same in words for the family, to talk over; may be empty."""
    retired: bool = False
    """Whether it only was a question: what a case answers to it counts for nothing."""

    def option(self, option_id: str) -> Option:
        """The option with this id; KeyError when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    @property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, low to high need."""
        return tuple(option.id for option in self.options)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together."""

    id: str
    title: Text
    about: Text
    questions: tuple[Question, ...]
