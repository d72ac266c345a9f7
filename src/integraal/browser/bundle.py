"""Put modules of JavaScript together in one script, each in a room of its own.

Modules import and export by name, one statement a line; whatever else is refused, so that nothing
is left out in silence. A module becomes a function that gives what it exports, after all that it
imports from.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import (?:\* as (\w+)|\{([^}]*)\}) from "([^"]+)";\n', re.MULTILINE)
_NOTE = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
"""Notes are for who reads the modules; whoever opens a form gets half as much without them."""
_CAST = re.compile(r"/\*\* @(?:(?!\*/).)*\*/ ?")
_REMARK = re.compile(r"^ *//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^ +|^\n", re.MULTILINE)
"""No text in these modules goes on on a next line, where room would count."""
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\*? (\w+))", re.MULTILINE)


def script(entry: str) -> str:
    """Put a module and all that it imports together.

    Args:
        entry: Of the module, such as `page/main.js`.

    Raises:
        ValueError: if a module imports or exports in a way that is not known here.
    """
    return '"use strict";\n' + "".join(_written(name) for name in _ordered(entry, []))


def _ordered(name: str, above: list[str]) -> Iterator[str]:
    """Name modules, what is imported before what imports it; each only once."""
    if name in above:
        raise ValueError(f"modules in a circle: {name}")
    found: dict[str, None] = {}
    for imported in _IMPORT.finditer(_source(name)):
        found |= dict.fromkeys(_ordered(_place(name, imported[3]), [*above, name]))
    yield from found
    yield name


def _written(name: str) -> str:
    source = _source(name)
    exported = [one[1] for one in _EXPORT.finditer(source)]
    source = _INDENT.sub("", _REMARK.sub("", _CAST.sub("", _NOTE.sub("", source))))
    body = _EXPORT.sub("", _IMPORT.sub(lambda one: _imported(name, one), source))
    if re.search(r"^(?:import|export)\b", body, re.MULTILINE):
        raise ValueError(f"not an import or export that is known: {name}")
    gives = f"return {{ {', '.join(exported)} }};\n" if exported else ""
    return f"// {name}\nconst {_variable(name)} = (() => {{\n{body}{gives}}})();\n"


def _imported(name: str, found: re.Match[str]) -> str:
    whole, names, source = found.groups()
    wanted = whole or f"{{{names.replace(' as ', ': ')}}}"
    return f"const {wanted} = {_variable(_place(name, source))};\n"


def _place(name: str, source: str) -> str:
    return normpath(join(dirname(name), source))


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _source(name: str) -> str:
    return files("integraal.browser").joinpath(name).read_text("utf-8")
