"""A network in HSDS 3, the Human Services Data Specification of Open Referral, and back.

What HSDS has no field for goes to its attributes, each with a term of our own taxonomy: what a
service is for, whether it is a key point, how long people wait, of which sector and kind an
organisation is and whether it committed itself, and the ids of our file. The network itself is an
organisation, with its id as an attribute: a service that nobody said whose it is, is of the
network. HSDS has contacts that are persons; what we have is a desk, which is their department and
has no name.
"""

import re
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service

TAXONOMY = "integraal/netwerk/1"
SCHEMA = "integraal/hsds/1"
"""A page of HSDS 3 with all organisations beside it."""
FIELD, FOR = "field", "for"
"""The two kinds of terms: what a file of ours has as a key, and what a service is for."""
NUMBER = re.compile(r"\+?[\d][\d ()/.-]{5,}")
EMAIL = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[a-z]{2,}", re.IGNORECASE)
URL = re.compile(r"https?://\S+", re.IGNORECASE)
ACTIVE = "active"
Object = dict[str, Any]


def hsds(network: Network, labels: dict[str, str]) -> Object:
    """Write a network as a page of services, with all organisations beside it.

    Args:
        network: To write.
        labels: What the ids are called that services are for.
    """
    writer = _Writer(network, labels)
    services = [writer.service(each) for each in network.services]
    size = len(services)
    page: Object = {
        "schema": SCHEMA,
        "total_items": size,
        "total_pages": 1,
        "page_number": 1,
        "size": size,
    }
    page |= {"first_page": True, "last_page": True, "empty": not size}
    owners = [writer.network(), *map(writer.organisation, network.organisations)]
    return {**page, "contents": services, "organizations": owners}


class _Writer:
    """Writes parts of one network; the same network has the same ids each time."""

    def __init__(self, network: Network, labels: dict[str, str]) -> None:
        self._network, self._labels = network, labels
        self._owners = {each.id: each for each in network.organisations}

    def network(self) -> Object:
        """The network as an organisation."""
        network = self._network
        said = {"name": network.title, "description": network.note or network.title}
        attributes = [("network", network.id), *([("note", network.note)] if network.note else [])]
        return self._object("network", network.id, said, attributes)

    def organisation(self, organisation: Organisation) -> Object:
        """One organisation."""
        said = {"name": organisation.name, "description": organisation.name}
        own = {"id": organisation.id, "sector": organisation.sector, "kind": organisation.kind}
        if organisation.committed is not None:
            own["committed"] = "true" if organisation.committed else "false"
        attributes = [(name, value) for name, value in own.items() if value]
        return self._object("organization", organisation.id, said, attributes)

    def service(self, service: Service) -> Object:
        """One service, with its organisation in it."""
        key = f"service/{service.id}"
        owner = self._owners.get(service.organisation)
        owned_by = self.organisation(owner) if owner else self.network()
        said = {
            "organization_id": owned_by["id"],
            "name": service.name,
            "description": service.about,
            "status": ACTIVE,
            "application_process": service.access,
            "fees_description": service.cost,
            "eligibility_description": service.audience,
            "assured_date": service.checked.isoformat() if service.checked else "",
            **self._reached(key, service.contact),
            "languages": self._each(f"{key}/languages", service.languages, _language),
            "service_areas": self._each(f"{key}/areas", service.places, lambda one: {"name": one}),
            "organization": owned_by,
        }
        own = [("id", service.id)]
        own += [("key_point", "true")] if service.key_point else []
        if service.wait:
            own.append(("wait_weeks", str(service.wait.weeks)))
            own.append(("wait_asked", service.wait.asked.isoformat()))
        made = self._object("service", service.id, said, own)
        terms = [self._attribute(key, "service", FOR, each, "") for each in service.serves]
        made["attributes"] += terms
        return made

    def _reached(self, key: str, contact: str) -> Object:
        """How one gets there: a number, a mail address, a page; else the desk, in words."""
        if not contact:
            return {}
        if NUMBER.fullmatch(contact):
            return {"phones": [{"id": self._id(f"{key}/phone"), "number": contact}]}
        if EMAIL.fullmatch(contact):
            return {"email": contact}
        if URL.fullmatch(contact):
            return {"url": contact}
        return {"contacts": [{"id": self._id(f"{key}/desk"), "department": contact}]}

    def _each(self, key: str, texts: tuple[str, ...], make: Any) -> list[Object]:
        return [{"id": self._id(f"{key}/{text}"), **make(text)} for text in texts]

    def _object(
        self, kind: str, name: str, said: Object, attributes: list[tuple[str, str]]
    ) -> Object:
        key = f"{kind}/{name}"
        entity = "service" if kind == "service" else "organization"
        made = [self._attribute(key, entity, FIELD, name, value) for name, value in attributes]
        said = {name: value for name, value in said.items() if value not in ("", [])}
        return {"id": self._id(key), **said, "attributes": made}

    def _attribute(self, key: str, entity: str, kind: str, code: str, value: str) -> Object:
        label = self._labels.get(code, code) if kind == FOR else code
        term = {
            "id": str(uuid5(NAMESPACE_URL, f"{TAXONOMY}/{kind}/{code}")),
            "code": f"{kind}:{code}",
            "name": label,
            "description": label,
            "taxonomy": TAXONOMY,
        }
        made = {
            "id": self._id(f"{key}/{kind}/{code}"),
            "link_id": self._id(key),
            "link_type": kind,
            "link_entity": entity,
            "taxonomy_term_id": term["id"],
        }
        return {**made, **({"value": value} if value else {}), "taxonomy_term": term}

    def _id(self, key: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{TAXONOMY}/{self._network.id}/{key}"))


def _language(text: str) -> Object:
    is_code = re.fullmatch("[a-z]{2,3}", text)
    return {"name": text, **({"code": text} if is_code else {})}


def terms_of(attributes: list[Object]) -> Iterator[tuple[str, str, str]]:
    """Our own terms among attributes: their kind, their code and the value."""
    for each in attributes:
        term = each.get("taxonomy_term")
        if isinstance(term, dict) and term.get("taxonomy") == TAXONOMY:
            kind, _, code = str(term.get("code", "")).partition(":")
            yield kind, code, str(each.get("value", ""))
