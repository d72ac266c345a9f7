"""Write data closely: what several languages or records have in common stands there once.

The page unpacks it (`page/unpack.js`). A text in several languages is a list of them under `~`;
records with the same keys are rows under `#` with those keys, and by their ids under `@`; a text
that stands there more than once is its number under `$` in a list of such texts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_FEWEST = 2
"""So many records share their keys."""
_LONG = 16
"""Signs of a text from which a number is shorter."""


def merged(trees: Sequence[Any]) -> Any:
    """One tree out of trees of one shape, each in a language of its own.

    >>> merged([{"a": "ja", "n": 1}, {"a": "yes", "n": 1}])
    {'a': {'~': ['ja', 'yes']}, 'n': 1}
    """
    first = trees[0]
    if all(tree == first for tree in trees):
        return first
    if all(isinstance(tree, dict) and tree.keys() == first.keys() for tree in trees):
        return {key: merged([tree[key] for tree in trees]) for key in first}
    if all(isinstance(tree, list) and len(tree) == len(first) for tree in trees):
        return [merged([tree[place] for tree in trees]) for place in range(len(first))]
    return {"~": list(trees)}


def packed(value: Any) -> Any:
    """The same with the keys of records that have the same ones written once.

    >>> packed([{"id": "a", "n": 1}, {"id": "b", "n": 2}])
    {'#': ['id', 'n'], 'rows': [['a', 1], ['b', 2]]}
    >>> packed({"x": {"n": 1}, "y": {"n": 2}})
    {'@': ['n'], 'rows': {'x': [1], 'y': [2]}}
    """
    if isinstance(value, list):
        if keys := _shared(value):
            return {"#": keys, "rows": [_row(one, keys) for one in value]}
        return list(map(packed, value))
    if isinstance(value, Mapping):
        if keys := _shared(list(value.values())):
            return {"@": keys, "rows": {name: _row(one, keys) for name, one in value.items()}}
        return {name: packed(one) for name, one in value.items()}
    return value


def without_twins(value: Any) -> tuple[Any, list[str]]:
    """The same with a number instead of each long text that stands there more than once.

    >>> without_twins(["kort", "een langere zin die er twee keer staat"] * 2)
    (['kort', {'$': 0}, 'kort', {'$': 0}], ['een langere zin die er twee keer staat'])
    """
    counted = Counter(text for text in _texts(value) if len(text) >= _LONG)
    twins = [text for text, count in counted.items() if count > 1]
    return _numbered(value, {text: place for place, text in enumerate(twins)}), twins


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _numbered(value: Any, places: Mapping[str, int]) -> Any:
    if isinstance(value, str):
        return {"$": places[value]} if value in places else value
    if isinstance(value, list):
        return [_numbered(one, places) for one in value]
    if isinstance(value, dict):
        return {name: _numbered(one, places) for name, one in value.items()}
    return value


def _shared(records: Sequence[Any]) -> list[str]:
    """The keys of records that all have the same ones; none where they have not."""
    if len(records) < _FEWEST or not all(isinstance(one, Mapping) and one for one in records):
        return []
    keys = list(records[0])
    return keys if all(list(one) == keys and "~" not in one for one in records) else []


def _row(record: Mapping[str, Any], keys: Sequence[str]) -> list[Any]:
    return [packed(record[key]) for key in keys]
