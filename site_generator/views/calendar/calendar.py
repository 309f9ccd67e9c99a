"""PAGES: the calendar: what is on, week by week, for whom and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.facts import Action, Link
from site_generator.told.house import House
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import events, introduced, linked_data
from site_generator.views.around.written_in import events_file
from site_generator.views.calendar.month import by_month, month_pages
from site_generator.views.calendar.subscribe import Subscription, subscription_view
from site_generator.views.calendar.weeks import Week, near, weeks_of
from site_generator.views.elements import Frame
from site_generator.views.offers.ways import house_ways
from site_generator.wording.in_words import month_and_year, sentence


@dataclass(frozen=True)
class Filter:
    """One question that narrows the list, its answers as links, and the one that holds now."""

    title: str
    links: tuple[Link, ...]
    chosen: str


@dataclass(frozen=True)
class CalendarView:
    frame: Frame
    title: str
    weeks: tuple[Week, ...]
    jumps: tuple[Link, ...]
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
    title = _("Kalender: {what}", what=choice.label) if choice.label else _("Kalender")
    lead = _("Aktiviteter i {house}, dag for dag.", house=house.municipality.site.name)
    weeks = tuple(weeks_of(house, choice.occurrences, root))
    view = CalendarView(
        frame=page_frame(house, address, title, lead, linked_data=_linked_data(house, choice)),
        title=title,
        weeks=weeks,
        jumps=tuple(_jumps(weeks)),
        filters=_filters(address, choices, root),
        months=tuple(
            Link(sentence(month_and_year(first)), root + addresses.calendar_month(first))
            for first, _occurrences in by_month(house.coming)
        ),
        subscription=subscription_view(house, root, choice.feed),
        nothing="" if weeks else _nothing(choice),
        everything=None if weeks else _way_on(house, choice, root),
        actions=() if weeks else house_ways(house, root),
    )
    return Page(address, "pages/calendar.html", view, events_file(house))


def _linked_data(house: House, choice: _Choice) -> Markup | None:
    """On the whole calendar only: its parts would tell of the same meetings again."""
    if choice.label:
        return None
    return linked_data(introduced(house), *events(house, near(house, choice.occurrences)))


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


def _jumps(weeks: tuple[Week, ...]) -> Iterator[Link]:
    """Within the list: this week and the next, as far as something is on, and the months below."""
    if not weeks:
        return
    for week in weeks[: 3 if weeks[0].anchor == "i-dag" else 2]:
        yield Link(week.short, f"#{week.anchor}")
    yield Link(_("Måned"), "#maaneder")


def _filters(address: str, choices: list[_Choice], root: str) -> tuple[Filter, ...]:
    questions = (
        (_("Hvem"), _("Alle"), addresses.CALENDAR_FOR),
        (_("Hvor"), _("Alle steder"), addresses.CALENDAR_AT),
    )
    filters = []
    for title, all_of_it, start in questions:
        links = [
            Link(choice.label, root + choice.address, choice.address == address)
            for choice in choices
            if choice.address.startswith(start) and choice.occurrences
        ]
        if len(links) > 1:
            chosen = next((link.label for link in links if link.current), "")
            everything = Link(all_of_it, root + addresses.CALENDAR, not chosen)
            filters.append(Filter(title, (everything, *links), chosen or all_of_it))
    return tuple(filters)
