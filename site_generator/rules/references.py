"""What one record says of another: offers, places, articles and languages that must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_generator.problems import Problem, did_you_mean
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, line_of, warning
from site_generator.rules.walk import records_of
from site_generator.schema.events import Event, Moved
from site_generator.schema.flyers import Flyer
from site_generator.schema.location import Place
from site_generator.schema.offers import Offer
from site_generator.schema.opening_hours import HoursException, Schedule, TemporarilyClosed
from site_generator.schema.podcasts import Episode
from site_generator.schema.record import Record
from site_generator.schema.transport import GettingThere
from site_generator.schema.values import LANGUAGES, slugify


def offers_exist(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An activity, an episode or a flyer names only offers that stand in offers.yml."""
    known = _known(municipality, "offers.yml", municipality.offers)
    if known is None:
        return
    choices = [offer.id for offer in municipality.offers if not offer.faulty("id")]
    for event in municipality.events.events:
        named = (event.offer,) if event.offer else ()
        yield from _unknown(event, "offer", named, known, choices, "et tilbud i offers.yml")
    episodes = municipality.podcasts.episodes if municipality.podcasts else ()
    naming: tuple[Flyer | Episode, ...] = (*municipality.flyers.flyers, *episodes)
    for record in naming:
        yield from _unknown(
            record, "offers", record.offers, known, choices, "et tilbud i offers.yml"
        )


def places_exist(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Hours, offers, activities and directions name only places that stand in location.yml."""
    places = municipality.location.places
    known = _known(municipality, "location.yml", places)
    if known is None:
        return
    choices = [place.id for place in places if not place.faulty("id")]
    for record, key, named in _named_places(municipality):
        yield from _unknown(record, key, named, known, choices, "et sted i location.yml")


def activities_say_where(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Where a house has several places, each activity says at which it is."""
    if len(municipality.location.places) < 2:
        return
    for event in municipality.events.events:
        offer = municipality.offer(event.offer)
        lost_offer = event.wrote("offer") and offer is None
        told = event.wrote("place", "venue", "online") or (offer and offer.wrote("places", "venue"))
        if told or lost_offer:
            continue
        message = "Aktiviteten siger ikke, hvor den er, og huset har flere steder."
        remedy = "Tilføj «place:» med et id fra location.yml, eller «venue:» med et andet sted."
        yield warning(event, "id", message, remedy)


def articles_exist(municipality: Municipality, circumstances: Circumstances) -> Iterator[Problem]:
    """site.yml names only articles that stand in content/articles."""
    slugs = [article.slug for article in circumstances.shared.articles]
    site = municipality.site
    what = "en artikel i content/articles"
    yield from _unknown(site, "articles", site.articles or (), set(slugs), slugs, what)


def needs_belong_to_shared_articles(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """A house's own page always stands; only a shared article may be left out of a house."""
    for page in municipality.pages:
        for key in ("needs", "formerly"):
            if getattr(page.head, key):
                message = f"Kun de fælles artikler i content/articles bruger «{key}»."
                yield warning(page.head, key, message, "Slet linjen.")


def languages_are_known(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A site or a flyer is in languages that we know, and a site in Danish at least."""
    site = municipality.site
    yield from _unknown_languages(site, "languages", site.languages)
    yield from _unknown_languages(site, "retired_languages", site.retired_languages)
    for flyer in municipality.flyers.flyers:
        yield from _unknown_languages(flyer, "languages", flyer.languages)
    if "da" not in site.languages:
        message = "Dansk mangler blandt sidens sprog."
        yield error(site, "languages", message, "Tilføj da som det første.")


def _unknown_languages(record: Record, key: str, languages: Sequence[str]) -> Iterator[Problem]:
    for index, language in enumerate(languages):
        if language not in LANGUAGES:
            message = f"«{language}» er ikke et sprog, vi kender."
            line = record.line_of_item(key, index)
            yield error(record, key, message, did_you_mean(language, LANGUAGES), line)


def _named_places(
    municipality: Municipality,
) -> Iterator[tuple[Record, str, Sequence[str | None]]]:
    for record in records_of(municipality):
        if isinstance(record, Event | Moved | GettingThere | Schedule | Flyer):
            yield record, "place", (record.place,)
        elif isinstance(record, Offer | HoursException | TemporarilyClosed):
            yield record, "places", record.places


def _known(
    municipality: Municipality, file: str, records: Iterable[Offer] | Iterable[Place]
) -> set[str] | None:
    """The ids that may be named; None where the file they stand in could not be read.

    Also those of records that could not be used, or whose own id is faulty or missing: that has
    been told, and who names them has done nothing wrong.
    """
    if file in municipality.unreadable:
        return None
    known = set(municipality.ids_written.get(file, ()))
    for record in records:
        known.add(record.id)
        if record.faulty("id"):
            known.add(slugify(record.name if isinstance(record, Place) else str(record.title)))
    return known


def _unknown(
    record: Record,
    key: str,
    named: Sequence[str | None],
    known: set[str],
    choices: Sequence[str],
    what: str,
) -> Iterator[Problem]:
    for name in named:
        if name is not None and name not in known:
            remedy = did_you_mean(name, choices) or "Skriv det i filen først, eller slet linjen."
            yield error(record, key, f"«{name}» er ikke {what}.", remedy, line_of(name))
