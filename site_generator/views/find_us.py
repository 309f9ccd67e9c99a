"""PAGES: find us: hours, telephone hours, addresses, access, the way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from site_generator import addresses
from site_generator.danish import (
    day_and_month,
    day_hours_in_words,
    in_a_row,
    plain_date,
    sentence,
    weekday_spans,
)
from site_generator.hours import ResolvedDay, exceptional_days, house_day
from site_generator.markup import to_html
from site_generator.schema.location import Place, PlaceAccess
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule
from site_generator.schema.transport import GettingThere, Stop
from site_generator.views.contact import contact_actions
from site_generator.views.elements import Action, Fact, Frame, Image, Note, Page
from site_generator.views.house import House, words
from site_generator.views.today import TodayView, today_view

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
            address, "Find os", f"Åbningstider, kontakt og vej til {municipality.site.name}."
        ),
        title="Find os" if municipality.location.places else "Kontakt os",
        today=today_view(house),
        hours=hours_tables(house, None, "Huset er åbent"),
        phone=phone_tables(house),
        phone_note=words(hours.phone_note) if hours else "",
        by_appointment=to_html(str(hours.by_appointment))
        if hours and hours.by_appointment
        else None,
        special_days=_special_days(house),
        places=tuple(_place(house, place) for place in municipality.location.places),
        without_address=to_html(str(without)) if without else None,
        actions=contact_actions(contact),
        ways=to_html(str(contact.ways)) if contact.ways else None,
        video=words(contact.video),
        emergency=_emergency(house),
    )
    return Page(address, "pages/find_us.html", view, f"{house.slug}: location.yml")


def _emergency(house: House) -> Fact | None:
    duty = house.municipality.site.social_emergency
    if duty is None:
        return None
    return Fact("phone", "Social døgnvagt", f"{duty.phone}. {words(duty.note)}".strip())


def hours_tables(house: House, place: str | None, title: str) -> tuple[HoursTable, ...]:
    """The hours of one place, the seasons apart: the one that holds and the one to come."""
    hours = house.municipality.opening_hours
    schedules = [s for s in (hours.house if hours else ()) if s.place == place]
    return tuple(_table(schedule, title) for schedule in schedules if _matters(house, schedule))


def _matters(house: House, schedule: Schedule) -> bool:
    first, last = schedule.valid_from or date.min, schedule.valid_to or date.max
    return last >= house.today and first <= house.today + timedelta(days=_DAYS_OF_EXCEPTIONS)


def _table(schedule: Schedule, title: str) -> HoursTable:
    rows = weekday_spans(
        (day, sentence(day_hours_in_words(schedule.week.on(day)))) for day in range(7)
    )
    return HoursTable(title + _season(schedule), tuple(rows), words(schedule.note))


def _season(schedule: Schedule) -> str:
    first, last = schedule.valid_from, schedule.valid_to
    if first and last:
        return f" fra {plain_date(first)} til {plain_date(last)}"
    if first:
        return f" fra {plain_date(first)}"
    return f" til {plain_date(last)}" if last else ""


def phone_tables(house: House) -> tuple[HoursTable, ...]:
    hours = house.municipality.opening_hours
    schedules = [s for s in (hours.phone if hours else ()) if _matters(house, s)]
    several = len({schedule.place for schedule in schedules}) > 1
    return tuple(
        _table(s, _phone_title(house, s) if several else "Telefonen er åben") for s in schedules
    )


def _phone_title(house: House, schedule: Schedule) -> str:
    place = house.municipality.place(schedule.place)
    return f"Telefonen er åben, {place.name}" if place else "Telefonen er åben"


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
    return ", ".join([sentence(day_and_month(day)), *(place.name for place in found if place)])


def _special_hours(hours: OpeningHoursFile, day: ResolvedDay) -> str:
    text = sentence(day_hours_in_words(day.hours))
    # Nobody has told us about holidays: closed is the safer guess, and said to be one.
    if day.kind in ("holiday", "house_policy") and not hours.wrote("holidays"):
        text = "Regn med lukket"
    return f"{text}. {day.reason}" if day.reason else text


def _place(house: House, place: Place) -> PlaceView:
    root = addresses.way_up(addresses.FIND_US)
    way = _getting_there(house, place)
    lines: tuple[str, ...] = ()
    if place.address:
        lines = (place.address.street, f"{place.address.postal_code} {place.address.city}")
    return PlaceView(
        anchor=place.id,
        name=place.name,
        kind=place.kind.label,
        address=lines,
        entrance=words(place.entrance),
        description=to_html(str(place.description)) if place.description else None,
        actions=tuple(_place_actions(place)),
        access=tuple(_access(place.access)) if place.access else (),
        way=ways_to(house, place),
        way_summary=words(way.summary) if way else "",
        hours=hours_tables(house, place.id, "Åbent"),
        image=house.image(place.picture, root),
    )


def _place_actions(place: Place) -> Iterator[Action]:
    if place.phone:
        yield Action("call", f"Ring {place.phone}", place.phone.href)
    if place.email:
        yield Action("write", "Skriv en mail", f"mailto:{place.email}")


def _access(access: PlaceAccess) -> Iterator[Note]:
    answers = [
        ("wheelchair", access.step_free, "Ingen trin ved døren", "Der er trin ved døren"),
        ("wheelchair", access.lift, "Elevator", "Der er ikke elevator"),
        ("wheelchair", access.accessible_toilet, "Handicaptoilet", "Der er ikke handicaptoilet"),
        ("pram", access.pram_parking, "Plads til barnevogne", "Der er ikke plads til barnevogne"),
        ("pram", access.changing_table, "Puslebord", "Der er ikke puslebord"),
        ("cup", access.nursing_room, "Et roligt rum til at amme", "Der er ikke et ammerum"),
        ("speech", access.hearing_loop, "Teleslynge", "Der er ikke teleslynge"),
    ]
    for icon, answer, yes, no in answers:
        if answer is not None:
            yield Note(icon, yes if answer else no)
    if access.note:
        yield Note("info", str(access.note))


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
        ("car", "Bil", way.car),
        ("wheelchair", "Handicapparkering", way.accessible_parking),
        ("bicycle", "Cykel", way.bicycle),
        ("pram", "Barnevogn", way.pram),
    ):
        if text:
            yield Fact(icon, label, str(text))


def _stop(stop: Stop) -> str:
    numbered = all(line[0].isdigit() for line in stop.lines)
    names = ("Linje " if numbered else "") + in_a_row(list(stop.lines))
    lines = f"{names} til {stop.name}" if stop.lines else stop.name
    minutes = stop.walk_minutes
    if not minutes:
        return lines
    return f"{lines}, og gå {minutes} {'minut' if minutes == 1 else 'minutter'}"
