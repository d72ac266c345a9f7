"""Counts in words: rounded, with what they are a part of; what is not shown says so."""

from integraal.model.results.signals import UNKNOWN, About, Line, Reported, Theme
from integraal.report.text import Inline, inline, quiet
from integraal.words.words import Words

_OF_LEVELS = (About.LEVEL, About.REACH, About.CURRENT, About.FEASIBLE)


class SignalsText:
    """The words for the counts of one report."""

    def __init__(self, reported: Reported, words: Words) -> None:
        self.signals = reported.signals
        self.instrument = reported.instrument
        self.words = words
        self.hidden = words("signals.not_shown")
        """What stands where a count is not shown."""

    def plain(self, count: int | None) -> str:
        """A count."""
        return self.hidden if count is None else self.words.count(count)

    def count(self, theme: Theme, line: Line, group: int | None = None) -> str:
        """A count with its percentage, where there is one."""
        count = line.at(group)
        rate = None if line.value == UNKNOWN else self.signals.rate(theme, line, group)
        if count is None or rate is None:
            return self.plain(count)
        return self.words("signals.count_rate", count=self.plain(count), rate=rate)

    def share(self, theme: Theme, line: Line, group: int | None = None) -> str:
        """A count, and of how many cases it is known."""
        count, known = line.at(group), self.signals.known(theme, group)
        if count is None or known is None:
            return self.plain(count)
        rate = self.signals.rate(theme, line, group)
        told = {"count": self.plain(count), "known": self.plain(known)}
        if rate is None:
            return self.words("signals.of", **told)
        # Of the groups it is said on one line: there, what is known of is named once, above.
        in_full = group is None and theme.unknown is not None
        return self.words(
            "signals.of_known_rate" if in_full else "signals.of_rate", rate=rate, **told
        )

    def groups(self, theme: Theme, line: Line) -> tuple[Inline, ...]:
        """Say it of every group, on one smaller line."""
        told = [
            self.words("pair", name=self.group(index), value=self.share(theme, line, index))
            for index in range(len(self.signals.groups))
        ]
        return (inline(quiet(" · ".join(told))),) if told else ()

    def group(self, index: int) -> str:
        """Name a group."""
        group = self.signals.groups[index]
        if group.is_rest:
            return self.words("signals.rest")
        return group.label or self.words("signals.no_label")

    def value(self, theme: Theme, line: Line) -> str:
        """Name a value of a theme."""
        if line.value == UNKNOWN:
            return self.words("signals.not_known")
        if theme.about in _OF_LEVELS:
            return self.level(line.value)
        key = f"signals.{theme.about.value}.{line.value}"
        return self.words(key) if key in self.words else line.value

    def level(self, name: str) -> str:
        """Name a level, or say that there is no limit; the id where the instrument is another."""
        scale = self.instrument.scale
        names = {level.id: level.name for level in scale.levels} if scale else {}
        if self.signals.is_same_version and name in names:
            return names[name]
        key = f"signals.feasible.{name}"
        return self.words(key) if key in self.words else name

    def item(self, theme: Theme) -> str:
        """A limit, an action or a route in the instrument's own sentence."""
        if not self.signals.is_same_version:
            return theme.id
        if theme.about is About.LIMIT:
            return self.instrument.rule(theme.id).grounds.because
        if theme.about is About.ACTION:
            return self.instrument.action(theme.id).text
        return self.instrument.outcome(theme.id).text
