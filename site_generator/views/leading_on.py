"""PAGES: where pages stood that are there no more. Each leads on to what came in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.schema.choices import GONE
from site_generator.told.facts import Link
from site_generator.told.house import House
from site_generator.told.targets import page_name
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of
from site_generator.views.flyers.codes import CodeView
from site_generator.views.narrowed import narrowed


def leading_pages(house: House) -> Iterator[Page]:
    """A page at every address that has been published and may be none of the house's pages now.

    Where one of those stands it goes before.
    """
    whole = _offers(house) | _episodes(house) | _own(house) | _articles(house)
    for address, target in (whole | narrowed(house)).items():
        # Two lists for the same choice have titles of their own all the same.
        yield _page(house, address, target, parts=1 if address in whole else 2)
    for section in _sections(house):
        yield _page(house, section, addresses.FRONT)


def pages_of_retired_languages(house: House, danish: Iterable[Page]) -> Iterator[Page]:
    """In place of each page of a language that the site is in no more: on to the same in Danish.

    They say so in Danish, like the pages to which they lead.
    """
    for code in dict.fromkeys(house.municipality.site.retired_languages):
        for page in danish:
            yield _page(house, addresses.in_language(page.address, code), page.address, alone=True)


def _offers(house: House) -> dict[str, str]:
    """Of offers that have ended, whether they still stand in the file or not."""
    municipality = house.municipality
    gone = {offer.id: "" for offer in municipality.offers if offer.status in GONE}
    gone |= {one.id: one.leads_to or "" for one in municipality.retired_offers}
    return {
        addresses.offer(name): addresses.offer(leads_to) if leads_to else addresses.OFFERS
        for name, leads_to in gone.items()
    }


def _episodes(house: House) -> dict[str, str]:
    podcasts = house.municipality.podcasts
    if podcasts is None:
        return {addresses.episode(name): addresses.FRONT for name in house.history.episodes}
    return {
        addresses.episode(one.id): addresses.episode(one.leads_to)
        if one.leads_to
        else addresses.PODCAST
        for one in podcasts.retired
    }


def _own(house: House) -> dict[str, str]:
    retired = house.municipality.site.retired_pages
    return {addresses.local_page(one.page): one.forward for one in retired}


def _articles(house: House) -> dict[str, str]:
    """Of shared articles that this house has not, or has no more; they may have stood here."""
    target = addresses.KNOWLEDGE if house.articles() else addresses.FRONT
    here = {page.slug for page in house.articles()}
    absent = [page for page in house.shared.articles if page.slug not in here]
    former = {
        addresses.article(old): addresses.article(page.slug) if page.slug in here else target
        for page in house.shared.articles
        for old in page.head.formerly
    }
    return former | {addresses.article(page.slug): target for page in absent}


def _sections(house: House) -> Iterator[str]:
    """The pages above, where nothing is left of what stood on them."""
    municipality, history = house.municipality, house.history
    if (history.offers or municipality.retired_offers) and not municipality.offers:
        yield addresses.OFFERS
    if (history.activities or municipality.events.retired) and not municipality.events.events:
        yield addresses.CALENDAR
    if history.episodes and municipality.podcasts is None:
        yield addresses.PODCAST
    if history.codes and not house.has_flyers:
        yield addresses.FLYERS


def _page(house: House, address: str, target: str, *, parts: int = 1, alone: bool = False) -> Page:
    """`alone`: there is no other language of it. `parts` of the address are its name."""
    name = page_name(house, target)
    # Its own title, so that two of them can be told apart among the open pages of a browser.
    own = address.rstrip("/")
    title = _("Flyttet: {name}", name=own if alone else "/".join(own.split("/")[-parts:]))
    root = addresses.way_up(address)
    href = root + target
    instead = _("Se i stedet «{name}»", name=name)
    frame = page_frame(house, address, title, instead, root=root if alone else None)
    view = CodeView(frame, _("Siden findes ikke længere"), Link(instead, href))
    return Page(address, "pages/code.html", view, file_of(house.municipality.site))
