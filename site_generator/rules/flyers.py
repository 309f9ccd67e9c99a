"""Flyers: what is printed cannot be mended, so its address must be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Problem, did_you_mean
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.house_addresses import HouseAddresses, house_addresses
from site_generator.rules.reporting import error, line_of, warning
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer, RetiredCode
from site_generator.schema.printed_fields import OPTIONAL, kinds_with, papers_of, shows
from site_generator.schema.retired import RetiredPage
from site_generator.schema.values import LANGUAGES
from site_generator.wording.in_words import in_a_row

# What `to_left.typ` leaves out.
VOWEL_MARK = re.compile("[\u064b-\u0652\u0670]")


def codes_lead_somewhere(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Every printed QR code, and every page that has gone, leads to a page that exists."""
    known = house_addresses(municipality, circumstances)
    for flyer in municipality.flyers.flyers:
        yield from _target(flyer, "target", flyer.target, known)
        if flyer.wrote("target") and flyer.wrote("target_link"):
            message = "Koden kan kun åbne ét sted, og her står både «target» og «target_link»."
            yield error(flyer, "target_link", message, "Slet den ene af linjerne.")
    for retired in municipality.flyers.retired_codes:
        yield from _target(retired, "forward", retired.forward, known)
    for page in municipality.site.retired_pages:
        yield from _target(page, "forward", page.forward, known)


def papers_suit(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is folded, cut or bound is made for A4; the other kinds for any paper."""
    for flyer in municipality.flyers.flyers:
        for index, paper in enumerate(flyer.paper):
            papers = papers_of(flyer.kind)
            if paper not in papers and not flyer.faulty("paper"):
                named = in_a_row([one.label for one in papers])
                message = f"{flyer.kind.label} laves kun på {named}, ikke på {paper.label}."
                line = flyer.line_of_item("paper", index)
                remedy = f"Skriv «paper: [{papers[0].value}]»."
                yield error(flyer, "paper", message, remedy, line)


def what_is_written_is_printed(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A kind of flyer that has no room for a field says so, and never leaves it out in silence."""
    for flyer in municipality.flyers.flyers:
        if flyer.faulty("kind"):
            continue
        if flyer.place and flyer.kind is FlyerKind.EVALUATION:
            message = f"{flyer.kind.label} viser intet sted, så «place» kommer ikke med på papiret."
            yield warning(flyer, "place", message, "Slet linjen.")
        for key, name in OPTIONAL.items():
            if getattr(flyer, key) and flyer.wrote(key) and not shows(flyer, key):
                shown = f"{flyer.kind.label} viser ikke {name}"
                message = f"{shown}, så «{key}» kommer ikke med på papiret."
                others = ", ".join(kind.value for kind in kinds_with(key))
                remedy = (
                    f"Slet «{key}», eller vælg en slags, der viser det: «kind» kan være {others}."
                )
                yield warning(flyer, key, message, remedy)


def flyers_are_translated(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A flyer in another language has its own words in that language."""
    for flyer in municipality.flyers.flyers:
        for language in flyer.languages:
            for key, text in (("title", flyer.title), ("sentence", flyer.sentence)):
                if text and language in LANGUAGES and language not in text.by_language:
                    message = f"Flyeren skal findes på {LANGUAGES[language]}, men teksten mangler."
                    remedy = f"Tilføj en linje med «{language}: …», eller tag sproget af listen."
                    yield warning(flyer, key, message, remedy)


def vowel_marks_are_told(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What paper leaves out is told: Arabic vowel marks would be copied out wrong (ADR 018)."""
    for flyer in municipality.flyers.flyers:
        for key, text in (("title", flyer.title), ("sentence", flyer.sentence)):
            written = text.by_language.get("ar", "") if text and "ar" in flyer.languages else ""
            words = [word for word in written.split() if VOWEL_MARK.search(word)]
            if words:
                word = words[0].strip(".,!?:;؟،«»")
                message = (
                    f"På papir kommer arabiske vokaltegn ikke med: «{word}» bliver trykt som "
                    f"«{VOWEL_MARK.sub('', word)}»."
                )
                remedy = (
                    "Skriv ordene uden tegnene. Er et ord så til at tage fejl af, så vælg et andet."
                )
                yield warning(flyer, key, message, remedy)


def _target(
    record: Flyer | RetiredCode | RetiredPage,
    key: str,
    written: str,
    known: HouseAddresses,
) -> Iterator[Problem]:
    address, _, anchor = written.partition("#")
    if known.has(address):
        if not re.fullmatch(r"[\w-]*", anchor):
            message = f"«#{anchor[:40]}» kan ikke være et sted på siden."
            yield error(record, key, message, f"Slet «#{anchor[:40]}».", line_of(written))
        return
    if address.startswith("/"):
        message = "Adressen skal ikke begynde med en skråstreg."
        yield error(record, key, message, f"Skriv «{written.lstrip('/')}».", line_of(written))
    elif "://" in address:
        message = f"«{written}» er ikke en side på husets eget site."
        remedy = "Brug «target_link:» til andre steder, eller skriv fx tilbud/."
        yield error(record, key, message, remedy, line_of(written))
    else:
        message = f"Siden «{written}» findes ikke."
        yield error(record, key, message, did_you_mean(written, known.pages), line_of(written))
