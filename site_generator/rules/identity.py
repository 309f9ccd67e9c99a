"""Names that must be told apart: ids, the codes of flyers, and the addresses of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from site_generator import addresses
from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error
from site_generator.schema.record import Record
from site_generator.schema.values import LANGUAGES

# The addresses of DESIGN section 6, and what every site has in its folder.
_TAKEN = {
    *("tilbud", "kalender", "find-os", "podcast", "flyers", "fagfolk", "data", "q", "was"),
    *(
        "hvad-fylder",
        "soeg",
        "om",
        "viden",
        "privatliv",
        "spor",
        "uden-net",
        "tilgaengelighed",
        "assets",
        "media",
        "index",
        "404",
    ),
    *LANGUAGES,
}


# The calendars of the house itself, beside which each offer has one of its own.
_FEEDS = {Path(address).stem for address in (addresses.FEED, addresses.CHANGES_FEED)}


def ids_are_unique(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """No two places, offers, activities, episodes or flyers have the same id, or guid."""
    podcasts = municipality.podcasts
    yield from _doubles(municipality.location.places, "id")
    yield from _doubles(municipality.offers, "id")
    yield from _doubles(municipality.events.events, "id")
    yield from _doubles(podcasts.episodes if podcasts else (), "id")
    published_before = (one for one in (podcasts.episodes if podcasts else ()) if one.guid)
    yield from _doubles(published_before, "guid", "Giv hvert sit eget, eller slet den ene linje.")
    yield from _doubles(municipality.flyers.flyers, "id")
    yield from _doubles(municipality.retired_offers, "id")
    yield from _doubles(municipality.events.retired, "id")
    yield from _doubles(municipality.flyers.retired, "id")
    yield from _doubles(podcasts.retired if podcasts else (), "id")
    yield from _doubles(municipality.site.retired_pages, "page")


def offers_leave_the_feeds_of_the_house_alone(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """No offer's calendar takes the address of the whole house's, or of the changed hours."""
    for offer in municipality.offers:
        if offer.id in _FEEDS and not offer.faulty("id"):
            message = f"«{offer.id}» er navnet på en af husets egne kalendere."
            yield error(offer, "id", message, f"Giv tilbuddet et andet id, fx {offer.id}-tilbud.")


def offers_leave_the_finder_alone(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """No offer stands at `tilbud/for/`, below which the finder has its pages."""
    for offer in municipality.offers:
        if addresses.offer(offer.id) == addresses.OFFERS_FOR and not offer.faulty("id"):
            message = f"«{offer.id}» er optaget: under tilbud/{offer.id}/ ligger valgene på siden."
            yield error(offer, "id", message, f"Giv tilbuddet et andet id, fx {offer.id}-dig.")


def codes_are_unique(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A printed code leads to one place, for ever: a retired code is never used again."""
    flyers = municipality.flyers
    yield from _doubles((*flyers.flyers, *flyers.retired_codes), "code")


def pages_have_their_own_addresses(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """No local page takes an address that the site itself needs."""
    for page in municipality.pages:
        if page.slug in _TAKEN:
            yield Problem(
                path=page.path,
                line=1,
                message=f"Adressen {page.slug}/ bruges allerede af sitet selv.",
                remedy=f"Giv filen et andet navn, fx {page.slug}-hos-os.md.",
            )


_ANOTHER_NAME = "Giv den nyeste af dem et andet navn."


def _doubles(records: Iterable[Record], key: str, remedy: str = _ANOTHER_NAME) -> Iterator[Problem]:
    first_lines: dict[str, int] = {}
    for record in records:
        name = getattr(record, key)
        if record.faulty(key):
            continue
        if name in first_lines:
            message = f"«{key}: {name}» er brugt før, i linje {first_lines[name]}."
            yield error(record, key, message, remedy)
        first_lines.setdefault(name, record.line_of(key))
