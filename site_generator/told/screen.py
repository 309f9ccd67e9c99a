"""TOLD: what a screen in the hall or the waiting room says on a day, slide by slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _, isolated
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import FlyerKind, OfferStatus
from site_generator.schema.flyers import Flyer
from site_generator.told.activities import activity, coming
from site_generator.told.addresses import address_line, where_in_short
from site_generator.told.house import House
from site_generator.told.offers import offer_in_a_line, shown_offers
from site_generator.told.screen_hours import hours_rows
from site_generator.told.screen_rows import Row, ScreenCode, Slide
from site_generator.told.targets import opens_page
from site_generator.wording.in_words import plain_date, sentence, words

MOST_ACTIVITIES = 4
_MOST_ON_A_BOARD, _MOST_PLACES = 3, 2
# Whose code a screen borrows first: it hangs in the same room.
_BY_KIND = (FlyerKind.WAITING_ROOM, FlyerKind.POSTER)


def on_day(house: House, day: date) -> House:
    """The house as it will be told on another day, from the same files."""
    return replace(house, today=day)


def of_the_day(house: House, *, by_the_clock: bool) -> tuple[Slide, ...]:
    """What is told on the day of the house alone; a slide that would say nothing is left out."""
    told = (
        Slide("hours", sentence(_("i dag")), tuple(hours_rows(house, by_the_clock=by_the_clock))),
        Slide("next", _("Det sker snart"), tuple(_activities(house))),
    )
    return tuple(slide for slide in told if slide.rows)


def offers(house: House) -> Slide:
    """Those that one can get now, whatever the day."""
    found = (o for o in shown_offers(house) if o.status is OfferStatus.ACTIVE)
    rows = (Row(offer_in_a_line(o), words(o.title), words(o.summary)) for o in found)
    return Slide("offer", _("Det kan du få"), tuple(rows))


def board(house: House) -> tuple[Slide, ...]:
    """The day of the house on one picture, for a screen that cannot turn from slide to slide."""
    told = (
        replace(slide, rows=slide.rows[:_MOST_ON_A_BOARD]) if slide.kind == "next" else slide
        for slide in of_the_day(house, by_the_clock=False)
    )
    return (*told, certain(house))


def certain(house: House) -> Slide:
    """What holds whatever the day: where the house is, its number, and the code."""
    code, ways = screen_code(house), tuple(_ways(house))
    name = _("Find os") if ways else house.municipality.site.name
    return Slide("code", _("Scan koden, og se mere") if code else name, ways)


def out_of_date(house: House) -> str:
    """Said where a screen has not heard from its source for long."""
    return _("Ikke opdateret siden {date}.", date=plain_date(house.today))


def screen_code(house: House) -> ScreenCode | None:
    """A code of the house that is printed already and opens its front page, else that page itself.
    None where the house has no address on the web yet: then there is nothing to open."""
    if not house.base_url:
        return None
    flyer = _flyer_to_the_front_page(house)
    link = house.page(addresses.short(flyer.code) if flyer else addresses.FRONT)
    letters = house.page(addresses.FRONT).removeprefix("https://").rstrip("/")
    what = opens_page(house, addresses.FRONT)
    alt = _("QR-kode. {what}: {address}", what=what, address=letters)
    return ScreenCode(link, letters, alt)


def _flyer_to_the_front_page(house: House) -> Flyer | None:
    found = (f for f in house.municipality.flyers.flyers if not (f.target or f.target_link))
    return min(found, key=lambda flyer: flyer.kind not in _BY_KIND, default=None)


def _activities(house: House) -> Iterator[Row]:
    """As many as there is room for, and for each that is over this day one more."""
    begun = takewhile(lambda o: o.date <= house.today, house.coming)
    over = sum(o.ends_at().date() == house.today for o in begun)
    return (_activity(house, o) for o in coming(house, MOST_ACTIVITIES + over))


def _activity(house: House, occurrence: Occurrence) -> Row:
    told = activity(house, occurrence)
    label = join(_(", "), [part for part in (told.when_with_date, told.where) if part])
    note = told.state_text or told.note
    return Row(label, told.title, note, told.state, until=f"{occurrence.ends_at():%Y-%m-%dT%H:%M}")


def _ways(house: House) -> Iterator[Row]:
    contact = house.municipality.site.contact
    yield from _places(house)
    if contact.phone:
        yield Row("", _("Ring {phone}", phone=isolated(contact.phone)))
    elif contact.email:
        yield Row("", isolated(contact.email))


def _places(house: House) -> Iterator[Row]:
    """Each by its name; many in a line, as nobody would wait for the last of them."""
    places = [place for place in house.municipality.location.places if place.address]
    if len(places) <= _MOST_PLACES:
        yield from (Row(place.name, isolated(address_line(place))) for place in places)
    else:
        yield Row("", where_in_short(house))
