"""READ and VALIDATE: what all share: catalogue, articles, help lines, legal pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from site_generator.problems import Problem, did_you_mean, nearest
from site_generator.read.layers import file_of, files_of
from site_generator.read.placed import Block, Items
from site_generator.read.source import read_document
from site_generator.records.markdown_pages import MarkdownPage, read_layered_pages
from site_generator.records.validate import validate
from site_generator.records.word_groups import unknown_groups
from site_generator.schema.dangers import Danger, DangersFile, SearchWords, WordGroup
from site_generator.schema.directions import DirectionsFile
from site_generator.schema.help_lines import HelpLine, HelpLinesFile
from site_generator.schema.offers import Offer
from site_generator.schema.reading import Reading, ReadingFile
from site_generator.schema.record import Record
from site_generator.schema.retired import RetiredHouse, RetiredHousesFile
from site_generator.schema.search import KNOWN, SearchFile
from site_generator.schema.times import shown

R = TypeVar("R", bound=Record)

# The pages that every house shows, and what they are about.
_LEGAL = {
    "accessibility": "tilgængelighed",
    "privacy": "persondata",
    "tracks": "de spor, man efterlader",
}
_ADD_PAGE = (
    "Hent den tilbage, eller lav den igen. Begynd filen med tre linjer: «---», «title: …», "
    "«summary: …», og luk med «---»."
)
_ADD_DANGERS = (
    "Hent dem tilbage, eller skriv «dangers:» og et punkt for hver fare med «- id: …», "
    "«title: …» og «shows: …»."
)
_ADD_HELP_LINES = (
    "Hent dem tilbage, eller skriv «help_lines:» og et punkt for hver linje med «- name: …», "
    "«summary: …», «link: …» og «checked: …»."
)


@dataclass(frozen=True, kw_only=True)
class SharedContent:
    """Content for all houses. `catalogue` holds each standard offer as read, by id."""

    catalogue: Mapping[str, Block]
    standard_offers: tuple[Offer, ...]
    articles: tuple[MarkdownPage, ...]
    help_lines: tuple[HelpLine, ...]
    leave_to: str
    directions: DirectionsFile
    legal: Mapping[str, MarkdownPage]
    reading: tuple[Reading, ...] = ()
    retired_houses: tuple[RetiredHouse, ...] = ()
    dangers: tuple[Danger, ...] = ()
    word_groups: tuple[WordGroup, ...] = ()
    people: SearchWords = field(default_factory=SearchWords)
    search: SearchFile = field(default_factory=SearchFile)


def read_shared_content(*layers: Path) -> tuple[SharedContent, list[Problem]]:
    """Everything in `content/` that goes into the sites, and what is wrong with it.

    A file in the first of several folders goes before its namesake in the next (read/layers.py).
    """
    catalogue, offers, problems = _read_catalogue(layers)
    articles, faults = read_layered_pages(layers, "articles")
    problems += faults
    legal, faults = _read_legal(layers)
    problems += faults
    help_lines_file, faults = _read_help_lines(file_of(layers, "help_lines.yml"))
    problems += faults
    directions, faults = _read_file(file_of(layers, "directions.yml"), DirectionsFile)
    problems += faults
    reading, faults = _read_file(file_of(layers, "for_professionals.yml"), ReadingFile)
    problems += faults
    retired, faults = _read_file(file_of(layers, "retired_houses.yml"), RetiredHousesFile)
    problems += faults
    dangers, faults = _read_dangers(file_of(layers, "dangers.yml"))
    problems += faults
    problems += unknown_groups(dangers)
    if file_of(layers, "dangers.yml").parent == layers[0]:
        problems += _unknown_help(dangers, articles, help_lines_file)
    else:
        problems += _missing_help(dangers, articles, help_lines_file)
    search, faults = _read_file(file_of(layers, "search.yml"), SearchFile)
    problems += faults
    problems += _unknown_leads(search, articles)
    shared = SharedContent(
        catalogue=catalogue,
        standard_offers=tuple(offers),
        articles=articles,
        help_lines=help_lines_file.help_lines,
        leave_to=help_lines_file.leave_to,
        directions=directions,
        legal=legal,
        reading=reading.items,
        retired_houses=retired.houses,
        dangers=dangers.dangers,
        word_groups=dangers.groups,
        people=dangers.people,
        search=search,
    )
    return shared, problems


def _read_catalogue(layers: Sequence[Path]) -> tuple[dict[str, Block], list[Offer], list[Problem]]:
    catalogue: dict[str, Block] = {}
    offers: list[Offer] = []
    problems: list[Problem] = []
    for file in files_of(layers, "catalogue", "*.yml"):
        document = read_document(file, f"content/catalogue/{file.name}")
        problems += document.problems
        offer, faults = validate(Offer, document.block)
        problems += faults
        if offer is None:
            continue
        if offer.id != file.stem and not offer.faulty("id"):
            message = f"Id'et er «{offer.id}», men filen hedder {file.name}."
            remedy = f"Skriv «id: {file.stem}»."
            line = offer.line_of("id")
            problems.append(Problem(path=document.path, line=line, message=message, remedy=remedy))
        catalogue[file.stem] = document.block
        offers.append(offer)
    return catalogue, offers, problems


def _read_file(file: Path, model: type[R]) -> tuple[R, list[Problem]]:
    """A shared file that need not be there."""
    if not _is_there(file):
        return model(), []
    document = read_document(file, f"content/{file.name}")
    record, faults = validate(model, document.block)
    return record or model(), document.problems + faults


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()  # what a link that leads nowhere is, is told of it


def _read_help_lines(file: Path) -> tuple[HelpLinesFile, list[Problem]]:
    """No site is without numbers to call in danger: they stand at the foot of every page."""
    lines, problems = _read_file(file, HelpLinesFile)
    if not (lines.help_lines or lines.faulty("help_lines") or problems):
        what = "Her er ingen hjælpelinjer" if _is_there(file) else "Filen mangler"
        message = f"{what}, og så har ingen af siderne et nummer at ringe til i fare."
        problems = [
            Problem(path=f"content/{file.name}", line=1, message=message, remedy=_ADD_HELP_LINES)
        ]
    return lines, problems


def _read_dangers(file: Path) -> tuple[DangersFile, list[Problem]]:
    """A repository without dangers of its own has the program's; a file that lost them has none."""
    dangers, problems = _read_file(file, DangersFile)
    if _is_there(file) and not (dangers.dangers or dangers.faulty("dangers") or problems):
        message = "Her står ingen farer, og så viser søgningen ikke hjælpen øverst."
        path = f"content/{file.name}"
        problems = [Problem(path=path, line=1, message=message, remedy=_ADD_DANGERS)]
    return dangers, problems


def _read_legal(layers: Sequence[Path]) -> tuple[dict[str, MarkdownPage], list[Problem]]:
    """The pages that every house has, by file name; each of them must be there."""
    pages, problems = read_layered_pages(layers, "legal")
    for name, about in _LEGAL.items():
        if not _is_there(file_of(layers, f"legal/{name}.md")):
            message = f"Filen mangler, og uden den er der ingen side om {about}."
            path = f"content/legal/{name}.md"
            problems.append(Problem(path=path, line=1, message=message, remedy=_ADD_PAGE))
    return {page.slug: page for page in pages}, problems


def _unknown_help(
    file: DangersFile, articles: tuple[MarkdownPage, ...], lines: HelpLinesFile
) -> Iterator[Problem]:
    """What stands first in danger must be there: an article, or a help line, by its name."""
    known = [*(page.slug for page in articles), *(line.name for line in lines.help_lines)]
    for danger in file.dangers:
        for at, name in enumerate(danger.shows):
            if name not in known and not lines.faulty("help_lines"):
                yield Problem(
                    path=danger.path_of(),
                    line=danger.line_of_item("shows", at),
                    field="shows",
                    message=f"«{shown(name)}» er hverken en artikel eller en hjælpelinje.",
                    remedy=did_you_mean(name, known),
                )


def _missing_help(
    file: DangersFile, articles: tuple[MarkdownPage, ...], lines: HelpLinesFile
) -> Iterator[Problem]:
    """What stands first in danger comes with the program, and the help lines are one's own: told
    in the file that one has."""
    known = {*(page.slug for page in articles), *(line.name for line in lines.help_lines)}
    named = dict.fromkeys(name for danger in file.dangers for name in danger.shows)
    for name in named if not lines.faulty("help_lines") else ():
        if name not in known:
            yield Problem(
                path="content/help_lines.yml",
                line=1,
                message=f"Hjælpelinjen «{shown(name)}» mangler. Søgningen viser den, når nogen er "
                "i fare.",
                remedy=f"Tilføj «- name: {shown(name)}» under «help_lines:» med nummer og tider, "
                "eller lav jeres egen content/dangers.yml.",
            )


def _unknown_leads(file: SearchFile, articles: tuple[MarkdownPage, ...]) -> Iterator[Problem]:
    """Words lead to something that there is: a topic, an audience, an article or a page."""
    known = [*(page.slug for page in articles), *KNOWN]
    for lead in file.leads:
        for at, name in enumerate(lead.to):
            if name not in known:
                yield Problem(
                    path=lead.path_of(),
                    line=lead.line_of_item("to", at),
                    field="to",
                    message=f"«{shown(name)}» er hverken et emne, en målgruppe, en artikel eller "
                    "en side.",
                    remedy=did_you_mean(name, known),
                )


# What an offer need not say itself, where it builds on a standard offer.
_FROM_STANDARD = {"title", "summary", "topics", "access"}
_WITHOUT_STANDARD = (
    "Slet linjen, og skriv tilbuddets egne: «title: …», «summary: …», «topics: …» og «access: …»."
)


def build_on_catalogue(offers_file: Block, shared: SharedContent) -> list[Problem]:
    """Fill each offer that says `based_on` with what the standard offer says and it does not.

    Changes the blocks in place. An inherited value remembers the file that it came from.
    """
    problems = []
    offers = offers_file.get("offers")
    for offer in offers if isinstance(offers, Items) else ():
        if not isinstance(offer, Block):
            continue
        if "based_on" not in offer:
            if offer.wrote("based_on") or nearest("based_on", offer):
                offer.set_aside |= (
                    _FROM_STANDARD - offer.keys()
                )  # it means to, and the fault is told elsewhere
            continue
        standard = shared.catalogue.get(str(offer["based_on"]))
        if standard is None:
            problems.append(_unknown_standard(offer, shared))
        else:
            _inherit(offer, standard)
    return problems


def _inherit(offer: Block, standard: Block) -> None:
    for key, value in standard.items():
        if not offer.wrote(key):
            offer[key] = value
            offer.lines[key] = standard.line_of(key)
            offer.origins[key] = standard.path


def _unknown_standard(offer: Block, shared: SharedContent) -> Problem:
    written = str(offer.pop("based_on"))
    # Without the standard offer its fields are missing; one fault is enough to tell.
    offer.set_aside |= {"based_on", *_FROM_STANDARD} - offer.keys()
    message = f"«{shown(written)}» er ikke et tilbud i kataloget."
    remedy = did_you_mean(written, shared.catalogue) or _WITHOUT_STANDARD
    line = offer.line_of("based_on")
    return Problem(path=offer.path, line=line, field="based_on", message=message, remedy=remedy)
