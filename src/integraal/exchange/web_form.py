"""Read a form that was filled in in a browser, and saved with the page.

Not every browser saves crosses with a page. What is not there was not ticked, or was lost: nobody
can tell, so it says nothing. Where all crosses stand as they were printed, nobody changed any, or
the browser kept the old ones.
"""

from html.parser import HTMLParser

from integraal.exchange.filled_form import FilledForm, checks_in, is_date
from integraal.model.codes import MADE_TICKED


def read_web(content: bytes) -> FilledForm | None:
    """Read a page; None where there are no boxes of a form on it."""
    page = _Page()
    page.feed(content.decode("utf-8-sig", "replace"))
    page.close()
    if not (page.ticked or page.blank):
        return None
    fields = {name: text.strip() for name, text in page.written.items() if text.strip()}
    day = next((fields.pop(f"#{name}", "") for name, of in page.labels.items() if is_date(of)), "")
    written = {name: text for name, text in fields.items() if not name.startswith("#")}
    said = " ".join(page.texts)
    as_made = bool(page.made) and page.made == page.ticked and not page.is_typed
    ticked = tuple(page.ticked)
    return FilledForm(checks_in(said), ticked, page.blank, written, day, said=said, as_made=as_made)


class _Page(HTMLParser):
    """Gathers boxes, fields and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.ticked: list[str] = []
        self.made: list[str] = []
        """The boxes that had their cross when the page was made."""
        self.is_typed = False
        """Whether anybody typed in a field."""
        self.blank = 0
        self.texts: list[str] = []
        self.labels: dict[str, str] = {}
        """Name of a field, to what stands before it."""
        self.written: dict[str, str] = {}
        """Code of a question, or # and the name of a field, to what is in it."""
        self._label = ""
        self._field = ""
        self._is_typing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("type") in ("checkbox", "radio") and given.get("value"):
            if MADE_TICKED in given:
                self.made.append(given["value"])
            if "checked" in given:
                self.ticked.append(given["value"])
            else:
                self.blank += 1
        elif tag == "label":
            self._label = given.get("for", "")
        elif tag == "textarea":
            self._is_typing = True
            self._field = given.get("name") or f"#{given.get('id', '')}"
        elif "data-code" in given:
            self._field = given["data-code"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "label":
            self._label = ""
        elif tag in ("textarea", "div"):
            self._field, self._is_typing = "", False

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._field:
            self.is_typed |= self._is_typing and bool(data.strip())
            self.written[self._field] = self.written.get(self._field, "") + data
        elif self._label:
            self.labels[self._label] = self.labels.get(self._label, "") + data
