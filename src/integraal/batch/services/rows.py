"""Make a network of rows: each is taken as a whole, or refused with a reason and a remedy.

Nothing is guessed. What a row says that nobody can read is said with its place, and then nothing of
that row is taken: a service with half of its facts sends people the wrong way.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import Any

from integraal.batch.services.vocabulary import Vocabulary, letters
from integraal.model.finding import Faulty, Finding, Place, Severity
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service, Wait
from integraal.model.services.row import NEEDED, OF_ORGANISATION, Cell, Row, Titled
from integraal.network.search import folded
from integraal.privacy.desks import desk_faults, people_at_desks, region_texts

_BETWEEN = ("\n", ";", ",")
"""Signs between texts in one cell; the first that is there counts."""
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WEEKS = re.compile(r"(?:ca\.? ?|\+/- ?|± ?)?(\d{1,3})\s*(?:w|wk|weken|week|weeks|semaines?)?\.?")
_MOST_WEEKS = 520
_YES = frozenset(["ja", "yes", "oui", "j", "y", "x", "1", "true", "waar", "vrai", "sleutelpunt"])
_NO = frozenset({"", *["nee", "no", "non", "n", "0", "false", "onwaar", "faux", "-"]})
_NOT_AN_ID = re.compile(r"[^a-z0-9]+")
NOTHING = "-"
"""What somebody says that a text stands for, where it says nothing of a service here."""
_ID = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no file of ours can hold."""


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
        cells = {name: _cleaned(cell) for name, cell in row.cells.items()}
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
            identity = service.id if service.id not in new else _free(service.id, self.services)
            new.add(identity)
            self.services[identity] = replace(service, id=identity)
            self._lines[letters(service.name), service.organisation] = row.place.line
        return True

    def _refuse(self, code: str, place: Place, suggestion: str = "", **details: Any) -> None:
        self._wrong.append(Finding.at(code, place, suggestion=suggestion, **details))

    def _owner(self, cells: dict[str, Cell], place: Place) -> Organisation | None:
        name, given = _text(cells, "organisation"), _text(cells, "organisation_id")
        if not (name or given):
            return None
        known = self._named.get(letters(name), "")
        identity = given or known or _free(slug(name), self.organisations)
        if not _ID.fullmatch(identity):
            self._refuse("bad-form", place, key="organisation_id", word=identity)
        sector = _text(cells, "sector")
        found = self.says.sector(sector) if sector else ""
        if sector and not found:
            self._refuse("unknown-sector", place, sector=sector)
        before = self.organisations.get(identity)
        if before is None:
            return Organisation(identity, name or identity, found)
        if found and before.sector not in ("", found):
            where = {"organisation": before.name, "sector": before.sector}
            self._wrong.append(Finding.warning("sector-differs", place, **where))
        return replace(before, sector=before.sector or found)

    def _services(
        self, cells: dict[str, Cell], place: Place, owner: Organisation | None
    ) -> Iterator[Service]:
        if owner and not cells.keys() - set(OF_ORGANISATION):
            return  # an organisation that has no service on the map
        if (status := _text(cells, "status")) not in ("", "active"):
            self._refuse("service-closed", place, name=_text(cells, "name"), status=status)
        given, name = _text(cells, "id"), _text(cells, "name")
        # One row may be an organisation with several services, each on a line.
        names = [name] if given else [each for each in _parts(name, _BETWEEN[:2]) if each]
        # A cell with nothing but signs between texts says as little as an empty one.
        for column, says in zip(NEEDED, (any(names), _list(cells, "for")), strict=True):
            if not says:
                self._refuse(f"row-without-{column}", place)
        like = Service(
            "", "", self._targets(cells, place), checked=self._day("checked", cells, place)
        )
        like = replace(
            like,
            audience=_text(cells, "audience"),
            access=_text(cells, "access"),
            cost=_text(cells, "cost"),
            contact=_text(cells, "contact"),
            about=_text(cells, "about"),
            languages=tuple(dict.fromkeys(map(self.says.language, _list(cells, "languages")))),
            places=_list(cells, "places"),
            key_point=self._is_key_point(cells, place),
            wait=self._wait(cells, place, like.checked),
            organisation=owner.id if owner else "",
        )
        for each in names:
            yield replace(like, name=each, id=self._identity(given, each, like, place))

    def _identity(self, given: str, name: str, like: Service, place: Place) -> str:
        if given and not _ID.fullmatch(given):
            self._refuse("bad-form", place, key="id", word=given)
        before = self._lines.get((letters(name), like.organisation))
        if before is not None and not given:
            self._refuse("row-twice", place, name=name, first=before or place.file)
        if given in self.services:
            self._refuse("duplicate-id", place, id=given)
        return given or _free(slug(name), self.services)

    def _targets(self, cells: dict[str, Cell], place: Place) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for text in _list(cells, "for"):
            if self.says.own.get("for", {}).get(text) == NOTHING:
                continue
            if target := self.says.target(text):
                found[target] = None
            else:
                near = self.says.nearest_target(text)
                self._refuse("unknown-target", place, near, target=text)
        if _list(cells, "for") and not found and not self._wrong:
            self._refuse("row-without-for", place)  # all of it stands for nothing here
        return tuple(found)

    def _day(self, column: str, cells: dict[str, Cell], place: Place) -> date | None:
        text = _text(cells, column)
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
        text, asked = _text(cells, "wait_weeks"), self._day("wait_asked", cells, place)
        if not text:
            if asked is not None:
                self._refuse("wait-not-weeks", place, word="")
            return None
        weeks = _WEEKS.fullmatch(text.casefold())
        if not weeks or int(weeks[1]) > _MOST_WEEKS:
            self._refuse("wait-not-weeks", place, word=text)
            return None
        day = asked or checked
        if day is None:
            if "wait_asked" not in cells:
                self._refuse("wait-undated", place)
            return None
        return Wait(int(weeks[1]), day)

    def _is_key_point(self, cells: dict[str, Cell], place: Place) -> bool:
        text = _text(cells, "key_point").casefold()
        if text not in _YES | _NO:
            self._refuse("not-yes-or-no", place, word=text)
        return text in _YES

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
        head.id if _ID.fullmatch(head.id) else slug(head.id),
        str(_cleaned(head.title)) or head.id,
        str(_cleaned(head.note)),
    )
    texts = region_texts(Network(said.id, said.title, (), note=said.note))
    if faults := desk_faults(texts, lambda _: Place(str(path))):
        raise Faulty(faults)
    return said


def _text(cells: dict[str, Cell], column: str) -> str:
    cell = cells.get(column, "")
    return cell if isinstance(cell, str) else "; ".join(cell)


def _list(cells: dict[str, Cell], column: str) -> tuple[str, ...]:
    cell = cells.get(column, "")
    between = (*_BETWEEN, "/") if column == "languages" else _BETWEEN
    parts = _parts(cell, between) if isinstance(cell, str) else cell
    return tuple(dict.fromkeys(part for part in parts if part))


def _parts(text: str, between: Sequence[str]) -> list[str]:
    sign = next((each for each in between if each in text), "\n")
    return [part.strip() for part in text.split(sign)]


def _cleaned(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return _CONTROL.sub("\ufffd", cell).replace("\x85", "\n").strip()
    return tuple(filter(None, (str(_cleaned(each)) for each in cell)))


def slug(name: str) -> str:
    """An id that a name can have.

    >>> slug("Taal- en ontmoetingscafé"), slug("...")
    ('taal-en-ontmoetingscafe', 'dienst')
    """
    return _NOT_AN_ID.sub("-", folded(name)).strip("-")[:60].strip("-") or "dienst"


def _free(wanted: str, there: Container[str]) -> str:
    """The id, or the first that is free after it."""
    tried = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in there else next(each for each in tried if each not in there)
