"""PAGES: the page of one offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from site_generator import addresses
from site_generator.language import _, in_danish
from site_generator.marked import fill, join
from site_generator.markup import to_html
from site_generator.schema.choices import (
    Access,
    Audience,
    Delivery,
    OfferStatus,
    Profession,
    Topic,
)
from site_generator.schema.offers import Offer
from site_generator.views.contact import contact_actions, sign_up_actions
from site_generator.views.elements import (
    Action,
    EventCard,
    Fact,
    Frame,
    HelpLineView,
    Image,
    Link,
    OfferCard,
    Page,
    SourceView,
)
from site_generator.views.events import coming, coming_cards
from site_generator.views.frame import page_frame
from site_generator.views.house import House, help_line, sources
from site_generator.views.linked_data import events, introduced, linked_data, service
from site_generator.views.offers import offer_card, pause, shown_offers
from site_generator.wording import (
    age_range,
    in_a_row,
    plain_date,
    sentence,
    without_full_stop,
    words,
)

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
    events: tuple[EventCard, ...]
    feeds: tuple[Link, ...]
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
        facts=tuple(_facts(house, offer, root)),
        description=to_html(words(offer.description)) if offer.description else None,
        elements=tuple(words(element) for element in offer.elements),
        how_to_join=words(offer.application_process),
        sign_up_note=words(offer.sign_up.note) if offer.sign_up else "",
        actions=_actions(house, offer, root),
        registration=words(offer.registration),
        events=coming_cards(house, root, _COMING, offer_id=offer.id),
        feeds=_feeds(house, offer, root),
        help_lines=tuple(help_line(line) for line in lines),
        related=_related(house, offer, root),
        legal_basis=in_danish(offer.legal_basis or "", untranslated=False),
        sources=sources(offer.sources),
        reviewed=_reviewed(offer),
    )
    return Page(address, "pages/offer.html", view, f"{house.slug}: offers.yml, {offer.id}")


def _feeds(house: House, offer: Offer, root: str) -> tuple[Link, ...]:
    """The dates of an offer for one's own calendar: to subscribe to, or to fetch once."""
    first: dict[str, date] = {}
    for occurrence in house.coming:
        if occurrence.event.offer == offer.id:
            first.setdefault(occurrence.event.id, occurrence.date)
    if not first:
        return ()
    files = house.files(root)
    series = [
        Link(
            _("Føj alle gange fra {date} til kalenderen", date=plain_date(day)),
            files + addresses.series(event),
        )
        for event, day in first.items()
    ]
    address = addresses.feed_of_offer(offer.id)
    webcal = "webcal" + house.absolute(address).removeprefix("https")
    subscribe = (
        (Link(_("Abonner, så ændringer kommer af sig selv"), webcal),) if house.base_url else ()
    )
    return (*subscribe, Link(_("Hent datoerne som kalenderfil"), files + address), *series)


def _reviewed(offer: Offer) -> str:
    """When this house last read the text; the catalogue's own date says nothing about that."""
    inherited = offer.path_of("reviewed") != offer.path_of()
    return plain_date(offer.reviewed) if offer.reviewed and not inherited else ""


def _actions(house: House, offer: Offer, root: str) -> tuple[Action, ...]:
    """How to join: the offer's own way, else the house's."""
    own = sign_up_actions(offer.sign_up)
    if own or offer.status is not OfferStatus.ACTIVE:
        return own
    reachable = contact_actions(house.municipality.site.contact)
    find_us = Action("go", _("Se, hvordan du får kontakt"), root + addresses.FIND_US)
    return reachable[:2] or (find_us,)


def _linked_data(house: House, offer: Offer) -> Markup:
    shown = coming(house, _COMING, offer.id)
    offered = service(house, offer, _near(house, offer))
    return linked_data(offered, introduced(house), *events(house, shown))


def _related(house: House, offer: Offer, root: str) -> tuple[OfferCard, ...]:
    return tuple(offer_card(other, root) for other in _near(house, offer))


def _near(house: House, offer: Offer) -> list[Offer]:
    """A few other offers that help with the same."""
    others = [o for o in shown_offers(house) if o.id != offer.id]
    return [other for other in others if set(other.topics) & set(offer.topics)][:3]


def _facts(house: House, offer: Offer, root: str) -> Iterator[Fact]:
    """What a parent asks first: for whom, when, where, price, how to get in."""
    yield Fact("people", _("Hvem"), _for_whom(offer))
    if offer.schedule:
        yield Fact("calendar", _("Hvornår"), words(offer.schedule))
    if offer.duration:
        yield Fact("clock", _("Varighed"), words(offer.duration))
    yield from _where(house, offer, root)
    yield Fact("door", _("Adgang"), _access_in_words(offer))
    if offer.cost:
        yield Fact(
            "coin", _("Pris"), _("Gratis") if offer.cost.free else in_danish(offer.cost.text)
        )
    if offer.anonymous is not None:
        answer = _("Du kan være anonym") if offer.anonymous else _("Du skal sige, hvem du er")
        yield Fact("shield", _("Anonymt"), answer)
    yield from _more_facts(offer)


def _for_whom(offer: Offer) -> str:
    groups = [audience.label for audience in offer.audience]
    everyone = offer.audience == (Audience.PARENTS,)
    ages = age_range(offer.minimum_age, offer.maximum_age)
    named = sentence(_(", ").join(g[0].lower() + g[1:] for g in groups))
    parts = [ages if everyone and ages else named]
    if ages and not everyone:
        parts.append(ages)
    if offer.eligibility:
        parts.append(without_full_stop(words(offer.eligibility)))
    return join(". ", parts)


def _access_in_words(offer: Offer) -> str:
    if offer.access is Access.REFERRAL and offer.referred_by:
        return _("Du kan blive henvist af {who}", who=_professions(offer.referred_by, "or"))
    if offer.access in (Access.OPEN, Access.SIGN_UP) and offer.referred_by:
        return fill("{0}. {1}", offer.access.label, _also_referred(offer))
    return offer.access.label


def _also_referred(offer: Offer) -> str:
    who = _professions(offer.referred_by, "or")
    return sentence(_("{who} kan også henvise dig", who=who))


def _professions(professions: tuple[Profession, ...], joint: str = "standard") -> str:
    return in_a_row([profession.label for profession in professions], joint)


def _where(house: House, offer: Offer, root: str) -> Iterator[Fact]:
    find_us = root + addresses.FIND_US
    places = [place for place_id in offer.places if (place := house.municipality.place(place_id))]
    names = [place.name for place in places]
    if not names and Delivery.HOUSE in offer.delivery and not offer.venue:
        names = [house.municipality.site.name]
    ways = [way.label.lower() for way in offer.delivery if way not in _AT_A_PLACE]
    text = in_a_row([*names, *([words(offer.venue)] if offer.venue else []), *ways])
    if text:
        link = Link(_("Find vej"), find_us) if names else None
        yield Fact("pin", _("Hvor"), sentence(text), link)


_AT_A_PLACE = (Delivery.HOUSE, Delivery.ELSEWHERE)


def _more_facts(offer: Offer) -> Iterator[Fact]:
    if offer.professions:
        yield Fact("hands", _("Du møder"), sentence(_professions(offer.professions)))
    if offer.seats:
        yield Fact("chair", _("Pladser"), str(offer.seats))
    if offer.wait_time:
        yield Fact("hourglass", _("Ventetid"), words(offer.wait_time))
    if offer.interpretation:
        yield Fact("speech", _("Tolk"), words(offer.interpretation))
    providers = [offer.provider] if offer.provider else []
    names = [provider.name for provider in (*providers, *offer.partners)]
    if names:
        label = _("Hvem står for det") if offer.provider else _("Sammen med")
        links = [provider.link for provider in (*providers, *offer.partners) if provider.link]
        link = Link(_("Læs mere hos dem"), links[0]) if len(links) == 1 else None
        yield Fact("house", label, in_a_row(names), link)
