"""READ and VALIDATE: what all share: catalogue, articles, help lines, legal pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_generator.problems import Problem, did_you_mean, nearest
from site_generator.read.layers import file_of, files_of
from site_generator.read.placed import Block, Items
from site_generator.read.source import read_document
from site_generator.records.markdown_pages import MarkdownPage, read_layered_pages
from site_generator.records.validate import validate
from site_generator.schema.dangers import Danger, DangersFile, SearchWords
from site_generator.schema.directions import DirectionsFile
from site_generator.schema.help_lines import HelpLine, HelpLinesFile
from site_generator.schema.offers import Offer
from site_generator.schema.reading import Reading, ReadingFile
from site_generator.schema.retired import RetiredHouse, RetiredHousesFile
from site_generator.schema.search import KNOWN, SearchFile
from site_generator.schema.times import shown


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
    people: SearchWords = field(default_factory=SearchWords)
    search: SearchFile = field(default_factory=SearchFile)


def read_shared_content(*layers: Path) -> tuple[SharedContent, list[Problem]]:
    """Everything in `content/` that goes into the sites, and what is wrong with it.

    A file in the first of several folders goes before its namesake in the next (read/layers.py).
    """
    catalogue, offers, problems = _read_catalogue(layers)
    articles, faults = read_layered_pages(layers, "articles")
    problems += faults
    legal, faults = read_layered_pages(layers, "legal")
    problems += faults
    help_lines_file, faults = _read_help_lines(file_of(layers, "help_lines.yml"))
    problems += faults
    directions, faults = _read_directions(file_of(layers, "directions.yml"))
    problems += faults
    reading, faults = _read_reading(file_of(layers, "for_professionals.yml"))
    problems += faults
    retired, faults = _read_retired_houses(file_of(layers, "retired_houses.yml"))
    problems += faults
    dangers, faults = _read_dangers(file_of(layers, "dangers.yml"))
    problems += faults
    if file_of(layers, "dangers.yml").parent == layers[0]:
        problems += _unknown_help(dangers, articles, help_lines_file)
    else:
        problems += _missing_help(dangers, articles, help_lines_file)
    search, faults = _read_search(file_of(layers, "search.yml"))
    problems += faults
    problems += _unknown_leads(search, articles)
    shared = SharedContent(
        catalogue=catalogue,
        standard_offers=tuple(offers),
        articles=articles,
        help_lines=help_lines_file.help_lines,
        leave_to=help_lines_file.leave_to,
        directions=directions,
        legal={page.slug: page for page in legal},
        reading=reading.items,
        retired_houses=retired.houses,
        dangers=dangers.dangers,
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


def _read_help_lines(file: Path) -> tuple[HelpLinesFile, list[Problem]]:
    document = read_document(file, "content/help_lines.yml")
    record, faults = validate(HelpLinesFile, document.block)
    return record or HelpLinesFile(), document.problems + faults


def _read_directions(file: Path) -> tuple[DirectionsFile, list[Problem]]:
    if not file.is_file():
        return DirectionsFile(), []
    document = read_document(file, "content/directions.yml")
    record, faults = validate(DirectionsFile, document.block)
    return record or DirectionsFile(), document.problems + faults


def _read_reading(file: Path) -> tuple[ReadingFile, list[Problem]]:
    if not file.is_file():
        return ReadingFile(), []
    document = read_document(file, "content/for_professionals.yml")
    record, faults = validate(ReadingFile, document.block)
    return record or ReadingFile(), document.problems + faults


def _read_retired_houses(file: Path) -> tuple[RetiredHousesFile, list[Problem]]:
    if not file.is_file():
        return RetiredHousesFile(), []
    document = read_document(file, "content/retired_houses.yml")
    record, faults = validate(RetiredHousesFile, document.block)
    return record or RetiredHousesFile(), document.problems + faults


def _read_dangers(file: Path) -> tuple[DangersFile, list[Problem]]:
    if not file.is_file():
        return DangersFile(), []
    document = read_document(file, "content/dangers.yml")
    record, faults = validate(DangersFile, document.block)
    return record or DangersFile(), document.problems + faults


def _read_search(file: Path) -> tuple[SearchFile, list[Problem]]:
    if not file.is_file():
        return SearchFile(), []
    document = read_document(file, "content/search.yml")
    record, faults = validate(SearchFile, document.block)
    return record or SearchFile(), document.problems + faults


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
    remedy = did_you_mean(written, shared.catalogue)
    line = offer.line_of("based_on")
    return Problem(path=offer.path, line=line, field="based_on", message=message, remedy=remedy)
