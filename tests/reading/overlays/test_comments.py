"""No comment in an overlay is lost, and each stays with what it is about."""

import pytest

from integraal.reading.overlays.comments import Comments, comments_in
from integraal.reading.yaml_tree import compose

OVERLAY = """# eerst
schema: integraal/translation/1 # naast schema
translates: x
language: fr

# boven texts
texts:
  # boven title
  title: # naast title
    of: "307b129e" # naast of
    # binnen
    text: | # naast de streep
      # geen commentaar
      regel # ook niet
  # boven about

  # nog een
  about:
    of: 307b129e
    text: "een # geen
      twee # geen" # na de aanhalingstekens
# boven unused
unused:
  'weg#': {of: 307b129e, text: een#twee} # naast weg
  # op het eind
"""


def _comments(text: str) -> Comments:
    tree, findings = compose(text, "x.fr.yaml")
    assert tree is not None
    assert findings == ()
    return comments_in(text, tree)


def test_each_comment_stays_with_what_it_is_about() -> None:
    assert _comments(OVERLAY) == {
        ("schema",): ("# eerst", "# naast schema"),
        ("texts",): ("# boven texts",),
        ("texts", "title"): (
            "# boven title",
            "# naast title",
            "# naast of",
            "# binnen",
            "# naast de streep",
        ),
        ("texts", "about"): ("# boven about", "# nog een", "# na de aanhalingstekens"),
        ("unused",): ("# boven unused",),
        ("unused", "weg#"): ("# naast weg",),
        (): ("# op het eind",),
    }


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_how_lines_end_makes_no_difference(ending: str) -> None:
    assert _comments(OVERLAY.replace("\n", ending)) == _comments(OVERLAY)


def test_without_comments_there_are_none() -> None:
    assert _comments("schema: x\ntexts: {}\n") == {}
