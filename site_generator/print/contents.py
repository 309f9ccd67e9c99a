"""PAGES: what stands on each sheet of a house, from the same records as its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from site_generator import addresses, colours
from site_generator.language.marked import fill
from site_generator.language.spoken import _, spoken
from site_generator.print.chosen import (
    DAYS_OF_A_MONTH,
    chosen_occurrences,
    chosen_offers,
    flyer_places,
)
from site_generator.print.drawings import drawing
from site_generator.print.grey import in_grey
from site_generator.print.sheets import (
    Drawing,
    EventLines,
    OfferLines,
    OverviewRow,
    PlaceLines,
    QrCode,
    Row,
    Rows,
    Sheet,
    Way,
    Words,
)
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.flyers import Flyer
from site_generator.schema.offers import Offer
from site_generator.schema.printed_fields import shows
from site_generator.schema.site import SiteFile
from site_generator.told.activities import activity
from site_generator.told.addresses import address_line
from site_generator.told.closed_days import closed_spans
from site_generator.told.closings import closed_sentence, closing_of
from site_generator.told.for_professionals import contact_of, offer_row
from site_generator.told.getting_there import way_in_short, ways_to
from site_generator.told.house import House
from site_generator.told.last_changed import flyer_changed
from site_generator.told.offers import offer_in_a_line
from site_generator.told.promises import promises
from site_generator.told.targets import opens
from site_generator.told.week_in_short import (
    WeekInShort,
    days_abbreviated,
    phone_in_short,
    weeks_in_short,
)
from site_generator.wording.in_words import (
    day_and_month,
    day_of_month,
    plain_date,
    sentence,
    words,
)
from site_generator.wording.markup import to_text

# Stands in a proof, where the address of the site is not known yet (RFC 2606: nobody's).
PROOF_ADDRESS = "https://familiehuse.example/"


def sheet_of(house: House, flyer: Flyer, paper: Paper) -> Sheet:
    """A flyer on one paper, in colour, in the language that is spoken."""
    site = house.municipality.site
    accent = site.brand.colour
    offers = chosen_offers(house, flyer) if shows(flyer, "offers") else ()
    staff_note = words(flyer.staff_note) if shows(flyer, "staff_note") else ""
    overview = flyer.kind is FlyerKind.OVERVIEW
    phone, mail = _phone_and_mail(site, flyer)
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
        hours=_hours(house) if flyer.show_hours and shows(flyer, "show_hours") else None,
        phone_number=phone,
        # When somebody answers is known of the house's own number only.
        phone_hours=_phone_hours(house) if phone and phone == _phone_number(house) else None,
        mail=mail,
        places=tuple(_places(house, flyer)),
        ways=tuple(_ways(house, flyer)),
        offers=() if overview else tuple(_offer(offer) for offer in offers),
        events=tuple(_events(house, flyer)),
        more=_more() if flyer.kind is FlyerKind.MONTH else None,
        overview=tuple(_overview(offer) for offer in offers) if overview else (),
        refer=_refer(house) if overview else "",
        staff_heading=_("Til dig, der giver kortet") if staff_note else "",
        staff_note=staff_note,
        qr=_qr(house, flyer),
        words=fixed_words(),
        made=_made(flyer, flyer_changed(house, flyer, offers)),
        notice=_notice(house, site),
    )


def in_black(sheet: Sheet) -> Sheet:
    """The same for laser printers and copying."""
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


def _hours(house: House) -> Rows | None:
    """The week of the house, or of each place in a line of its own."""
    return _rows(_("Åbningstider"), weeks_in_short(house))


def _phone_number(house: House) -> str:
    phone = house.municipality.site.contact.phone
    return str(phone) if phone else ""


def _phone_hours(house: House) -> Rows | None:
    found = phone_in_short(house)
    if len(found) != 1 or not _phone_number(house):
        return None
    return _rows(_("Telefonen er åben"), found)


def _rows(heading: str, weeks: Sequence[WeekInShort]) -> Rows | None:
    if not weeks:
        return None
    if len(weeks) == 1:
        [week] = weeks
        rows = tuple(Row(days, text[:1].lower() + text[1:]) for days, text in week.days)
        return Rows(heading, rows, week.instead or week.note)
    for_all = weeks[0].how_long if len({week.how_long for week in weeks}) == 1 else ""
    rows = tuple(Row(week.name, _of_place(week, dated=not for_all)) for week in weeks)
    otherwise = _("Tiderne er forskellige fra sted til sted. Scan koden, og se dem.")
    return Rows(heading, rows, for_all, otherwise)


def _of_place(week: WeekInShort, *, dated: bool) -> str:
    """The hours of one of several places, and their last day where they have not all the same."""
    text = days_abbreviated(week)
    return fill("{0}. {1}", text, week.how_long) if week.how_long and dated else text


def _phone_and_mail(site: SiteFile, flyer: Flyer) -> tuple[str, str]:
    """How to reach the house, for those who read this sheet."""
    if not flyer.show_phone or not shows(flyer, "show_phone"):
        return "", ""
    if flyer.kind is FlyerKind.OVERVIEW:
        return contact_of(site)
    return str(site.contact.phone or ""), str(site.contact.email or "")


def _places(house: House, flyer: Flyer) -> Iterator[PlaceLines]:
    """Name and address of one of several places; of the only one also where its door is."""
    several = len(house.municipality.location.places) > 1
    for place in flyer_places(house, flyer):
        closing = closing_of(house, place.id)
        # The hours say it where they are shown.
        closed = closed_sentence(closing) if closing and not flyer.show_hours else ""
        if several:
            yield PlaceLines(place.name, address_line(place), closed)
        elif place.address:
            yield PlaceLines(
                "", address_line(place), words(place.entrance) if not closing else closed
            )


def _ways(house: House, flyer: Flyer) -> Iterator[Way]:
    """How to get there; to several places in a sentence each, as the page has the rest."""
    if not flyer.show_transport or not shows(flyer, "show_transport"):
        return
    places = flyer_places(house, flyer)
    for place in places:
        several = len(places) > 1
        name = place.name if several else ""
        for fact in way_in_short(house, place) if several else ways_to(house, place):
            yield Way(fact.icon, fill("{0}: {1}", name, fact.text) if name else fact.text)


def _offer(offer: Offer) -> OfferLines:
    return OfferLines(words(offer.title), words(offer.summary), offer_in_a_line(offer))


def _overview(offer: Offer) -> OverviewRow:
    row = offer_row(offer, "")
    return OverviewRow(
        title=row.link.label,
        summary=words(offer.summary),
        audience=row.audience,
        access=row.access,
        refer=row.referred_by,
        provider=row.provider,
    )


def _refer(house: House) -> str:
    professionals = house.municipality.site.professionals
    return to_text(words(professionals.refer)) if professionals and professionals.refer else ""


def _events(house: House, flyer: Flyer) -> Iterator[EventLines]:
    """What is on from today. Only the month tells of what is cancelled, and of closed days: there
    it hangs beside the old one; on a flyer nobody has read the old date, and what one can still
    join stands first."""
    chosen = chosen_occurrences(house, flyer)
    if flyer.kind is FlyerKind.MONTH:
        yield from _month(house, chosen, flyer.events)
    else:
        yield from (_event(house, occurrence) for occurrence in chosen)


def _month(house: House, chosen: Sequence[Occurrence], most: int | None) -> Iterator[EventLines]:
    """A month from today in the order of the days, with the days on which the house is closed."""
    last = house.today + timedelta(days=DAYS_OF_A_MONTH - 1)
    near = chosen[:most]
    lines = [(o.date, 1, _event(house, o)) for o in near]
    if len(near) == most:
        last = min(last, near[-1].date)
    for first, until, text in closed_spans(house, house.today, last):
        lines.append((first, 0, _closed(first, until, text)))
    yield from (line for _day, _rank, line in sorted(lines, key=lambda line: line[:2]))
    if len(near) < len(chosen):
        yield _more()


def _more() -> EventLines:
    text = _("Der sker mere. Scan koden, og se resten.")
    return EventLines(day=_("Og mere"), time="", title=text, place="", note="")


def _closed(first: date, last: date, text: str) -> EventLines:
    day = sentence(day_and_month(first))
    if last > first:
        day = _("{first} til {last}", first=day, last=day_and_month(last))
    return EventLines(day=day, time="", title=text, place="", note="")


def _event(house: House, occurrence: Occurrence) -> EventLines:
    told = activity(house, occurrence)
    return EventLines(
        day=told.day,
        time=told.hours,
        title=told.title,
        place=told.where,
        note=told.note,
        state=told.state_text,
    )


def _qr(house: House, flyer: Flyer) -> QrCode:
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


def _made(flyer: Flyer, changed: date | None) -> str:
    """When its facts changed last: a sheet that hangs there is right as long as nothing has."""
    parts = [_("Sidst rettet {date}.", date=plain_date(changed)) if changed else ""]
    parts.append("" if flyer.target_link else _("Scan koden, og se dagens tider."))
    return " ".join(filter(None, parts))


def _notice(house: House, site: SiteFile) -> str:
    proof = "" if house.base_url else _("Prøvetryk: koden virker først, når siden er på nettet.")
    return " ".join(filter(None, (house.demo_notice, proof)))


def fixed_words() -> Words:
    return Words(
        offers=_("Det kan du få"),
        events=_("Det sker"),
        find_us=_("Find os"),
        call=_("Ring"),
        for_whom=_("For hvem"),
        way_in=_("Sådan kommer man ind"),
        refer=_("Hvem henviser"),
        provider=_("Hvem står bag"),
        offer=_("Tilbud"),
        overview=_("Tilbuddene"),
        how_to_refer=_("Sådan henviser du"),
    )
