"""HTML as a tree, read strictly: a tag that is not closed, or closed twice, is an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"]
)


@dataclass
class Element:
    """A tag with its attributes (None: given without a value) and what stands in it."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, attribute: str) -> str:
        """An attribute's value; empty where it is not given."""
        return self.attributes.get(attribute) or ""

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element below this one, in reading order, or those of some tags."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def first(self, tag: str) -> Element:
        return next(self.all(tag))

    @property
    def text(self) -> str:
        """What can be read in it, each run of space as one; scripts cannot."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag != "script":
                yield from child._texts()


def read_html(html: str) -> Element:
    """The whole document as one element. Raises ValueError where the tags do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) > 1:
        raise ValueError(f"<{reader.open[-1].tag}> is never closed")
    return reader.open[0]


# The screen, and what other sites show in a frame: no pages in which one finds one's way. Tests of
# their own look at them, test_screen.py and test_embedding.py.
APART = ("skaerm", "indlejr")


def read_site(folder: Path) -> dict[str, Element]:
    """Every page below a folder in which one finds one's way, by its file's path."""
    files = (file.relative_to(folder) for file in sorted(folder.rglob("*.html")))
    return {
        file.as_posix(): read_html((folder / file).read_text("utf-8"))
        for file in files
        if not set(APART) & set(file.parts)
    }


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            raise ValueError(f"line {self.getpos()[0]}: <{tag}> has an attribute twice")
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise ValueError(f"line {self.getpos()[0]}: </{tag}> closes <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def leads_on(page: Element) -> bool:
    """Whether it only stands where another page has been, and leads to what is there now."""
    return any(meta["http-equiv"] == "refresh" for meta in page.all("meta"))
