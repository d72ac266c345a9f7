"""HSDS as tables: a zip of CSV files with their description, and from tables back to objects.

Each object is a row of the table of its kind, which says to whose it belongs. Nothing is looked at
for what it means here.
"""

import csv
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from integraal.exchange.services.hsds import Object
from integraal.model.archive import same_bytes

Table = list[dict[str, str]]
FILES = {
    "organization": "organizations.csv",
    "service": "services.csv",
    "attribute": "attributes.csv",
    "taxonomy_term": "taxonomy_terms.csv",
    "taxonomy": "taxonomies.csv",
    "contact": "contacts.csv",
    "phone": "phones.csv",
    "language": "languages.csv",
    "service_area": "service_areas.csv",
}
"""The tables that we read and write, and what their files are called."""
_LISTS = {
    "attributes": "attribute",
    "contacts": "contact",
    "phones": "phone",
    "languages": "language",
    "service_areas": "service_area",
}
"""The keys under which an object has those of another kind."""
_PARTS = {"organization": "organization", "taxonomy_term": "taxonomy_term"}
"""The same where it has one."""
_OWNED = ("service_id", "contact_id", "organization_id")


def package(page: Object, title: str) -> bytes:
    """Write a page of services as a zip of tables, with their description."""
    tables = tables_of(page)
    texts = {FILES[name]: _csv(rows) for name, rows in tables.items() if rows}
    resources = [
        {
            "name": name,
            "path": FILES[name],
            "profile": "tabular-data-resource",
            "schema": {"fields": [{"name": key, "type": "string"} for key in _keys(rows)]},
        }
        for name, rows in tables.items()
        if rows
    ]
    about = {"name": "hsds", "title": title, "profile": "tabular-data-package"}
    described = json.dumps({**about, "resources": resources}, ensure_ascii=False, indent=2)
    texts["datapackage.json"] = f"{described}\n"

    def write(file: Any) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
            for name, text in texts.items():
                parts.writestr(name, text)

    return same_bytes(write)


def tables_of(page: Object) -> dict[str, Table]:
    """Take the objects of a page apart."""
    tables: dict[str, Table] = {name: [] for name in FILES}
    seen: set[tuple[str, str]] = set()
    for each in page["organizations"]:
        _take_apart("organization", each, {}, tables, seen)
    for each in page["contents"]:
        _take_apart("service", each, {}, tables, seen)
    for term in tables["taxonomy_term"]:
        taxonomy = {"id": term["taxonomy_id"], "name": term["taxonomy"]}
        if not tables["taxonomy"]:
            tables["taxonomy"].append({**taxonomy, "description": term["taxonomy"]})
    return tables


def _take_apart(
    kind: str,
    one: Object,
    owner: dict[str, str],
    tables: dict[str, Table],
    seen: set[tuple[str, str]],
) -> None:
    if (kind, one["id"]) in seen:
        return
    seen.add((kind, one["id"]))
    row = {"id": one["id"], **owner}
    tables[kind].append(row)
    for key, value in one.items():
        if key in _LISTS:
            for each in value:
                mine = {} if key == "attributes" else {f"{kind}_id": one["id"]}
                _take_apart(_LISTS[key], each, mine, tables, seen)
        elif key in _PARTS:
            _take_apart(_PARTS[key], value, {}, tables, seen)
        else:
            row[key] = str(value)
    if kind == "taxonomy_term":
        row["taxonomy_id"] = str(one.get("taxonomy_id") or _taxonomy_id(one["taxonomy"]))


def _taxonomy_id(name: str) -> str:
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, name))


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, _keys(rows), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _keys(rows: Iterable[Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row))


def page_of(tables: Mapping[str, Table]) -> Object:
    """Put tables together to objects; empty cells are left out.

    A row that belongs to nothing that is there stays under the name of its table.
    """
    made: dict[str, list[Object]] = {
        name: [{key: cell for key, cell in row.items() if cell != ""} for row in rows]
        for name, rows in tables.items()
    }
    by_id = {
        name: {row["id"]: row for row in rows if "id" in row}
        for name, rows in made.items()
        if name in ("organization", "service", "contact", "taxonomy_term")
    }
    for attribute in made.get("attribute", []):
        _put(attribute, "taxonomy_term", by_id, attribute.get("taxonomy_term_id", ""))
    loose: dict[str, list[Any]] = {}
    # Numbers of contacts before contacts: what is put somewhere must be whole.
    for key, name in _LISTS.items():
        for row in made.get(name, []):
            owner = _owner(name, row, by_id)
            if owner is None:
                loose.setdefault(name, []).append(row)
            else:
                owner.setdefault(key, []).append(row)
    for service in made.get("service", []):
        _put(service, "organization", by_id, service.get("organization_id", ""))
    others = {name: rows for name, rows in made.items() if name not in FILES and rows}
    organizations = made.get("organization", [])
    services = made.get("service", [])
    return {"contents": services, "organizations": organizations, **loose, **others}


def _put(one: Object, kind: str, by_id: Mapping[str, Mapping[str, Object]], name: str) -> None:
    """Put the one of a kind that an object names in it, where it is there."""
    if found := by_id.get(kind, {}).get(name):
        one[kind] = found


def _owner(name: str, row: Object, by_id: Mapping[str, Mapping[str, Object]]) -> Object | None:
    if name == "attribute":
        return by_id.get(row.get("link_entity", ""), {}).get(row.get("link_id", ""))
    for key in _OWNED:
        if found := by_id.get(key.removesuffix("_id"), {}).get(row.get(key, "")):
            return found
    return None
