"""Rows of a list from services in HSDS, of ours or of anybody's; and what nothing was taken of.

Names of persons are not taken. Whatever else has no column is counted by its field, so that it can
be said. What has another shape than HSDS gives it is no text, and is counted too.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from integraal.exchange.services.hsds import FIELD, FOR, Object, terms_of
from integraal.model.services.row import Cell, Titled

_TEXTS = {
    "name": "name",
    "description": "about",
    "status": "status",
    "application_process": "access",
    "fees_description": "cost",
    "eligibility_description": "audience",
}
"""The columns of the fields of a service that are texts."""
_KNOWN = {
    "service": {*_TEXTS, "id", "organization_id", "organization", "assured_date", "attributes"},
    "organization": {"id", "name", "attributes"},
    "phone": {"id", "number", "service_id", "contact_id", "organization_id"},
    "contact": {"id", "department", "phones", "email", "service_id", "organization_id"},
    "language": {"id", "name", "code", "service_id"},
    "service_area": {"id", "name", "service_id"},
}
_KNOWN["service"] |= {"phones", "contacts", "email", "url", "languages", "service_areas"}
_OF_PEOPLE = ("name", "title")
"""What a contact has of a person."""
_PAGES = frozenset(
    {
        "schema",
        "total_items",
        "total_pages",
        "page_number",
        "size",
        "first_page",
        "last_page",
        "empty",
    }
)


@dataclass
class Read:
    """What services in HSDS came to."""

    rows: list[dict[str, Cell]] = field(default_factory=list)
    head: Titled | None = None
    """What the network is called, where it is one of ours."""
    left: Counter[str] = field(default_factory=Counter)
    """Fields that nothing was taken of, and how often they hold anything."""
    people: int = 0
    """Contacts with the name of a person, which was left out."""


def read_hsds(data: Any) -> Read | None:
    """Find the services in data: a page of them, a list, one alone, or tables put together.

    Returns: None where there are none in it.
    """
    page = data if isinstance(data, dict) else {"contents": data}
    if "contents" not in page and page.get("id") and "name" in page:
        page = {"contents": [page]}
    services = page.get("contents")
    if not isinstance(services, list):
        return None
    reader = _Reader()
    known = _objects(page.get("organizations"))
    for each in (*known, *(_object(_object(one).get("organization")) for one in services)):
        reader.organisation(each)
    reader.found.rows = [dict(each) for each in reader.owners.values()]
    reader.found.rows += [reader.service(_object(one)) for one in services]
    for key, value in page.items():
        if key not in _PAGES | {"contents", "organizations"} and value:
            reader.found.left[key] += len(value) if isinstance(value, list) else 1
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found = Read()
        self.owners: dict[str, dict[str, Cell]] = {}
        self._network = ""
        """The id that the network has as an organisation."""

    def organisation(self, one: Object) -> None:
        """Note an organisation, once."""
        name, identity = _text(one.get("name")), _text(one.get("id"))
        if not name or identity in self.owners or (identity and identity == self._network):
            return
        own = {code: value for kind, code, value in _terms(one) if kind == FIELD}
        if "network" in own:
            self._network = identity
            self.found.head = Titled(own["network"], name, own.get("note", ""))
            return
        self._leave("organization", one, ("description",) if own else ())
        cells: dict[str, Cell] = {"organisation": name}
        cells |= {"organisation_id": own["id"]} if "id" in own else {}
        cells |= {code: own[code] for code in ("sector", "kind", "committed") if code in own}
        self.owners[identity or name] = cells

    def service(self, one: Object) -> dict[str, Cell]:
        """The row of a service."""
        self._leave("service", one)
        cells: dict[str, Cell] = {to: _text(one.get(key)) for key, to in _TEXTS.items()}
        terms = list(_terms(one))
        own = {code: value for kind, code, value in terms if kind == FIELD}
        cells["for"] = tuple(code for kind, code, _ in terms if kind == FOR) or self._foreign(one)
        cells["checked"] = _text(one.get("assured_date"))
        cells["languages"] = tuple(self._each(one, "languages", "language", ("code", "name")))
        cells["places"] = tuple(self._each(one, "service_areas", "service_area", ("name",)))
        cells["contact"] = "; ".join(dict.fromkeys(filter(None, self._reached(one))))
        for code in ("id", "key_point", "wait_weeks", "wait_asked"):
            cells[code] = own.get(code, "")
        owner = _object(one.get("organization"))
        identity = _text(one.get("organization_id")) or _text(owner.get("id"))
        cells |= self.owners.get(identity or _text(owner.get("name")), {})
        return {name: cell for name, cell in cells.items() if cell}

    def _foreign(self, one: Object) -> tuple[str, ...]:
        """What a service of others is for, in the words of their taxonomy."""
        terms = (_object(each.get("taxonomy_term")) for each in _objects(one.get("attributes")))
        return tuple(filter(None, (_text(term.get("name")) for term in terms)))

    def _reached(self, one: Object) -> Iterator[str]:
        for contact in _objects(one.get("contacts")):
            self._leave("contact", contact, _OF_PEOPLE)
            self.found.people += any(_text(contact.get(key)) for key in _OF_PEOPLE)
            yield _text(contact.get("department"))
            # A number or an address of a person is theirs, and not of a desk.
            if not _text(contact.get("name")):
                yield from self._numbers(contact)
                yield _text(contact.get("email"))
        yield from self._numbers(one)
        yield _text(one.get("email"))
        yield _text(one.get("url"))

    def _numbers(self, one: Object) -> Iterator[str]:
        yield from self._each(one, "phones", "phone", ("number",))

    def _each(self, one: Object, key: str, kind: str, names: tuple[str, ...]) -> Iterator[str]:
        for each in _objects(one.get(key)):
            self._leave(kind, each)
            yield next(filter(None, (_text(each.get(name)) for name in names)), "")

    def _leave(self, kind: str, one: Object, besides: tuple[str, ...] = ()) -> None:
        """Count what nothing is taken of."""
        for key, value in one.items():
            is_odd = key in _TEXTS and kind == "service" and value and not _text(value)
            if (key not in _KNOWN[kind] | {*besides} and value not in ("", None, [], {})) or is_odd:
                self.found.left[f"{kind}.{key}"] += 1


def _terms(one: Object) -> Iterator[tuple[str, str, str]]:
    return terms_of(_objects(one.get("attributes")))


def _object(value: Any) -> Object:
    return value if isinstance(value, dict) else {}


def _objects(value: Any) -> list[Object]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""
