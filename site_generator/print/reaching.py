"""PAGES: how one reaches a house, as a sheet says it: when, by telephone, where, which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.print.chosen import flyer_places
from site_generator.print.sheets import PlaceLines, Row, Rows, Way
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.schema.location import Place
from site_generator.schema.printed_fields import shows
from site_generator.schema.site import SiteFile
from site_generator.schema.values import Phone
from site_generator.told.addresses import map_link
from site_generator.told.closings import closed_sentence, closing_of
from site_generator.told.for_professionals import contact_of
from site_generator.told.getting_there import way_in_short, ways_to
from site_generator.told.house import House
from site_generator.told.week_in_short import (
    WeekInShort,
    days_abbreviated,
    phone_in_short,
    weeks_in_short,
)
from site_generator.wording.in_words import words


def hours_of(house: House, flyer: Flyer) -> Rows | None:
    """The week of the house, of the place that the flyer names, or of each in a line of its own."""
    if not flyer.show_hours or not shows(flyer, "show_hours"):
        return None
    return _rows(_("Åbningstider"), weeks_in_short(house, flyer.place))


def phone_hours(house: House, phone: Phone | None) -> Rows | None:
    """When somebody answers a number, which is known of the house's own only."""
    found = phone_in_short(house)
    if len(found) != 1 or phone is None or phone != house.municipality.site.contact.phone:
        return None
    return _rows(_("Telefonen er åben"), found)


def _rows(heading: str, weeks: Sequence[WeekInShort]) -> Rows | None:
    if not weeks:
        return None
    if len(weeks) == 1:
        [week] = weeks
        rows = tuple(Row(days, text[:1].lower() + text[1:]) for days, text in week.days)
        return Rows(heading, rows, week.instead or week.note)
    for_all = weeks[0].how_long if len({week.how_long for week in weeks}) == 1 else ""
    rows = tuple(Row(week.name, _of_place(week, dated=not for_all)) for week in weeks)
    otherwise = _("Tiderne er forskellige fra sted til sted. Scan koden, og se dem.")
    return Rows(heading, rows, for_all, otherwise)


def _of_place(week: WeekInShort, *, dated: bool) -> str:
    """The hours of one of several places, and their last day where they have not all the same."""
    text = days_abbreviated(week)
    return fill("{0}. {1}", text, week.how_long) if week.how_long and dated else text


def phone_and_mail(site: SiteFile, flyer: Flyer) -> tuple[Phone | None, str]:
    """How to reach the house, for those who read this sheet: the number and the mail address."""
    if not flyer.show_phone or not shows(flyer, "show_phone"):
        return None, ""
    if flyer.kind is FlyerKind.OVERVIEW:
        return contact_of(site)
    return site.contact.phone, str(site.contact.email or "")


def places_of(house: House, flyer: Flyer) -> Iterator[PlaceLines]:
    """Name and address of one of several places; of the only one also where its door is."""
    several = len(house.municipality.location.places) > 1
    for place in flyer_places(house, flyer):
        closing = closing_of(house, place.id)
        # The hours say it where they are shown.
        closed = closed_sentence(closing) if closing and not flyer.show_hours else ""
        if several:
            yield PlaceLines(place.name, address_line(place), closed, map_link(house, place))
        elif place.address:
            note = closed if closing else words(place.entrance)
            yield PlaceLines("", address_line(place), note, map_link(house, place))


def address_line(place: Place) -> str:
    address = place.address
    return f"{address.street}, {address.postal_code} {address.city}" if address else ""


def ways_of(house: House, flyer: Flyer) -> Iterator[Way]:
    """How to get there; to several places in a sentence each, as the page has the rest."""
    if not flyer.show_transport or not shows(flyer, "show_transport"):
        return
    places = flyer_places(house, flyer)
    for place in places:
        several = len(places) > 1
        name = place.name if several else ""
        for fact in way_in_short(house, place) if several else ways_to(house, place):
            yield Way(fact.icon, fill("{0}: {1}", name, fact.text) if name else fact.text)
