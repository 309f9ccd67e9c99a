"""PAGES: what a page says, once more for machines: JSON-LD in the words of schema.org.

Search engines and maps read it. It comes from the same resolvers as the page, so it cannot say
anything else. Names and rules: schema.org.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.codes import DANISH
from site_generator.language.spoken import spoken
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import Sector
from site_generator.schema.location import Place
from site_generator.schema.offers import Offer, Provider
from site_generator.told.activities import Activity, activity
from site_generator.told.house import House
from site_generator.views.around.linked_places import Thing, hours_of, known, where, where_and_when
from site_generator.wording.in_words import words
from site_generator.wording.markup import to_json

_PROVIDERS = {
    Sector.MUNICIPALITY: "GovernmentOrganization",
    Sector.REGION: "GovernmentOrganization",
    Sector.CIVIL_SOCIETY: "NGO",
}


def linked_data(*things: Thing) -> Markup | None:
    """The things of a page as the content of its `<script type="application/ld+json">`.

    Once, on the Danish page: search engines know by `hreflang` that the others are the same, and a
    phone need not fetch it all again.
    """
    if spoken().code != DANISH:
        return None
    return to_json({"@context": "https://schema.org", "@graph": things})


def office(house: House) -> Thing:
    """The house itself, with its address and hours, or those of each of its places."""
    site = house.municipality.site
    places = house.municipality.location.places
    thing: Thing = {
        "@type": "GovernmentOffice",
        "@id": _own_id(house),
        "name": site.name,
        "description": words(site.headline),
        "url": house.base_url,
        "telephone": str(site.contact.phone or ""),
        "email": site.contact.email or "",
        "parentOrganization": {"@type": "GovernmentOrganization", "name": site.municipality},
        "areaServed": _area(house),
    }
    if len(places) == 1:
        thing |= where_and_when(house, places[0])
    elif places:
        thing["location"] = [_place(house, place) for place in places]
    else:
        thing |= hours_of(house, None)
    return known(thing)


def event(house: House, occurrence: Occurrence) -> Thing:
    """One time that an activity takes place; cancelled and moved ones say so."""
    told = activity(house, occurrence)
    moved = told.state == "moved"
    begin, end = _times(occurrence)
    return known(
        {
            "@type": "Event",
            "name": told.title,
            "description": told.summary,
            "startDate": begin,
            "endDate": end,
            "eventStatus": f"https://schema.org/{_status(told)}",
            "previousStartDate": occurrence.original_date.isoformat() if moved else "",
            "eventAttendanceMode": f"https://schema.org/{_attendance(occurrence, told)}",
            "location": _venue(occurrence, told),
            "organizer": {"@id": _own_id(house)},
            "isAccessibleForFree": told.price.free if told.price else None,
            "offers": _ticket(told),
        }
    )


def service(house: House, offer: Offer, related: Iterable[Offer]) -> Thing:
    """An offer as a service of the municipality, or of whoever gives it."""
    return known(
        {
            "@type": "GovernmentService",
            "name": words(offer.title),
            "description": words(offer.summary),
            "url": _absolute(house, addresses.offer(offer.id)),
            "serviceType": [topic.label for topic in offer.topics],
            "audience": [_audience(offer, group.label) for group in offer.audience],
            "provider": _provider(offer.provider) if offer.provider else {"@id": _own_id(house)},
            "areaServed": _area(house),
            "availableChannel": _channel(house, offer),
            "offers": {"@type": "Offer", "price": 0, "priceCurrency": "DKK"}
            if offer.cost and offer.cost.free
            else None,
            "isRelatedTo": [
                known(
                    {
                        "@type": "GovernmentService",
                        "name": words(other.title),
                        "url": _absolute(house, addresses.offer(other.id)),
                    }
                )
                for other in related
            ],
        }
    )


def _own_id(house: House) -> str:
    return f"{house.base_url}#kontor"


def _absolute(house: House, address: str) -> str:
    own = addresses.in_language(address, spoken().code)
    return house.absolute(own) if house.base_url else ""


def _area(house: House) -> Thing:
    return {"@type": "AdministrativeArea", "name": house.municipality.site.municipality}


def _place(house: House, place: Place) -> Thing:
    return known(
        {
            "@type": "Place",
            "@id": f"{house.base_url}{addresses.FIND_US}#{place.id}",
            "name": place.name,
            "telephone": str(place.phone or ""),
            **where_and_when(house, place),
        }
    )


# Events


def _status(told: Activity) -> str:
    named = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}
    return named.get(told.state, "EventScheduled")


def _times(occurrence: Occurrence) -> tuple[str, str]:
    """Begin and end; whole days are dates, of which schema.org includes the last."""
    if occurrence.all_day:
        return occurrence.date.isoformat(), occurrence.last_date.isoformat()
    begin, end = occurrence.starts_at(), occurrence.ends_at()
    return begin.isoformat(timespec="minutes"), end.isoformat(timespec="minutes")


def _attendance(occurrence: Occurrence, told: Activity) -> str:
    what = occurrence.event
    at_a_place = told.place is not None or what.venue is not None
    if what.online:
        return "MixedEventAttendanceMode" if at_a_place else "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode"


def _venue(occurrence: Occurrence, told: Activity) -> Thing:
    if told.place:
        return {"@type": "Place", "name": told.place.name, **where(told.place)}
    if occurrence.event.venue:
        return {"@type": "Place", "name": told.where}
    online = occurrence.event.online
    return {"@type": "VirtualLocation", "url": online} if online else {}


def _ticket(told: Activity) -> Thing:
    """Where one signs up, what it costs, and whether there is room; none for what is cancelled."""
    if told.cancelled:
        return {}
    cost = told.price
    found = {
        "url": told.sign_up_link,
        "description": cost.text if cost and not cost.free else "",
        "availability": "https://schema.org/SoldOut" if told.full else "",
        "validFrom": told.opens.isoformat() if told.opens else "",
        "validThrough": told.closes.isoformat() if told.closes else "",
    }
    return {"@type": "Offer", **known(found)} if known(found) else {}


# Offers


def _audience(offer: Offer, label: str) -> Thing:
    """Ages are those of the child, in years."""
    youngest, oldest = offer.minimum_age, offer.maximum_age
    return known(
        {
            "@type": "ParentAudience",
            "audienceType": label,
            "childMinAge": round(youngest.months / 12, 2) if youngest else None,
            "childMaxAge": round(oldest.months / 12, 2) if oldest else None,
        }
    )


def _provider(provider: Provider) -> Thing:
    kind = _PROVIDERS[provider.sector]
    return known({"@type": kind, "name": provider.name, "url": provider.link or ""})


def _channel(house: House, offer: Offer) -> Thing:
    """How one gets in: the offer's own way, else the house's."""
    contact = house.municipality.site.contact
    phone = offer.sign_up.phone if offer.sign_up else contact.phone
    link = offer.sign_up.link if offer.sign_up else contact.booking or contact.form
    places = [place for each in offer.places if (place := house.municipality.place(each))]
    found = {
        "servicePhone": {"@type": "ContactPoint", "telephone": str(phone)} if phone else None,
        "serviceUrl": link or "",
        "serviceLocation": [_service_place(place) for place in places],
    }
    return {"@type": "ServiceChannel", **known(found)} if known(found) else {}


def _service_place(place: Place) -> Thing:
    return {"@type": "Place", "name": place.name, **where(place)}


def events(house: House, shown: Sequence[Occurrence]) -> tuple[Thing, ...]:
    """The occurrences that a page shows."""
    return tuple(event(house, occurrence) for occurrence in shown)


def introduced(house: House) -> Thing:
    """The house by its name, on pages that say nothing of its address and hours."""
    thing = {"name": house.municipality.site.name, "url": house.base_url}
    return known({"@type": "GovernmentOffice", "@id": _own_id(house), **thing})
