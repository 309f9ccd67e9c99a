"""PAGES: find us: hours, telephone hours, addresses, access, the way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.spoken import N_, _, isolated
from site_generator.output import Image, Page
from site_generator.schema.location import Place, PlaceAccess
from site_generator.schema.transport import GettingThere
from site_generator.told.facts import Action, Fact, Link, Note
from site_generator.told.getting_there import getting_there, ways_to
from site_generator.told.house import House
from site_generator.told.special_days import special_days
from site_generator.told.today import TodayView, today_view
from site_generator.told.week import HoursTable, common_tables, phone_tables, place_tables
from site_generator.views.around.contact import contact_actions, contact_title
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import linked_data, office
from site_generator.views.around.written_in import file_of
from site_generator.views.elements import Frame
from site_generator.views.hours.directions import direction_links, map_links
from site_generator.wording.in_words import words
from site_generator.wording.markup import to_html


@dataclass(frozen=True)
class PlaceView:
    """`title` stands above the way there and the access; empty where neither is known."""

    anchor: str
    name: str
    address: tuple[str, ...]
    maps: tuple[Link, ...]
    entrance: str
    actions: tuple[Action, ...]
    hours: tuple[HoursTable, ...]
    image: Image | None
    title: str
    description: Markup | None
    way_summary: str
    way: tuple[Fact, ...]
    directions: tuple[Link, ...]
    access: tuple[Note, ...]

    @property
    def stands(self) -> bool:
        """Whether there is something to tell of the place before the way there."""
        known = self.address or self.entrance or self.actions or self.hours or self.image
        return bool(known) or not self.title


@dataclass(frozen=True)
class FindUsView:
    """`first` is the quickest way to get in touch; `actions` are the others."""

    frame: Frame
    title: str
    today: TodayView | None
    hours: tuple[HoursTable, ...]
    phone: tuple[HoursTable, ...]
    phone_note: str
    by_appointment: Markup | None
    special_days: tuple[tuple[str, str], ...]
    places: tuple[PlaceView, ...]
    without_address: Markup | None
    first: tuple[Action, ...]
    contact_title: str
    actions: tuple[Action, ...]
    ways: Markup | None
    video: str
    emergency: Fact | None


def find_us_page(house: House) -> Page:
    address = addresses.FIND_US
    municipality = house.municipality
    contact, hours = municipality.site.contact, municipality.opening_hours
    ways = contact_actions(contact)
    without = municipality.location.without_address
    view = FindUsView(
        frame=page_frame(
            house,
            address,
            _("Find os"),
            _("Åbningstider, kontakt og vej til {house}.", house=municipality.site.name),
            linked_data=linked_data(office(house)),
        ),
        title=_("Find os") if municipality.location.places else _("Kontakt os"),
        today=today_view(house),
        hours=common_tables(house, _("Huset er åbent")),
        phone=phone_tables(house),
        phone_note=words(hours.phone_note) if hours else "",
        by_appointment=to_html(words(hours.by_appointment))
        if hours and hours.by_appointment
        else None,
        special_days=special_days(house),
        places=tuple(_place(house, place) for place in municipality.location.places),
        without_address=to_html(words(without)) if without else None,
        first=ways[:1],
        contact_title=contact_title(ways),
        actions=ways[1:],
        ways=to_html(words(contact.ways)) if contact.ways else None,
        video=words(contact.video),
        emergency=_emergency(house),
    )
    return Page(address, "pages/find_us.html", view, _source(house))


def _source(house: House) -> str:
    """The file of what is changed most often; a house may be without any of them."""
    municipality = house.municipality
    return file_of(
        municipality.opening_hours, municipality.location, municipality.transport, municipality.site
    )


def _emergency(house: House) -> Fact | None:
    duty = house.municipality.site.social_emergency
    if duty is None:
        return None
    call = Link(_("Ring {phone}", phone=isolated(duty.phone)), duty.phone.href)
    return Fact("phone", _("Social døgnvagt"), words(duty.note), call)


def _place(house: House, place: Place) -> PlaceView:
    root = addresses.way_up(addresses.FIND_US)
    way = getting_there(house, place)
    return PlaceView(
        anchor=place.id,
        name=place.name,
        address=address_lines(place),
        maps=tuple(map_links(house, place)),
        entrance=words(place.entrance),
        actions=tuple(_place_actions(house, place)),
        hours=place_tables(house, place.id, _("Åbent")),
        image=house.image(place.picture, root),
        title=_title(place, way),
        description=to_html(words(place.description)) if place.description else None,
        way_summary=words(way.summary) if way else "",
        way=ways_to(house, place),
        directions=tuple(direction_links(house, place)),
        access=tuple(_access(place.access)) if place.access else (),
    )


def address_lines(place: Place) -> tuple[str, ...]:
    """As it is written on a letter; none where the address is not known."""
    if place.address is None:
        return ()
    town = f"{place.address.postal_code} {place.address.city}"
    return isolated(place.address.street), isolated(town)


def _title(place: Place, way: GettingThere | None) -> str:
    if way or place.address:
        return _("Sådan kommer du til {place}", place=place.name)
    return place.name if place.description or place.access else ""


def _place_actions(house: House, place: Place) -> tuple[Action, ...]:
    """Only what is the place's own: the number of the house stands once."""
    known = {action.href for action in contact_actions(house.municipality.site.contact)}
    return tuple(action for action in _own_actions(place) if action.href not in known)


def _own_actions(place: Place) -> Iterator[Action]:
    if place.phone:
        yield Action("call", _("Ring {phone}", phone=isolated(place.phone)), place.phone.href)
    if place.email:
        yield Action("write", _("Skriv en mail"), f"mailto:{place.email}")


def _access(access: PlaceAccess) -> Iterator[Note]:
    if access.step_free is not None:
        # Stairs where there are some: what is crossed out is what one would look for in vain.
        yield (
            Note("ramp", _("Ingen trin ved døren"))
            if access.step_free
            else Note("step", _("Der er trin ved døren"))
        )
    answers = [
        ("lift", access.lift, N_("Elevator"), N_("Der er ikke elevator")),
        (
            "toilet",
            access.accessible_toilet,
            N_("Handicaptoilet"),
            N_("Der er ikke handicaptoilet"),
        ),
        (
            "pram",
            access.pram_parking,
            N_("Plads til barnevogne"),
            N_("Der er ikke plads til barnevogne"),
        ),
        ("table", access.changing_table, N_("Puslebord"), N_("Der er ikke puslebord")),
        (
            "bottle",
            access.nursing_room,
            N_("Et roligt rum til at amme"),
            N_("Der er ikke et ammerum"),
        ),
        ("ear", access.hearing_loop, N_("Teleslynge"), N_("Der er ikke teleslynge")),
    ]
    for icon, answer, yes, no in answers:
        if answer is not None:
            yield Note(icon, _(yes if answer else no), crossed=not answer)
    if access.note:
        yield Note("info", words(access.note))
