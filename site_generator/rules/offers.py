"""What an offer promises, and whether it can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.choices import GONE, Access, HouseAccess, OfferStatus

# Which ways into an offer contradict what site.yml says of the whole house.
_NOT_OPEN = {Access.REFERRAL, Access.ASSESSED, Access.ASK}
_CONTRADICTS = {
    HouseAccess.OPEN: (_NOT_OPEN, "at alle kan komme"),
    HouseAccess.ASSESSED: ({Access.OPEN, Access.SIGN_UP}, "at kommunen vurderer alle tilbud"),
}
_PROMISE_SOME = (HouseAccess.BOTH, HouseAccess.SOME)

_NOTHING_KEPT = re.compile(r"\b(?:ikke|intet|ingenting|ingen|aldrig|kun)\b", re.IGNORECASE)


def access_is_as_promised(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What site.yml says of the way in holds for every offer."""
    house = municipality.site.access
    if municipality.site.faulty("access") or house not in _CONTRADICTS:
        return
    contradicting, promise = _CONTRADICTS[house]
    for offer in municipality.offers:
        told = offer.status not in GONE and not offer.faulty("access")
        if told and offer.access in contradicting:
            message = f"I site.yml står der, {promise}, men her står «{offer.access.value}»."
            value = "some" if offer.access is Access.ASK else "both"
            remedy = f"Skriv «access: {value}» i site.yml, eller ret her."
            yield warning(offer, "access", message, remedy)


def something_is_open(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A house that promises open offers has at least one."""
    site, offers = municipality.site, municipality.offers
    unknown = site.faulty("access") or "offers.yml" in municipality.unreadable
    shown = [offer for offer in offers if offer.status not in GONE]
    if unknown or site.access not in _PROMISE_SOME or not shown:
        return
    open_to_all = any(o.access not in _NOT_OPEN or o.faulty("access") for o in shown)
    if not open_to_all:
        message = "Her står, at nogle tilbud er åbne for alle, men ingen af tilbuddene er det."
        remedy = "Skriv «access: ask», eller skriv «access: open» ved et tilbud i offers.yml."
        yield warning(site, "access", message, remedy)


def ages_are_in_order(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """The youngest age of an offer is below the oldest."""
    for offer in municipality.offers:
        youngest, oldest = offer.minimum_age, offer.maximum_age
        if youngest and oldest and youngest > oldest:
            message = "Den yngste alder er højere end den ældste."
            remedy = "Byt om på «minimum_age» og «maximum_age», eller ret den ene."
            key = "minimum_age" if offer.is_own("minimum_age") else "maximum_age"
            yield error(offer, key, message, remedy)


def anonymity_can_be_kept(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who is promised anonymity is neither assessed nor written down."""
    for offer in municipality.offers:
        if not offer.anonymous:
            continue
        if offer.access is Access.ASSESSED and not offer.faulty("access"):
            message = "Man kan ikke være anonym, når kommunen skal vurdere behovet."
            remedy = "Skriv «anonymous: nej», eller ret «access:»."
            yield error(offer, "anonymous", message, remedy)
        elif offer.registration and not _NOTHING_KEPT.search(str(offer.registration)):
            message = "Tilbuddet lover, at man kan være anonym, og siger, at I skriver noget ned."
            remedy = "Se efter, at løftet holder; ellers skriv «anonymous: nej»."
            yield warning(offer, "anonymous", message, remedy)


def pauses_are_explained(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An offer that pauses says why, and when it begins again."""
    for offer in municipality.offers:
        paused = offer.status is OfferStatus.TEMPORARILY_CLOSED
        if paused and not offer.wrote("status_reason"):
            message = "Tilbuddet holder pause, men der står ikke hvorfor."
            yield warning(
                offer,
                "status",
                message,
                "Tilføj «status_reason:», og sig, hvornår det begynder igen.",
            )
