"""PAGES: the addresses of a house's pages. A contract: feeds and printed QR codes depend on it.

Addresses are relative to the house's own folder, so that a house can be served from its own
domain: `tilbud/babycafe/` is a page, `kalender/alle.ics` a file, the empty one the front page.
"""

from __future__ import annotations

FRONT = ""
OFFERS = "tilbud/"
CALENDAR = "kalender/"
FIND_US = "find-os/"
PODCAST = "podcast/"
FLYERS = "flyers/"
PROFESSIONALS = "fagfolk/"
ABOUT = "om/"
KNOWLEDGE = "viden/"
PRIVACY = "privatliv/"
ACCESSIBILITY = "tilgaengelighed/"
STATEMENT = "was/"
NOT_FOUND = "404.html"
STYLESHEET = "assets/familiehus.css"
ICON = "assets/ikon.svg"
SCRIPT = "assets/familiehus.js"


def offer(offer_id: str) -> str:
    return f"{OFFERS}{offer_id}/"


def episode(episode_id: str) -> str:
    return f"{PODCAST}{episode_id}/"


def article(slug: str) -> str:
    return f"{KNOWLEDGE}{slug}/"


def local_page(slug: str) -> str:
    return f"{slug}/"


def way_up(address: str) -> str:
    """From a page back to the folder that its address is relative to: `../../`, or `./`."""
    return "../" * address.count("/") or "./"
