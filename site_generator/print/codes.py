"""PAGES: the code of a sheet: where it leads, and the address in letters."""

from __future__ import annotations

from site_generator import addresses
from site_generator.language.spoken import _, spoken
from site_generator.print.sheets import QrCode
from site_generator.schema.flyers import Flyer
from site_generator.told.house import House
from site_generator.told.targets import opens

# Stands in a proof, where the address of the site is not known yet (RFC 2606: nobody's).
PROOF_ADDRESS = "https://familiehuse.example/"


def qr_of(house: House, flyer: Flyer) -> QrCode:
    address = addresses.short(flyer.code)
    if spoken().code in house.municipality.site.languages:
        address = addresses.in_language(address, spoken().code)
    return qr_code(f"{base_address(house)}{address}", opens(house, flyer))


def qr_code(link: str, what: str) -> QrCode:
    """A code that holds `link`; `what` says what it opens."""
    letters = link.removeprefix("https://").rstrip("/")
    return QrCode(link, _("QR-kode. {what}: {address}", what=what, address=letters), letters, what)


def base_address(house: House) -> str:
    """Where the house is on the web, or a placeholder that the proof says is one."""
    return house.base_url or f"{PROOF_ADDRESS}{house.slug}/"
