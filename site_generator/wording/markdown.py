"""WORDS: Markdown as GitHub's preview shows it, where authors look at what they write.

CommonMark with tables and struck-out text, read by markdown-it-py, which takes no more than
linear time. Three things are read as people mean them and not as the specification does: a date
that begins a paragraph is no numbered list, the short lines of an address stay lines, and lines
that are indented are text, not code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Deeper than this the parser leaves text out (its own bound is 20); nobody reads so deep a list.
MAX_LEVEL = 12
_TOO_DEEP = "too_deep"

# Lines of a paragraph are kept apart where all but the last are as short as those of an address;
# prose that an editor breaks has longer ones.
_SHORT_LINE = 45

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september"),
    *("oktober", "november", "december", "january", "february", "march", "may", "june", "july"),
    *("october", "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня"),
    *("вересня", "жовтня", "листопада", "грудня", "يناير", "فبراير", "مارس", "أبريل", "مايو"),
    *("يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"),
)
_MONTH = re.compile(rf"(?:{'|'.join(_MONTHS)})(?:\W|$)", re.IGNORECASE)


def parse(text: str) -> list[Token]:
    """The blocks of a text in their order, those with words in them with their parts."""
    return _parser().parse(text)


def html_of(text: str, lead: Callable[[str], str]) -> str:
    """HTML with its highest heading at level 2. Authors' own HTML is in it, still to be cleaned.

    `lead` says for each link's target where it leads from the page.
    """
    tokens = parse(text)
    for link in (part for token in tokens for part in token.children or ()):
        if link.type == "link_open":
            link.attrSet("href", lead(str(link.attrGet("href"))))
    _set_headings_below_the_title(tokens)
    _say_what_heads_a_column(tokens)
    parser = _parser()
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


def _set_headings_below_the_title(tokens: Sequence[Token]) -> None:
    headings = [t for t in tokens if t.type in ("heading_open", "heading_close")]
    highest = min((int(heading.tag[1]) for heading in headings), default=2)
    for heading in headings:
        heading.tag = f"h{min(int(heading.tag[1]) + 2 - highest, 4)}"


def _say_what_heads_a_column(tokens: Sequence[Token]) -> None:
    """WCAG 1.3.1: a cell that heads a column says so."""
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Any link is one: rules tell what is wrong with it, and cleaning takes it out."""
        return True


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.disable("code")
    parser.core.ruler.after("block", "depth", _note_depth)
    parser.core.ruler.after("depth", "numbers_as_written", _numbers_as_written)
    parser.core.ruler.after("inline", "lines_of_an_address", _lines_of_an_address)
    return parser


@dataclass(frozen=True)
class Found:
    """A link, a picture or HTML in a text: its target or code, and the character where it is."""

    kind: Literal["link", "picture", "html"]
    what: str
    at: int


@dataclass(frozen=True)
class Looked:
    """What stands in a text, and the line (from 0) from which it is too deep to be shown."""

    found: tuple[Found, ...]
    too_deep: int | None


@lru_cache(maxsize=4096)
def look_at(text: str) -> Looked:
    """Links, pictures and HTML as the parser sees them, in their order; parsed once a text."""
    env: dict[str, int] = {}
    blocks = _parser().parse(text, env)
    return Looked(tuple(_found_in(text, blocks)), env.get(_TOO_DEEP))


def _found_in(text: str, blocks: Sequence[Token]) -> Iterator[Found]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for block in blocks:
        at = starts[block.map[0]] if block.map else 0
        if block.type == "html_block":
            yield Found("html", block.content.strip(), at)
        for part in block.children or ():
            kind, what = _kind_of(part)
            if kind:
                here = text.find(what, at)
                at = here if here >= 0 else at
                yield Found(kind, what, at)


def _kind_of(part: Token) -> tuple[Literal["link", "picture", "html"] | None, str]:
    if part.type == "link_open":
        return "link", unquote(str(part.attrGet("href") or ""))
    if part.type == "image":
        return "picture", unquote(str(part.attrGet("src") or ""))
    return ("html", part.content) if part.type == "html_inline" else (None, "")


def words_alone(text: str) -> str:
    """Its words alone on one line, for where nothing can be bold or a link; numbers are kept."""
    return " ".join(" ".join(_words_of(parse(text))).split())


def _words_of(tokens: Sequence[Token]) -> Iterator[str]:
    numbers: list[int | None] = []  # of the open lists; None for those without numbers
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if token.tag == "ol" else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open" and (number := numbers[-1]) is not None:
            yield f"{number}."
            numbers[-1] = number + 1
        elif token.type in ("fence", "code_block"):
            yield token.content
        yield "".join(map(_said, token.children or ()))


def _said(part: Token) -> str:
    if part.type in ("softbreak", "hardbreak"):
        return " "
    return part.content if part.type in ("text", "code_inline", "text_special") else ""


def _note_depth(state: StateCore) -> None:
    """Where the parser may have left something out, before anything is put differently."""
    for token in state.tokens:
        if token.level > MAX_LEVEL and token.map:
            state.env[_TOO_DEEP] = token.map[0]
            return


def _numbers_as_written(state: StateCore) -> None:
    """Numbered points that a browser would count otherwise, as paragraphs with their numbers.

    «24. december holder vi lukket.» is a sentence, and a browser counts on from a list's first.
    """
    tokens = state.tokens
    lists = [at for at, token in enumerate(tokens) if token.type == "ordered_list_open"]
    for first in reversed(lists):  # inner ones before those around them
        last = _end_of_list(tokens, first)
        points = [
            at
            for at in range(first, last)
            if tokens[at].type == "list_item_open" and tokens[at].level == tokens[first].level + 1
        ]
        if not _is_counted(tokens, points):
            _write_out(tokens, first, last, points)


def _end_of_list(tokens: Sequence[Token], first: int) -> int:
    level = tokens[first].level
    return next(
        at
        for at in range(first, len(tokens))
        if tokens[at].type == "ordered_list_close" and tokens[at].level == level
    )


def _is_counted(tokens: Sequence[Token], points: Sequence[int]) -> bool:
    """Whether the numbers are those that a browser shows, and none of them is part of a date."""
    numbers = [int(tokens[point].info or 1) for point in points]
    in_order = all(second == first + 1 for first, second in pairwise(numbers))
    dated = any(_MONTH.match(_first_words(tokens, point)) for point in points)
    return len(points) > 1 and not dated and (in_order or set(numbers) == {1})


def _first_words(tokens: Sequence[Token], point: int) -> str:
    following = tokens[point + 1 : point + 3]
    return following[1].content if [t.type for t in following[1:]] == ["inline"] else ""


def _write_out(tokens: list[Token], first: int, last: int, points: Sequence[int]) -> None:
    """The points become paragraphs that begin with their numbers, in place."""
    level = tokens[first].level
    for point in points:
        number = f"{tokens[point].info}{tokens[point].markup} "
        words = tokens[point + 2]
        if tokens[point + 1].type == "paragraph_open" and words.type == "inline":
            words.content = number + words.content
    kept = []
    for token in tokens[first + 1 : last]:
        if token.level == level + 1 and token.type in ("list_item_open", "list_item_close"):
            continue
        token.level -= 2
        token.hidden = token.hidden and token.level > level
        kept.append(token)
    tokens[first : last + 1] = kept


def _lines_of_an_address(state: StateCore) -> None:
    """Short lines stay lines, as whoever writes an address means them."""
    for block in state.tokens:
        if block.type != "inline" or not block.children:
            continue
        *lines, _last = block.content.split("\n")
        if lines and all(len(line) <= _SHORT_LINE for line in lines):
            for part in block.children:
                if part.type == "softbreak":
                    part.type, part.tag = "hardbreak", "br"
