"""What stands in Markdown: links that can be followed, and nothing that is taken out again."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.walk import bodies_of, passages_of

# [text](target), [text]: target, <scheme:target>; an image begins with «!».
_LINK = re.compile(
    r"""(?P<image>!?)\[[^\]]*\]\(\s*<?(?P<inline>[^\s)>]*)
    | ^[ ]{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)
    | <(?P<bare>[A-Za-z][A-Za-z0-9+.-]*:[^\s>]*)>""",
    re.VERBOSE | re.MULTILINE,
)
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE_SCHEMES = ("https", "mailto", "tel", "webcal")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>|<!--")
_TOP_HEADING = re.compile(r"^#[ \t]", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")


def links_are_safe(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Links in texts lead to https, mailto, tel or webcal, or to a page of the site."""
    for passage in passages_of(municipality):
        for found in _LINK.finditer(_without_code(passage.text)):
            group = str(found.lastgroup)
            fault = None if found["image"] else _fault_of_target(found[group])
            if fault:
                yield passage.problem(*fault, at=found.start(group))


def pictures_stand_in_the_fields_for_them(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """Pictures inside a text are not shown."""
    for passage in passages_of(municipality):
        for found in _LINK.finditer(_without_code(passage.text)):
            if found["image"]:
                message = "Billeder midt i en tekst bliver ikke vist."
                remedy = "Slet det her, og brug «picture:» i YAML-filen i stedet."
                yield passage.problem(message, remedy, "warning", found.start())


def texts_have_no_html(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Texts are Markdown; HTML is taken out."""
    for passage in passages_of(municipality):
        text = _without_code(passage.text)
        for found in _TAG.finditer(text):
            if _TAG.search(text, text.rfind("\n", 0, found.start()) + 1, found.start()):
                continue  # one a line is enough
            message = f"HTML-koden «{found[0][:30]}» bliver fjernet."
            remedy = "Slet den. Brug **fed**, *kursiv* og linjer med - foran i stedet."
            yield passage.problem(message, remedy, "warning", found.start())


def headings_begin_below_the_title(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """The title of a page is its only heading of the first level."""
    for page in municipality.pages:
        for passage in bodies_of(page):
            for found in _TOP_HEADING.finditer(passage.text):
                message = (
                    "Overskriften har ét #, men sidens titel er allerede den øverste overskrift."
                )
                yield passage.problem(message, "Skriv ## i stedet.", "warning", found.start())


def _without_code(text: str) -> str:
    """The text with code blanked out, which shows tags and links without being any."""
    return _CODE.sub(lambda found: " " * len(found[0]), text)


def _fault_of_target(target: str) -> tuple[str, str] | None:
    """Message and remedy for a link that is not shown as one."""
    plain = re.sub(r"[\x00-\x20]", "", html.unescape(target))
    scheme = _SCHEME.match(plain)
    if not plain:
        return "Linket har ingen adresse.", "Skriv adressen i parentesen, eller slet linket."
    if scheme and scheme[1].lower() == "http":
        return "Linket er ikke sikret med https.", f"Skriv https:{plain[5:65]}, og prøv det."
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        message = f"Links med «{scheme[1]}:» bliver fjernet."
        return message, "Brug en adresse, der begynder med https://, mailto: eller tel:."
    if plain.startswith(("//", "\\")):
        return "Adressen mangler https: foran.", "Skriv https:// først."
    if plain.startswith("www."):
        return "Adressen mangler https:// foran.", f"Skriv https://{plain[:60]}."
    return None
