"""PAGES: how to have a calendar on one's own telephone, and help with it in two lines each."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.told.house import House


@dataclass(frozen=True)
class SubscribeWay:
    """One way to subscribe: a link and two lines of help."""

    label: str
    href: str
    help: str


@dataclass(frozen=True)
class Subscription:
    """The feeds of a house. `ways` is empty where the site's own address is not known, `file` where
    there is no calendar to have."""

    ways: tuple[SubscribeWay, ...]
    address: str
    file: str
    others: tuple[tuple[str, str], ...]


def subscription_view(house: House, root: str, file: str = addresses.FEED) -> Subscription:
    """How to subscribe to one feed, in the language of the page. Google wants webcal inside
    `cid`; with https it fails. A preview has no calendar: who followed it would be left with what
    nobody said yes to."""
    if house.preview:
        return Subscription((), "", "", ())
    address = house.page(file) if house.base_url else ""
    return Subscription(
        ways=_ways(address, house.municipality.site.name) if address else (),
        address=address,
        file=root + file,
        others=((root + addresses.CHANGES_FEED, _("Kun ændrede åbningstider")),),
    )


def _ways(address: str, name: str) -> tuple[SubscribeWay, ...]:
    webcal = "webcal" + address.removeprefix("https")
    encoded = quote(address, safe="")
    google = f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}"
    query = f"?url={encoded}&name={quote(name, safe='')}"
    return (
        SubscribeWay(
            _("iPhone, iPad og Mac"),
            webcal,
            _("Tryk, og vælg «Abonner». Kalenderen kommer ind i Kalender-appen."),
        ),
        SubscribeWay(
            _("Google Kalender"),
            google,
            _("Åbn på en computer, og tryk «Tilføj». Så kommer den også på din Android-telefon."),
        ),
        SubscribeWay(
            _("Outlook, privat"),
            f"https://outlook.live.com/calendar/0/addfromweb{query}",
            _("Log ind, og tryk «Importér». Kalenderen står under «Andre kalendere»."),
        ),
        SubscribeWay(
            _("Outlook, arbejde og skole"),
            f"https://outlook.office.com/calendar/0/addfromweb{query}",
            _("Log ind med dit arbejde, og tryk «Importér». Det kan være spærret af dit arbejde."),
        ),
    )
