"""Lay out a year of meetings: when, who was there, and whom to invite."""

from collections.abc import Iterator

from integraal.model.services.gathering import Plan, Presence, Proposed
from integraal.report.blocks import Block, Document, Heading, Item
from integraal.report.meetings.days import day_of_week, days, weekday_of
from integraal.report.prose import page, paragraph, section
from integraal.report.text import inline, quiet
from integraal.words.words import Words


def plan_page(plan: Plan, words: Words) -> Document:
    """Compose the page."""
    return page(words("meetings.plan"), words, _Plan(plan, words).blocks())


class _Plan:
    """The parts of the page."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self.plan = plan
        self.words = words

    def blocks(self) -> Iterator[Block]:
        """All of them."""
        weekday = weekday_of(self.plan.days[0].day, self.words)
        title, today = self.plan.network.title, self.words.date(self.plan.today)
        yield paragraph(quiet(self.words("meetings.of", network=title, day=today)))
        yield from section(
            self.words("meetings.days"),
            map(self._day, self.plan.days),
            about=self.words("meetings.days_about", weekday=weekday),
            numbered=True,
        )
        names = self.words.apart(each.name for each in self.plan.calendars)
        yield paragraph(quiet(self.words("meetings.away_from", calendars=names)))
        yield from self._held()
        if not self.plan.is_recorded:
            yield paragraph(self.words("meetings.nothing_noted"))
            return
        yield from section(self.words("meetings.there"), map(self._there, self.plan.there))
        yield from section(
            self.words("meetings.missing"),
            self._missing(),
            about=self.words("meetings.missing_about"),
        )
        yield from section(
            self.words("meetings.long_away"),
            map(self._away, self.plan.long_away),
            about=self.words("meetings.long_away_about"),
        )

    def _day(self, one: Proposed) -> Item:
        told = [
            *(self.words("meetings.closed", calendar=each.name) for each in one.closed_to),
            *(
                self.words(
                    "meetings.not_known",
                    calendar=each.name,
                    begin=self.words.date(each.begin),
                    end=self.words.date(each.end),
                )
                for each in one.unknown_to
            ),
        ]
        below = tuple(inline(quiet(each)) for each in told)
        return Item(inline(day_of_week(one.day, self.words)), below)

    def _held(self) -> Iterator[Block]:
        yield Heading(2, self.words("meetings.held"))
        held = [each.on for each in self.plan.held]
        if not held:
            yield paragraph(self.words("meetings.held_none"))
            return
        told = {"count": len(held), "days": days(held, self.words)}
        yield paragraph(self.words("meetings.held_count", **told))

    def _there(self, one: Presence) -> str:
        day = self.words.date(one.last) if one.last else ""
        return self.words("meetings.there_last", name=one.name, day=day)

    def _missing(self) -> Iterator[str]:
        for sector, organisations in self.plan.missing:
            names = self.words.listed([each.name for each in organisations], "or")
            key = "missing_who" if names else "missing_nobody"
            told = {"organisations": names} if names else {}
            yield self.words(f"meetings.{key}", name=sector.name, **told)

    def _away(self, one: Presence) -> str:
        if one.last is None:
            return self.words("meetings.long_away_never", name=one.name, count=one.missed)
        day = self.words.date(one.last)
        return self.words("meetings.long_away_last", name=one.name, count=one.missed, day=day)
