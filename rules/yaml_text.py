"""Facts as YAML (or JSON, which is a subset), read so that text stays text.

YAML 1.1 reads 0213 as 139, NO as false and 2021-03-15 as an object. Here a scalar without quotes is true, false or null when it
is exactly that word, and text otherwise; the schema of the facts then says what the text means. Refused: repeated keys,
references to collections (a small file could expand without end), foreign tags, more than one document.
"""

from __future__ import annotations

from typing import Any, ClassVar

import yaml

from rules.errors import FactsError

MAX_CHARACTERS = 1_000_000


class Plain(str):
    """Text that stood without quotes, hence may be a number."""

    __slots__ = ()


class _Loader(yaml.SafeLoader):
    """SafeLoader that knows mappings, lists, text, true, false and null, and nothing else."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 (the stub of PyYAML types it per instance)
    yaml_constructors: ClassVar[dict[Any, Any]] = {}

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            target = self.anchors.get(self.peek_event().anchor)  # type: ignore[no-untyped-call]
            if not isinstance(target, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "references (*name) to lists or mappings are not taken", None)
        return super().compose_node(parent, index)


def _scalar(loader: _Loader, node: yaml.ScalarNode) -> object:
    text = str(loader.construct_scalar(node))
    if node.style is not None:
        return text
    words: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
    return words[text] if text in words else Plain(text)


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, object]:
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark)
        key = str(key_node.value)
        if key in result:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key} stands twice", key_node.start_mark)
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def _sequence(loader: _Loader, node: yaml.SequenceNode) -> list[object]:
    return [loader.construct_object(item, deep=True) for item in node.value]


def _foreign(loader: _Loader, node: yaml.Node) -> object:
    raise yaml.constructor.ConstructorError(None, None, f"the tag {node.tag} is not taken", node.start_mark)


_Loader.add_constructor(None, _foreign)
_Loader.add_constructor("tag:yaml.org,2002:str", _scalar)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)


def read(text: str) -> object:
    """One YAML or JSON document as mappings, lists, text, booleans and None. Raises FactsError with a single fault."""
    if len(text) > MAX_CHARACTERS:
        raise FactsError([f"file: has {len(text)} characters, more than the {MAX_CHARACTERS} that are taken"])
    try:
        return _Loader(text).get_single_data()
    except RecursionError:
        raise FactsError(["file: is nested too deeply"]) from None
    except (yaml.YAMLError, ValueError) as error:
        raise FactsError([f"file: no readable YAML: {_said(error)}"]) from None


def _said(error: Exception) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or " ".join(str(error).split())
    mark = getattr(error, "problem_mark", None)
    return f"{problem} (line {mark.line + 1}, column {mark.column + 1})" if mark else str(problem)
