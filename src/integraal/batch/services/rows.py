"""Make a network of rows: each is taken as a whole, or refused with a reason and a remedy.

Nothing is guessed. What a row says that nobody can read is said with its place, and then nothing of
that row is taken: a service with half of its facts sends people the wrong way.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from integraal.batch.services.cells import (
    BETWEEN,
    ID,
    cleaned,
    free,
    parts,
    slug,
    text_in,
    texts_in,
    yes_or_no,
)
from integraal.batch.services.vocabulary import Vocabulary, letters
from integraal.model.finding import Faulty, Finding, Place, Severity
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service, Wait
from integraal.model.services.row import NEEDED, OF_ORGANISATION, Cell, Row, Titled
from integraal.privacy.desks import desk_faults, people_at_desks, region_texts

_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WEEKS = re.compile(r"(?:ca\.? ?|\+/- ?|± ?)?(\d{1,3})\s*(?:w|wk|weken|week|weeks|semaines?)?\.?")
_MOST_WEEKS = 520
_NO_WAIT = ("geen", "geenwachttijd", "none", "nowait", "aucun", "aucune", "aucuneattente")
_CALLED = {"sector": "sector", "kind": "partner"}
"""What findings call that which a column of an organisation names."""
NOTHING = "-"
"""What somebody says that a text stands for, where it says nothing of a service here."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of rows: as many were taken and refused as there are."""

    network: Network
    rows: int
    refused: tuple[int, ...]
    """Of the rows, which ones."""
    findings: tuple[Finding, ...]
    """Why, and what is remarkable of those that were taken."""


@dataclass
class Intake:
    """Takes rows, one after the other."""

    says: Vocabulary
    today: date
    services: dict[str, Service] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _lines: dict[tuple[str, str], int] = field(default_factory=dict)
    """Where a service stands, by its name and its organisation."""
    _named: dict[str, str] = field(default_factory=dict)
    """Ids of organisations by their names."""
    _wrong: list[Finding] = field(default_factory=list)
    """Of the row in hand."""

    def take(self, row: Row, broken: Iterable[Finding] = ()) -> bool:
        """Take a row, unless anything is broken in it; say whether it was."""
        self._wrong = list(broken)
        cells = {name: cleaned(cell) for name, cell in row.cells.items()}
        cells = {name: cell for name, cell in cells.items() if cell}
        owner = self._owner(cells, row.place)
        made = list(self._services(cells, row.place, owner))
        self._check_people(made, owner, row.place)
        self.findings += self._wrong
        if any(each.severity is Severity.ERROR for each in self._wrong):
            return False
        if owner:
            self.organisations[owner.id] = owner
            self._named.setdefault(letters(owner.name), owner.id)
        new: set[str] = set()
        for service in made:
            # Of one row with several services, two may come to one id.
            identity = service.id if service.id not in new else free(service.id, self.services)
            new.add(identity)
            self.services[identity] = replace(service, id=identity)
            self._lines[letters(service.name), service.organisation] = row.place.line
        return True

    def _refuse(self, code: str, place: Place, suggestion: str = "", **details: Any) -> None:
        self._wrong.append(Finding.at(code, place, suggestion=suggestion, **details))

    def _owner(self, cells: dict[str, Cell], place: Place) -> Organisation | None:
        name, given = text_in(cells, "organisation"), text_in(cells, "organisation_id")
        if not (name or given):
            return None
        known = self._named.get(letters(name), "")
        identity = given or known or free(slug(name), self.organisations)
        if not ID.fullmatch(identity):
            self._refuse("bad-form", place, key="organisation_id", word=identity)
        said = Organisation(
            identity,
            name or identity,
            self._named_as("sector", cells, place),
            self._named_as("kind", cells, place),
            self._yes_or_no("committed", cells, place),
        )
        before = self.organisations.get(identity)
        return said if before is None else self._added(before, said, place)

    def _named_as(self, column: str, cells: dict[str, Cell], place: Place) -> str:
        """The id of the sector or the kind of partner that a row names."""
        text = text_in(cells, column)
        found = self.says.named(column, text) if text else ""
        if text and not found:
            name, near = _CALLED[column], self.says.nearest_named(column, text)
            ways = {"way": "known", "expected": ", ".join(self.says.every_named(column))}
            self._refuse(f"unknown-{name}", place, near, **{name: text}, **ways)
        return found

    def _added(self, before: Organisation, said: Organisation, place: Place) -> Organisation:
        """An organisation of an earlier row, with what only this one says; what was said stays."""
        if said.sector and before.sector not in ("", said.sector):
            where = {"organisation": before.name, "sector": before.sector}
            self._wrong.append(Finding.warning("sector-differs", place, **where))
        other_kind = said.kind and before.kind not in ("", said.kind)
        other_word = said.committed is not None and before.committed not in (None, said.committed)
        if other_kind or other_word:
            name = before.name
            self._wrong.append(Finding.warning("partner-differs", place, organisation=name))
        return replace(
            before,
            sector=before.sector or said.sector,
            kind=before.kind or said.kind,
            committed=said.committed if before.committed is None else before.committed,
        )

    def _services(
        self, cells: dict[str, Cell], place: Place, owner: Organisation | None
    ) -> Iterator[Service]:
        if owner and not cells.keys() - set(OF_ORGANISATION):
            return  # an organisation that has no service on the map
        if (status := text_in(cells, "status")) not in ("", "active"):
            self._refuse("service-closed", place, name=text_in(cells, "name"), status=status)
        given, name = text_in(cells, "id"), text_in(cells, "name")
        # One row may be an organisation with several services, each on a line.
        names = [name] if given else [each for each in parts(name, BETWEEN[:2]) if each]
        # A cell with nothing but signs between texts says as little as an empty one.
        for column, says in zip(NEEDED, (any(names), texts_in(cells, "for")), strict=True):
            if not says:
                self._refuse(f"row-without-{column}", place)
        like = Service(
            "", "", self._targets(cells, place), checked=self._day("checked", cells, place)
        )
        like = replace(
            like,
            audience=text_in(cells, "audience"),
            access=text_in(cells, "access"),
            cost=text_in(cells, "cost"),
            contact=text_in(cells, "contact"),
            about=text_in(cells, "about"),
            languages=tuple(dict.fromkeys(map(self.says.language, texts_in(cells, "languages")))),
            places=texts_in(cells, "places"),
            key_point=bool(self._yes_or_no("key_point", cells, place)),
            wait=self._wait(cells, place, like.checked),
            organisation=owner.id if owner else "",
        )
        for each in names:
            yield replace(like, name=each, id=self._identity(given, each, like, place))

    def _identity(self, given: str, name: str, like: Service, place: Place) -> str:
        if given and not ID.fullmatch(given):
            self._refuse("bad-form", place, key="id", word=given)
        before = self._lines.get((letters(name), like.organisation))
        if before is not None and not given:
            self._refuse("row-twice", place, name=name, first=before or place.file)
        if given in self.services:
            self._refuse("duplicate-id", place, id=given)
        return given or free(slug(name), self.services)

    def _targets(self, cells: dict[str, Cell], place: Place) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for text in texts_in(cells, "for"):
            if self.says.own.get("for", {}).get(text) == NOTHING:
                continue
            if target := self.says.target(text):
                found[target] = None
            else:
                near = self.says.nearest_target(text)
                self._refuse("unknown-target", place, near, target=text)
        if texts_in(cells, "for") and not found and not self._wrong:
            self._refuse("row-without-for", place)  # all of it stands for nothing here
        return tuple(found)

    def _day(self, column: str, cells: dict[str, Cell], place: Place) -> date | None:
        text = text_in(cells, column)
        if not text:
            return None
        parts = _DAY.fullmatch(text)
        iso = f"{parts[3]}-{int(parts[2]):02}-{int(parts[1]):02}" if parts else text
        try:
            return date.fromisoformat(iso[:10] if re.match(r"\d{4}-\d\d-\d\d[ T]", iso) else iso)
        except ValueError:
            self._refuse("not-a-date", place, key=column, word=text)
            return None

    def _wait(self, cells: dict[str, Cell], place: Place, checked: date | None) -> Wait | None:
        text, asked = text_in(cells, "wait_weeks"), self._day("wait_asked", cells, place)
        if not text:
            if asked is not None:
                self._refuse("wait-without-weeks", place)
            return None
        weeks = _WEEKS.fullmatch("0" if letters(text) in _NO_WAIT else text.casefold())
        if not weeks or int(weeks[1]) > _MOST_WEEKS:
            self._refuse("wait-not-weeks", place, word=text)
            return None
        day = asked or checked
        if day is None:
            if "wait_asked" not in cells:
                self._refuse("wait-undated", place)
            return None
        return Wait(int(weeks[1]), day)

    def _yes_or_no(self, column: str, cells: dict[str, Cell], place: Place) -> bool | None:
        text = text_in(cells, column)
        try:
            return yes_or_no(text)
        except ValueError:
            self._refuse("not-yes-or-no", place, word=text)
            return None

    def _check_people(
        self, services: Sequence[Service], owner: Organisation | None, place: Place
    ) -> None:
        """Hold what a row says to what may stand in a network: organisations and desks alone."""
        network = Network("", "", tuple(services), (owner,) if owner else ())
        texts = [(at, text) for at, text in region_texts(network) if text]
        self._wrong += desk_faults(texts, lambda _: place)
        self._wrong += people_at_desks(texts, lambda _: place)


def taken(
    rows: Iterable[Row],
    head: Titled,
    says: Vocabulary,
    broken: Iterable[Finding] = (),
    today: date | None = None,
) -> Taken:
    """Make a network of rows.

    Args:
        rows: In their order.
        head: What the network is called.
        says: What texts in the rows stand for.
        broken: What is wrong with cells, each with the place of its row, which is refused.
        today: To judge by what is a day of birth.
    """
    intake = Intake(says, today or date.today())
    wrong: dict[Place, list[Finding]] = {}
    for each in broken:
        wrong.setdefault(each.place, []).append(each)
    was_taken = [intake.take(row, wrong.get(row.place, ())) for row in rows]
    refused = tuple(number for number, done in enumerate(was_taken, 1) if not done)
    services, owners = intake.services.values(), intake.organisations.values()
    network = Network(head.id, head.title, tuple(services), tuple(owners), head.note)
    return Taken(network, len(was_taken), refused, tuple(intake.findings))


def titled(path: object, head: Titled) -> Titled:
    """What a network is called, as its file can hold it.

    Raises:
        Faulty: where somebody can be recognised in it.
    """
    said = Titled(
        head.id if ID.fullmatch(head.id) else slug(head.id),
        str(cleaned(head.title)) or head.id,
        str(cleaned(head.note)),
    )
    texts = region_texts(Network(said.id, said.title, (), note=said.note))
    if faults := desk_faults(texts, lambda _: Place(str(path))):
        raise Faulty(faults)
    return said
