"""Flyers: what is printed cannot be mended, so its address must be right."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator import addresses
from site_generator.problems import Problem, did_you_mean
from site_generator.records.articles import articles_for
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, line_of, warning
from site_generator.schema.choices import FlyerKind, OfferStatus, Paper
from site_generator.schema.flyers import Flyer, RetiredCode
from site_generator.schema.printed_fields import OPTIONAL, kinds_with, shows
from site_generator.schema.retired import RetiredPage
from site_generator.schema.values import LANGUAGES

_WITHOUT_PAGE = (OfferStatus.DEFUNCT, OfferStatus.INACTIVE)


def codes_lead_somewhere(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Every printed QR code, and every page that has gone, leads to a page that exists."""
    pages = [page for page in _pages(municipality, circumstances) if page]
    for flyer in municipality.flyers.flyers:
        yield from _target(flyer, "target", flyer.target, pages, municipality)
        if flyer.wrote("target") and flyer.wrote("target_link"):
            message = "Koden kan kun åbne ét sted, og her står både «target» og «target_link»."
            yield error(flyer, "target_link", message, "Slet den ene af linjerne.")
    for retired in municipality.flyers.retired_codes:
        yield from _target(retired, "forward", retired.forward, pages, municipality)
    for page in municipality.site.retired_pages:
        yield from _target(page, "forward", page.forward, pages, municipality)


_ONLY_A4 = (FlyerKind.LEAFLET, FlyerKind.CARD, FlyerKind.MONTH, FlyerKind.OVERVIEW)


def papers_suit(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is folded, cut or bound is made for A4; the other kinds for any paper."""
    for flyer in municipality.flyers.flyers:
        for index, paper in enumerate(flyer.paper):
            if flyer.kind in _ONLY_A4 and paper is not Paper.A4 and not flyer.faulty("paper"):
                message = f"{flyer.kind.label} laves kun på A4, ikke på {paper.label}."
                line = flyer.line_of_item("paper", index)
                yield error(flyer, "paper", message, "Skriv «paper: [a4]».", line)


def what_is_written_is_printed(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A kind of flyer that has no room for a field says so, and never leaves it out in silence."""
    for flyer in municipality.flyers.flyers:
        if flyer.faulty("kind"):
            continue
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


def _target(
    record: Flyer | RetiredCode | RetiredPage,
    key: str,
    written: str,
    pages: list[str],
    municipality: Municipality,
) -> Iterator[Problem]:
    address = written.partition("#")[0]
    if not address or address in pages or _may_exist(address, municipality):
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
        yield error(record, key, message, did_you_mean(written, pages), line_of(written))


def _may_exist(address: str, municipality: Municipality) -> bool:
    """Whether it may be the page of a record that could not be read, which has been told."""
    podcasts = municipality.podcasts
    for file, prefix, records in (
        ("offers.yml", addresses.OFFERS, municipality.offers),
        ("podcasts.yml", addresses.PODCAST, podcasts.episodes if podcasts else ()),
    ):
        lost = municipality.ids_written.get(file, frozenset()) - {record.id for record in records}
        if address in {f"{prefix}{record_id}/" for record_id in lost}:
            return True
        if file in municipality.unreadable and address.startswith(prefix):
            return True
    return False


def _pages(municipality: Municipality, circumstances: Circumstances) -> Iterator[str]:
    yield from (addresses.FIND_US, addresses.ABOUT, addresses.PROFESSIONALS, addresses.FLYERS)
    yield from (addresses.PRIVACY, addresses.ACCESSIBILITY, addresses.STATEMENT)
    yield from (addresses.local_page(page.slug) for page in municipality.pages)
    offers = [offer for offer in municipality.offers if offer.status not in _WITHOUT_PAGE]
    if offers:
        yield addresses.OFFERS
        yield from (addresses.offer(offer.id) for offer in offers if not offer.faulty("id"))
    if municipality.events.wrote("events"):
        yield addresses.CALENDAR
    if municipality.podcasts:
        yield addresses.PODCAST
        yield from (
            addresses.episode(e.id) for e in municipality.podcasts.episodes if not e.faulty("id")
        )
    shared = [a.slug for a in articles_for(municipality, circumstances.shared.articles)]
    if shared:
        yield addresses.KNOWLEDGE
        yield from map(addresses.article, shared)
