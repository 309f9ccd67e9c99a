"""READ: a drawing (SVG) becomes one that can do nothing but be looked at.

An SVG is a document: opened by its own address it may run scripts, load other pages, send forms.
So it is not published as it came, but written anew of the parts that `drawing_parts` names. What
a drawing program leaves for itself (its settings, the author's name, comments) is left out; what
would be missed, or what could act, is told as a fault.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from site_generator.read.drawing_parts import (
    ACTIVE,
    ATTRIBUTES,
    EDITORS,
    ELEMENTS,
    ELSEWHERE,
    LEFT_OUT,
    SVG,
    WORDS,
    XLINK,
    XML,
    fault_of_style,
)
from site_generator.read.embedded import embedded_anew

_MAX_DEPTH = 100
_MAX_REPEATED = 20_000


class NoDrawingError(Exception):
    """It is XML, but no drawing."""


class ActiveDrawingError(Exception):
    """Something in a drawing that cannot be published. `what` is Danish: «et script»."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def clean_drawing(data: bytes) -> bytes:
    """The drawing as it is published, in UTF-8.

    Raises `ActiveDrawingError` and `NoDrawingError`, and `expat.ExpatError`, `LookupError` or
    `ValueError` where it is no XML.
    """
    drawing = _Drawing()
    drawing.parser.Parse(data, True)
    drawing.refuse_what_repeats()
    return "".join(drawing.written).encode()


class _Drawing:
    """Reads a drawing from beginning to end and writes what may stay."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.open: list[str] = []
        self.skipping = 0
        self.style: list[str] | None = None
        self.inside: list[str] = []  # the ids of the elements that are open, "" where without
        self.uses: dict[str, list[str]] = {}  # what is drawn again within an id, "" for the whole
        self.parser = expat.ParserCreate(namespace_separator="\n")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def refuse(self, what: str) -> None:
        raise ActiveDrawingError(what, self.parser.CurrentLineNumber)

    def doctype(self, _name: str, _system: str | None, _public: str | None, internal: bool) -> None:
        """Entities can blow up to gigabytes; no drawing needs them."""
        if internal:
            self.refuse("en XML-definition")

    def entity(self, *_: object) -> None:
        self.refuse("en XML-definition")

    def instruction(self, target: str, _data: str) -> None:
        """A style sheet lies elsewhere; Adobe's «xpacket» is only a note."""
        if target.lower() == "xml-stylesheet":
            self.refuse("en XML-definition")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, name = _split(tag)
        self.refuse_what_acts(name, attributes)
        if self.skipping or name in LEFT_OUT or EDITORS.match(space):
            self.skipping += 1
            return
        self.refuse_what_is_strange(space, name)
        kept = self.kept(name, attributes)
        self.open.append(name)
        self.inside.append(attributes.get("id", ""))
        self.written.append(_tag(name, kept))
        if name == "style":
            self.style = []

    def refuse_what_acts(self, name: str, attributes: dict[str, str]) -> None:
        """What could run is told even where it would have been left out."""
        if name.lower() in ACTIVE:
            self.refuse(ACTIVE[name.lower()])
        if any(_split(key)[1].lower().startswith("on") for key in attributes):
            self.refuse("et script")

    def refuse_what_is_strange(self, space: str, name: str) -> None:
        if space not in ("", SVG):
            self.refuse("fremmed indhold")
        if not self.open and name != "svg":
            raise NoDrawingError
        if name not in ELEMENTS:
            self.refuse(f"«{name[:30]}»")
        if self.style is not None:
            self.refuse("en ødelagt stil")
        if len(self.open) >= _MAX_DEPTH:
            self.refuse("for mange lag inde i hinanden")

    def kept(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes that stay, as they are written."""
        kept: dict[str, str] = {}
        if not self.open:
            kept |= {"xmlns": SVG, "xmlns:xlink": XLINK}
        for key, value in attributes.items():
            space, attribute = _split(key)
            if attribute == "base" and space == XML:
                self.refuse(ELSEWHERE)
            elif attribute.lower() == "href":
                kept["xlink:href"] = self.reference(name, value)
            elif space == XML and attribute in ("space", "lang"):
                kept[f"xml:{attribute}"] = value
            elif not space and (attribute in ATTRIBUTES or attribute.startswith("aria-")):
                kept[attribute] = self.value(attribute, value)
        return kept

    def reference(self, name: str, value: str) -> str:
        """A reference within the drawing, or a picture that stands in it."""
        value = value.strip()
        if re.fullmatch(r"#[^\s\"'<>\\()]*", value):
            if name == "use":
                for id_ in {"", *self.inside}:
                    self.uses.setdefault(id_, []).append(value[1:])
            return value
        anew = embedded_anew(value) if name == "image" else None
        if anew is None:
            script = re.match(r"(?:java|vb)script:", re.sub(r"[\x00-\x20]", "", value), re.I)
            self.refuse("et script" if script else ELSEWHERE)
        return anew or ""

    def value(self, attribute: str, value: str) -> str:
        if attribute not in WORDS and not attribute.startswith("aria-"):
            fault = fault_of_style(value)
            if fault:
                self.refuse(fault)
        return value

    def text(self, text: str) -> None:
        if self.skipping:
            return
        if self.style is not None:
            self.style.append(text)
        self.written.append(_escaped(text))

    def end(self, _tag: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        name = self.open.pop()
        self.inside.pop()
        if self.style is not None:
            fault = fault_of_style("".join(self.style))
            if fault:
                self.refuse(fault)
            self.style = None
        self.written.append(f"</{name}>")

    def refuse_what_repeats(self) -> None:
        """A few lines that draw each other ten times over fill a browser's memory."""
        drawn: dict[str, int] = {}

        def times(id_: str, within: tuple[str, ...]) -> int:
            if id_ in within or len(within) > _MAX_DEPTH:
                return _MAX_REPEATED  # a ring
            if id_ not in drawn:
                total = 1
                for used in self.uses.get(id_, ()):
                    total = min(_MAX_REPEATED, total + times(used, (*within, id_)))
                drawn[id_] = total
            return drawn[id_]

        if times("", ()) >= _MAX_REPEATED:
            raise ActiveDrawingError("dele, der tegnes alt for mange gange", 1)


# `xml.sax.saxutils` brings the whole of `urllib` along, and few houses have drawings.
def _tag(name: str, attributes: dict[str, str]) -> str:
    from xml.sax.saxutils import quoteattr

    return f"<{name}{''.join(f' {key}={quoteattr(attributes[key])}' for key in attributes)}>"


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text)


def _split(name: str) -> tuple[str, str]:
    """Namespace and local name."""
    space, _, local = name.rpartition("\n")
    return space, local
