"""PAGES: small pages that the municipality's own site shows in a frame.

They say what the whole pages say, with nothing around it, and every link opens in the whole
window. Search engines are told not to list them: what stands there stands on the whole page too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.schema.choices import GONE, Topic
from site_generator.schema.offers import Offer
from site_generator.told.facts import Action, Fact, HelpLineView, Link
from site_generator.told.help_lines import help_line
from site_generator.told.house import House
from site_generator.told.offers import pause, shown_offers
from site_generator.told.today import TodayView, today_view
from site_generator.told.unknown import not_known, whom_to_ask
from site_generator.views.around.frame import page_frame
from site_generator.views.calendar.events import coming_cards
from site_generator.views.elements import EventCard, Frame
from site_generator.views.offers.facts import facts_of
from site_generator.views.offers.ways import offer_ways
from site_generator.wording.in_words import words

_COMING, _TIMES = 6, 3


@dataclass(frozen=True)
class EmbeddedView:
    """`title` leads to the whole page of it; `more` is the way on, `nothing` what is said where
    there is nothing to show."""

    frame: Frame
    title: Link
    more: Link
    nothing: str = ""
    today: TodayView | None = None
    summary: str = ""
    pause: str = ""
    facts: tuple[Fact, ...] = ()
    events: tuple[EventCard, ...] = ()
    actions: tuple[Action, ...] = ()
    help_lines: tuple[HelpLineView, ...] = ()


def embedded_pages(house: House) -> Iterator[Page]:
    """Today, what is next, and each offer; also at the addresses of offers that are gone."""
    yield _today(house)
    yield _next(house)
    shown = shown_offers(house)
    yield from (_offer(house, offer) for offer in shown)
    here = {offer.id for offer in shown}
    yield from (_gone(house, name) for name in _former(house) if name not in here)


def _former(house: House) -> tuple[str, ...]:
    municipality = house.municipality
    ended = [offer.id for offer in municipality.offers if offer.status in GONE]
    retired = [one.id for one in municipality.retired_offers]
    return tuple(sorted({*house.history.offers, *ended, *retired}))


def _today(house: House) -> Page:
    address = addresses.EMBEDDED_TODAY
    root, today, name = addresses.way_up(address), today_view(house), house.municipality.site.name
    ask = " ".join(filter(None, (f"{not_known()}.", whom_to_ask(house))))
    view = EmbeddedView(
        frame=page_frame(house, address, _("Åbningstider i dag"), name),
        title=Link(name, root),
        more=Link(_("Se åbningstiderne"), root + addresses.FIND_US),
        nothing="" if today else ask,
        today=today,
    )
    return _page(house, address, view)


def _next(house: House) -> Page:
    address = addresses.EMBEDDED_NEXT
    root, name = addresses.way_up(address), house.municipality.site.name
    events = coming_cards(house, root, _COMING)
    view = EmbeddedView(
        frame=page_frame(house, address, _("Det sker snart"), name),
        title=Link(_("Det sker snart"), root + addresses.CALENDAR),
        more=Link(_("Se hele kalenderen"), root + addresses.CALENDAR),
        nothing="" if events else _("Der er ingen datoer i kalenderen lige nu."),
        events=events,
    )
    return _page(house, address, view)


def _offer(house: House, offer: Offer) -> Page:
    address = addresses.embedded_offer(offer.id)
    root, whole = addresses.way_up(address), addresses.offer(offer.id)
    title, summary = words(offer.title), words(offer.summary)
    lines = house.help_lines(Topic.VIOLENCE) if Topic.VIOLENCE in offer.topics else ()
    view = EmbeddedView(
        frame=page_frame(house, address, _in_short(title), summary, topics=offer.topics),
        title=Link(title, root + whole),
        more=Link(_("Læs mere"), root + whole),
        summary=summary,
        pause=pause(offer),
        facts=tuple(facts_of(house, offer, root)),
        events=coming_cards(house, root, _TIMES, offer_id=offer.id),
        actions=offer_ways(house, offer, root),
        help_lines=tuple(help_line(line) for line in lines),
    )
    return _page(house, address, view)


def _gone(house: House, name: str) -> Page:
    """Another site may show it still. Its whole page leads on to what came instead."""
    address = addresses.embedded_offer(name)
    root, site = addresses.way_up(address), house.municipality.site
    view = EmbeddedView(
        frame=page_frame(house, address, _in_short(name), site.name),
        title=Link(site.name, root),
        more=Link(_("Se, hvad der er i stedet"), root + addresses.offer(name)),
        nothing=f"{_('Siden findes ikke længere')}.",
    )
    return _page(house, address, view)


def _in_short(title: str) -> str:
    """Told apart from the whole page by whoever has both open, or hears the name of the frame."""
    return _("Kort: {title}", title=title)


def _page(house: House, address: str, view: EmbeddedView) -> Page:
    return Page(address, "pages/embedded.html", view, f"{house.slug}: {address}")
