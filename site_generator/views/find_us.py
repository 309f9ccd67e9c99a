"""PAGES: find us: hours, telephone hours, addresses, access, the way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from site_generator import addresses
from site_generator.hours import ResolvedDay, exceptional_days, house_day
from site_generator.language import N_, _, in_danish, isolated, ngettext
from site_generator.marked import fill, join
from site_generator.markup import to_html
from site_generator.schema.location import Place, PlaceAccess
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule
from site_generator.schema.transport import GettingThere, Stop
from site_generator.views.contact import contact_actions
from site_generator.views.directions import direction_links
from site_generator.views.elements import Action, Fact, Frame, Image, Link, Note, Page
from site_generator.views.house import House
from site_generator.views.linked_data import linked_data, office
from site_generator.views.today import TodayView, reason_in_words, today_view
from site_generator.wording import (
    day_and_month,
    day_hours_in_words,
    in_a_row,
    plain_date,
    sentence,
    weekday_spans,
    words,
)

_DAYS_OF_EXCEPTIONS = 60


@dataclass(frozen=True)
class HoursTable:
    """A week of hours: rows of days and times."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True)
class PlaceView:
    anchor: str
    name: str
    kind: str
    address: tuple[str, ...]
    entrance: str
    description: Markup | None
    actions: tuple[Action, ...]
    access: tuple[Note, ...]
    way: tuple[Fact, ...]
    way_summary: str
    directions: tuple[Link, ...]
    hours: tuple[HoursTable, ...]
    image: Image | None


@dataclass(frozen=True)
class FindUsView:
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
    actions: tuple[Action, ...]
    ways: Markup | None
    video: str
    emergency: Fact | None


def find_us_page(house: House) -> Page:
    address = addresses.FIND_US
    municipality = house.municipality
    contact, hours = municipality.site.contact, municipality.opening_hours
    without = municipality.location.without_address
    view = FindUsView(
        frame=house.frame(
            address,
            _("Find os"),
            _("Åbningstider, kontakt og vej til {house}.", house=municipality.site.name),
            linked_data=linked_data(office(house)),
        ),
        title=_("Find os") if municipality.location.places else _("Kontakt os"),
        today=today_view(house),
        hours=hours_tables(house, None, _("Huset er åbent")),
        phone=phone_tables(house),
        phone_note=words(hours.phone_note) if hours else "",
        by_appointment=to_html(words(hours.by_appointment))
        if hours and hours.by_appointment
        else None,
        special_days=_special_days(house),
        places=tuple(_place(house, place) for place in municipality.location.places),
        without_address=to_html(words(without)) if without else None,
        actions=contact_actions(contact),
        ways=to_html(words(contact.ways)) if contact.ways else None,
        video=words(contact.video),
        emergency=_emergency(house),
    )
    return Page(address, "pages/find_us.html", view, f"{house.slug}: location.yml")


def _emergency(house: House) -> Fact | None:
    duty = house.municipality.site.social_emergency
    if duty is None:
        return None
    text = fill("{0}.", isolated(duty.phone))
    note = words(duty.note)
    return Fact("phone", _("Social døgnvagt"), join(" ", [text, note]) if note else text)


def hours_tables(house: House, place: str | None, title: str) -> tuple[HoursTable, ...]:
    """The hours of one place, the seasons apart: the one that holds and the one to come."""
    hours = house.municipality.opening_hours
    schedules = [s for s in (hours.house if hours else ()) if s.place == place]
    return tuple(_table(schedule, title) for schedule in schedules if _matters(house, schedule))


def weeks(house: House) -> list[HoursTable]:
    """The week that holds now of the house, and of each place that has one of its own."""
    places: list[str | None] = [None, *(place.id for place in house.municipality.location.places)]
    return [tables[0] for place in places if (tables := hours_tables(house, place, ""))]


def open_days(week: HoursTable) -> tuple[tuple[str, str], ...]:
    """The days that are open; on paper and in a post the others need not be told."""
    closed = sentence(_("lukket"))
    return tuple((days, text) for days, text in week.rows if text != closed)


def _matters(house: House, schedule: Schedule) -> bool:
    first, last = schedule.valid_from or date.min, schedule.valid_to or date.max
    return last >= house.today and first <= house.today + timedelta(days=_DAYS_OF_EXCEPTIONS)


def _table(schedule: Schedule, title: str) -> HoursTable:
    rows = weekday_spans(
        (day, sentence(day_hours_in_words(schedule.week.on(day)))) for day in range(7)
    )
    return HoursTable(_in_season(title, schedule), tuple(rows), words(schedule.note))


def _in_season(title: str, schedule: Schedule) -> str:
    """What is open, and between which dates, where the hours change in the course of a year."""
    first = plain_date(schedule.valid_from) if schedule.valid_from else ""
    last = plain_date(schedule.valid_to) if schedule.valid_to else ""
    if first and last:
        return _("{open} fra {first} til {last}", open=title, first=first, last=last)
    if first:
        return _("{open} fra {first}", open=title, first=first)
    return _("{open} til {last}", open=title, last=last) if last else title


def phone_tables(house: House) -> tuple[HoursTable, ...]:
    hours = house.municipality.opening_hours
    schedules = [s for s in (hours.phone if hours else ()) if _matters(house, s)]
    several = len({schedule.place for schedule in schedules}) > 1
    return tuple(_table(s, _phone_title(house, s if several else None)) for s in schedules)


def _phone_title(house: House, schedule: Schedule | None) -> str:
    place = house.municipality.place(schedule.place) if schedule else None
    if place:
        return _("Telefonen er åben, {place}", place=place.name)
    return _("Telefonen er åben")


def _special_days(house: House) -> tuple[tuple[str, str], ...]:
    """The coming days that differ from the week; what holds for all places is told once."""
    hours = house.municipality.opening_hours
    if hours is None or not hours.house:
        return ()
    last = house.today + timedelta(days=_DAYS_OF_EXCEPTIONS)
    places: list[str | None] = [p.id for p in house.municipality.location.places] or [None]
    told: dict[tuple[date, str], list[str | None]] = {}
    for place in places:
        for day in exceptional_days(hours, house.today, last, place):
            told.setdefault((day.date, _special_hours(hours, day)), []).append(place)
    return tuple(
        (_special_day(house, day, [] if _same_everywhere(hours, day, places) else where), text)
        for (day, text), where in sorted(told.items(), key=lambda item: item[0])
    )


def _same_everywhere(hours: OpeningHoursFile, day: date, places: list[str | None]) -> bool:
    """Also where a place is closed on that weekday anyway: nobody need be told which it is."""
    return len({house_day(hours, day, place).hours for place in places}) == 1


def _special_day(house: House, day: date, places: list[str | None]) -> str:
    found = (house.municipality.place(place) for place in places)
    names = [place.name for place in found if place]
    return _(", ").join([sentence(day_and_month(day)), *names])


def _special_hours(hours: OpeningHoursFile, day: ResolvedDay) -> str:
    text = sentence(day_hours_in_words(day.hours))
    # Nobody has told us about holidays: closed is the safer guess, and said to be one.
    if day.kind in ("holiday", "house_policy") and not hours.wrote("holidays"):
        text = _("Regn med lukket")
    reason = reason_in_words(day)
    return fill("{0}. {1}", text, reason) if reason else text


def _place(house: House, place: Place) -> PlaceView:
    root = addresses.way_up(addresses.FIND_US)
    way = _getting_there(house, place)
    lines: tuple[str, ...] = ()
    if place.address:
        town = f"{place.address.postal_code} {place.address.city}"
        lines = (isolated(place.address.street), isolated(town))
    return PlaceView(
        anchor=place.id,
        name=place.name,
        kind=place.kind.label,
        address=lines,
        entrance=words(place.entrance),
        description=to_html(words(place.description)) if place.description else None,
        actions=tuple(_place_actions(place)),
        access=tuple(_access(place.access)) if place.access else (),
        way=ways_to(house, place),
        way_summary=words(way.summary) if way else "",
        directions=tuple(direction_links(house, place)),
        hours=hours_tables(house, place.id, _("Åbent")),
        image=house.image(place.picture, root),
    )


def _place_actions(place: Place) -> Iterator[Action]:
    if place.phone:
        yield Action("call", _("Ring {phone}", phone=isolated(place.phone)), place.phone.href)
    if place.email:
        yield Action("write", _("Skriv en mail"), f"mailto:{place.email}")


def _access(access: PlaceAccess) -> Iterator[Note]:
    answers = [
        ("wheelchair", access.step_free, N_("Ingen trin ved døren"), N_("Der er trin ved døren")),
        ("wheelchair", access.lift, N_("Elevator"), N_("Der er ikke elevator")),
        (
            "wheelchair",
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
        ("pram", access.changing_table, N_("Puslebord"), N_("Der er ikke puslebord")),
        ("cup", access.nursing_room, N_("Et roligt rum til at amme"), N_("Der er ikke et ammerum")),
        ("speech", access.hearing_loop, N_("Teleslynge"), N_("Der er ikke teleslynge")),
    ]
    for icon, answer, yes, no in answers:
        if answer is not None:
            yield Note(icon, _(yes if answer else no))
    if access.note:
        yield Note("info", words(access.note))


def ways_to(house: House, place: Place) -> tuple[Fact, ...]:
    """How to get to a place, one fact for each way."""
    way = _getting_there(house, place)
    return tuple(_way(way)) if way else ()


def _getting_there(house: House, place: Place) -> GettingThere | None:
    ways = house.municipality.transport.getting_there
    only_place = len(house.municipality.location.places) == 1
    return next((w for w in ways if w.place == place.id or (w.place is None and only_place)), None)


def _way(way: GettingThere) -> Iterator[Fact]:
    for stop in way.stops:
        yield Fact(
            stop.kind.value if stop.kind.value == "bus" else "train", stop.kind.label, _stop(stop)
        )
    for icon, label, text in (
        ("car", _("Bil"), way.car),
        ("wheelchair", _("Handicapparkering"), way.accessible_parking),
        ("bicycle", _("Cykel"), way.bicycle),
        ("pram", _("Barnevogn"), way.pram),
    ):
        if text:
            yield Fact(icon, label, words(text))


def _stop(stop: Stop) -> str:
    """For example «Linje 3 og 7A til Solsikkevej, og gå 2 minutter»."""
    where = _lines_to(stop) if stop.lines else stop.name
    if not stop.walk_minutes:
        return where
    return ngettext(
        "{stop}, og gå {count} minut",
        "{stop}, og gå {count} minutter",
        stop.walk_minutes,
        stop=where,
    )


def _lines_to(stop: Stop) -> str:
    numbered = all(line[0].isdigit() for line in stop.lines)
    lines = in_a_row([in_danish(line, untranslated=False) for line in stop.lines])
    if numbered:
        return _("Linje {lines} til {stop}", lines=lines, stop=stop.name)
    return _("{lines} til {stop}", lines=lines, stop=stop.name)
