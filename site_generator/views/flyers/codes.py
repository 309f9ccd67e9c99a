"""PAGES: where the printed QR codes lead. Each is a page of its own that opens the real one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.told.facts import Link
from site_generator.told.house import House
from site_generator.told.targets import opens, opens_page
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of
from site_generator.views.elements import Frame


@dataclass(frozen=True)
class CodeView:
    """`target` is opened at once, without a script; who stays can follow it as a link."""

    frame: Frame
    title: str
    target: Link


def code_pages(house: House) -> Iterator[Page]:
    """A page for every code that is printed, and for those that were."""
    flyers = house.municipality.flyers
    for flyer in flyers.flyers:
        yield _page(house, flyer.code, flyer.target_link or "", flyer.target, opens(house, flyer))
    for retired in flyers.retired_codes:
        what = opens_page(house, retired.forward)
        yield _page(house, retired.code, "", retired.forward, what)


def _page(house: House, code: str, link: str, target: str, what: str) -> Page:
    address = addresses.short(code)
    # Its own title, so that two codes can be told apart among the open pages of a browser.
    title = _("Kode {code}", code=code)
    href = link or addresses.way_up(address) + target
    view = CodeView(
        page_frame(house, address, title, what), _("Du kommer videre nu"), Link(what, href)
    )
    return Page(address, "pages/code.html", view, file_of(house.municipality.flyers))
