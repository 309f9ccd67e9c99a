"""PAGES: the addresses of a house's pages. A contract: feeds and printed QR codes depend on it.

Addresses are relative to the house's own folder, so that a house can be served from its own
domain: `tilbud/babycafe/` is a page, `kalender/alle.ics` a file, the empty one the front page.
A page in another language than Danish stands in a folder of that language, `en/tilbud/babycafe/`;
so do its calendars and what can be searched. Other files are the same in all languages and stand
once.
"""

from __future__ import annotations

import re
from datetime import date

from site_generator.language.codes import DANISH

FRONT = ""
OFFERS = "tilbud/"
OFFERS_FOR = "tilbud/for/"
GUIDE = "hvad-fylder/"
UNSURE = "hvad-fylder/ved-ikke/"
SEARCH = "soeg/"
SEARCH_FIELD = "#soegefelt"
SEARCH_INDEX = "soeg/indeks.json"
CALENDAR = "kalender/"
CALENDAR_FOR = "kalender/for/"
CALENDAR_AT = "kalender/sted/"
FEED = "kalender/alle.ics"
CHANGES_FEED = "kalender/aendringer.ics"
FIND_US = "find-os/"
PODCAST = "podcast/"
PODCAST_FEED = "podcast/feed.xml"
PODCAST_COVER = "podcast/forside.jpg"
FLYERS = "flyers/"
SHORT = "q/"
SCREEN = "skaerm/"
SCREEN_DATA = "skaerm/dage.json"
SCREEN_LYING = "skaerm/skaerm-liggende.png"
SCREEN_UPRIGHT = "skaerm/skaerm-staaende.png"
PROFESSIONALS = "fagfolk/"
ABOUT = "om/"
KNOWLEDGE = "viden/"
PRIVACY = "privatliv/"
ACCESSIBILITY = "tilgaengelighed/"
STATEMENT = "was/"
TRACKS = "spor/"
OFFLINE = "uden-net/"
STAFF = "personale/"
NOT_FOUND = "404.html"
ASSETS = "assets/"
STYLESHEET = "assets/familiehus.css"
ICON = "assets/ikon.svg"
SCRIPT = "assets/familiehus.js"
SCREEN_STYLESHEET = "assets/skaerm.css"
SCREEN_SCRIPT = "assets/skaerm.js"
# By the letters that people type: Latin, Cyrillic and Arabic.
SEARCH_WORDS = ("assets/ord.json", "assets/ord-uk.json", "assets/ord-ar.json")
WORKER = "sw.js"
EMBEDDED = "indlejr/"
EMBEDDED_TODAY = "indlejr/i-dag/"
EMBEDDED_NEXT = "indlejr/naeste/"
EMBED_SCRIPT = "indlejr/indlejr.js"
DATA = "data/v1/"
DATA_SCHEMA = "data/v1/schema.json"
SHARE_PICTURE = "assets/del.jpg"


def offer(offer_id: str) -> str:
    return f"{OFFERS}{offer_id}/"


def embedded_offer(offer_id: str) -> str:
    """An offer as a small page for a frame on another site."""
    return f"{EMBEDDED}tilbud/{offer_id}/"


def data(name: str) -> str:
    """What other sites show of a house, as JSON. The folder's number rises with its form."""
    return f"{DATA}{name}.json"


def offers_for(value: str) -> str:
    """The offers for one choice of the finder."""
    return f"{OFFERS_FOR}{value}/"


def guide(*answers: str) -> str:
    """What the guided path asks or finds after some answers."""
    return GUIDE + "".join(f"{answer}/" for answer in answers)


def calendar_for(audience: str) -> str:
    return f"{CALENDAR_FOR}{_hyphens(audience)}/"


def calendar_at(place: str) -> str:
    return f"{CALENDAR_AT}{place}/"


def calendar_month(first: date) -> str:
    return f"{CALENDAR}{first:%Y-%m}/"


def feed_of_offer(offer_id: str) -> str:
    return f"{CALENDAR}{offer_id}.ics"


def feed_for(audience: str) -> str:
    return f"{CALENDAR_FOR}{_hyphens(audience)}.ics"


def series(event_id: str) -> str:
    return f"{CALENDAR}serie/{event_id}.ics"


def _hyphens(choice: str) -> str:
    return choice.replace("_", "-")


def short(code: str) -> str:
    """Where a printed QR code leads. Never changes once it is printed."""
    return f"{SHORT}{code}/"


def flyer_file(flyer_id: str, paper: str, language: str, variant: str = "") -> str:
    """A PDF: `flyers/velkommen-a5.pdf`, in English `…-a5-en.pdf`; a variant comes last."""
    parts = (flyer_id, paper, "" if language == "da" else language, variant)
    return f"{FLYERS}{'-'.join(filter(None, parts))}.pdf"


def screen_code(language: str) -> str:
    """The code to scan on the screen, which opens the house in a language."""
    return f"{SCREEN}kode.svg" if language == DANISH else f"{SCREEN}kode-{language}.svg"


def flyer_picture(flyer_id: str, shape: str, language: str) -> str:
    """One that is shown on screens: `flyers/opslag-square.png`, in English `…-square-en.png`."""
    return flyer_file(flyer_id, shape, language).removesuffix(".pdf") + ".png"


def preview(file: str) -> str:
    """The small picture of a PDF's first page, or of a picture."""
    return f"{file.removesuffix('.pdf').removesuffix('.png')}.webp"


def episode(episode_id: str) -> str:
    return f"{PODCAST}{episode_id}/"


def transcript_file(episode_id: str) -> str:
    """What is said in an episode, with times (WebVTT)."""
    return f"{episode(episode_id)}tekst.vtt"


def chapters_file(episode_id: str) -> str:
    return f"{episode(episode_id)}kapitler.json"


def article(slug: str) -> str:
    return f"{KNOWLEDGE}{slug}/"


def local_page(slug: str) -> str:
    return f"{slug}/"


def in_language(address: str, language: str) -> str:
    """A page of the house in a language; in Danish at the address itself."""
    return address if language == DANISH else f"{language}/{address}"


def way_to_house(root: str, language: str) -> str:
    """From a page on to the house's own folder, where its files are, once in all languages.

    `root` leads from the page to the folder of its language.
    """
    return root if language == DANISH else f"{root.removeprefix('./')}../"


def way_up(address: str) -> str:
    """From a page back to the folder that its address is relative to: `../../`, or `./`."""
    return "../" * address.count("/") or "./"


BASE_REMEDY = "Skriv kun mappens adresse, fx https://familiehus.eksempel.dk/."
_FILE = re.compile(r"[^/]+\.(?:html?|php|aspx?|cfm|jsp|xml|pdf)$", re.IGNORECASE)


def fault_of_base_address(text: str) -> tuple[str, str] | None:
    """What keeps addresses from being put after an address (in Danish), and the remedy."""
    if "?" in text or "#" in text:
        return (
            "Adressen har noget efter ? eller #, og så virker ingen links.",
            BASE_REMEDY,
        )
    if "//" in text and (file := _FILE.search(text.partition("//")[2].partition("/")[2])):
        return (
            f"Adressen slutter på en fil, {file[0][:60]}, og så virker ingen links.",
            f"Skriv kun mappens adresse: {text.removesuffix(file[0])[:200]}.",
        )
    return None
