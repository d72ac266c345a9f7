"""Say what an author probably did where YAML stops, at the place where it was done.

The parser says where it could not go on, in its own English: a quote that was left open is found
at the end of the file, a colon that is missing at the next line. From what it read last, and from
the line itself, follows what to look at.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from integraal.model.finding import Finding, Place
from integraal.reading.mistakes.lookalikes import in_structure

_SIGNS = "@`%&*!|>[]{}?-,#"
"""With which no text begins unless in quotes."""
_GLUED_COLON = re.compile(r"^\s*(?:-\s+)*[\w-]+(:)\S")
_GLUED_DASH = re.compile(r"^\s*(-)[\w\"']")
_CONDITION = re.compile(r"^\s*(?:-\s+)*(?:when|ask_when|while):\s+(\S.*?)\s*$")
"""A key of a condition with something behind it."""
_STARTING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_ENDING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


@dataclass(frozen=True, slots=True)
class _Stopped:
    """Where the parser stopped, and what it had read."""

    file: str
    lines: list[str]
    problem: str
    context: str
    at: Any
    """The mark of the problem."""
    since: Any
    """The mark of what was being read; None when the parser does not say."""
    last: Any
    """The last token before; None when there is none."""
    bracket: Any
    """The last bracket that opened before."""

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """A place, counted from 0."""
        excerpt = self.lines[line] if line < len(self.lines) else ""
        return Place(self.file, line + 1, column + 1, length, excerpt)

    def marked(self, mark: Any) -> Place:
        return self.place(mark.line, mark.column)

    def written(self, line: int) -> Place:
        """All that is written on a line."""
        text = self.lines[line] if line < len(self.lines) else ""
        start = len(text) - len(text.lstrip())
        return self.place(line, start, max(1, len(text.strip())))


def mistake(text: str, file: str, error: yaml.MarkedYAMLError) -> Finding:
    """Name the mistake by which YAML could not be read on.

    Args:
        text: The whole text.
        file: Its name.
        error: What the parser says.
    """
    at = error.problem_mark or error.context_mark
    if at is None:
        return Finding.at("yaml", file)
    last, bracket = _read_before(text, at.index)
    stopped = _Stopped(
        file,
        text.splitlines(),
        error.problem or "",
        error.context or "",
        at,
        error.context_mark,
        last,
        bracket,
    )
    looks = (_tab, _lookalike, _quotes, _colon_missing, _bracket, _sign, _colon, _indentation)
    found = (look(stopped) for look in looks)
    plain = Finding.at("yaml", stopped.marked(at))
    return next((finding for finding in found if finding is not None), plain)


def _read_before(text: str, end: int) -> tuple[Any, Any]:
    """Find the last token that begins before a place, and the last bracket that opens there."""
    last = bracket = None
    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
            if token.start_mark.index >= end:
                break
            if token.end_mark.index > token.start_mark.index:
                last = token
            if isinstance(token, _STARTING):
                bracket = token
    except yaml.YAMLError:
        pass  # it is this error that is being explained
    return last, bracket


def _suspects(stopped: _Stopped) -> list[int]:
    """The lines where the mistake may be, the likeliest first."""
    lines = [stopped.at.line]
    if stopped.last is not None:
        lines.append(stopped.last.start_mark.line)
    if stopped.since is not None and "simple key" in stopped.context:
        lines.insert(0, stopped.since.line)
    return [line for line in dict.fromkeys(lines) if line < len(stopped.lines)]


def _tab(stopped: _Stopped) -> Finding | None:
    line = stopped.lines[stopped.at.line] if stopped.at.line < len(stopped.lines) else ""
    if "\t" not in line[stopped.at.column : stopped.at.column + 1]:
        return None
    return Finding.at("tab", stopped.marked(stopped.at))


def _lookalike(stopped: _Stopped) -> Finding | None:
    found = (in_structure(stopped.place(n, 0), texts=True) for n in _suspects(stopped))
    return next((finding for finding in found if finding is not None), None)


def _quotes(stopped: _Stopped) -> Finding | None:
    if "quoted scalar" in stopped.context:
        if "escape" in stopped.problem:
            return Finding.at("backslash", stopped.marked(stopped.at))
        return _open(stopped.marked(stopped.since))
    last = stopped.last
    if not isinstance(last, yaml.ScalarToken) or last.style not in ("'", '"'):
        return None
    if last.end_mark.line != stopped.at.line or ":" in stopped.problem:
        return None
    if last.start_mark.line != last.end_mark.line:
        return _open(stopped.marked(last.start_mark))
    return Finding.at("quote-inside", stopped.marked(stopped.at), way=_quote(last.style))


def _open(place: Place) -> Finding:
    """A text that begins with a quote; a single one may be the apostrophe of its first word."""
    style = place.excerpt[place.column - 1 : place.column]
    return Finding.at("quote-open", place, way=_quote(style))


def _quote(style: str) -> str:
    return "single" if style == "'" else "double"


def _colon_missing(stopped: _Stopped) -> Finding | None:
    if "simple key" not in stopped.context:
        return None
    place = stopped.written(stopped.since.line)
    glued = _GLUED_COLON.search(place.excerpt)
    if glued:
        return Finding.at("space-missing", stopped.place(place.line - 1, glued.start(1)), sign=":")
    way = "remark" if place.excerpt.lstrip().startswith("//") else ""
    return Finding.at("colon-missing", place, way=way)


def _bracket(stopped: _Stopped) -> Finding | None:
    if "flow" not in stopped.context or stopped.since is None:
        return None
    sign = stopped.marked(stopped.at).excerpt[stopped.at.column : stopped.at.column + 1]
    is_open = stopped.since.line < stopped.at.line or sign in ("]", "}")
    return Finding.at("bracket-open", stopped.marked(stopped.since)) if is_open else None


def _sign(stopped: _Stopped) -> Finding | None:
    """A text that begins with a sign that means something else."""
    if isinstance(stopped.last, _ENDING) and "block" in stopped.context:
        is_here = stopped.last.end_mark.line == stopped.at.line
        return _signed(stopped, stopped.bracket.start_mark) if is_here else None
    if stopped.context.startswith("while parsing") or "mapping values" in stopped.problem:
        return None
    return _signed(stopped, stopped.since or stopped.at)


def _signed(stopped: _Stopped, mark: Any) -> Finding | None:
    place = stopped.marked(mark)
    sign = place.excerpt[mark.column : mark.column + 1]
    if not sign or sign not in _SIGNS or (sign == "%" and not mark.column):
        return None
    way = "list" if sign == "-" else ""
    return Finding.at("sign-first", place, sign=sign, way=way)


def _colon(stopped: _Stopped) -> Finding | None:
    """A colon where no key can be: within a text, or behind one that went on from above."""
    if "mapping values" not in stopped.problem:
        return None
    first = stopped.last.start_mark.line if stopped.last is not None else stopped.at.line
    if first == stopped.at.line:
        condition = _CONDITION.match(stopped.lines[first])
        place = stopped.marked(stopped.at)
        if condition:
            return Finding.at("colon-in-text", place, way="condition", rest=condition[1])
        return Finding.at("colon-in-text", place)
    glued = _GLUED_DASH.search(stopped.lines[first])
    if glued:
        return Finding.at("space-missing", stopped.place(first, glued.start(1)), sign="-")
    return _indented(stopped, stopped.at.line)


def _indentation(stopped: _Stopped) -> Finding | None:
    is_block = "block" in stopped.context and "not find" in stopped.problem
    return _indented(stopped, stopped.at.line) if is_block else None


def _indented(stopped: _Stopped, line: int) -> Finding:
    place = stopped.written(line)
    return Finding.at("indentation", place, spaces=place.column - 1)
