"""TOLD: what takes the fear away, and only what holds."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.schema.choices import HouseAccess
from site_generator.told.house import House
from site_generator.told.offers import shown_offers


def promises(house: House) -> Iterator[str]:
    """What takes the fear away, and only what holds: no referral, free, anonymous.

    The duty to report goes with the promise, so that no medium can leave it behind.
    """
    yield from _way_in_and_price(house)
    if promises_anonymity(house):
        duty = _("Er vi bekymrede for et barn, skal vi sige det til kommunen")
        yield fill("{0}. {1}", _anonymity(), duty)


def short_promises(house: House) -> Iterator[str]:
    """The same for a page that tells of the duty to report below (`duty_to_report`)."""
    yield from _way_in_and_price(house)
    if promises_anonymity(house):
        yield _anonymity()


def promises_anonymity(house: House) -> bool:
    return any(offer.anonymous for offer in shown_offers(house))


def duty_to_report() -> str:
    """What every promise of anonymity must be read with (barnets lov § 133)."""
    return _(
        "Tror vi, at et barn ikke har det godt, har vi pligt til at sige det til kommunen. "
        "Det taler vi så vidt muligt med dig om først."
    )


def _way_in_and_price(house: House) -> Iterator[str]:
    offers = shown_offers(house)
    if house.municipality.site.access is HouseAccess.OPEN:
        yield _("Du behøver ikke en henvisning")
    elif house.municipality.site.access in (HouseAccess.BOTH, HouseAccess.SOME):
        yield _("Kom til de åbne tilbud uden henvisning")
    if offers and all(offer.cost and offer.cost.free for offer in offers):
        yield _("Alt er gratis")


def _anonymity() -> str:
    return _("Du kan få råd uden at sige, hvem du er")
