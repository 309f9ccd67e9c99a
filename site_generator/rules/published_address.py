"""Whether a house's own address can lead to where it is being published."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.reporting import warning


def own_address_can_be_served(municipality: Municipality, above: str) -> Iterator[Problem]:
    """`base_url` is where the folder will lie; `above` is the address of the folder above all
    houses, empty where that is not known.

    It may still be right: another server may show the folder at its own address. Only people know.
    """
    site, here = municipality.site, f"{above.rstrip('/')}/{municipality.slug}/"
    if not above or not site.base_url or _same(site.base_url, here):
        return
    yield warning(
        site,
        "base_url",
        f"Siden udgives på {here}, men her står en anden adresse. QR-koder, kalendere og delte "
        "links fører til den, og der er måske ingenting.",
        f"Slet linjen, eller skriv «base_url: {here}». Viser en anden server mappen på sin egen "
        "adresse, så lad den stå.",
    )


def _same(one: str, other: str) -> bool:
    """Letters of a host are the same in any case; those of a path are not."""
    parts = urlsplit(one), urlsplit(other)
    return len({(p.netloc.casefold(), p.path.rstrip("/")) for p in parts}) == 1
