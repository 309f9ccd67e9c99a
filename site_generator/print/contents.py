"""PAGES: what stands on each sheet of a house, from the same records as its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from site_generator import colours
from site_generator.language.spoken import _, spoken
from site_generator.print.chosen import DAYS_OF_A_MONTH, chosen_offers
from site_generator.print.codes import qr_of
from site_generator.print.drawings import drawing
from site_generator.print.fixed_words import fixed_words
from site_generator.print.grey import in_grey
from site_generator.print.offer_lines import offer_lines, overview_row, referring
from site_generator.print.programme import events_of, more
from site_generator.print.reaching import (
    hours_of,
    phone_and_mail,
    phone_hours,
    places_of,
    ways_of,
)
from site_generator.print.sheets import Drawing, Sheet
from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.flyers import Flyer
from site_generator.schema.printed_fields import shows
from site_generator.schema.site import SiteFile
from site_generator.told.house import House
from site_generator.told.last_changed import flyer_changed
from site_generator.told.promises import promises
from site_generator.wording.in_words import day_of_month, plain_date, words


def sheet_of(house: House, flyer: Flyer, paper: Paper) -> Sheet:
    """A flyer on one paper, in colour, in the language that is spoken."""
    site = house.municipality.site
    accent = site.brand.colour
    offers = chosen_offers(house, flyer) if shows(flyer, "offers") else ()
    staff_note = words(flyer.staff_note) if shows(flyer, "staff_note") else ""
    overview = flyer.kind is FlyerKind.OVERVIEW
    phone, mail = phone_and_mail(site, flyer)
    return Sheet(
        kind=flyer.kind.value,
        paper=paper.value,
        language=spoken().code,
        direction=spoken().direction,
        ink="colour",
        print_shop=False,
        accent=accent,
        ground=colours.GROUND,
        tint=colours.mix(accent, colours.GROUND, 0.9),
        line=colours.mix(accent, colours.GROUND, 0.75),
        name=site.name,
        municipality=site.municipality,
        logo=_described(drawing(house.municipality.folder, site.brand.logo), site),
        picture=drawing(house.municipality.folder, flyer.picture)
        if shows(flyer, "picture")
        else None,
        title=words(flyer.title),
        sentence=_sentence(house, flyer),
        promises=tuple(promises(house)),
        hours=hours_of(house, flyer),
        phone_number=str(phone or ""),
        phone_link=phone.href if phone else "",
        phone_hours=phone_hours(house, phone),
        mail=mail,
        places=tuple(places_of(house, flyer)),
        ways=tuple(ways_of(house, flyer)),
        offers=() if overview else tuple(offer_lines(house, offer) for offer in offers),
        events=tuple(events_of(house, flyer)),
        more=more() if flyer.kind is FlyerKind.MONTH else None,
        overview=tuple(overview_row(offer) for offer in offers) if overview else (),
        refer=referring(house) if overview else (),
        staff_heading=_("Til dig, der giver kortet") if staff_note else "",
        staff_note=staff_note,
        qr=qr_of(house, flyer),
        words=fixed_words(),
        made=_made(flyer, flyer_changed(house, flyer, offers)),
        notice=_notice(house, site),
    )


def in_black(sheet: Sheet) -> Sheet:
    """The same for laser printers and copying, also what the municipality has drawn in colour."""
    logo, picture = (one and in_grey(one) for one in (sheet.logo, sheet.picture))
    return replace(sheet, ink="black", logo=logo, picture=picture)


def for_print_shop(sheet: Sheet) -> Sheet:
    """The same with 3 mm of colour to cut away, and marks that say where."""
    return replace(sheet, print_shop=True)


def _sentence(house: House, flyer: Flyer) -> str:
    """What stands below the title; a month's programme names its days, since it hangs there after
    they are over."""
    own = words(flyer.sentence) if shows(flyer, "sentence") else ""
    if flyer.kind is not FlyerKind.MONTH:
        return own
    last = house.today + timedelta(days=DAYS_OF_A_MONTH - 1)
    period = _("Fra {first} til {last}.", first=day_of_month(house.today), last=plain_date(last))
    return " ".join(filter(None, (own, period)))


def _described(logo: Drawing | None, site: SiteFile) -> Drawing | None:
    """A logo is never without words: PDF/UA, and whoever cannot see it."""
    return logo and (logo if logo.alt else replace(logo, alt=site.municipality))


def _made(flyer: Flyer, changed: date | None) -> str:
    """When its facts changed last: a sheet that hangs there is right as long as nothing has."""
    parts = [_("Sidst rettet {date}.", date=plain_date(changed)) if changed else ""]
    parts.append("" if flyer.target_link else _("Scan koden, og se dagens tider."))
    return " ".join(filter(None, parts))


def _notice(house: House, site: SiteFile) -> str:
    proof = "" if house.base_url else _("Prøvetryk: koden virker først, når siden er på nettet.")
    preview = _("Forhåndsvisning.") if house.preview else ""
    return " ".join(filter(None, (preview, house.demo_notice, proof)))
