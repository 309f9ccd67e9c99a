"""WRITE: edits of an author's YAML as splices of its text: from here to there, these letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from site_generator.write.author_layout import (
    inline,
    inline_in_block,
    layout_of,
    stands_inline,
)
from site_generator.write.author_nodes import (
    CannotEditError,
    Path,
    Value,
    behind_colon,
    end_of,
    find,
    is_flow,
    is_inline,
    is_nothing,
    key_of,
    line_end,
    line_start,
    value_of,
)
from site_generator.write.author_values import Add, Edit, Remove, Set, applied, moved

_COMMENT = re.compile(r"( *)#")
_NOTE = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True, order=True)
class _Splice:
    start: int
    end: int
    new: str


class Splicing:
    """Edits as small as can be become splices of one text. Nothing is parsed twice."""

    def __init__(self, text: str, root: MappingNode | None) -> None:
        self.text, self.root = text, root
        self.layout = layout_of(root)

    def made(self, edits: Sequence[Edit]) -> str:
        """The text after the edits. Raises CannotEditError."""
        self.gone = {
            id(node)
            for edit in edits
            if isinstance(edit, Remove) and (node := find(self.root, edit.path)) is not None
        }
        return self._spliced(list(self._splices(edits)))

    def _spliced(self, splices: list[_Splice]) -> str:
        parts, at = [], 0
        for splice in sorted(splices, key=lambda one: (one.start, one.end)):
            if splice.start < at and splice.new:
                raise CannotEditError("To rettelser gælder det samme sted.")
            parts += [self.text[at : splice.start], splice.new]
            at = max(at, splice.end)
        return "".join(parts) + self.text[at:]

    def _splices(self, edits: Sequence[Edit]) -> Iterator[_Splice]:
        rewritten: dict[Path, list[Edit]] = {}
        made: dict[Path, list[Add]] = {}
        for edit in edits:
            if (flow := self._flow_of(edit)) is not None:
                rewritten.setdefault(flow, []).append(edit)
            elif isinstance(edit, Add) and self._is_no_list(edit.path):
                made.setdefault(edit.path, []).append(edit)
            elif isinstance(edit, Set):
                yield self._set(edit)
            elif isinstance(edit, Add):
                yield self._add(edit)
            else:
                yield self._remove(edit.path)
        for path, inside in rewritten.items():
            yield self._rewrite(path, inside)
        for path, adds in made.items():
            yield self._set(Set(path, [add.value for add in adds], adds[0].after))

    def _flow_of(self, edit: Edit) -> Path | None:
        """The outermost brackets that an edit happens in, but for a text within them."""
        inner = edit.path if isinstance(edit, Add) else edit.path[:-1]
        for length in range(1, len(inner) + 1):
            node = find(self.root, inner[:length])
            if node is not None and is_flow(node) and node.value:
                return inner[:length]
        return None

    def _rewrite(self, path: Path, edits: list[Edit]) -> _Splice:
        """What stands in brackets is written anew: it is one line, and that one changes."""
        node = self._node(path)
        start, end = node.start_mark.index, node.end_mark.index
        if _NOTE.search(self.text[start:end]):
            line = node.start_mark.line + 1
            raise CannotEditError(f"Der står en note inde i parentesen i linje {line}.")
        inner = [moved(edit, len(path)) for edit in edits]
        holder: Value = {"x": value_of(node)}
        changed = applied(holder, inner)
        assert isinstance(changed, dict)
        return _Splice(start, end, inline(changed["x"]))

    def _is_no_list(self, path: Path) -> bool:
        node = find(self.root, path)
        return node is None or is_nothing(node) or (is_flow(node) and not node.value)

    # Set

    def _set(self, edit: Set) -> _Splice:
        node = find(self.root, edit.path)
        if node is None:
            return self._set_new(edit)
        parent = self._parent(edit.path)
        if isinstance(parent, SequenceNode):
            return self._set_item(parent, node, edit.value)
        key = self._key(parent, edit.path)
        behind = behind_colon(self.text, key)
        end = end_of(self.text, node, behind)
        if is_nothing(node) or not (is_inline(node) and stands_inline(edit.value)):
            block = self.layout.block("x", edit.value, key.start_mark.column)
            return _Splice(behind, end, block[2:])
        return _Splice(node.start_mark.index, end, self._inline(node, edit.value))

    def _inline(self, node: Node, value: Value) -> str:
        return inline_in_block(value, node.style if isinstance(node, ScalarNode) else None)

    def _set_item(self, parent: SequenceNode, node: Node, value: Value) -> _Splice:
        dash = self._dash(node)
        end = end_of(self.text, node, node.start_mark.index)
        if is_inline(node) and stands_inline(value):
            return _Splice(node.start_mark.index, end, self._inline(node, value))
        item = self.layout.item(value, parent.start_mark.column)
        return _Splice(dash, end, item)

    def _set_new(self, edit: Set) -> _Splice:
        name = str(edit.path[-1])
        if self.root is None:
            block = self.layout.block(name, edit.value, 0)
            gap = "" if not self.text or self.text.endswith("\n") else "\n"
            return _Splice(len(self.text), len(self.text), f"{gap}{block}\n")
        parent = self._parent(edit.path)
        if not isinstance(parent, MappingNode) or not parent.value:
            raise CannotEditError(f"«{name}» kan ikke skrives her.")
        column = parent.value[0][0].start_mark.column
        at = self._behind_names(parent, edit.after, column)
        return _Splice(at, at, f"\n{' ' * column}{self.layout.block(name, edit.value, column)}")

    def _behind_names(self, parent: MappingNode, after: Sequence[str], column: int) -> int:
        """The end of the line behind the last of some names, else behind the last name at all."""
        kept = [pair for pair in parent.value if id(pair[1]) not in self.gone]
        if not kept:
            raise CannotEditError("Alt forsvinder dér, hvor noget nyt skal stå.")
        named = {str(key.value): (key, value) for key, value in kept}
        name = next((name for name in reversed(after) if name in named), None)
        key, value = named[name] if name else kept[-1]
        end = end_of(self.text, value, behind_colon(self.text, key))
        return self._with_comments(end, column + 1)

    def _with_comments(self, end: int, column: int) -> int:
        """The end of a line, or of the comments right below it that stand as far in as a column."""
        at = line_end(self.text, end)
        while (note := _COMMENT.match(self.text, at)) and len(note[1]) >= column:
            at = line_end(self.text, at)
        return at - 1 if self.text[at - 1 : at] == "\n" and at > end else at

    # Add

    def _add(self, edit: Add) -> _Splice:
        items = self._node(edit.path)
        if not isinstance(items, SequenceNode):
            raise CannotEditError(f"«{edit.path[-1]}» er ikke en liste.")
        column = items.start_mark.column
        item = " " * column + self.layout.item(edit.value, column)
        gap = "\n" if self._stand_apart(items, edit.path) else ""
        if edit.at is not None and edit.at < len(items.value):
            at = self._lead(self._dash(items.value[edit.at]), column)
            return _Splice(at, at, f"{item}\n{gap}")
        kept = [one for one in items.value if id(one) not in self.gone]
        if not kept:
            raise CannotEditError("Alt forsvinder dér, hvor noget nyt skal stå.")
        at = self._with_comments(end_of(self.text, kept[-1], 0), column + 1)
        return _Splice(at, at, f"\n{gap}{item}")

    def _stand_apart(self, items: SequenceNode, path: Path) -> bool:
        """Whether a blank line is between items: as it is in the list, or in the file's own."""
        if len(items.value) < 2:
            return len(path) == 1 and isinstance(items.value[0], MappingNode)
        last, before = items.value[-1], items.value[-2]
        return "\n\n" in self.text[end_of(self.text, before, 0) : last.start_mark.index]

    # Remove

    def _remove(self, path: Path) -> _Splice:
        parent, node = self._parent(path), self._node(path)
        if isinstance(parent, SequenceNode):
            opens = parent.value[0] is node
            return self._without_lines(self._dash(node), node, 0, comments=True, opens=opens)
        key = self._key(parent, path)
        start = key.start_mark.index
        if self.text[line_start(self.text, start) : start].strip():
            return self._first_of_item(parent, node)
        behind = behind_colon(self.text, key)
        first_of_file = parent is self.root and parent.value[0][1] is node
        opens = parent.value[0][1] is node
        return self._without_lines(start, node, behind, comments=not first_of_file, opens=opens)

    def _first_of_item(self, parent: Node, node: Node) -> _Splice:
        """Behind a dash: the next name that stays takes its place."""
        names = [key for key, value in parent.value if id(value) not in self.gone]
        first = parent.value[0][0]
        if not names or parent.value[0][1] is not node:
            raise CannotEditError(f"Linje {first.start_mark.line + 1} kan ikke slettes alene.")
        return _Splice(first.start_mark.index, names[0].start_mark.index, "")

    def _without_lines(
        self, start: int, node: Node, behind: int, *, comments: bool, opens: bool
    ) -> _Splice:
        """The lines of a value go; two blank lines do not become neighbours, and none comes to be
        the first in a list or below a name."""
        column = start - line_start(self.text, start)
        end = self._with_comments(end_of(self.text, node, behind), column + 1)
        end = line_end(self.text, end)
        first = self._lead(start, column) if comments else line_start(self.text, start)
        above = self.text[:first].rstrip("\n ")
        blank_above = opens or not above or self.text[len(above) : first].count("\n") > 1
        below = len(self.text[end:]) - len(self.text[end:].lstrip("\n"))
        if end + below >= len(self.text) and above:
            return _Splice(len(above) + 1, end + below, "")
        return _Splice(first, end + (below if blank_above else 0), "")

    def _lead(self, at: int, column: int) -> int:
        """The start of the comments right above a line that belong to it: as far in as it is."""
        start = line_start(self.text, at)
        while start:
            above = line_start(self.text, start - 1)
            note = _COMMENT.match(self.text, above)
            if not note or len(note[1]) != column:
                break
            start = above
        return start

    # Places

    def _node(self, path: Path) -> Node:
        node = find(self.root, path)
        if node is None:
            raise CannotEditError(f"Der er ingen «{' → '.join(map(str, path))}» i filen.")
        return node

    def _parent(self, path: Path) -> Node:
        if len(path) > 1 or self.root is None:
            return self._node(path[:-1])
        return self.root

    def _key(self, parent: Node, path: Path) -> Node:
        key = key_of(parent, str(path[-1])) if isinstance(parent, MappingNode) else None
        if key is None:
            raise CannotEditError(f"«{path[-1]}» er ikke et navn i filen.")
        return key

    def _dash(self, item: Node) -> int:
        """Where the dash of an item stands, which is the first thing on its line."""
        at = int(item.start_mark.index)
        start = line_start(self.text, at)
        if not re.fullmatch(r" *- *", self.text[start:at]):
            line = item.start_mark.line + 1
            raise CannotEditError(f"Linje {line} er skrevet på en usædvanlig måde.")
        return self.text.index("-", start)
