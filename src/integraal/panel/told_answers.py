"""Tell one answer: in sentences of a story, or as what was asked and what was answered.

Where an option describes a form of working together, what people do is told, and not its name.
"""

from collections.abc import Iterator

from integraal.model.answers import Answer, DontKnow, Partly
from integraal.model.instrument import Instrument, Question
from integraal.model.study.stories import CHOSEN, CHOSEN_ONE, NONE, REST, UNSURE, Stories
from integraal.words.words import Words


def as_story(
    question: Question, answer: Answer, stories: Stories, wording: int, words: Words
) -> str:
    """Tell an answer in sentences.

    Args:
        question: What was asked.
        answer: To it.
        stories: With sentences for it.
        wording: Which of the two: 1 or 2.
        words: In the language of the stories.
    """
    return " ".join(_Teller(question, stories, wording - 1, words).sentences(answer))


class _Teller:
    """Tells the answers to one question."""

    def __init__(self, question: Question, stories: Stories, way: int, words: Words) -> None:
        self.options, self.words = question.option_ids, words
        told = stories.told[question.id]
        self.told = {name: wordings[way] for name, wordings in told.items()}

    def sentences(self, answer: Answer) -> Iterator[str]:
        match answer:
            case DontKnow():
                yield self.told[answer.value]
            case Partly(chosen, unknown):
                yield self.several(chosen, CHOSEN)
                is_rest = unknown == set(self.options) - chosen
                yield self.told[REST] if is_rest else self.several(unknown, UNSURE)
            case frozenset():
                yield self.several(answer, CHOSEN) if answer else self.told[NONE]
            case str():
                yield self.told[answer]
            case _:
                yield self.told[CHOSEN].format(list=answer)

    def several(self, chosen: frozenset[str], around: str) -> str:
        """Options in their own order, in the sentence around them, or each as a sentence."""
        told = [self.told[name] for name in self.options if name in chosen]
        if around == CHOSEN and len(told) == 1 and CHOSEN_ONE in self.told:
            around = CHOSEN_ONE
        # Without a sentence around those that are there, each option is one by itself.
        listed_ = self.words.listed(told) if CHOSEN in self.told else " ".join(told)
        return self.told[around].format(list=listed_) if around in self.told else listed_


def listed(
    question: Question, answer: Answer, instrument: Instrument, words: Words
) -> tuple[str, str]:
    """What was asked, and what was answered.

    Args:
        question: Of the instrument.
        answer: To it.
        instrument: In the language of the list.
        words: In the same language.
    """
    return question.ask, _answered(question, answer, instrument, words)


def _answered(question: Question, answer: Answer, instrument: Instrument, words: Words) -> str:
    match answer:
        case DontKnow():
            return f"{words('answer.dont_know')}."
        case Partly(chosen, _):
            told = _options(question, chosen, instrument, words)
            return f"{words('answer.partly', chosen=told.removesuffix('.'))}."
        case frozenset() if not answer:
            return f"{words('answer.none_of_these')}."
        case frozenset():
            return _options(question, answer, instrument, words)
        case str():
            return _options(question, frozenset({answer}), instrument, words)
        case _:
            return f"{answer} {question.unit}".strip() + "."


def _options(
    question: Question, chosen: frozenset[str], instrument: Instrument, words: Words
) -> str:
    told = [_option(question, name, instrument) for name in question.option_ids if name in chosen]
    return f"{words.apart([each.removesuffix('.') for each in told])}."


def _option(question: Question, name: str, instrument: Instrument) -> str:
    option = question.option(name)
    level = next(
        (
            one
            for one in (instrument.scale.levels if instrument.scale else ())
            if one.id == option.level
        ),
        None,
    )
    if level is None:
        return option.label
    return " ".join(form.what for form in level.forms)
