"""What has been on the web: printed, linked to and subscribed to, it must not vanish silently.

The history says what that is (read/published.py). Without one nothing is known, and nothing is
refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from site_generator.problems import Problem, did_you_mean
from site_generator.read.remembered import PublishedActivity
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error
from site_generator.schema.events import Event
from site_generator.schema.flyers import Flyer
from site_generator.schema.offers import Offer
from site_generator.schema.podcasts import Episode
from site_generator.schema.retired import Retired
from site_generator.schema.times import parse_date
from site_generator.schema.values import LANGUAGES
from site_generator.wording.in_words import in_a_row


def printed_codes_are_kept(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """A code that may be in print goes on leading somewhere, and never to something else."""
    file = municipality.flyers
    if "flyers.yml" in municipality.unreadable or file.faulty("flyers"):
        return
    in_use = {flyer.code: flyer for flyer in file.flyers}
    known = in_use.keys() | {retired.code for retired in file.retired_codes}
    for published in circumstances.history.codes:
        code, flyer = published.code, in_use.get(published.code)
        if code not in known and not _lost_code(municipality):
            message = f"Koden «{code}» har været på nettet og kan være trykt, men er her ikke mere."
            remedy = f"Skriv den under retired_codes: «- code: {code}» og «forward: » med en side."
            yield _missing(municipality, "flyers.yml", "retired_codes", message, remedy)
        elif flyer and published.flyers and not _is_same(municipality, flyer, published.flyers):
            old = published.flyers[0]
            message = f"Koden «{code}» kan være trykt på «{old}» og må ikke bruges til andet."
            remedy = (
                f"Find på en ny kode. Er det den samme flyer, så lad den hedde «{old}» igen, eller "
                f"skriv under «retired:»: «- id: {old}» og «leads_to: {flyer.id}»."
            )
            yield error(flyer, "code", message, remedy)


def _is_same(municipality: Municipality, flyer: Flyer, names: Iterable[str]) -> bool:
    """Whether a flyer has had one of some names, or is what came in place of it."""
    renamed = {one.id for one in municipality.flyers.retired if one.leads_to == flyer.id}
    return not {flyer.id, *renamed}.isdisjoint(names)


def flyers_are_kept(municipality: Municipality, circumstances: Circumstances) -> Iterator[Problem]:
    """The PDFs of a flyer are still there, or what came instead is: surgeries print them anew.

    Of one whose code stands on another flyer now, its code has told it.
    """
    published = [flyer.id for flyer in circumstances.history.flyers]
    in_use = {flyer.code: flyer for flyer in municipality.flyers.flyers}
    told = {
        name
        for code in circumstances.history.codes
        if (flyer := in_use.get(code.code)) and not _is_same(municipality, flyer, code.flyers)
        for name in code.flyers
    }
    for name in _lost(municipality, "flyers.yml", (one for one in published if one not in told)):
        message = (
            f"Flyeren «{name}» har været på nettet, men er her ikke mere. Dens PDF'er dør, også "
            "for dem, der har gemt adressen for at printe den igen."
        )
        remedy = (
            f"Skriv i flyers.yml under «retired:»: «- id: {name}». Har den fået et nyt id, eller "
            "er en anden kommet i stedet, så skriv også «leads_to: » med den."
        )
        yield _missing(municipality, "flyers.yml", "retired", message, remedy)


def _lost_code(municipality: Municipality) -> bool:
    """Whether some code could not be read, which has been told already."""
    file = municipality.flyers
    records = (*file.flyers, *file.retired_codes)
    return file.faulty("retired_codes") or any(record.faulty("code") for record in records)


def offers_are_kept(municipality: Municipality, circumstances: Circumstances) -> Iterator[Problem]:
    """An offer that has had a page and a calendar still has them, or says what came instead."""
    for name in _lost(municipality, "offers.yml", circumstances.history.offers):
        message = (
            f"Tilbuddet «{name}» har været på nettet, men er her ikke mere. Links til det dør, og "
            "dem, der abonnerer på dets kalender, hører ikke mere."
        )
        remedy = (
            f"Skriv i offers.yml under «retired:»: «- id: {name}». Har det fået et nyt id, eller "
            "er et andet kommet i stedet, så skriv også «leads_to: » med det."
        )
        yield _missing(municipality, "offers.yml", "retired", message, remedy)


def activities_are_kept(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """An activity does not vanish before it is over: families have it in their calendars."""
    published = {
        activity.id: activity
        for activity in circumstances.history.activities
        if not _is_over(activity, circumstances.today)
    }
    for name in _lost(municipality, "events.yml", published):
        message = (
            f"Aktiviteten «{name}» har været på nettet og er ikke slut, men er her ikke mere. De, "
            "der har den i deres kalender, hører ikke, hvad der blev af den."
        )
        remedy = (
            "Er den holdt op, så sæt den ind igen, og skriv den sidste dag i «until:». Har den "
            f"fået et nyt id, så skriv under «retired:»: «- id: {name}» og «leads_to: » med det "
            f"nye. Er den slettet med vilje, så skriv kun «- id: {name}»."
        )
        yield _missing(municipality, "events.yml", "retired", message, remedy)


def episodes_are_kept(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """An episode that has had a page still has one, or its address leads on.

    A podcast that has ended altogether needs no list: its addresses lead to the front page.
    """
    if municipality.podcasts is None:
        return
    for name in _lost(municipality, "podcasts.yml", circumstances.history.episodes):
        message = (
            f"Afsnittet «{name}» har været på nettet, men er her ikke mere. Links til det dør."
        )
        remedy = (
            f"Skriv i podcasts.yml under «retired:»: «- id: {name}», og «leads_to: » med det nye "
            "id, hvis det har fået et."
        )
        yield _missing(municipality, "podcasts.yml", "retired", message, remedy)


def pages_are_kept(municipality: Municipality, circumstances: Circumstances) -> Iterator[Problem]:
    """A page that the house has written itself is still there, or its address leads on."""
    site = municipality.site
    known = {page.slug for page in municipality.pages} | {page.page for page in site.retired_pages}
    faulty = site.faulty("retired_pages") or any(p.faulty("page") for p in site.retired_pages)
    for name in circumstances.history.pages if not faulty else ():
        if name not in known and not (municipality.folder / "pages" / f"{name}.md").exists():
            message = (
                f"Siden «{name}» har været på nettet, men er her ikke mere. Links til den dør."
            )
            remedy = (
                f"Skriv i site.yml under «retired_pages:»: «- page: {name}» og «forward: » med "
                "den side, der er kommet i stedet."
            )
            yield _missing(municipality, "site.yml", "retired_pages", message, remedy)


def languages_are_kept(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """A language that the site has been in is still there, or its addresses lead to Danish."""
    site = municipality.site
    if site.faulty("languages") or site.faulty("retired_languages"):
        return
    known = {*site.languages, *site.retired_languages}
    lost = [code for code in circumstances.history.languages if code in LANGUAGES.keys() - known]
    if lost:
        names = in_a_row([f"«{code}»" for code in lost])
        message = (
            f"Siden har været på nettet på {names}, men sproget står her ikke mere. Links til de "
            "sider dør, og dem, der abonnerer på kalenderen på det sprog, hører ikke mere."
        )
        codes = ", ".join((*site.retired_languages, *lost))
        remedy = (
            f"Skriv {names} under «languages:» igen, eller skriv «retired_languages: [{codes}]», "
            "så fører adresserne til de danske sider."
        )
        yield _missing(municipality, "site.yml", "retired_languages", message, remedy)
    for index, code in enumerate(site.retired_languages):
        if code in site.languages:
            line = site.line_of_item("retired_languages", index)
            message, remedy = f"Siden er stadig på «{code}».", f"Slet «{code}» her."
            yield error(site, "retired_languages", message, remedy, line)


def what_is_retired_leads_on(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What has gone leads to something that is there, and is not there itself."""
    podcasts = municipality.podcasts
    yield from _leading(
        municipality, "offers.yml", municipality.retired_offers, municipality.offers
    )
    yield from _leading(
        municipality, "events.yml", municipality.events.retired, municipality.events.events
    )
    flyers = municipality.flyers
    yield from _leading(municipality, "flyers.yml", flyers.retired, flyers.flyers)
    if podcasts:
        yield from _leading(municipality, "podcasts.yml", podcasts.retired, podcasts.episodes)
    pages = {page.slug for page in municipality.pages}
    for page in municipality.site.retired_pages:
        if page.page in pages and not page.faulty("page"):
            message = f"Siden «{page.page}» er her stadig."
            yield error(page, "page", message, "Slet den under «retired_pages:».")


def _leading(
    municipality: Municipality,
    file: str,
    retired: Sequence[Retired],
    records: Sequence[Offer | Event | Episode | Flyer],
) -> Iterator[Problem]:
    here = [record.id for record in records if not record.faulty("id")]
    written = municipality.ids_written.get(file, frozenset())
    gone = {one.id for one in retired}
    for one in retired:
        if one.id in here and not one.faulty("id"):
            message = f"«{one.id}» står her stadig, og det er ikke slut."
            yield error(one, "id", message, "Slet det under «retired:».")
        target = one.leads_to
        if target and target not in here and (target in gone or target not in written):
            message = f"«{target}» er her ikke, så her kan ingen føres hen."
            yield error(one, "leads_to", message, did_you_mean(target, here))


def _lost(municipality: Municipality, file: str, published: Iterable[str]) -> list[str]:
    """What has been published and stands nowhere in a file, neither in use nor as retired."""
    if file in municipality.unreadable:
        return []
    written = municipality.ids_written.get(file, frozenset())
    return [name for name in published if name not in written]


def _is_over(activity: PublishedActivity, today: date) -> bool:
    """Whether its last date is past; who names no date is waited for by nobody."""
    if activity.weeks is None:
        return False
    dates = [day for written in activity.dates if (day := _date(written))]
    return not dates or max(dates) + timedelta(weeks=activity.weeks) < today


def _date(written: str) -> date | None:
    try:
        return parse_date(written)
    except Exception:  # what once could be read, or looks like a date and is none
        return None


def _missing(
    municipality: Municipality, file: str, field: str, message: str, remedy: str
) -> Problem:
    path = f"{municipality.shown_as}/{file}"
    return Problem(path=path, line=1, message=message, remedy=remedy, field=field)
