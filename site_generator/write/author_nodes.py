"""WRITE: where the values of an author's YAML stand, to the letter; read with ruamel.yaml.

Places are numbers of letters in the text, so what lies between two values (comments, blank lines,
quotes, line ends) is never written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

_COLON = re.compile(r"[ \t]*:")


class CannotEditError(Exception):
    """A place that is not there, or a text that cannot be edited without touching the rest."""


class TextResolver(VersionedResolver):
    """Every plain scalar is text, as in `read/source.py`: `10.30` and `nej` need no quotes."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def yaml() -> YAML:
    """Round-trip YAML in which all scalars are text."""
    made = YAML()
    made.Resolver = TextResolver
    made.preserve_quotes = True
    made.width = 1_000_000
    return made


def root_of(text: str) -> MappingNode | None:
    """The mapping that a text is; None where there is nothing but comments.

    Raises CannotEditError where it is no mapping, or no YAML.
    """
    try:
        node = yaml().compose(text)
    except (YAMLError, RecursionError, ValueError) as fault:
        raise CannotEditError("Filen kan ikke læses som YAML.") from fault
    if node is None or (isinstance(node, ScalarNode) and not node.value):
        return None
    if not isinstance(node, MappingNode):
        raise CannotEditError("Filen består ikke af navne og værdier.")
    return node


def value_of(node: Node | None) -> Value:
    """What stands in a node, all of it text."""
    if node is None:
        return {}
    if isinstance(node, MappingNode):
        return {str(key.value): value_of(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [value_of(item) for item in node.value]
    # ruamel.yaml marks where a folded text was folded.
    folded = isinstance(node, ScalarNode) and node.style == ">"
    return str(node.value).replace("\a", "") if folded else str(node.value)


def find(root: Node | None, path: Path) -> Node | None:
    """The node at a path. A word in a list names the item with that `id`. None: not there."""
    node = root
    for step in path:
        node = _child(node, step)
        if node is None:
            return None
    return node


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode):
        index = index_in(node, step)
        return None if index is None else node.value[index]
    return None


def index_in(items: SequenceNode, step: str | int) -> int | None:
    """Which item of a list a step means: its number, or the one with that `id`."""
    if isinstance(step, int):
        return step if 0 <= step < len(items.value) else None
    ids = (_child(item, "id") if isinstance(item, MappingNode) else None for item in items.value)
    return next((at for at, found in enumerate(ids) if found and found.value == step), None)


def is_flow(node: Node) -> bool:
    """Whether it stands in brackets."""
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)


def is_inline(node: Node) -> bool:
    """Whether it begins on the line of its name: text, a quoted text, brackets."""
    if isinstance(node, ScalarNode):
        return node.style not in ("|", ">")
    return is_flow(node)


def is_nothing(node: Node) -> bool:
    """A name with nothing behind its colon."""
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index


def key_of(parent: MappingNode, name: str) -> ScalarNode | None:
    return next((key for key, _ in parent.value if key.value == name), None)


def behind_colon(text: str, key: Node) -> int:
    """The place right behind the colon of a name."""
    found = _COLON.match(text, key.end_mark.index)
    if not found:
        raise CannotEditError(f"Linje {key.start_mark.line + 1} er skrevet på en usædvanlig måde.")
    return found.end()


def end_of(text: str, node: Node, before: int) -> int:
    """Where the letters of a value end; `before` is the place it stands behind.

    A block ends with its last value, not with the comments and blank lines below it.
    """
    last = _last_leaf(node)
    if is_nothing(last):
        return _end_of_nothing(text, node, before)
    end = int(last.end_mark.index)
    if isinstance(last, ScalarNode) and last.style in ("|", ">"):
        return len(text[:end].rstrip())
    return end


def _end_of_nothing(text: str, node: Node, before: int) -> int:
    if not isinstance(node, MappingNode):
        return before
    key = _last_key(node)
    return behind_colon(text, key)


def _last_key(node: MappingNode) -> Node:
    key, value = node.value[-1]
    if isinstance(value, MappingNode) and value.value and not is_flow(value):
        return _last_key(value)
    if isinstance(value, SequenceNode) and value.value and isinstance(value.value[-1], MappingNode):
        return _last_key(value.value[-1])
    return key  # type: ignore[no-any-return]


def _last_leaf(node: Node) -> Node:
    if is_flow(node) or isinstance(node, ScalarNode) or not node.value:
        return node
    last: Any = node.value[-1]
    return _last_leaf(last[1] if isinstance(node, MappingNode) else last)


def walk(node: Node | None) -> Iterator[tuple[Node, Node]]:
    """Every node below one, each with the one it stands in."""
    for child in _children(node):
        assert node is not None
        yield node, child
        yield from walk(child)


def _children(node: Node | None) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        yield from (value for _, value in node.value)
    elif isinstance(node, SequenceNode):
        yield from node.value


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Behind the line break of the line at a place."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
