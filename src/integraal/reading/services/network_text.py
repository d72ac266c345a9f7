"""Write the file of a network, so that reading it gives the same network."""

from typing import Any

from integraal.model.services.meeting import Gathered, Meeting
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service

SCHEMA = "integraal/netwerk/1"
_TEXTS = ("about", "audience", "access", "cost", "contact")


def network_text(network: Network) -> str:
    """Write a network; what nobody said is left out."""
    document: dict[str, Any] = {"schema": SCHEMA, "id": network.id, "title": network.title}
    document |= {"note": network.note} if network.note else {}
    if network.organisations:
        document["organisations"] = [_organisation(each) for each in network.organisations]
    document["services"] = [_service(each) for each in network.services]
    return written(document | _gathered(network.gathered))


def written(document: dict[str, Any]) -> str:
    """Write a document of ours as YAML: short lists on one line, in the order that they have."""
    import yaml

    made = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    # A day that stands in two places is written twice: `&id001` says nothing to people.
    dumper = type("Plain", (made,), {"ignore_aliases": lambda *_: True})
    layout: dict[str, Any] = {
        "allow_unicode": True,
        "sort_keys": False,
        "default_flow_style": None,
        "width": 120,
    }
    return str(yaml.dump(document, Dumper=dumper, **layout))


def _organisation(organisation: Organisation) -> dict[str, Any]:
    return _said(
        id=organisation.id,
        name=organisation.name,
        sector=organisation.sector,
        kind=organisation.kind,
        committed=organisation.committed,
    )


def _gathered(gathered: Gathered) -> dict[str, Any]:
    return _said(
        languages=list(gathered.languages),
        holidays=list(gathered.holidays),
        next_chair=gathered.next_chair,
        contact_point=gathered.contact_point,
        meetings=[meeting_lines(each) for each in gathered.meetings],
    )


def meeting_lines(meeting: Meeting) -> dict[str, Any]:
    """A meeting as it stands in the file; what nobody said is left out."""
    said = _said(
        on=meeting.on,
        sectors=list(meeting.sectors),
        present=list(meeting.present),
        chair=meeting.chair,
        agenda=list(meeting.agenda),
    )
    if meeting.themes is not None:  # that there were none is not that nobody noted it
        said["themes"] = [
            _said(theme=one.text, brought_by=list(one.brought_by), about=list(one.about))
            for one in meeting.themes
        ]
    agreements = [
        _said(what=one.what, who=one.who, by=one.by, theme=one.theme, done=one.done or None)
        for one in meeting.agreements
    ]
    return said | _said(agreements=agreements)


def _said(**given: Any) -> dict[str, Any]:
    """What somebody said, also where that is no."""
    return {key: value for key, value in given.items() if value not in (None, "", [])}


def _service(service: Service) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": service.id,
        "organisation": service.organisation,
        "name": service.name,
        "about": service.about,
        "for": list(service.serves),
        "languages": list(service.languages),
        "places": list(service.places),
        "checked": service.checked,
        "key_point": service.key_point,
        **{name: getattr(service, name) for name in _TEXTS[1:]},
    }
    if service.wait:
        said["wait"] = {"weeks": service.wait.weeks, "asked": service.wait.asked}
    return {name: value for name, value in said.items() if value}
