"""PAGES: the page of one offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.codes import DANISH
from site_generator.language.spoken import _, in_danish, spoken
from site_generator.output import Image, Page
from site_generator.schema.choices import Access, Topic
from site_generator.schema.offers import Offer
from site_generator.told.activities import coming
from site_generator.told.facts import Action, Fact, HelpLineView, Link, SourceView
from site_generator.told.help_lines import help_line
from site_generator.told.house import House
from site_generator.told.offers import pause
from site_generator.told.podcast import episodes_about
from site_generator.told.promises import duty_to_report
from site_generator.told.sources import sources_of
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import events, introduced, linked_data, service
from site_generator.views.around.written_in import written_in
from site_generator.views.calendar.events import coming_cards
from site_generator.views.elements import EventCard, Frame, OfferCard
from site_generator.views.offers.answers import only_for, ready_offers
from site_generator.views.offers.facts import facts_of
from site_generator.views.offers.in_short import offer_card
from site_generator.views.offers.ways import offer_ways
from site_generator.wording.in_words import plain_date, words
from site_generator.wording.markup import to_html

_COMING = 6


@dataclass(frozen=True)
class OfferView:
    frame: Frame
    title: str
    summary: str
    pause: str
    image: Image | None
    facts: tuple[Fact, ...]
    description: Markup | None
    elements: tuple[str, ...]
    how_to_join: str
    sign_up_note: str
    actions: tuple[Action, ...]
    registration: str
    duty: str
    events: tuple[EventCard, ...]
    feeds: tuple[Link, ...]
    episodes: tuple[Link, ...]
    help_lines: tuple[HelpLineView, ...]
    related: tuple[OfferCard, ...]
    legal_basis: str
    sources: tuple[SourceView, ...]
    reviewed: str


def offer_page(house: House, offer: Offer) -> Page:
    address = addresses.offer(offer.id)
    root = addresses.way_up(address)
    title, summary = words(offer.title), words(offer.summary)
    trail = (Link(_("Tilbud"), addresses.OFFERS),)
    lines = house.help_lines(Topic.VIOLENCE) if Topic.VIOLENCE in offer.topics else ()
    view = OfferView(
        frame=page_frame(
            house,
            address,
            title,
            summary,
            trail,
            topics=offer.topics,
            linked_data=_linked_data(house, offer),
        ),
        title=title,
        summary=summary,
        pause=pause(offer),
        image=house.image(offer.picture, root),
        facts=tuple(facts_of(house, offer, root)),
        description=to_html(words(offer.description)) if offer.description else None,
        elements=tuple(words(element) for element in offer.elements),
        how_to_join=words(offer.application_process),
        sign_up_note=words(offer.sign_up.note) if offer.sign_up else "",
        actions=offer_ways(house, offer, root),
        registration=words(offer.registration),
        duty=duty_to_report() if offer.anonymous else "",
        events=coming_cards(house, root, _COMING, offer_id=offer.id),
        feeds=_feeds(house, offer, root),
        episodes=_episodes(house, offer, root),
        help_lines=tuple(help_line(line) for line in lines),
        related=_related(house, offer, root),
        legal_basis=_legal_basis(offer),
        sources=sources_of(house, offer),
        reviewed=_reviewed(offer),
    )
    return Page(address, "pages/offer.html", view, written_in(offer))


def _feeds(house: House, offer: Offer, root: str) -> tuple[Link, ...]:
    """The dates of an offer for one's own calendar: to subscribe to, or to fetch once."""
    first: dict[str, date] = {}
    for occurrence in house.coming:
        if occurrence.event.offer == offer.id:
            first.setdefault(occurrence.event.id, occurrence.date)
    if not first or house.preview:
        return ()
    address = addresses.feed_of_offer(offer.id)
    webcal = "webcal" + house.page(address).removeprefix("https")
    subscribe = (
        (Link(_("Abonner, så ændringer kommer af sig selv"), webcal),) if house.base_url else ()
    )
    return (*subscribe, *_fetched_once(first, root))


def _fetched_once(first: dict[str, date], root: str) -> Iterator[Link]:
    """One link for each series; only where there are several must it say which."""
    for event, day in first.items():
        if len(first) == 1:
            label = _("Læg alle datoerne i min kalender (ændringer følger ikke med)")
        else:
            label = _(
                "Læg datoerne fra {date} i min kalender (ændringer følger ikke med)",
                date=plain_date(day),
            )
        yield Link(label, root + addresses.series(event))


def _episodes(house: House, offer: Offer, root: str) -> tuple[Link, ...]:
    """What can be heard about it in the house's podcast."""
    return tuple(
        Link(told.title, root + addresses.episode(told.id))
        for told in episodes_about(house, offer.id)
    )


def _legal_basis(offer: Offer) -> str:
    """What the law says to a parent. A right is told only where nobody else decides first."""
    if not offer.legal_basis:
        return ""
    law = in_danish(_inside_a_sentence(offer.legal_basis), untranslated=False)
    if offer.access in (Access.OPEN, Access.SIGN_UP):
        return _("Du har ret til denne hjælp efter {law}.", law=law)
    return _("Hjælpen står i {law}.", law=law)


def _inside_a_sentence(name: str) -> str:
    """Danish writes the names of laws small; in another language it stays a name."""
    if spoken().code != DANISH or name[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]


def _reviewed(offer: Offer) -> str:
    """When this house last read the text; the catalogue's own date says nothing about that."""
    inherited = offer.path_of("reviewed") != offer.path_of()
    return plain_date(offer.reviewed) if offer.reviewed and not inherited else ""


def _linked_data(house: House, offer: Offer) -> Markup | None:
    shown = coming(house, _COMING, offer.id)
    offered = service(house, offer, _near(house, offer))
    return linked_data(offered, introduced(house), *events(house, shown))


def _related(house: House, offer: Offer, root: str) -> tuple[OfferCard, ...]:
    return tuple(offer_card(other, root) for other in _near(house, offer))


def _near(house: House, offer: Offer) -> list[Offer]:
    """A few other offers that help with the same."""
    near = [
        o for o in ready_offers(house) if o.id != offer.id and set(o.topics) & set(offer.topics)
    ]
    # What is only for some is near to what is for the same ones, and else comes last.
    return sorted(near, key=lambda other: bool(set(only_for(other)) - set(offer.audience)))[:3]
