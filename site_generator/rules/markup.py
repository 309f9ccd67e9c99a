"""What stands in Markdown: nothing that is taken out again, and nothing where it is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.walk import Passage, bodies_of, passages_of
from site_generator.wording.markdown import Found, look_at

_TOP_HEADING = re.compile(r"^#[ \t]", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]{0,200})?/?>|<!--")

# So many marks in one text show how it was meant.
_ENOUGH = 3

# What looks like Markdown to whoever writes it, where the text is shown as it stands.
_MARKUP = re.compile(
    r"""(?P<bold>\*\*(?=\S)[^*\n]{1,300}\*\*|(?<!\w)__(?=\S)[^_\n]{1,300}__(?!\w))
    | (?P<link>\[(?P<words>[^\]\n]{1,300})\]\((?P<target>[^)\s]{1,1000})\))
    | (?P<italic>(?<![\w*])\*(?=[^\s*])[^*\n]{1,300}(?<=\S)\*(?![\w*]))
    | ^(?P<heading>\#{1,6})[ ](?=\S)""",
    re.VERBOSE | re.MULTILINE,
)
# Marks that GitHub's preview shows as they stand, since a space is missing or the mark is another.
_ALMOST = re.compile(
    r"^(?:(?P<heading>#{2,6})(?=[^\W\d_])|[ ]{0,3}(?P<bullet>[•·‣▪●–—])[ \u00a0]+(?=\S))",
    re.MULTILINE,
)


def pictures_stand_in_the_fields_for_them(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """Pictures inside a text are not shown."""
    for passage, found in _parts(municipality):
        if found.kind == "picture":
            message = "Billeder midt i en tekst bliver ikke vist."
            remedy = "Slet det her, og brug «picture:» i YAML-filen i stedet."
            yield passage.problem(message, remedy, "warning", found.at)


def texts_have_no_html(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Texts are Markdown; HTML is taken out."""
    told = set()
    for passage, found in _parts(municipality):
        if found.kind != "html":
            continue
        code = _TAG.search(found.what)
        message = f"HTML-koden «{(code[0] if code else found.what)[:30]}» bliver fjernet."
        remedy = "Slet den. Brug **fed**, *kursiv* og linjer med - foran i stedet."
        problem = passage.problem(message, remedy, "warning", found.at)
        if (problem.path, problem.line) not in told:  # one a line is enough
            told.add((problem.path, problem.line))
            yield problem


def plain_texts_have_no_marks(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Short texts are shown as they stand, stars and brackets included."""
    for passage in passages_of(municipality):
        if passage.markdown or passage.text.startswith(("https://", "media/")):
            continue
        for found in islice(_MARKUP.finditer(passage.text), _ENOUGH):
            yield passage.problem(*_instead(found), "warning", found.start())


def _instead(found: re.Match[str]) -> tuple[str, str]:
    where = "Teksten her bliver vist, som den står"
    if found["link"]:
        message = f"{where}, så «{found['words'][:40]}» bliver ikke til et link."
        plain = f"{found['words'][:60]}: {found['target']}"
        return message, f"Skriv «{plain}», eller flyt linket til et felt til links."
    if found["heading"]:
        return f"{where}, også {found['heading']} foran.", f"Slet «{found['heading']} »."
    return f"{where}, også stjernerne eller stregerne om ordene.", f"Skriv «{_bare(found[0])}»."


def _bare(marked: str) -> str:
    return marked.strip("*_")[:60]


def marks_are_written_right(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A heading or a point that lacks its space, or has a typographic mark, is no such thing."""
    for passage in passages_of(municipality):
        for found in _ALMOST.finditer(passage.text) if passage.markdown else ():
            if mark := found["heading"]:
                message = f"Der mangler et mellemrum efter {mark}, så linjen er ingen overskrift."
                remedy = f"Skriv «{mark} » foran overskriften."
            else:
                message = f"«{found['bullet']}» laver ikke et punkt i en liste."
                remedy = "Skriv en bindestreg fra tastaturet og et mellemrum i stedet: «- »."
            yield passage.problem(message, remedy, "warning", found.start())


def texts_can_be_shown_whole(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Lists in lists in lists: beyond some depth nothing more would be shown."""
    for passage in passages_of(municipality):
        line = look_at(passage.text).too_deep if passage.markdown else None
        if line is not None:
            at = sum(len(text) + 1 for text in passage.text.split("\n")[:line])
            message = "Her er lister eller citater inde i hinanden i alt for mange lag."
            yield passage.problem(message, "Ryk linjen ud, så der højst er tre lag.", "error", at)


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


def _parts(municipality: Municipality) -> Iterator[tuple[Passage, Found]]:
    for passage in passages_of(municipality):
        for found in look_at(passage.text).found if passage.markdown else ():
            yield passage, found
