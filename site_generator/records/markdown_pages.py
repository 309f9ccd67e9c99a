"""READ and VALIDATE: Markdown pages with a head of YAML between two lines of `---`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_generator.problems import Problem, nearest
from site_generator.read.author_files import leads_out, link_leads_out
from site_generator.read.layers import files_of
from site_generator.records.page_parts import read_parts
from site_generator.schema.pages import PageHead, TranslationHead
from site_generator.schema.values import LANGUAGES, LocalText, slugify

_OTHER_LANGUAGE = re.compile(r"^(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<code>[a-z]{2,3})$")
_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
# A page in another language stands beside the Danish one: `vold.md`, `vold.en.md`.
_TRANSLATION = re.compile(
    rf"^(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<code>{'|'.join(LANGUAGES.keys() - {'da'})})$"
)
# How alike (0 to 1) two names are when the one is surely the other, misspelt.
_ALMOST_CERTAIN = 0.85


@dataclass(frozen=True)
class Translation:
    """A page in another language: its head has only what is said, the rest is the Danish one's."""

    slug: str
    path: str
    head: TranslationHead
    body: str
    body_line: int


@dataclass(frozen=True)
class MarkdownPage:
    """A page written in Markdown. `body_line` is the line (from 1) on which the body begins.

    `head` has the title and the summary in every language that the page is translated to.
    """

    slug: str
    path: str
    head: PageHead
    body: str
    body_line: int
    translations: Mapping[str, Translation]

    @property
    def text(self) -> LocalText:
        """The body in every language that it is written in."""
        others = {code: one.body for code, one in self.translations.items()}
        return LocalText({"da": self.body, **others})


def read_pages(folder: Path, shown_as: str) -> tuple[tuple[MarkdownPage, ...], list[Problem]]:
    """All Markdown pages of a folder, by their order and name, each with its translations."""
    files, problems = _files(folder, shown_as)
    pages, faults = _pages_of(files, shown_as)
    return pages, [*problems, *faults]


def read_layered_pages(
    layers: Sequence[Path], name: str
) -> tuple[tuple[MarkdownPage, ...], list[Problem]]:
    """The pages of a folder of shared content, as `read_pages`, each from the uppermost layer."""
    problems = [fault for layer in layers for fault in _files(layer / name, f"content/{name}")[1]]
    inside = [layer for layer in layers if not leads_out(layer / name)]
    pages, faults = _pages_of(files_of(inside, name, "*"), f"content/{name}")
    return pages, [*problems, *faults]


def _files(folder: Path, shown_as: str) -> tuple[list[Path], list[Problem]]:
    if folder.is_dir() and leads_out(folder):
        return [], [link_leads_out(shown_as)]
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else [], []
    except OSError:
        remedy = "Se efter, om du har lov til at læse den."
        message = "Mappen kan ikke åbnes."
        return [], [Problem(path=shown_as, line=1, message=message, remedy=remedy)]


def _pages_of(
    files: Sequence[Path], shown_as: str
) -> tuple[tuple[MarkdownPage, ...], list[Problem]]:
    translated = {file for file in files if _TRANSLATION.match(file.stem) and file.suffix == ".md"}
    pages: list[MarkdownPage] = []
    problems: list[Problem] = []
    for file in files:
        if file not in translated:
            page, faults = _read_page(file, f"{shown_as}/{file.name}")
            problems += faults
            pages += [page] if page else []
    problems += _without_danish(translated, files, shown_as)
    told = [_with_translations(page, translated, shown_as, problems) for page in pages]
    return tuple(sorted(told, key=lambda page: (page.head.order, page.slug))), problems


def _read_page(file: Path, shown_as: str) -> tuple[MarkdownPage | None, list[Problem]]:
    wrong_name = _wrong_name(file, shown_as)
    if wrong_name:
        return None, [wrong_name]
    read, problems = read_parts(PageHead, file, shown_as)
    page = MarkdownPage(file.stem, shown_as, *read, translations={}) if read else None
    return page, problems


def _with_translations(
    page: MarkdownPage, files: Iterable[Path], shown_as: str, problems: list[Problem]
) -> MarkdownPage:
    """The page with every translation that could be read; what is wrong goes to `problems`."""
    found: dict[str, Translation] = {}
    for file in sorted(files):
        name = _TRANSLATION.match(file.stem)
        if name and name["slug"] == page.slug:
            path = f"{shown_as}/{file.name}"
            read, faults = read_parts(TranslationHead, file, path)
            problems += faults
            if read:
                found[name["code"]] = Translation(page.slug, path, *read)
    return replace(page, head=_said_in(page.head, found), translations=found) if found else page


def _said_in(head: PageHead, translations: Mapping[str, Translation]) -> PageHead:
    titles = {code: one.head.title for code, one in translations.items()}
    summaries = {code: one.head.summary for code, one in translations.items()}
    title = LocalText({**head.title.by_language, **titles})
    summary = LocalText({**head.summary.by_language, **summaries})
    return head.model_copy(update={"title": title, "summary": summary})


def _without_danish(
    translated: Iterable[Path], files: Iterable[Path], shown_as: str
) -> Iterator[Problem]:
    """A translation stands beside a Danish page of the same name."""
    danish = {file.stem for file in files if _SLUG.match(file.stem) and file.suffix == ".md"}
    for file in sorted(translated):
        slug, _, code = file.stem.partition(".")
        if slug not in danish:
            message = f"Oversættelsen hører til {slug}.md, men den fil findes ikke."
            meant = nearest(slug, danish, _ALMOST_CERTAIN)
            hint = f"Kald den {meant}.{code}.md, eller l" if meant else "L"
            remedy = f"{hint}av filen {slug}.md på dansk, eller slet oversættelsen."
            yield Problem(path=f"{shown_as}/{file.name}", line=1, message=message, remedy=remedy)


def _wrong_name(file: Path, shown_as: str) -> Problem | None:
    if file.suffix != ".md" or file.is_symlink() or not file.is_file():
        message = "Her kan kun ligge sider i Markdown."
        return Problem(path=shown_as, line=1, message=message, remedy="Giv filen et navn på .md.")
    language = _OTHER_LANGUAGE.match(file.stem)
    if language:
        message = f"«{language['code']}» er ikke et sprog, vi har sider på."
        codes = ", ".join(code for code in LANGUAGES if code != "da")
        remedy = f"Sprogene hedder {codes}: kald filen fx {language['slug']}.en.md."
        return Problem(path=shown_as, line=1, message=message, remedy=remedy)
    if not _SLUG.match(file.stem):
        remedy = f"Kald den fx {slugify(file.stem) or 'side'}.md."
        message = "Filens navn kan ikke bruges i en adresse."
        return Problem(path=shown_as, line=1, message=message, remedy=remedy)
    return None
