"""PAGES: the front page of a house: what it is, is it open, how to get in touch, what is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _, isolated, ngettext
from site_generator.output import Image, Page
from site_generator.told.activities import coming
from site_generator.told.addresses import house_address
from site_generator.told.facts import Action, Link, Note
from site_generator.told.house import House
from site_generator.told.offers import offers_counted, shown_offers
from site_generator.told.promises import duty_to_report, promises_anonymity, short_promises
from site_generator.told.today import TodayView, today_view
from site_generator.views.around.contact import contact_actions, contact_title
from site_generator.views.around.drawing import house_drawing
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import events, linked_data, office
from site_generator.views.around.written_in import file_of
from site_generator.views.calendar.next_up import ComingUp, coming_up
from site_generator.views.elements import Film, Frame
from site_generator.views.offers.finder import offer_groups
from site_generator.views.offers.guide import has_guide, need_answers, unsure_answer
from site_generator.views.offers.in_short import see_all_offers
from site_generator.views.offers.need_icons import UNSURE_ICON, need_icon
from site_generator.views.offers.needs import NEEDS
from site_generator.views.texts.films import films
from site_generator.wording.in_words import in_a_row, words
from site_generator.wording.markup import to_html

_COMING = 4
_ARTICLES = 4
# With the way there they are three buttons: two rows on a phone, in every language.
_QUICKEST = 2


@dataclass(frozen=True)
class NeedLink:
    """A need with its drawing; `count` is empty where it leads to people."""

    icon: str
    label: str
    href: str
    count: str


@dataclass(frozen=True)
class FrontView:
    """`drawing` stands where there is no image."""

    frame: Frame
    headline: str
    intro: Markup
    duty: str
    image: Image | None
    drawing: str
    promises: tuple[Note, ...]
    today: TodayView | None
    first_steps: tuple[Action, ...]
    contact_title: str
    actions: tuple[Action, ...]
    ways: Markup | None
    video: str
    where: str
    needs: tuple[NeedLink, ...]
    offers: str
    offers_label: str
    soon: ComingUp
    calendar: str
    reading: tuple[Link, ...]
    films: tuple[Film, ...]
    podcast: Link | None


def front_page(house: House) -> Page:
    site, root = house.municipality.site, addresses.way_up(addresses.FRONT)
    podcast = house.municipality.podcasts
    headline = words(site.headline)
    contact = contact_actions(site.contact)
    view = FrontView(
        frame=page_frame(
            house,
            addresses.FRONT,
            site.name,
            headline,
            linked_data=linked_data(office(house), *events(house, coming(house, _COMING))),
        ),
        headline=headline,
        intro=to_html(words(site.intro)),
        duty=duty_to_report() if promises_anonymity(house) else "",
        image=house.image(site.picture, root),
        drawing=house_drawing(house.municipality),
        promises=tuple(Note("check", promise) for promise in short_promises(house)),
        today=today_view(house),
        first_steps=_first_steps(house, contact, root),
        contact_title=contact_title(contact),
        actions=contact[_QUICKEST:],
        ways=to_html(words(site.contact.ways)) if site.contact.ways else None,
        video=words(site.contact.video),
        where=_where(house),
        needs=tuple(_needs(house, root)),
        offers=root + addresses.OFFERS,
        offers_label=see_all_offers(house) if shown_offers(house) else "",
        soon=coming_up(house, root, _COMING),
        calendar=root + addresses.CALENDAR,
        reading=_reading(house, root),
        films=films(house, root),
        podcast=Link(words(podcast.title), root + addresses.PODCAST) if podcast else None,
    )
    return Page(addresses.FRONT, "pages/front.html", view, file_of(house.municipality.site))


def _first_steps(house: House, contact: tuple[Action, ...], root: str) -> tuple[Action, ...]:
    """The quickest way to get in touch, the way there, and what else there is room for."""
    return (*contact[:1], _way_there(house, contact, root), *contact[1:_QUICKEST])


def _way_there(house: House, contact: tuple[Action, ...], root: str) -> Action:
    """To the address itself, and not to the top of a long page."""
    places = house.municipality.location.places
    found = next((place for place in places if place.address), None)
    if found:
        return Action("go", _("Find vej"), f"{root}{addresses.FIND_US}#{found.id}")
    label = _("Mere om kontakt") if contact else _("Sådan får du kontakt")
    return Action("go", label, root + addresses.FIND_US)


def _where(house: House) -> str:
    """Where the house is, in one line; for many places how many. Empty without an address."""
    places = house.municipality.location.places
    found = [place.address for place in places if place.address]
    if len(places) == len(found) == 2 and found[0].city == found[1].city:
        streets = in_a_row([isolated(address.street) for address in found])
        return join(_(", "), [streets, isolated(found[0].city)])
    if len(places) > 1:
        municipality = house.municipality.site.municipality
        return ngettext(
            "Vi er {count} sted i {municipality}",
            "Vi er {count} steder i {municipality}",
            len(places),
            municipality=municipality,
        )
    return house_address(house)


def _needs(house: House, root: str) -> Iterator[NeedLink]:
    """The first question of the guided path; with few offers links to their place in the list."""
    if has_guide(house):
        icons = {addresses.guide(need.anchor): need_icon(need.anchor) for need in NEEDS}
        for answer in (*need_answers(house), unsure_answer()):
            icon = icons.get(answer.href, UNSURE_ICON)
            yield NeedLink(icon, answer.label, root + answer.href, answer.count)
        return
    offers, groups = root + addresses.OFFERS, offer_groups(house, root)
    for group in groups:
        count = offers_counted(len(group.offers))
        yield NeedLink(need_icon(group.anchor), group.title, f"{offers}#{group.anchor}", count)
    yield from _needs_with_help_lines(house, root, {group.anchor for group in groups})


def _needs_with_help_lines(house: House, root: str, met: set[str]) -> Iterator[NeedLink]:
    """What there is a number to call about: also a house without an offer leads to its article."""
    called_about = {topic for line in house.shared.help_lines for topic in line.topics}
    for need in NEEDS:
        topics = called_about.intersection(need.topics)
        article = next((a for a in house.articles() if topics.intersection(a.head.topics)), None)
        if article and need.anchor not in met:
            href = root + addresses.article(article.slug)
            yield NeedLink(need_icon(need.anchor), _(need.title), href, "")


def _reading(house: House, root: str) -> tuple[Link, ...]:
    """Local pages that ask for the front page, then the first of the shared articles."""
    local = [page for page in house.municipality.pages if page.head.front_page]
    shared = house.articles()[:_ARTICLES]
    return (
        *(Link(words(page.head.title), root + addresses.local_page(page.slug)) for page in local),
        *(Link(words(page.head.title), root + addresses.article(page.slug)) for page in shared),
    )
