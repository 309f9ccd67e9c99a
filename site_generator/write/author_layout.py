"""WRITE: a value as YAML that looks like the file it comes into."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from site_generator.write.author_nodes import Value, is_flow, walk, yaml

# Danish files have lists of dates and of words on one line as long as it can be read.
_LONGEST_LIST = 110
_QUOTED = {"'": SingleQuotedScalarString, '"': DoubleQuotedScalarString}


@dataclass(frozen=True)
class Layout:
    """How a file is indented: a block below its name, and a dash below the name of its list."""

    indent: int = 2
    dash: int = 2

    def block(self, name: str, value: Value, column: int) -> str:
        """`name: value` with all its lines; the first is not indented, the last not ended."""
        text = self._dumped({name: _shaped(value)})
        return _moved(text.rstrip("\n"), column)

    def item(self, value: Value, column: int) -> str:
        """`- value` with all its lines; the first is not indented, the last not ended."""
        text = self._dumped({"x": CommentedSeq([_shaped(value)])})
        lines = text.rstrip("\n").split("\n")[1:]
        bare = [line[self.dash :] if line.strip() else "" for line in lines]
        return _moved("\n".join(bare), column)

    def _dumped(self, value: dict[str, Any]) -> str:
        writer = yaml()
        writer.indent(mapping=self.indent, sequence=self.dash + 2, offset=self.dash)
        out = io.StringIO()
        writer.dump(CommentedMap(value), out)
        return out.getvalue()


def inline(value: Value) -> str:
    """A value as it stands within brackets, or the brackets themselves."""
    return _in_brackets(CommentedSeq([_all_flow(value)]))[1:-1]


def inline_in_block(value: Value, quote: str | None) -> str:
    """A text or a list of texts as it stands behind a name or a dash. `quote` is what stood around
    the text before, if anything did."""
    if isinstance(value, str) and quote in _QUOTED:
        shaped: Any = _QUOTED[quote](value)
    else:
        shaped = _shaped(value)
    out = io.StringIO()
    yaml().dump(CommentedMap({"x": shaped}), out)
    return out.getvalue()[2:].strip()


def _in_brackets(shaped: Any) -> str:
    shaped.fa.set_flow_style()
    out = io.StringIO()
    yaml().dump(shaped, out)
    return out.getvalue().rstrip("\n")


def _all_flow(value: Any) -> Any:
    if isinstance(value, dict):
        made: Any = CommentedMap((key, _all_flow(inner)) for key, inner in value.items())
    elif isinstance(value, list):
        made = CommentedSeq(_all_flow(inner) for inner in value)
    else:
        return str(value)
    made.fa.set_flow_style()
    return made


def stands_inline(value: Value) -> bool:
    """Whether a value is written on the line of its name."""
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value) and _is_short(value)
    return isinstance(value, str) and "\n" not in value


def _is_short(texts: list[Any]) -> bool:
    return sum(len(text) + 2 for text in texts) <= _LONGEST_LIST and "\n" not in "".join(texts)


def _shaped(value: Value) -> Any:
    """The same for ruamel.yaml: text of several lines as a block, short lists in brackets."""
    if isinstance(value, dict):
        return CommentedMap((key, _shaped(inner)) for key, inner in value.items())
    if isinstance(value, list):
        made = CommentedSeq(_shaped(inner) for inner in value)
        if stands_inline(value):
            made.fa.set_flow_style()
        return made
    return LiteralScalarString(value) if _is_a_block(value) else str(value)


def _is_a_block(text: str) -> bool:
    """A block cannot begin with a blank, and loses nothing where it ends with a letter."""
    return "\n" in text and text == text.strip()


def _moved(text: str, column: int) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{' ' * column}{line}" if line else "" for line in rest)])


def layout_of(root: MappingNode | None) -> Layout:
    """How most of a file is indented; as in eksempel where it does not show."""
    indents: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    for parent, child in walk(root):
        if not isinstance(parent, MappingNode) or is_flow(parent) or is_flow(child):
            continue
        by = _column(child) - _column(parent)
        if isinstance(child, MappingNode) and child.value and by > 0:
            indents[by] += 1
        elif isinstance(child, SequenceNode) and child.value and by >= 0:
            dashes[by] += 1
    return Layout(_most(indents, 2), _most(dashes, 2))


def _most(counted: Counter[int], otherwise: int) -> int:
    return max(counted, key=lambda by: (counted[by], -by), default=otherwise)


def _column(node: Node) -> int:
    return int(node.start_mark.column)
