"""A citation names its place when it has one."""

from integraal.model.source import Citation


def test_a_citation_of_a_whole_document_is_its_key() -> None:
    assert str(Citation("004")) == "004"
