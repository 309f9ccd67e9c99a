"""PAGES: the calendar: what is on, week by week, for whom and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.resolve.recurrence import Occurrence
from site_generator.resolve.repetition import monday_of
from site_generator.told.facts import Action, Link
from site_generator.told.house import House
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import events, introduced, linked_data
from site_generator.views.calendar.events import anchored_cards
from site_generator.views.calendar.month import by_month, month_pages
from site_generator.views.calendar.subscribe import Subscription, subscription_view
from site_generator.views.elements import EventCard, Frame
from site_generator.views.offers.ways import house_ways
from site_generator.wording.in_words import month_and_year, sentence

WEEKS = 8


@dataclass(frozen=True)
class Week:
    """What is on in one week. `anchor` is the end of its address."""

    anchor: str
    title: str
    cards: tuple[EventCard, ...]


@dataclass(frozen=True)
class Filter:
    """One question that narrows the list, and its answers as links."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class CalendarView:
    frame: Frame
    title: str
    made_on: str
    weeks: tuple[Week, ...]
    filters: tuple[Filter, ...]
    months: tuple[Link, ...]
    subscription: Subscription
    nothing: str
    everything: Link | None
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class _Choice:
    """One list: its address, its name, what belongs to it, and the feed to subscribe to."""

    address: str
    label: str
    occurrences: tuple[Occurrence, ...]
    feed: str = addresses.FEED


def calendar_pages(house: House) -> Iterator[Page]:
    """The whole calendar, one page for each audience and each place, one for each month."""
    choices = [*_audiences(house), *_places(house)]
    yield _calendar_page(house, _Choice(addresses.CALENDAR, "", house.coming), choices)
    for choice in choices:
        yield _calendar_page(house, choice, choices)
    yield from month_pages(house)


def _audiences(house: House) -> list[_Choice]:
    return [
        _Choice(
            addresses.calendar_for(audience.value),
            audience.label,
            tuple(o for o in house.coming if audience in house.audience_of(o)),
            addresses.feed_for(audience.value),
        )
        for audience in house.audiences()
    ]


def _places(house: House) -> list[_Choice]:
    places = house.municipality.location.places
    if len(places) < 2:
        return []
    return [
        _Choice(
            addresses.calendar_at(place.id),
            place.name,
            tuple(o for o in house.coming if o.place == place.id),
        )
        for place in places
    ]


def _calendar_page(house: House, choice: _Choice, choices: list[_Choice]) -> Page:
    address = choice.address
    root = addresses.way_up(address)
    title = _("Det sker: {what}", what=choice.label) if choice.label else _("Det sker")
    lead = _("Aktiviteter i {house}, dag for dag.", house=house.municipality.site.name)
    weeks = tuple(_weeks(house, choice.occurrences, root))
    view = CalendarView(
        frame=page_frame(house, address, title, lead, linked_data=_linked_data(house, choice)),
        title=title,
        made_on=house.today.isoformat(),
        weeks=weeks,
        filters=(*_when(weeks), *_filters(address, choices, root)),
        months=tuple(
            Link(sentence(month_and_year(first)), root + addresses.calendar_month(first))
            for first, _occurrences in by_month(house.coming)
        ),
        subscription=subscription_view(house, root, choice.feed),
        nothing="" if weeks else _nothing(choice),
        everything=None if weeks else _way_on(house, choice, root),
        actions=() if weeks else house_ways(house, root),
    )
    return Page(address, "pages/calendar.html", view, f"{house.slug}: events.yml")


def _linked_data(house: House, choice: _Choice) -> Markup | None:
    """On the whole calendar only: its parts would tell of the same meetings again."""
    if choice.label:
        return None
    return linked_data(introduced(house), *events(house, _near(house, choice.occurrences)))


def _way_on(house: House, choice: _Choice, root: str) -> Link | None:
    """Where there is more to see: all that is on, else what is coming later, else the offers."""
    if choice.label:
        return Link(_("Se resten"), root + addresses.CALENDAR)
    if choice.occurrences:
        return Link(_("Se resten"), "#maaneder")
    offers = house.municipality.offers
    return Link(_("Se alle tilbud"), root + addresses.OFFERS) if offers else None


def _nothing(choice: _Choice) -> str:
    if choice.occurrences:
        return _("Der er ingen datoer de næste otte uger.")
    return _("Der er ingen datoer i kalenderen lige nu.")


def _when(weeks: tuple[Week, ...]) -> tuple[Filter, ...]:
    """Today, this week and the next, as far as something is on."""
    near = tuple(Link(week.title, f"#{week.anchor}") for week in weeks[:3])
    return (Filter(_("Hvornår"), near),) if near else ()


def _filters(address: str, choices: list[_Choice], root: str) -> tuple[Filter, ...]:
    everything = Link(_("Alt"), root + addresses.CALENDAR, address == addresses.CALENDAR)
    questions = ((_("Hvem"), addresses.CALENDAR_FOR), (_("Hvor"), addresses.CALENDAR_AT))
    filters = []
    for title, start in questions:
        links = [
            Link(choice.label, root + choice.address, choice.address == address)
            for choice in choices
            if choice.address.startswith(start) and choice.occurrences
        ]
        if len(links) > 1:
            filters.append(Filter(title, (everything, *links)))
    return tuple(filters)


def _weeks(house: House, occurrences: tuple[Occurrence, ...], root: str) -> Iterator[Week]:
    """Today apart, then week by week for the weeks that one can plan for."""
    near = _near(house, occurrences)
    today = [occurrence for occurrence in near if occurrence.date <= house.today]
    if today:
        yield Week("i-dag", sentence(_("i dag")), anchored_cards(house, today, root))
    later = [occurrence for occurrence in near if occurrence.date > house.today]
    for monday, group in groupby(later, key=lambda o: monday_of(o.date)):
        anchor = f"uge-{monday.isocalendar().week}"
        yield Week(anchor, _week_title(house, monday), anchored_cards(house, list(group), root))


def _near(house: House, occurrences: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    last = monday_of(house.today) + timedelta(weeks=WEEKS)
    return tuple(occurrence for occurrence in occurrences if occurrence.date < last)


def _week_title(house: House, monday: date) -> str:
    distance = (monday - monday_of(house.today)).days // 7
    week = monday.isocalendar().week
    names = {0: _("Resten af ugen"), 1: _("Næste uge, uge {week}", week=week)}
    return names.get(distance, _("Uge {week}", week=week))
